import { ownSheetsProperty } from "../record/own-sheets";
import { readWorkbook, type PropertyValue, type Workbook } from "../xlsx";

/**
 * A workbook that this program wrote about many files: no unit's report. It is told by a custom document property, which other
 * programs keep when they save the file. Of a sum the property names the sheet that lists the units, so that what the sum contains
 * is read where people read it.
 */
export type OwnFile =
  | { kind: "results" }
  | {
      kind: "rollUp";
      /** The units that were added up. */
      units: readonly string[];
    };

const PROPERTIES: Readonly<Record<OwnFile["kind"], string>> = { results: "GoujiResults", rollUp: "GoujiRollUp" };

/**
 * The properties that tell a workbook of ours, and which of its sheets hold no table of a report.
 * @param list the sheet that lists the units: the number in its first column, the name in its second
 * @param others further sheets of ours
 */
export const markOf = (
  kind: OwnFile["kind"],
  list: string,
  others: readonly string[] = [],
): Record<string, string> => ({ [PROPERTIES[kind]]: list, ...ownSheetsProperty([list, ...others]) });

type MarkedWorkbook = Pick<Workbook, "sheets"> & { properties: { custom: Readonly<Record<string, PropertyValue>> } };

/** Null for a workbook that is not ours, or that is made into another: its list of units is gone. */
export function ownFileIn({ properties, sheets }: MarkedWorkbook): OwnFile | null {
  const sheetOf = (kind: OwnFile["kind"]) => sheets.find(({ name }) => name === properties.custom[PROPERTIES[kind]]);
  if (sheetOf("results")) return { kind: "results" };
  const list = sheetOf("rollUp");
  if (!list) return null;
  const units = list.rows.flatMap(({ cells: [number, unit] }) =>
    number?.column === 0 && typeof number.value === "number" && unit?.column === 1 ? [unit.text] : [],
  );
  return { kind: "rollUp", units };
}

/** The same of the bytes of a file. @throws XlsxError for what is no workbook */
export const ownFileOf = (bytes: Uint8Array): OwnFile | null => ownFileIn(readWorkbook(bytes));
