import fc from "fast-check";
import { relationsOf } from "../../../src/rules/relations";
import { FORMATS, SECTIONS, tableOf } from "../../../src/tables/formats";
import { SECTION_NAMES } from "../../../src/tables/sections";
import { keyOf, type CellKey, type FormatId, type Table } from "../../../src/tables/table";
import { cellsOf, type Figures, type Rows, type Way } from "./print";

/** A report that is filled: what stands in each cell, and what it means. */
export interface Sample {
  format: FormatId;
  /** By table and cell; null for a blank cell. */
  values: ReadonlyMap<Table, ReadonlyMap<CellKey, number | null>>;
  figures: ReadonlyMap<Table, Figures>;
}

/** Changes the totals so that all sum rules hold. */
export function balance(table: Table, values: Map<CellKey, number>): void {
  const add = (keys: readonly CellKey[]) => keys.reduce((sum, key) => sum + values.get(key)!, 0);
  if (table.section === "section3") {
    const balanced = ["newlyReceived", "carriedOver", "resultsTotal", "carriedForward"];
    const results = table.rows.map(({ key }) => key).filter((key) => !balanced.includes(key));
    for (const { key: column } of table.columns) {
      const at = (row: string) => keyOf(row, column);
      values.set(at("resultsTotal"), add(results.map(at)));
      const closed = add([at("resultsTotal"), at("carriedForward")]);
      const carried = Math.min(values.get(at("carriedOver"))!, closed);
      values.set(at("carriedOver"), carried);
      values.set(at("newlyReceived"), closed - carried);
    }
  }
  for (const { rule, left, right } of relationsOf(table).relations)
    if (rule.per === "row") values.set(left[0]!, add(right));
}

/** Small numbers mostly, as offices have them, and now and then large ones. */
const anyCount = fc.oneof(
  { weight: 6, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.nat(20) },
  { weight: 1, arbitrary: fc.nat(2_000) },
);

/** Reports without a mistake, numbers written plainly. */
export const anySample: fc.Arbitrary<Sample> = fc
  .record({ format: fc.constantFrom(...FORMATS), draws: fc.array(anyCount, { minLength: 240, maxLength: 240 }) })
  .map(({ format, draws }) => {
    let next = 0;
    const tables = SECTIONS.map((section) => tableOf(format, section));
    const values = new Map(
      tables.map((table) => {
        const drawn = table.numbers.map(({ key, kind }): [CellKey, number] => {
          const count = draws[next++ % draws.length]!;
          if (kind === "amount") return [key, count / 16];
          return [key, kind === "change" && count % 2 === 1 ? -count : count];
        });
        const cells = new Map(drawn);
        balance(table, cells);
        return [table, cells] as const;
      }),
    );
    const write = (cells: ReadonlyMap<CellKey, number>): Figures =>
      Object.fromEntries([...cells].map(([key, value]) => [key, String(value)]));
    return { format, values, figures: new Map([...values].map(([table, cells]) => [table, write(cells)] as const)) };
  });

const YEARS: Readonly<Record<FormatId, number>> = { "2019": 2020, "2021": 2023 };

export const rowsOf = ({ figures }: Sample): Map<Table, Rows> =>
  new Map([...figures].map(([table, cells]) => [table, cellsOf(table, cells)] as const));

/** The whole report, with its title and headings. */
export function printReport({ format }: Sample, rows: ReadonlyMap<Table, Rows>, { kind, print, between }: Way): string {
  const heading = (text: string) => (kind === "html" ? `<p>${text}</p>` : text);
  const title = heading(`新郑市辛店镇${YEARS[format]}年政府信息公开工作年度报告`);
  const parts = [...rows].flatMap(([table, cells]) => [
    heading(SECTION_NAMES[table.section].title),
    print(table, cells),
  ]);
  return [title, ...parts].join(between);
}
