import { recogniseSheet } from "../../src/recognise/sheet";
import type { FilledTable, LabelDoubt } from "../../src/tables/filled";
import { tableOf } from "../../src/tables/formats";
import { makeGrid } from "../../src/tables/grid";
import type { CellKey, Table } from "../../src/tables/table";
import { layOut, type Values } from "./lay-out";

export const read = (values: readonly (readonly unknown[])[], sheet = "Sheet1") =>
  recogniseSheet(makeGrid(sheet, { row: 0, column: 0 }, square(values)));

export function square(values: readonly (readonly unknown[])[]): unknown[][] {
  const width = Math.max(0, ...values.map((row) => row.length));
  return values.map((row) => [...row, ...new Array<null>(width - row.length).fill(null)]);
}

/** What was read, as plain values. */
export const numbersOf = ({ contents }: FilledTable) =>
  Object.fromEntries(
    Object.entries(contents).flatMap(([key, content]) => (content?.type === "number" ? [[key, content.value]] : [])),
  );

/** Doubts in short: fault, what was found, what is official, and how many numbers are lost. */
export const briefly = (doubts: readonly LabelDoubt[]) =>
  doubts.map(
    ({ fault, found, expected, cells }) => `${fault} ${found ?? "…"} → ${expected.at(-1) ?? "…"} (${cells.length})`,
  );

export const counted = (table: Table) => Object.fromEntries(table.numbers.map(({ key }, index) => [key, index + 1]));
export const table3 = tableOf("2021", "section3");
export const table2 = tableOf("2021", "section2");
export const table4 = tableOf("2021", "section4");
export const plain = (table: Table): Values => layOut(table, counted(table));

/** A copy with one text replaced. */
export function withText(values: Values, from: string, to: string | null): Values {
  let isFound = false;
  const changed = values.map((row) =>
    row.map((value) => {
      if (value !== from) return value;
      isFound = true;
      return to;
    }),
  );
  if (!isFound) throw new Error(`no cell says ${from}`);
  return changed;
}

/** As cells come from a web page or Word as text: labels over several columns take one cell, those over several rows stay. */
export function asPasted(table: Table, numbers: Readonly<Record<CellKey, number>>): Values {
  return layOut(table, numbers).map((row, index) => {
    const labels = table.labels.filter((label) => label.row <= index && index < label.row + label.rowCount);
    const cells = labels.sort((a, b) => a.column - b.column).map((label) => (label.row === index ? label.text : null));
    const isRow = table.numbers.some((number) => number.row === index);
    return isRow ? [...cells, null, ...row.slice(table.numbers[0]!.column)] : row.slice(1);
  });
}
