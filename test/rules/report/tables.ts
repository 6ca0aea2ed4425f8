import type { FilledTable, LabelDoubt } from "../../../src/tables/filled";
import { tableOf } from "../../../src/tables/formats";
import type { CellKey, FormatId, SectionId } from "../../../src/tables/table";
import { fillTable, placeTable } from "../samples";

export interface Given {
  unit?: string;
  year?: number;
  format?: FormatId;
  doubts?: readonly LabelDoubt[];
  /** All 0 where nothing is given; null for blank cells everywhere. */
  figures?: Readonly<Record<CellKey, unknown>> | null;
}

/** A table as recognition finds it, under a title that tells what is given. */
export function tableWith(
  section: SectionId,
  { unit, year, format = "2021", doubts = [], figures = {} }: Given = {},
): FilledTable {
  const table = tableOf(format, section);
  const zeros = Object.fromEntries(table.numbers.map(({ key }) => [key, 0]));
  const placement = { ...placeTable(table), ...(unit && { unit }), ...(year && { year }) };
  return { ...fillTable(table, figures === null ? {} : { ...zeros, ...figures }, placement), doubts };
}

/** All three tables under the same title. */
export const wholeReport = (given: Given = {}): FilledTable[] =>
  (["section2", "section3", "section4"] as const).map((section) => tableWith(section, given));
