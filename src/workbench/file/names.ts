import type { IDefinedNamesServiceParam } from "@univerjs/engine-formula";
import type { PageLayout } from "../extras";
import { attributesXml, escapeText, escapeXstring } from "../../xlsx/escape";
import type { DefinedName } from "../../xlsx/workbook";
import { toFileFormula, toGridFormula } from "./functions";
import { quoteSheet } from "./links";
import type { PrintNames } from "./page-layout";

/** A defined name as the grid keeps it. */
export type GridName = IDefinedNamesServiceParam;

/** What the grid calls the scope of a name that belongs to no sheet. */
const WHOLE_WORKBOOK = "AllDefaultWorkbook";
/** Names that Excel keeps for itself; the grid has no use for them. */
const BUILT_IN = /^_xlnm\./i;
const PRINT_AREA = "_xlnm.Print_Area";
const PRINT_TITLES = "_xlnm.Print_Titles";
/** A reference, which the grid keeps without `=`, as against a formula. */
const REFERENCE = /^(?:'(?:[^']|'')+'|[^\s'!()+\-*/^&=<>,"]+)!\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?$/i;

/** The names that a person defined, by id, as the grid keeps them. */
export function readNames(names: readonly DefinedName[], sheetIds: readonly string[]): Record<string, GridName> {
  const found: Record<string, GridName> = {};
  for (const { name, formula, sheet, hidden, comment = "" } of names) {
    if (BUILT_IN.test(name)) continue;
    const id = `name-${Object.keys(found).length + 1}`;
    const scope = sheet === undefined ? undefined : sheetIds[sheet];
    const formulaOrRefString = REFERENCE.test(formula) ? formula : toGridFormula(formula);
    found[id] = { id, name, formulaOrRefString, comment, hidden, localSheetId: scope ?? WHOLE_WORKBOOK };
  }
  return found;
}

/** What names say about the printing of a sheet. */
export function readPrintNames(names: readonly DefinedName[], sheet: number): PrintNames {
  const formulaOf = (wanted: string): string[] =>
    splitUnion(
      names.find(({ name, sheet: own }) => own === sheet && name.toLowerCase() === wanted.toLowerCase())?.formula,
    );
  const titles = formulaOf(PRINT_TITLES).map(withoutSheet);
  const titleRows = titles.find((one) => /^\d+:\d+$/.test(one));
  const titleColumns = titles.find((one) => /^[A-Z]+:[A-Z]+$/.test(one));
  return {
    areas: formulaOf(PRINT_AREA).map(withoutSheet).filter((one) => /^[A-Z]/.test(one)),
    ...(titleRows === undefined ? {} : { titleRows }),
    ...(titleColumns === undefined ? {} : { titleColumns }),
  }; // prettier-ignore
}

/** `Sheet1!$A$1:$B$2,'a,b'!$C$3` cut at the commas between references. */
function splitUnion(formula: string | undefined): string[] {
  return formula?.match(/(?:'(?:[^']|'')*'|[^,'])+/g) ?? [];
}

function withoutSheet(reference: string): string {
  return reference.replace(/^.*!/, "").replaceAll("$", "");
}

/** A sheet whose printing is to be written as names. */
export interface PrintedSheet {
  name: string;
  layout: PageLayout | undefined;
}

/**
 * The `definedNames` element of a workbook.
 * @param sheets in the order of their tabs, with the grid's ids as keys
 */
export function namesXml(names: readonly GridName[], sheets: ReadonlyMap<string, PrintedSheet>): string {
  const order = [...sheets.keys()];
  const own = names.map(({ name, formulaOrRefString, comment, hidden, localSheetId }) => {
    const index = localSheetId === undefined ? -1 : order.indexOf(localSheetId);
    return nameXml(name, toFileFormula(formulaOrRefString), index, { comment: comment || undefined, hidden: hidden || undefined }); // prettier-ignore
  });
  const printed = [...sheets.values()].flatMap(({ name, layout }, index) => {
    const { printAreas = [], printTitleRows, printTitleColumns } = layout ?? {};
    const titles = [printTitleColumns, printTitleRows].flatMap((one) => (one === undefined ? [] : [one]));
    const union = (references: readonly string[]): string =>
      references.map((one) => `${quoteSheet(name)}!${one.replace(/[A-Z]+|\d+/g, "$$$&")}`).join(",");
    return [
      printAreas.length === 0 ? "" : nameXml(PRINT_AREA, union(printAreas), index),
      titles.length === 0 ? "" : nameXml(PRINT_TITLES, union(titles), index),
    ];
  });
  const all = [...own, ...printed].join("");
  return all === "" ? "" : `<definedNames>${all}</definedNames>`;
}

function nameXml(name: string, formula: string, sheet: number, more: { comment?: string; hidden?: true } = {}): string {
  const attributes = { name, ...more, localSheetId: sheet < 0 ? undefined : sheet };
  return `<definedName${attributesXml(attributes)}>${escapeText(escapeXstring(formula))}</definedName>`;
}
