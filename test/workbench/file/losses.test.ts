/** @jest-environment node */
import { XlsxError } from "../../../src/xlsx";
import { openWorkbook } from "../../../src/workbench/file/open-workbook";
import { LINKS, MAIN, fixture, linksXml, makeSheet, makeXlsx, sheetXml } from "../../xlsx/make";

const lost = async (bytes: Uint8Array) => (await openWorkbook(bytes)).lost;

test.each([
  ["excel-pictures.xlsx", [{ kind: "pictures", sheet: "Sheet1", count: 10 }]],
  ["excel-chart-sheet.xlsx", [{ kind: "chartSheets", sheet: "Chart1", count: 1 }]],
  [
    "excel-tables.xlsx",
    [
      { kind: "tables", sheet: "Sheet1", count: 1 },
      { kind: "tables", sheet: "Sheet2", count: 1 },
    ],
  ],
  ["excel-comments.xlsx", []],
  ["libreoffice.xlsx", []],
])("%s", async (name, expected) => {
  expect(await lost(fixture(name))).toEqual(expected);
});

test("what belongs to the whole workbook", async () => {
  const bytes = makeXlsx({
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${LINKS}"><workbookProtection lockStructure="1"/><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": linksXml(
      ["rId1", `${LINKS}/worksheet`, "worksheets/sheet1.xml"],
      ["rId2", `${LINKS}/externalLink`, "externalLinks/externalLink1.xml"],
      ["rId3", `${LINKS}/externalLink`, "externalLinks/externalLink2.xml"],
      ["rId4", "http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin"],
    ),
  });
  expect(await lost(bytes)).toEqual([
    { kind: "externalLinks", count: 2 },
    { kind: "macros", count: 1 },
    { kind: "workbookProtection", count: 1 },
  ]);
});

test("what belongs to a sheet: objects of a drawing, elements and extensions", async () => {
  const chart = `<xdr:graphicFrame><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"/></a:graphic></xdr:graphicFrame>`;
  const drawing = `<xdr:wsDr xmlns:xdr="x" xmlns:a="a" xmlns:mc="m"><xdr:twoCellAnchor>${chart}</xdr:twoCellAnchor><xdr:twoCellAnchor><xdr:sp/></xdr:twoCellAnchor><mc:AlternateContent><mc:Choice><xdr:pic/></mc:Choice><mc:Fallback><xdr:pic/></mc:Fallback></mc:AlternateContent></xdr:wsDr>`;
  const after =
    `<autoFilter ref="A1:B2"/><conditionalFormatting sqref="A1"><cfRule type="iconSet" priority="1"><iconSet/></cfRule></conditionalFormatting>` +
    `<rowBreaks><brk id="3"/><brk id="9"/></rowBreaks><extLst><ext uri="{78C0}"><x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule/></x14:conditionalFormatting></x14:conditionalFormattings></ext>` +
    `<ext><x14:sparklineGroups><x14:sparklineGroup/><x14:sparklineGroup/></x14:sparklineGroups></ext></extLst>`;
  const bytes = makeXlsx({
    "xl/worksheets/sheet1.xml": sheetXml(`<row r="1" outlineLevel="1"><c r="A1"><v>1</v></c></row>`, after),
    "xl/worksheets/_rels/sheet1.xml.rels": linksXml(
      ["rId1", `${LINKS}/drawing`, "../drawings/drawing1.xml"],
      ["rId2", `${LINKS}/pivotTable`, "../pivotTables/pivotTable1.xml"],
    ),
    "xl/drawings/drawing1.xml": drawing,
  });
  const found = (await lost(bytes)).map(({ kind, sheet, count }) => [kind, sheet, count]);
  expect(Object.fromEntries(found.map(([kind, , count]) => [kind, count]))).toEqual({
    autoFilters: 1,
    charts: 1,
    extendedConditionalFormats: 1,
    otherConditionalFormats: 1,
    outlines: 1,
    pageBreaks: 2,
    pictures: 1,
    pivotTables: 1,
    shapes: 1,
    sparklines: 2,
  });
  expect(new Set(found.map(([, sheet]) => sheet))).toEqual(new Set(["Sheet1"]));
});

test.each([
  ["an empty file", new Uint8Array(), "notAnXlsx"],
  ["a password", fixture("excel-password.xlsx"), "passwordProtected"],
  ["half a file", makeXlsx().subarray(0, 800), "damaged"],
  ["a bomb", makeXlsx({ "xl/worksheets/sheet1.xml": new Uint8Array(16 * 1024 * 1024) }), "zipBomb"],
  ["a DOCTYPE", makeXlsx({ "xl/styles.xml": "<!DOCTYPE a><styleSheet/>" }), "forbiddenXml"],
])("%s is refused as the reader of cells refuses it", async (_, bytes, code) => {
  await expect(openWorkbook(bytes)).rejects.toBeInstanceOf(XlsxError);
  await expect(openWorkbook(bytes)).rejects.toMatchObject({ code });
});

test("a cell in the last row and column opens at once", async () => {
  const { data } = await openWorkbook(makeSheet(`<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`));
  const sheet = data.sheets[data.sheetOrder[0]!]!;
  expect([sheet.rowCount, sheet.columnCount]).toEqual([1_048_576, 16_384]);
  expect(Object.keys(sheet.cellData!)).toEqual(["1048575"]);
});
