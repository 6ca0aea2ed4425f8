import { listSheets } from "../read-workbook";
import { appendTo, removeElement, type LocatedXml } from "./located-xml";
import type { PackageEditor } from "./package-editor";
import { sheetNameXml, type SheetName } from "./sheet-xml";

/** What stands before the names in a workbook, in this order; the sheets always do. */
const BEFORE: ReadonlySet<string> = new Set(["sheets", "functionGroups", "externalReferences"]);
/** What of a sheet that was written anew says nothing any more. */
const STALE: ReadonlySet<string> = new Set(["_xlnm._FilterDatabase", "_xlnm.Print_Titles", "_xlnm.Print_Area"]);

/** Gives a sheet the names of what it filters and repeats on each page, in the place of those that it had. */
export function setNames(editor: PackageEditor, sheet: string, names: readonly SheetName[]): void {
  const place = listSheets(editor.current()).findIndex(({ name }) => name.toLowerCase() === sheet.toLowerCase());
  const workbook = editor.locate(editor.main);
  const list = workbook.root.children.find(({ name }) => name === "definedNames");
  const stale = (list?.children ?? []).filter(
    ({ attributes }) => attributes.localSheetId === String(place) && STALE.has(attributes.name ?? ""),
  );
  const added = names.map((name) => sheetNameXml(workbook.prefix, place, name)).join("");
  const removal = stale.map(removeElement);
  if (list) editor.edit(workbook, added === "" ? removal : [...removal, appendTo(workbook, list, added)]);
  else if (added !== "") editor.edit(workbook, [insertList(workbook, added)]);
}

function insertList({ root, prefix }: LocatedXml, names: string) {
  const at = Math.max(...root.children.filter(({ name }) => BEFORE.has(name)).map(({ end }) => end));
  return { from: at, to: at, text: `<${prefix}definedNames>${names}</${prefix}definedNames>` };
}
