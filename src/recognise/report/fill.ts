import type { UnreadReason } from "../../tables/concern";
import type { FilledTable, LabelDoubt, Placement } from "../../tables/filled";
import { SECTION_NAMES } from "../../tables/sections";
import type { CellKey } from "../../tables/table";
import { decide } from "./decide";
import { contentOfWritten } from "./figures";
import type { Group } from "./groups";
import { checkHeadings, hasOfficialColumns, readAmountHeaders, rowsOfOtherFormat } from "./headers";
import { gatherEvidence, placeRow, type Placed } from "./place";
import { printedRowsOf, type PrintedRow } from "./printed-rows";
import type { PublishedTable, ReportDoubt, ReportQuestion } from "./published";
import { rankSplits } from "./rank-splits";
import type { Stretch } from "./stretch";
import type { SumsOf } from "./sums";

/** Without the place of the table, which is not known yet. */
type Of<Item> = Item extends { table: number } ? Omit<Item, "table"> : never;

/** A table as one reader sees it. */
export interface TableReading {
  table: Omit<PublishedTable, "reader">;
  doubts: readonly Of<ReportDoubt>[];
  questions: readonly Of<ReportQuestion>[];
  /** Where it stands in the text; null when its placement tells. */
  place: TextPlace | null;
}

export interface TextPlace {
  /** As in `Strip`. */
  pane: number;
  /** Numbers of lines. */
  first: number;
  last: number;
  lines: readonly string[];
  /** Stretches that figures were taken from. */
  used: ReadonlySet<Stretch>;
}

/** Enough for every split of a row of three figures. */
const MOST_ALTERNATIVES = 80;
/** Figures in the line under the header of section 四 that show that it is one, although they cannot be told apart. */
const FEWEST_OUTCOMES = 8;

interface RowReading {
  row: PrintedRow;
  placed: Placed;
  written: string;
}

function readRows(group: Group, sumsOf: SumsOf): RowReading[] {
  const { table } = group.lexicon;
  const printed = printedRowsOf(table);
  const evidence = gatherEvidence(group, printed);
  const { relations } = sumsOf(table);
  return [...group.rows]
    .sort(([a], [b]) => a - b)
    .map(([place, stretch]) => ({
      row: printed[place]!,
      placed: placeRow(stretch, printed[place]!, group, evidence, relations),
      written: stretch.stretch.slots
        .map(({ text }) => text)
        .join(" ")
        .trim(),
    }));
}

/** Whether some rows have fewer digits than cells: then blank cells left no trace, and no split of other rows can be trusted. */
const hasLostBlanks = (rows: readonly RowReading[]): boolean =>
  rows.filter(({ placed }) => placed.reason === "fewer").length > 0;

const isDense = ({ row, written }: RowReading): boolean => written.replace(/\D/g, "").length === row.cells.length;

const WHOLE = /^[+-]?(?:0(?:\.\d+)?|[1-9][\d.,]*)\D*$/;

/**
 * Whether digits that stand apart, as one figure might, were divided although most others stand apart, too, and none of them has
 * to be divided: there a blank cell is as likely.
 */
function cutsFigures(pieces: readonly string[], option: readonly (string | null)[]): boolean {
  if (pieces.length * 2 <= option.length || !pieces.every((piece) => WHOLE.test(piece))) return false;
  let cell = 0;
  return pieces.some((piece) => {
    const start = cell;
    for (let length = 0; length < piece.length && cell < option.length; cell++) length += option[cell]?.length ?? 0;
    return cell - start > 1;
  });
}

function labelDoubts(group: Group): LabelDoubt[] {
  const printed = printedRowsOf(group.lexicon.table);
  return [
    ...printed.flatMap(({ labels, cells }, place): LabelDoubt[] => {
      const seen = group.rows.get(place);
      if (!seen) return [{ fault: "missing", expected: labels, cells }];
      const found = seen.found ?? undefined;
      if (group.doubled.has(place)) return [{ fault: "doubled", expected: labels, cells, ...(found ? { found } : {}) }];
      return seen.isAltered ? [{ fault: "altered", expected: labels, cells: [], ...(found ? { found } : {}) }] : [];
    }),
    ...group.unclear.map(({ found }): LabelDoubt => ({ fault: "ambiguous", expected: [], cells: [], found })),
    ...group.unknown.map((found): LabelDoubt => ({ fault: "unknown", expected: [], cells: [], found })),
    ...checkHeadings(group),
  ];
}

function makePlacement(group: Group, contents: FilledTable["contents"]): Placement {
  const { table } = group.lexicon;
  const read = table.numbers.filter(({ key }) => key in contents);
  return {
    table,
    sheet: SECTION_NAMES[table.section].sheet,
    area: { row: 0, column: 0, rowCount: table.rowCount, columnCount: table.columnCount },
    cells: Object.fromEntries(read.map(({ key, row, column }) => [key, { row, column }])),
    amountHeaders: readAmountHeaders(group),
  };
}

/** What is known of a group as a whole while its rows are read one by one. */
interface GroupFacts {
  isOrdered: boolean;
  /** Rows that only the other format has. */
  strangers: ReturnType<typeof rowsOfOtherFormat>;
  /** Whether blank cells of some rows left no trace. */
  hasLost: boolean;
}

