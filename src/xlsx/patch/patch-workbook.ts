import { DEFAULT_LIMITS, type Limits } from "../limits";
import { Zip } from "../zip";
import type { WorkbookChanges } from "./changes";
import { PackageEditor } from "./package-editor";
import { setCells } from "./set-cells";
import { setCustomXml } from "./set-custom-xml";
import { setNames } from "./set-names";
import { setProperties } from "./set-properties";
import { setSheet } from "./set-sheet";

/**
 * Changes some things in a workbook and leaves the rest as it is: entries of the file that no change concerns come out
 * byte for byte, packed as they were, in their order; parts that a change concerns change only where they must.
 * The same changes of the same file give the same bytes.
 * @throws XlsxError as `readWorkbook` does, or `badChange` when a change cannot be made
 */
export function patchWorkbook(bytes: Uint8Array, changes: WorkbookChanges, limits: Partial<Limits> = {}): Uint8Array {
  const editor = new PackageEditor(new Zip(bytes, { ...DEFAULT_LIMITS, ...limits }));
  for (const sheet of changes.sheets ?? []) setNames(editor, sheet.name, setSheet(editor, sheet).names);
  setCells(editor, changes.cells ?? []);
  for (const part of changes.customXml ?? []) setCustomXml(editor, part);
  setProperties(editor, changes.customProperties ?? {});
  return editor.finish();
}
