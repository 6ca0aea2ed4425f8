import { XlsxError } from "../error";
import { attributesXml, escapeXstring } from "../escape";
import { relationshipsName } from "../package";
import { listSheets } from "../read-workbook";
import { appendStyles } from "./append-styles";
import type { SheetContent } from "./changes";
import { CONTENT } from "./dialect";
import { appendTo, boundPrefix } from "./located-xml";
import type { PackageEditor } from "./package-editor";
import { SheetXml, type SheetName } from "./sheet-xml";

const MAX_SHEET_NAME = 31;
/** What Excel refuses in the name of a sheet. */
const BAD_SHEET_NAME = /[[\]:*?/\\\p{Cc}]|^'|'$/u;

/** Where a sheet was written, the index of each of its formats by name, and the names that it must have in the workbook. */
export interface WrittenSheet {
  part: string;
  styles: ReadonlyMap<string, number>;
  names: readonly SheetName[];
}

/** Writes a worksheet: in the place of the one of that name, or behind all sheets. */
export function setSheet(editor: PackageEditor, content: SheetContent): WrittenSheet {
  const { name } = content;
  if (name.trim() === "" || name.length > MAX_SHEET_NAME || BAD_SHEET_NAME.test(name)) throw badName(name);
  const styles = appendStyles(editor, content.styles ?? {});
  const writing = new SheetXml(content, styles, editor.dialect.main);
  const xml = [writing.head(), ...content.rows.map((row) => writing.row(row)), writing.tail()].join("");
  const { names } = writing;
  const existing = listSheets(editor.current()).find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  if (existing === undefined) return { part: addSheet(editor, name, xml), styles, names };
  if (existing.kind !== "worksheet") throw badName(name);
  editor.set(existing.part, xml);
  const links = relationshipsName(existing.part);
  // The old sheet's drawings, notes and printer settings are not the new one's.
  if (editor.has(links)) editor.unlink(existing.part, () => true);
  dropCalculationChain(editor);
  return { part: existing.part, styles, names };
}

/** The list of cells with formulas names cells that may have none any more; Excel makes it anew when it is not there. */
export function dropCalculationChain(editor: PackageEditor): void {
  editor.unlink(editor.main, ({ kind }) => kind === "calcChain");
}

function addSheet(editor: PackageEditor, name: string, xml: string): string {
  const part = editor.freeName("xl/worksheets/sheet#.xml");
  editor.set(part, xml);
  editor.declare(part, CONTENT.worksheet);
  const link = editor.link(editor.main, "worksheet", part);
  const workbook = editor.locate(editor.main);
  const sheets = workbook.root.children.find((one) => one.name === "sheets");
  if (sheets === undefined) throw new XlsxError({ code: "missingPart", part: editor.main });
  const ids = sheets.children.map(({ attributes }) => Number(attributes.sheetId)).filter(Number.isInteger);
  const { links } = editor.dialect;
  const bound = boundPrefix(workbook, links);
  const attributes = attributesXml({
    name: escapeXstring(name),
    sheetId: Math.max(0, ...ids) + 1,
    "xmlns:r": bound === undefined ? links : undefined,
    [`${bound ?? "r"}:id`]: link,
  });
  editor.edit(workbook, [appendTo(workbook, sheets, `<${workbook.prefix}sheet${attributes}/>`)]);
  return part;
}

function badName(detail: string): XlsxError {
  return new XlsxError({ code: "badChange", reason: "sheetName", detail });
}
