/**
 * The custom document property that names the sheets that this program writes into a workbook of its own and that hold no table of a
 * report, however long they are. Other programs keep such properties when they save the file.
 */
const OWN_SHEETS = "GoujiSheets";
/** Stands in no sheet's name. */
const SEPARATOR = "/";

/** The property that tells the sheets of ours. */
export const ownSheetsProperty = (sheets: readonly string[]): Record<string, string> => ({
  [OWN_SHEETS]: sheets.join(SEPARATOR),
});

/** The names of the sheets of ours. */
export function ownSheetsIn(properties: Readonly<Record<string, unknown>>): ReadonlySet<string> {
  const named = properties[OWN_SHEETS];
  return new Set(typeof named === "string" ? named.split(SEPARATOR) : []);
}