type Options = readonly (readonly (string | null)[])[];

/** Why the figures of a row are not taken, whatever the sums say; null when they may be. */
function whyUnread(
  group: Group,
  { isOrdered, strangers }: GroupFacts,
  place: number,
  { placed, written }: RowReading,
  options: Options,
): UnreadReason | null {
  const isWhole = options.length === 1 && options[0]!.every((cell) => cell !== null);
  const isGlued = placed.reason === "glued";
  if (group.doubled.has(place)) return "doubled";
  if (!isOrdered) return "columns";
  if (strangers.has(place)) return "format";
  if (group.cutRow === place && !isWhole && !isGlued && placed.reason !== "extra") return "cut";
  if (options.length === 0) return placed.reason === undefined || placed.reason === "glued" ? "fewer" : placed.reason;
  return isGlued && options.every((option) => cutsFigures(written.split(" "), option)) ? "fewer" : null;
}

function questionAbout({ row, placed, written }: RowReading, options: Options, isCut: boolean): Of<ReportQuestion> {
  const alternatives = rankSplits(options as readonly (readonly string[])[], row);
  return {
    code: placed.reason === "extra" ? "extra" : "split",
    cells: row.cells,
    written,
    alternatives: alternatives.slice(0, MOST_ALTERNATIVES),
    hasMore: alternatives.length > MOST_ALTERNATIVES || placed.isCut === true || isCut,
  };
}

/** What is to be known of a row that was read. */
function rowDoubts(reading: RowReading, option: Options[number]): Of<ReportDoubt>[] {
  const { row, placed, written } = reading;
  const { cells } = row;
  const isSplit = placed.reason === "glued" && !isDense(reading) && written.split(" ").length < cells.length;
  const unseen = cells.filter((_, at) => option[at] === null);
  return [
    ...(isSplit ? [{ code: "bySums", cells, written } as const] : []),
    ...(unseen.length > 0 ? [{ code: "unread", reason: "fewer", cells: unseen, written } as const] : []),
    ...(placed.byOrder ? [{ code: "byOrder", cells, written } as const] : []),
  ];
}

/** Makes a table of a group of rows: places the figures, lets the sums decide where they can, and asks where they cannot. */
export function fillGroup(group: Group, sumsOf: SumsOf): TableReading {
  const rows = readRows(group, sumsOf);
  const { relations } = sumsOf(group.lexicon.table);
  const places = [...group.rows.keys()].sort((a, b) => a - b);
  const { fitting, isCut } = decide(
    rows.map(({ row, placed }) => ({ row, options: placed.options })),
    relations,
  );
  const facts: GroupFacts = {
    isOrdered: hasOfficialColumns(group),
    strangers: rowsOfOtherFormat(group),
    hasLost: group.strip.manner === "glued" && hasLostBlanks(rows),
  };
  const written: Partial<Record<CellKey, string>> = {};
  const used = new Set<Stretch>();
  const doubts: Of<ReportDoubt>[] = [];
  const questions: Of<ReportQuestion>[] = [];
  rows.forEach((reading, index) => {
    const { row, placed, written: text } = reading;
    const [options, place] = [fitting[index]!, places[index]!];
    const reason = whyUnread(group, facts, place, reading, options);
    if (reason !== null) {
      doubts.push({ code: "unread", reason, cells: row.cells, written: text });
      return;
    }
    used.add(group.rows.get(place)!.stretch);
    const mayBeOther = facts.hasLost && placed.reason === "glued" && !isDense(reading);
    if (options.length > 1 || placed.isCut || mayBeOther) {
      questions.push(questionAbout(reading, options, isCut));
      return;
    }
    const [option] = options;
    option!.forEach((cell, at) => {
      if (cell !== null) written[row.cells[at]!] = cell;
    });
    doubts.push(...rowDoubts(reading, option!));
  });
  const contents = Object.fromEntries(Object.entries(written).map(([key, text]) => [key, contentOfWritten(text!)]));
  const table = { placement: makePlacement(group, contents), contents, doubts: labelDoubts(group), written };
  return { table, doubts, questions, place: placeOf(group, used) };
}

const placeOf = ({ strip, firstLine, lastLine }: Group, used: ReadonlySet<Stretch>): TextPlace => ({
  pane: strip.pane,
  first: firstLine,
  last: lastLine,
  lines: strip.lines,
  used,
});

/** Whether a reading of a group is a table at all: its rows hold figures as the table has them, and a header or other rows speak for it. */
export function isTable({ table, questions, doubts }: TableReading, group: Group): boolean {
  const printed = printedRowsOf(group.lexicon.table);
  const filled = printed.filter(({ cells }) => cells.some((key) => key in table.contents)).length + questions.length;
  const unread = doubts.flatMap((doubt) => (doubt.code === "unread" ? [doubt] : []));
  const foreign = unread.filter(({ reason }) => reason === "format").length;
  if (group.lexicon.table.section === "section4") {
    return filled > 0 || unread.some(({ written }) => written.split(" ").length >= FEWEST_OUTCOMES);
  }
  return filled > 0 && filled * 2 >= group.rows.size - foreign && (group.isAnchored || filled >= 2);
}
