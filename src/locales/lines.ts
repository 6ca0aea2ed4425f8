import { cellAddress } from "../tables/address";
import type { Placement } from "../tables/filled";
import { splitKey, type CellKey, type Line, type Table } from "../tables/table";

/** A key that is no row and no column of a table: what is described does not belong to that table. */
export class LineError extends RangeError {
  constructor(
    readonly key: string,
    table: Table,
  ) {
    super(`no row or column "${key}" in ${table.section} of format ${table.format}`);
    this.name = "LineError";
  }
}

function findLine(lines: readonly Line[], key: string, table: Table): Line {
  const line = lines.find((candidate) => candidate.key === key);
  if (!line) throw new LineError(key, table);
  return line;
}

/** @throws LineError */
export const rowOf = (table: Table, key: string): Line => findLine(table.rows, key, table);
/** @throws LineError */
export const columnOf = (table: Table, key: string): Line => findLine(table.columns, key, table);

/** The row and the column of a cell. @throws LineError */
export function linesOf(table: Table, key: CellKey): { row: Line; column: Line } {
  const { row, column } = splitKey(key);
  return { row: rowOf(table, row), column: columnOf(table, column) };
}

/** Takes line breaks out, and an explanation of several clauses at the end: 部分公开（区分处理的，只计这一情形，…） → 部分公开. */
const shorten = (label: string) => label.replaceAll("\n", "").replace(/（[^（）]*，[^（）]*）$/, "");

/** Says nothing without the label around it. */
const VAGUE = "其他";

/** The labels that a person needs to find a line, outermost first: what spans half the table is left out. */
function tellingLabels({ labels }: Line): string[] {
  const all = labels.map(shorten);
  return all.length > 1 && all.at(-1) !== VAGUE ? all.slice(1) : all;
}

/** （三）不予公开 3.危及“三安全一稳定”. */
export const lineName = (line: Line): string => tellingLabels(line).join(" ");

/** The name of a line among others in a sum: （三）3.危及“三安全一稳定”, 商业企业. */
export function termName(line: Line): string {
  const labels = line.labels.slice(line.labels.length > 1 ? 1 : 0).map(shorten);
  const number = labels.length > 1 ? (/^（.）/.exec(labels[0]!)?.[0] ?? "") : "";
  return number + labels.at(-1)!;
}

/** Addresses of cells, without the sheet's name; cells that the sheet has no place for are left out. */
export function addressesOf(keys: readonly CellKey[], { cells }: Placement): string[] {
  return keys.flatMap((key) => {
    const position = cells[key];
    return position ? [cellAddress(position)] : [];
  });
}
