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
  readonly #editor: PackageEditor;
  readonly #sheets: OpenSheet[] = [];

  /** @throws XlsxError `badChange` for a name that no sheet can have */
  constructor(sheets: readonly [SheetHead, ...SheetHead[]]) {
    this.#editor = new PackageEditor(new Zip(blankWorkbook(sheets[0].name), DEFAULT_LIMITS));
    for (const head of sheets) this.addSheet(head);
  }

  /**
   * Adds a sheet behind all others; gives its place.
   * @throws XlsxError `badChange` for a name that no sheet can have
   */
  addSheet(head: SheetHead): number {
    const { part, styles } = setSheet(this.#editor, { ...head, rows: [] });
    const xml = new SheetXml(head, styles, this.#editor.dialect.main);
    const packed = new PackedPart();
    packed.write(xml.head());
    return this.#sheets.push({ part, xml, packed }) - 1;
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
  finish(header?: string, customProperties: Readonly<Record<string, PropertyValue>> = {}): Uint8Array {
    const { main } = this.#editor;
    setProperties(this.#editor, customProperties);
    const zip = new Zip(this.#editor.finish(), DEFAULT_LIMITS);
    const changes = this.#sheets.map(({ part, xml, packed }): [string, PartChange] => {
      packed.write(xml.tail(header));
      return [part.toLowerCase(), { name: part, bytes: packed.end() }];
    });
    const names = this.#sheets.flatMap(({ xml }, index) => xml.names.map((name) => sheetNameXml("", index, name)));
    if (names.length > 0) changes.push([main.toLowerCase(), { name: main, bytes: withNames(zip.part(main), names) }]);
    return writeZip(zip, new Map(changes));
  }
}

function withNames(main: Uint8Array | undefined, names: readonly string[]): Uint8Array {
  const end = "</sheets>";
  const text = new TextDecoder().decode(main);
  return new TextEncoder().encode(text.replace(end, `${end}<definedNames>${names.join("")}</definedNames>`));
}
