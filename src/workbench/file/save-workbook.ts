import { BooleanNumber, type IWorkbookData, type IWorksheetData } from "@univerjs/core";
import type { WorkbookExtras } from "../extras";
import { attributesXml, escapeXstring } from "../../xlsx/escape";
import { XML_HEAD } from "../../xlsx/patch/dialect";
import { compose } from "./composed-styles";
import type { ConditionalRule } from "./conditional-formats";
import type { ValidationRule } from "./data-validations";
import { writeDocumentParts } from "./document-parts";
import { namesXml, type GridName } from "./names";
import { commentsXml, notesDrawingXml, type Note } from "./notes";
import { LINKS, MAIN, PackageWriter } from "./package-writer";
import { RESOURCES, readResource } from "./resources";
import { SharedStrings } from "./shared-strings-writer";
import { ColumnUnits } from "./units";
import { sheetXml, type SheetSink, type SheetToWrite } from "./write-sheet";
import { StyleSheet } from "./write-styles";

const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const WORKBOOK = "xl/workbook.xml";
/** The font of cells in a workbook that names none: that of a new one in Chinese Excel. */
const STANDARD_FONT = { ff: "等线", fs: 11 };

/** Makes the .xlsx of a workbook in the grid. */
export async function saveWorkbook(data: IWorkbookData, extras: WorkbookExtras): Promise<Uint8Array> {
  // Writing takes a while: the page gets to draw that it waits.
  await Promise.resolve();
  const writer = new PackageWriter();
  const standard = compose(STANDARD_FONT, typeof data.defaultStyle === "string" ? data.styles[data.defaultStyle] : data.defaultStyle); // prettier-ignore
  const names = Object.values(readResource<GridName>(data, RESOURCES.names));
  const sheets = sheetsOf(data);
  const sink: SheetSink = {
    data: { ...data, defaultStyle: standard },
    writer,
    styles: new StyleSheet(standard),
    strings: new SharedStrings(),
    columns: new ColumnUnits(standard.ff ?? STANDARD_FONT.ff, standard.fs ?? STANDARD_FONT.fs),
    links: {
      sheetIds: new Map(sheets.map(([id, { name = id }]) => [name.toLowerCase(), id])),
      sheetNames: new Map(sheets.map(([id, { name = id }]) => [id, name])),
      nameIds: new Map(names.map(({ id, name }) => [name.toLowerCase(), id])),
      names: new Map(names.map(({ id, name }) => [id, name])),
    },
  };
  writer.link("", "officeDocument", WORKBOOK);
  const links = writeSheets(sheets, extras, sink);
  writer.add(WORKBOOK, `${SPREADSHEET}.sheet.main+xml`, workbookXml(sheets, links, names, extras));
  writer.add("xl/styles.xml", `${SPREADSHEET}.styles+xml`, sink.styles.xml);
  writer.link(WORKBOOK, "styles", "xl/styles.xml");
  if (!sink.strings.isEmpty) {
    writer.add("xl/sharedStrings.xml", `${SPREADSHEET}.sharedStrings+xml`, sink.strings.xml);
    writer.link(WORKBOOK, "sharedStrings", "xl/sharedStrings.xml");
  }
  writeDocumentParts(writer, WORKBOOK, extras);
  return writer.pack();
}

type Sheets = [id: string, sheet: Partial<IWorksheetData>][];

/** The sheets in the order of their tabs. */
function sheetsOf({ sheetOrder, sheets }: IWorkbookData): Sheets {
  return sheetOrder.flatMap((id): Sheets => {
    const sheet = sheets[id];
    return sheet === undefined ? [] : [[id, sheet]];
  });
}

/** Index of the first sheet that is not hidden. */
function firstVisible(sheets: Sheets): number {
  return Math.max(0, sheets.findIndex(([, { hidden }]) => hidden !== BooleanNumber.TRUE)); // prettier-ignore
}

