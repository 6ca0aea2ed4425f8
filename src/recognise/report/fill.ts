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

/** Makes a table of a group of rows: places the figures, lets the sums decide where they can, and asks where they cannot. */
export function fillGroup(group: Group, sumsOf: SumsOf): TableReading {
  const rows = readRows(group, sumsOf);
  const { relations } = sumsOf(group.lexicon.table);
  const places = [...group.rows.keys()].sort((a, b) => a - b);
  const isOrdered = hasOfficialColumns(group);
  const strangers = rowsOfOtherFormat(group);
  const { fitting, isCut } = decide(
    rows.map(({ row, placed }) => ({ row, options: placed.options })),
    relations,
  );
  const isGlued = group.strip.manner === "glued";
  const hasLost = isGlued && hasLostBlanks(rows);
  const written: Partial<Record<CellKey, string>> = {};
  const used = new Set<Stretch>();
  const doubts: Of<ReportDoubt>[] = [];
  const questions: Of<ReportQuestion>[] = [];
  rows.forEach((reading, index) => {
    const { row, placed, written: text } = reading;
    const { cells } = row;
    const options = fitting[index]!;
    const unread = (reason: UnreadReason) => doubts.push({ code: "unread", reason, cells, written: text });
    const place = places[index]!;
    const isWhole = options.length === 1 && options[0]!.every((cell) => cell !== null);
    if (group.doubled.has(place)) unread("doubled");
    else if (!isOrdered) unread("columns");
    else if (strangers.has(place)) unread("format");
    else if (group.cutRow === place && !isWhole && placed.reason !== "glued" && placed.reason !== "extra")
      unread("cut");
    else if (options.length === 0) {
      unread(placed.reason === undefined || placed.reason === "glued" ? "fewer" : placed.reason);
    } else if (placed.reason === "glued" && options.every((option) => cutsFigures(text.split(" "), option)))
      unread("fewer");
    else if (options.length > 1 || placed.isCut || (hasLost && placed.reason === "glued" && !isDense(reading))) {
      const alternatives = rankSplits(options as readonly (readonly string[])[], row);
      used.add(group.rows.get(place)!.stretch);
      questions.push({
        code: placed.reason === "extra" ? "extra" : "split",
        cells,
        written: text,
        alternatives: alternatives.slice(0, MOST_ALTERNATIVES),
        hasMore: alternatives.length > MOST_ALTERNATIVES || placed.isCut === true || isCut,
      });
    } else {
      used.add(group.rows.get(place)!.stretch);
      options[0]!.forEach((cell, at) => {
        if (cell !== null) written[cells[at]!] = cell;
      });
      if (placed.reason === "glued" && !isDense(reading) && text.split(" ").length < cells.length)
        doubts.push({ code: "bySums", cells, written: text });
      const unseen = cells.filter((_, at) => options[0]![at] === null);
      if (unseen.length > 0) doubts.push({ code: "unread", reason: "fewer", cells: unseen, written: text });
      if (placed.byOrder) doubts.push({ code: "byOrder", cells, written: text });
    }
  });
  const contents = Object.fromEntries(Object.entries(written).map(([key, text]) => [key, contentOfWritten(text!)]));
  const table = {
    placement: makePlacement(group, contents),
    contents,
    doubts: labelDoubts(group),
    written,
  };
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
