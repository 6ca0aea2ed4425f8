import type { TableRepair } from "../../actions/state";
import { isBlank, isPlaceholder } from "../../rules/cells";
import type { SumFinding } from "../../rules/finding";
import type { CheckedTable } from "../../rules/workbook";
import { BLANK } from "../../tables/filled";
import type { Area, CellKey, NumberBlock } from "../../tables/table";
import { groupsOf } from "./groups";

/** What a person is to see of a cell, apart from where it lies. */
export interface CellMark {
  /** Number of the suspects' group; null for a cell that is not suspected. */
  group: number | null;
  /** Whether it is among the likeliest of its group. */
  isFirst: boolean;
  /** What should stand there, when it is one figure. */
  suggested: string | null;
}

export interface MapCell {
  block: NumberBlock;
  /** Absent cells have no place in the sheet. */
  isThere: boolean;
  isBlank: boolean;
  isTrusted: boolean;
  /** Whether a sum that is broken ends here. */
  isBroken: boolean;
  mark: CellMark | null;
}

/** A broken sum: a line along all cells that take part in it. */
export interface MapLine {
  key: string;
  area: Area;
  direction: "across" | "down";
  /** Two sums may be broken in one column: the second is drawn beside the first, in another way. */
  isSecond: boolean;
}

export interface TableMapData {
  cells: readonly MapCell[];
  lines: readonly MapLine[];
}

function marksOf({ repair }: TableRepair): Map<CellKey, CellMark> {
  const marks = new Map<CellKey, CellMark>();
  for (const { key, value } of repair.implied) marks.set(key, { group: null, isFirst: false, suggested: value });
  for (const { number, first, others } of groupsOf(repair)) {
    for (const suspect of [...others].reverse().concat([...first].reverse())) {
      for (const { key, suggested } of suspect.cells) {
        marks.set(key, { group: number, isFirst: first.includes(suspect), suggested });
      }
    }
  }
  return marks;
}

const isSum = (finding: { kind: string }): finding is SumFinding => finding.kind === "sum";

function boundsOf(keys: readonly CellKey[], blocks: ReadonlyMap<CellKey, NumberBlock>): Area {
  const own = keys.flatMap((key) => blocks.get(key) ?? []);
  const row = Math.min(...own.map((block) => block.row));
  const column = Math.min(...own.map((block) => block.column));
  return {
    row,
    column,
    rowCount: Math.max(...own.map((block) => block.row + block.rowCount)) - row,
    columnCount: Math.max(...own.map((block) => block.column + block.columnCount)) - column,
  };
}

function linesOf(findings: readonly SumFinding[], blocks: ReadonlyMap<CellKey, NumberBlock>): MapLine[] {
  const taken = new Set<string>();
  return findings.map((finding): MapLine => {
    const area = boundsOf(finding.cells, blocks);
    const direction = area.rowCount > 1 ? "down" : "across";
    const place = direction === "down" ? `column ${area.column}` : `row ${area.row} ${area.column}`;
    const isSecond = taken.has(place);
    taken.add(place);
    return { key: `${finding.rule} ${finding.line}`, area, direction, isSecond };
  });
}

/** The last cell of a line, where a person looks for the sum. */
function endOf({ cells }: SumFinding, blocks: ReadonlyMap<CellKey, NumberBlock>): CellKey | undefined {
  const own = cells.flatMap((key) => blocks.get(key) ?? []);
  return own.sort((a, b) => b.row - a.row || b.column - a.column)[0]?.key;
}

/** What the map of a table shows. */
export function mapOf({ filled, check }: CheckedTable, repair: TableRepair): TableMapData {
  const { table, cells: places } = filled.placement;
  const blocks = new Map(table.numbers.map((block) => [block.key, block]));
  const sums = check.findings.filter(isSum);
  const marks = marksOf(repair);
  const ends = new Set(sums.map((finding) => endOf(finding, blocks)));
  const trusted = new Set(repair.trusted.map(({ key }) => key));
  const cells = table.numbers.map((block): MapCell => {
    const content = filled.contents[block.key] ?? BLANK;
    return {
      block,
      isThere: places[block.key] !== undefined,
      isBlank: isBlank(content) || isPlaceholder(content),
      isTrusted: trusted.has(block.key),
      isBroken: ends.has(block.key),
      mark: marks.get(block.key) ?? null,
    };
  });
  return { cells, lines: linesOf(sums, blocks) };
}