/** Writes the worksheets and gives the ids of the links to them. */
function writeSheets(sheets: Sheets, extras: WorkbookExtras, sink: SheetSink): string[] {
  const { data, writer } = sink;
  const formats = readResource<ConditionalRule[]>(data, RESOURCES.conditionalFormats);
  const validations = readResource<ValidationRule[]>(data, RESOURCES.validations);
  const notes = readResource<Record<string, Record<string, Note>>>(data, RESOURCES.notes);
  return sheets.map(([id, sheet], index) => {
    const part = `xl/worksheets/sheet${index + 1}.xml`;
    const toWrite: SheetToWrite = {
      part,
      sheet,
      extras: extras.sheets[id],
      conditionalFormats: formats[id] ?? [],
      validations: validations[id] ?? [],
      isShown: index === firstVisible(sheets),
    };
    const own = Object.entries(notes[id] ?? {}).flatMap(([row, columns]) =>
      Object.entries(columns).map(([col, note]) => ({ ...note, row: Number(row), col: Number(col) })),
    );
    const custom = customPropertiesXml(part, index, extras.sheets[id]?.customProperties ?? {}, writer);
    const after = custom + writeNotes(part, index + 1, own, writer);
    writer.add(part, `${SPREADSHEET}.worksheet+xml`, sheetXml(toWrite, sink, after));
    return writer.link(WORKBOOK, "worksheet", part);
  });
}

/** Custom properties of a sheet: each text in a part of its own, in UTF-16 (ISO/IEC 29500-1, 12.3.6). */
function customPropertiesXml(
  part: string,
  sheet: number,
  properties: Record<string, string>,
  writer: PackageWriter,
): string {
  const elements = Object.entries(properties).map(([name, value], index) => {
    const target = `xl/customProperty${sheet + 1}-${index + 1}.bin`;
    const bytes = new Uint8Array(value.length * 2);
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < value.length; at++) view.setUint16(at * 2, value.charCodeAt(at), true);
    writer.add(target, `${SPREADSHEET}.customProperty`, bytes);
    return `<customPr${attributesXml({ name: escapeXstring(name), "r:id": writer.link(part, "customProperty", target) })}/>`;
  });
  return elements.length === 0 ? "" : `<customProperties>${elements.join("")}</customProperties>`;
}

/** Writes the notes of a sheet; gives the element that shows them. */
function writeNotes(part: string, number: number, notes: readonly Note[], writer: PackageWriter): string {
  if (notes.length === 0) return "";
  const inOrder = [...notes].sort((a, b) => a.row - b.row || a.col - b.col);
  const comments = `xl/comments${number}.xml`;
  const drawing = `xl/drawings/vmlDrawing${number}.vml`;
  writer.add(comments, `${SPREADSHEET}.comments+xml`, commentsXml(inOrder));
  writer.add(drawing, "application/vnd.openxmlformats-officedocument.vmlDrawing", notesDrawingXml(inOrder));
  writer.link(part, "comments", comments);
  return `<legacyDrawing r:id="${writer.link(part, "vmlDrawing", drawing)}"/>`;
}

function workbookXml(
  sheets: Sheets,
  links: readonly string[],
  names: readonly GridName[],
  extras: WorkbookExtras,
): string {
  const elements = sheets.map(([id, { name = id, hidden }], index) => {
    const isHidden = hidden === BooleanNumber.TRUE;
    const state = !isHidden ? undefined : extras.sheets[id]?.isVeryHidden ? "veryHidden" : "hidden";
    const attributes = { name: escapeXstring(name), sheetId: index + 1, state, "r:id": links[index] };
    return `<sheet${attributesXml(attributes)}/>`;
  });
  const printed = new Map(sheets.map(([id, { name = id }]) => [id, { name, layout: extras.sheets[id]?.pageLayout }]));
  return (
    `${XML_HEAD}<workbook xmlns="${MAIN}" xmlns:r="${LINKS}"><workbookPr/>` +
    `<bookViews><workbookView${attributesXml({ activeTab: firstVisible(sheets) || undefined })}/></bookViews>` +
    `<sheets>${elements.join("")}</sheets>${namesXml(names, printed)}` +
    // The grid may know fewer functions than Excel: whoever opens the file is to calculate all.
    `<calcPr fullCalcOnLoad="1"/></workbook>`
  );
}
