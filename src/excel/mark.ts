import type { CheckOptions } from "../rules/check";
import { compileFlags, countsBlankAsZero, markedRule } from "../rules/formula";
import { areaAddress } from "../tables/address";
import type { Placement } from "../tables/filled";
import { SheetMissingError, SheetProtectedError } from "./errors";
import { addFlags } from "./flags";
import { partsOf, UNWATCHED, type Job } from "./job";
import { visit } from "./session";

/** A table and the sheet on which it stands. */
export interface MarkTarget {
  worksheetId: string;
  placement: Placement;
}

interface FoundFormats {
  sheet: Excel.Worksheet;
  protection: Excel.WorksheetProtection;
  formats: Excel.ConditionalFormatCollection;
}

/** Asks for the conditional formats that touch an area, or of a whole sheet; they are there after the next sync. */
function requestFormats(context: Excel.RequestContext, worksheetId: string, placement?: Placement): FoundFormats {
  const sheet = context.workbook.worksheets.getItemOrNullObject(worksheetId);
  sheet.load("name");
  const { protection } = sheet;
  protection.load("protected");
  const range = placement ? sheet.getRange(areaAddress(placement.area)) : sheet.getRange();
  const { conditionalFormats: formats } = range;
  formats.load("items/id,items/type,items/customOrNullObject/rule/formula");
  return { sheet, protection, formats };
}

/** What is asked for in one round trip: of more Excel may not hand over the answer. */
const READ_AT_ONCE = 250;
/** What is changed in one round trip: more than that, and a person who wants to stop it waits for too long. */
const WRITTEN_AT_ONCE = 20;

/** Where formats are looked for: on a table, or on a whole sheet. */
type Place = Pick<MarkTarget, "worksheetId"> & Partial<MarkTarget>;

/** The formats of many places, in as few round trips as Excel can answer. */
async function readFormats(context: Excel.RequestContext, places: readonly Place[]): Promise<FoundFormats[]> {
  const found: FoundFormats[] = [];
  for (const part of partsOf(places, READ_AT_ONCE)) {
    found.push(...part.map(({ worksheetId, placement }) => requestFormats(context, worksheetId, placement)));
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- one sync for each part is the purpose
    await context.sync();
  }
  return found;
}

/** How much was changed: all of it, unless the job was stopped. */
export interface Marked {
  /** How many conditional formats were put or taken away. */
  formats: number;
  /** How many of the tables or sheets were done, each whole. */
  done: number;
}

/** Changes a part of what was found in each round trip, until the job is stopped. */
async function changeInParts(
  context: Excel.RequestContext,
  found: readonly FoundFormats[],
  change: (one: FoundFormats, index: number) => number,
  step: "mark" | "unmark",
  { signal, onProgress }: Job,
): Promise<Marked> {
  const total = found.length;
  const marked: Marked = { formats: 0, done: 0 };
  for (const part of partsOf(found, WRITTEN_AT_ONCE)) {
    if (signal.aborted) break;
    onProgress({ step, done: marked.done, total });
    for (const one of part) marked.formats += change(one, marked.done++);
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- a person may stop it in between
    await context.sync();
  }
  return marked;
}

/** Ours among the formats, wherever they came from: each carries the mark of its rule in its formula. */
function ours(formats: Excel.ConditionalFormatCollection): Excel.ConditionalFormat[] {
  return formats.items.filter(
    ({ type, customOrNullObject: custom }) =>
      type === "Custom" && !custom.isNullObject && markedRule(custom.rule.formula) !== null,
  );
}

function requireWritable({ sheet, protection }: FoundFormats): void {
  if (protection.protected) throw new SheetProtectedError(sheet.name);
}

/** Deletes ours of one place after another. */
class Remover {
  /** Formats that touch several places are deleted once. */
  readonly #removed = new Set<string>();

  /** The range of an earlier round trip is of no use any more. @returns how many were deleted */
  remove({ sheet, protection, formats }: FoundFormats): number {
    if (sheet.isNullObject) return 0;
    const present = ours(formats).filter(({ id }) => !this.#removed.has(`${sheet.name}!${id}`));
    if (present.length > 0) requireWritable({ sheet, protection, formats });
    for (const { id } of present) {
      this.#removed.add(`${sheet.name}!${id}`);
      sheet.getRange().conditionalFormats.getItem(id).delete();
    }
    return present.length;
  }
}

/**
 * Puts the native flags on tables, in place of ours that are there already. A round trip to read, and one for each part.
 * @throws SheetMissingError, SheetProtectedError, before anything is written
 */
export function markTables(targets: readonly MarkTarget[], options: CheckOptions, job = UNWATCHED): Promise<Marked> {
  return visit(async (context) => {
    const found = await readFormats(context, targets);
    targets.forEach(({ placement }, index) => {
      if (found[index]!.sheet.isNullObject) throw new SheetMissingError(placement.sheet);
      requireWritable(found[index]!);
    });
    const remover = new Remover();
    const put = (one: FoundFormats, index: number): number => {
      remover.remove(one);
      const formats = compileFlags(targets[index]!.placement, options);
      addFlags(one.sheet, formats);
      return formats.length;
    };
    return changeInParts(context, found, put, "mark", job);
  });
}

/**
 * Takes exactly our flags off tables; formats of anybody else stay. Round trips as for putting them.
 * @throws SheetProtectedError, before anything is written
 */
export function unmarkTables(targets: readonly MarkTarget[], job = UNWATCHED): Promise<Marked> {
  return unmark(targets, job);
}

/** The same for whole sheets, with what lies where no table is known any more. */
export function unmarkSheets(worksheetIds: readonly string[], job = UNWATCHED): Promise<Marked> {
  return unmark(
    worksheetIds.map((worksheetId) => ({ worksheetId })),
    job,
  );
}

function unmark(places: readonly Place[], job: Job): Promise<Marked> {
  return visit(async (context) => {
    const found = await readFormats(context, places);
    for (const one of found) if (!one.sheet.isNullObject && ours(one.formats).length > 0) requireWritable(one);
    const remover = new Remover();
    return changeInParts(context, found, (one) => remover.remove(one), "unmark", job);
  });
}

/** Our flags on a table. */
export interface Marks {
  /** Whether they count blank cells as 0; null when they say nothing of blanks. */
  blankIsZero: boolean | null;
}

/** Our flags on each table, in one round trip, or as many as Excel can answer; null where there are none, and for a table whose sheet is gone. */
export function findMarks(targets: readonly MarkTarget[]): Promise<(Marks | null)[]> {
  return visit(async (context) => {
    const found = await readFormats(context, targets);
    return found.map(({ sheet, formats }) => {
      const formulas = sheet.isNullObject ? [] : ours(formats).map((format) => format.customOrNullObject.rule.formula);
      if (formulas.length === 0) return null;
      const said = formulas.map(countsBlankAsZero).filter((one) => one !== null);
      return { blankIsZero: said[0] ?? null };
    });
  });
}
