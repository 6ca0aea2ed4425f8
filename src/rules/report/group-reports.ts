import { SECTIONS } from "../../tables/formats";
import type { Placement } from "../../tables/filled";
import type { SectionId } from "../../tables/table";

/** Tables that make up one report, by their place among all. */
export interface ReportGroup {
  /** The longest way in which its titles write the name of the unit. */
  unit: string | null;
  /** Of its first title that tells one. */
  year: number | null;
  tables: readonly number[];
}

interface Draft {
  unit: string | null;
  /** What names are compared by: see `bare`. */
  bareUnit: string | null;
  year: number | null;
  tables: number[];
  sections: Set<SectionId>;
}

/** 新郑市辛店镇 and 辛店镇人民政府 are one: what matters is that one name is the end of the other. */
const bare = (unit: string) => unit.replace(/(?:人民政府)?(?:办公室|办公厅)?$/, "");

const isSameUnit = (a: string | null, b: string | null): boolean =>
  a === null || b === null || a.endsWith(b) || b.endsWith(a);

const isSameYear = (a: number | null, b: number | null): boolean => a === null || b === null || a === b;

/** What a table's title tells. */
interface Told {
  bareUnit: string | null;
  year: number | null;
}

const toldBy = ({ unit, year }: Placement): Told => ({
  bareUnit: unit === undefined ? null : bare(unit),
  year: year ?? null,
});

const fits = (draft: Draft, { bareUnit, year }: Told): boolean =>
  isSameYear(draft.year, year) && isSameUnit(draft.bareUnit, bareUnit);

const lacks = (draft: Draft, section: SectionId): boolean => !draft.sections.has(section);

const isComplete = ({ sections }: Draft): boolean => sections.size === SECTIONS.length;

function put(draft: Draft, { unit, year, table: { section } }: Placement, index: number): void {
  if (unit !== undefined && unit.length > (draft.unit?.length ?? 0)) {
    draft.unit = unit;
    draft.bareUnit = bare(unit);
  }
  draft.year ??= year ?? null;
  draft.tables.push(index);
  draft.sections.add(section);
}

/** How far above a table the last one of a report stands. */
const distanceTo = ({ tables }: Draft, index: number): number =>
  index - Math.max(-Infinity, ...tables.filter((one) => one < index));

/** The report above, of those that a table may belong to: one that lacks such a table rather than another. */
function findHome(drafts: readonly Draft[], placement: Placement, index: number): Draft | undefined {
  const told = toldBy(placement);
  const fitting = drafts.filter((draft) => fits(draft, told));
  const lacking = fitting.filter((draft) => lacks(draft, placement.table.section));
  const homes = lacking.length > 0 ? lacking : fitting;
  return homes.length < 2 ? homes[0] : homes.reduce((a, b) => (distanceTo(b, index) < distanceTo(a, index) ? b : a));
}

/**
 * One report in which the title of a table has another year, as when a sheet was copied from last year's: each of two parts has
 * exactly what the other lacks.
 */
function joinParts(drafts: readonly Draft[]): Draft[] {
  const joined: Draft[] = [];
  for (const draft of drafts) {
    const isOther = (one: Draft) =>
      SECTIONS.every((section) => lacks(one, section) !== lacks(draft, section)) &&
      one.unit !== null &&
      draft.unit !== null &&
      isSameUnit(one.bareUnit, draft.bareUnit);
    // Most are complete, and a workbook may have a thousand: those are not compared with each other.
    const other = isComplete(draft) ? undefined : joined.find((one) => !isComplete(one) && isOther(one));
    if (!other) joined.push(draft);
    else {
      other.tables.push(...draft.tables);
      for (const section of draft.sections) other.sections.add(section);
    }
  }
  return joined;
}

/**
 * Divides the tables of a workbook among the reports that they are of, by the unit and the year that their titles and sheets tell.
 * What tells neither belongs to what stands above it. Reports in the order of their first tables.
 */
export function groupReports(placements: readonly Placement[]): ReportGroup[] {
  const drafts: Draft[] = [];
  const told = new Map<string, Draft>();
  const open = (): Draft => {
    const draft = { unit: null, bareUnit: null, year: null, tables: [], sections: new Set<SectionId>() };
    drafts.push(draft);
    return draft;
  };
  const isTold = ({ unit, year }: Placement) => unit !== undefined && year !== undefined;
  placements.forEach((placement, index) => {
    if (!isTold(placement)) return;
    const title = toldBy(placement);
    const key = `${title.bareUnit} ${placement.year}`;
    const isLacking = (draft: Draft) => lacks(draft, placement.table.section) && fits(draft, title);
    const home = told.get(key) ?? drafts.find(isLacking) ?? open();
    told.set(key, home);
    put(home, placement, index);
  });
  placements.forEach((placement, index) => {
    if (!isTold(placement)) put(findHome(drafts, placement, index) ?? open(), placement, index);
  });
  return joinParts(drafts)
    .map(({ unit, year, tables }) => ({ unit, year, tables: tables.sort((a, b) => a - b) }))
    .sort((a, b) => a.tables[0]! - b.tables[0]!);
}
