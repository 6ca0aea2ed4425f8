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
  year: number | null;
  tables: number[];
  sections: Set<SectionId>;
}

/** 新郑市辛店镇 and 辛店镇人民政府 are one: what matters is that one name is the end of the other. */
const bare = (unit: string) => unit.replace(/(?:人民政府)?(?:办公室|办公厅)?$/, "");

function isSameUnit(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return true;
  const [one, other] = [bare(a), bare(b)];
  return one.endsWith(other) || other.endsWith(one);
}

const isSameYear = (a: number | null, b: number | null): boolean => a === null || b === null || a === b;

const fits = (draft: Draft, { unit, year }: Placement): boolean =>
  isSameYear(draft.year, year ?? null) && isSameUnit(draft.unit, unit ?? null);

const lacks = (draft: Draft, section: SectionId): boolean => !draft.sections.has(section);

function put(draft: Draft, { unit, year, table: { section } }: Placement, index: number): void {
  if (unit !== undefined && unit.length > (draft.unit?.length ?? 0)) draft.unit = unit;
  draft.year ??= year ?? null;
  draft.tables.push(index);
  draft.sections.add(section);
}

/** How far above a table the last one of a report stands. */
const distanceTo = ({ tables }: Draft, index: number): number =>
  index - Math.max(-Infinity, ...tables.filter((one) => one < index));

/** The report above, of those that a table may belong to: one that lacks such a table rather than another. */
function findHome(drafts: readonly Draft[], placement: Placement, index: number): Draft | undefined {
  const fitting = drafts.filter((draft) => fits(draft, placement));
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
      isSameUnit(one.unit, draft.unit);
    const other = joined.find(isOther);
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
    const draft = { unit: null, year: null, tables: [], sections: new Set<SectionId>() };
    drafts.push(draft);
    return draft;
  };
  const isTold = ({ unit, year }: Placement) => unit !== undefined && year !== undefined;
  placements.forEach((placement, index) => {
    if (!isTold(placement)) return;
    const key = `${bare(placement.unit!)} ${placement.year}`;
    const isLacking = (draft: Draft) => lacks(draft, placement.table.section) && fits(draft, placement);
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
