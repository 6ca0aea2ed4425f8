import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { printedRowsOf } from "../../../src/recognise/report/printed-rows";
import type { PublishedReport, PublishedTable } from "../../../src/recognise/report/published";
import type { CellContent } from "../../../src/tables/filled";
import type { CellKey, FormatId, Table } from "../../../src/tables/table";
import { keyOf } from "../../../src/tables/table";

/** A published report as test/fixtures/published has it; see the README there. */
export interface PublishedFixture {
  id: string;
  source: string;
  unit: string;
  year: number;
  formats: { section2: FormatId; section3: FormatId };
  text: string | null;
  complete: boolean;
  violations: readonly { rule: string; line: string }[];
  rows: Readonly<Record<string, readonly (number | null)[]>>;
}

const FOLDER = path.resolve(__dirname, "../../fixtures/published");

export const fixtures: readonly PublishedFixture[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".json"))
  .map((name) => ({
    id: name.slice(0, -".json".length),
    ...(JSON.parse(readFileSync(path.join(FOLDER, name), "utf8")) as Omit<PublishedFixture, "id">),
  }));

export const readText = (name: string): string => readFileSync(path.join(FOLDER, name), "utf8");

/** What a report's cell should give: null for a blank one. */
export type Expected = ReadonlyMap<CellKey, number | null>;

/** The figures of a fixture that belong to a table, by cell. */
export function figuresOf({ rows }: PublishedFixture, table: Table): Map<CellKey, number | null> {
  const figures = new Map<CellKey, number | null>();
  for (const { key } of table.rows) {
    const cells = printedRowsOf(table).flatMap((row) => row.cells.filter((cell) => cell.startsWith(`${key}.`)));
    const own = cells.filter((cell) => cell === keyOf(key, cell.slice(key.length + 1)));
    rows[key]?.forEach((value, index) => figures.set(own[index]!, value));
  }
  return figures;
}

/** The number that a cell gives, null for a blank one, undefined when it was not read. */
export function numberIn(content: CellContent | undefined): number | null | undefined {
  if (!content) return undefined;
  if (content.type === "blank") return null;
  if (content.type === "number") return content.value;
  return content.type === "text" && content.meant ? Number(content.meant.number) : NaN;
}

export const tablesOf = (report: PublishedReport, year: number): PublishedTable[] =>
  report.tables.filter(({ placement }) => placement.year === undefined || placement.year === year);
