import { blankWorkbook } from "./blank-workbook";
import { DEFAULT_LIMITS } from "./limits";
import { PackedPart } from "./packed-part";
import type { SheetContent, SheetRow } from "./patch/changes";
import { PackageEditor } from "./patch/package-editor";
import { setProperties } from "./patch/set-properties";
import { setSheet } from "./patch/set-sheet";
import { SheetXml, sheetNameXml } from "./patch/sheet-xml";
import type { PropertyValue } from "./workbook";
import { Zip } from "./zip";
import { writeZip, type PartChange } from "./zip-writer";

/** A sheet whose rows come one by one. */
export type SheetHead = Omit<SheetContent, "rows">;

interface OpenSheet {
  part: string;
  xml: SheetXml;
  packed: PackedPart;
}

/**
 * A new workbook of plain sheets that is written row by row, in any order of the sheets. Rows are packed as they come, so that
 * there may be very many. Texts are written as texts, whatever they begin with: none becomes a formula.
 */
export class WorkbookWriter {
  readonly #zip: Zip;
  readonly #main: string;
  readonly #sheets: readonly OpenSheet[];

  /** @throws XlsxError `badChange` for a name that no sheet can have */
  constructor(
    sheets: readonly [SheetHead, ...SheetHead[]],
    customProperties: Readonly<Record<string, PropertyValue>> = {},
  ) {
    const editor = new PackageEditor(new Zip(blankWorkbook(sheets[0].name), DEFAULT_LIMITS));
    this.#sheets = sheets.map((head) => {
      const { part, styles } = setSheet(editor, { ...head, rows: [] });
      const xml = new SheetXml(head, styles, editor.dialect.main);
      const packed = new PackedPart();
      packed.write(xml.head());
      return { part, xml, packed };
    });
    setProperties(editor, customProperties);
    this.#zip = new Zip(editor.finish(), DEFAULT_LIMITS);
    this.#main = editor.main;
  }

  /**
   * Adds a row to a sheet, named by its place.
   * @throws XlsxError `badChange` for a row or a value that no sheet can hold
   */
  add(sheet: number, row: SheetRow): void {
    const { xml, packed } = this.#sheets[sheet]!;
    packed.write(xml.row(row));
  }

  /**
   * The bytes of the .xlsx; nothing can be added any more.
   * @param header stands above each printed page
   */
  finish(header?: string): Uint8Array {
    const changes = this.#sheets.map(({ part, xml, packed }): [string, PartChange] => {
      packed.write(xml.tail(header));
      return [part.toLowerCase(), { name: part, bytes: packed.end() }];
    });
    const names = this.#sheets.flatMap(({ xml }, index) => xml.names.map((name) => sheetNameXml("", index, name)));
    if (names.length > 0) changes.push([this.#main.toLowerCase(), { name: this.#main, bytes: this.#withNames(names) }]);
    return writeZip(this.#zip, new Map(changes));
  }

  #withNames(names: readonly string[]): Uint8Array {
    const main = new TextDecoder().decode(this.#zip.part(this.#main));
    const end = "</sheets>";
    return new TextEncoder().encode(main.replace(end, `${end}<definedNames>${names.join("")}</definedNames>`));
  }
}
