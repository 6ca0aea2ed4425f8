import { cellAt, readWorkbook, type Cell } from "../../src/xlsx";
import { LINKS, MAIN, linksXml, makeSheet, makeXlsx, sheetXml, stringsXml } from "./make";
import { problemOf } from "./problem";

function cellsOf(rows: string, more = {}): Cell[] {
  return readWorkbook(makeSheet(rows, more)).sheets[0]!.rows.flatMap(({ cells }) => cells);
}

function firstCell(cell: string, more = {}): Cell {
  return cellsOf(`<row r="1">${cell}</row>`, more)[0]!;
}

describe("values", () => {
  test.each([
    [`<c r="A1"><v>12</v></c>`, 12, "12"],
    [`<c r="A1" t="n"><v> 0.30000000000000004\n</v></c>`, 0.30000000000000004, "0.30000000000000004"],
    [`<c r="A1"><v>-1.5E-3</v></c>`, -0.0015, "-1.5E-3"],
    [`<c r="A1" t="b"><v>1</v></c>`, true, "1"],
    [`<c r="A1" t="b"><v>0</v></c>`, false, "0"],
    [`<c r="A1" t="e"><v>#DIV/0!</v></c>`, { error: "#DIV/0!" }, "#DIV/0!"],
    [`<c r="A1" t="str"><v>１２</v></c>`, "１２", "１２"],
    [`<c r="A1" t="str"><f>""</f><v></v></c>`, "", ""],
    [`<c r="A1" t="inlineStr"><is><t>件</t></is></c>`, "件", "件"],
    [
      `<c r="A1" t="inlineStr"><is><r><t>予以</t></r><r><rPr><b/></rPr><t>公开</t></r></is></c>`,
      "予以公开",
      "予以公开",
    ],
    [`<c r="A1"><is><t>no type</t></is></c>`, "no type", "no type"],
    [`<c r="A1" t="d"><v>2020-12-31</v></c>`, 44196, "2020-12-31"],
    [`<c r="A1" t="d"><v>1900-02-28T12:00:00Z</v></c>`, 59.5, "1900-02-28T12:00:00Z"],
    [`<c r="A1" t="d"><v>soon</v></c>`, "soon", "soon"],
    [`<c r="A1"><v><![CDATA[7]]></v></c>`, 7, "7"],
  ])("%s", (xml, value, text) => {
    expect(firstCell(xml)).toMatchObject({ value, text });
  });

  test("a cell that holds a format only is blank and left out, one with a formula is kept", () => {
    expect(cellsOf(`<row r="1"><c r="A1" s="0"/><c r="B1"><v></v></c><c r="C1"><f>A1</f></c></row>`)).toEqual([
      { row: 0, column: 2, value: null, text: "", formula: "A1" },
    ]);
  });

  test("dates of the 1904 system stay as they are", () => {
    const book = makeSheet(`<row r="1"><c r="A1"><v>5</v></c><c r="B1" t="d"><v>1904-01-06</v></c></row>`, {
      "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${LINKS}"><workbookPr date1904="1"/><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    });
    const read = readWorkbook(book);
    expect(read.date1904).toBe(true);
    expect(read.sheets[0]!.rows[0]!.cells.map(({ value }) => value)).toEqual([5, 5]);
  });
});

describe("shared strings", () => {
  const read = (items: string): unknown =>
    firstCell(`<c r="A1" t="s"><v>0</v></c>`, { "xl/sharedStrings.xml": stringsXml(items) }).value;

  test.each([
    ["plain", `<si><t>总计</t></si>`, "总计"],
    ["rich", `<si><r><rPr><b/></rPr><t>（七）</t></r><r><t xml:space="preserve"> 总计</t></r></si>`, "（七） 总计"],
    ["phonetic", `<si><t>課きく</t><rPh sb="0" eb="1"><t>カ</t></rPh><phoneticPr fontId="1"/></si>`, "課きく"],
    ["kept space", `<si><t xml:space="preserve">  a  </t></si>`, "  a  "],
    ["layout space", `<si><t>\n   a b&#12288;\n</t></si>`, "a b\u3000"],
    ["escapes", `<si><t>a_x000D_\nb_x005F_x000D_ &lt;&#20214;&gt;</t></si>`, "a\r\nb_x000D_ <件>"],
    ["empty", `<si/>`, ""],
  ])("%s", (_, items, text) => expect(read(items)).toBe(text));
});

describe("places", () => {
  test("rows and cells without r count on", () => {
    const cells = cellsOf(
      `<row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>`,
    );
    expect(cells.map(({ row, column, value }) => [row, column, value])).toEqual([
      [0, 0, 1],
      [0, 1, 2],
      [4, 2, 3],
      [4, 3, 4],
      [5, 0, 5],
    ]);
  });

  test("cells out of order are put in order, the later of two counts", () => {
    const sheet = readWorkbook(
      makeSheet(
        `<row r="3"><c r="B3"><v>1</v></c><c r="A3"><v>2</v></c></row><row r="1"><c r="A1"><v>3</v></c></row><row r="3"><c r="B3"><v>4</v></c></row>`,
      ),
    ).sheets[0]!;
    expect(sheet.rows.map(({ row, cells }) => [row, cells.map(({ value }) => value)])).toEqual([
      [0, [3]],
      [2, [2, 4]],
    ]);
    expect(cellAt(sheet, 2, 1)?.value).toBe(4);
    expect(cellAt(sheet, 1, 1)).toBeUndefined();
  });

  test("the last cell of a sheet costs no more than any other", () => {
    const sheet = readWorkbook(makeSheet(`<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`)).sheets[0]!;
    expect(sheet.rows).toEqual([{ row: 1048575, cells: [{ row: 1048575, column: 16383, value: 1, text: "1" }] }]);
  });
});

describe("formulas", () => {
  test("text, cached value, shared and array formulas", () => {
    const cells = cellsOf(
      `<row r="1"><c r="A1"><f>SUM(B1:C1)</f><v>3</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">$A1+C$1+"C1"&amp;'A1'!D4</f><v>1</v></c><c r="C1"><f t="array" ref="C1:C2">=TRANSPOSE(A1:B1)</f><v>1</v></c></row>` +
        `<row r="3"><c r="B3"><f t="shared" si="0"/><v>1</v></c></row>`,
    );
    expect(cells.map(({ formula, arrayRange }) => [formula, arrayRange])).toEqual([
      ["SUM(B1:C1)", undefined],
      [`$A1+C$1+"C1"&'A1'!D4`, undefined],
      ["TRANSPOSE(A1:B1)", "C1:C2"],
      [`$A3+C$1+"C1"&'A1'!D6`, undefined],
    ]);
  });
});

test("number formats: built in, Chinese built in and own", () => {
  const styles =
    `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="176" formatCode="0.0000&quot;万元&quot;"/></numFmts>` +
    `<cellStyleXfs count="1"><xf numFmtId="9"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="31"/><xf numFmtId="176"/></cellXfs></styleSheet>`;
  const row = `<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"><v>1</v></c><c r="C1" s="2"><v>1</v></c><c r="D1" s="3"><v>1</v></c></row>`;
  expect(cellsOf(row, { "xl/styles.xml": styles }).map(({ format }) => format)).toEqual([
    undefined,
    "0.00%",
    'yyyy"年"m"月"d"日"',
    '0.0000"万元"',
  ]);
});

describe("workbook", () => {
  test("sheets with their states, merges, dimension, protection, names, properties and custom XML", () => {
    const custom = `<Properties xmlns="p" xmlns:vt="v"><property name="年度"><vt:i4>2020</vt:i4></property><property name="单位"><vt:lpwstr>辛店镇_x000D_</vt:lpwstr></property><property name="ok"><vt:bool>true</vt:bool></property><property name="at"><vt:filetime>2021-01-02T03:04:05Z</vt:filetime></property><property name="__proto__"><vt:lpwstr>x</vt:lpwstr></property></Properties>`;
    const book = readWorkbook(
      makeXlsx({
        "_rels/.rels": linksXml(
          ["rId1", `${LINKS}/officeDocument`, "/xl/workbook.xml"],
          ["rId2", `${LINKS}/custom-properties`, "docProps\\custom.xml"],
        ),
        "docProps/custom.xml": custom,
        "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${LINKS}"><sheets><sheet name="表三" sheetId="1" r:id="rId1"/><sheet name="B" sheetId="2" state="veryHidden" r:id="rId9"/></sheets><definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">表三!$A$1:$J$28</definedName><definedName name="总计" hidden="1" comment="c">表三!$J$27</definedName></definedNames></workbook>`,
        "xl/_rels/workbook.xml.rels": linksXml(
          ["rId1", `${LINKS}/worksheet`, "/xl/worksheets/sheet1.xml"],
          ["rId9", `${LINKS}/worksheet`, "./worksheets/../worksheets/%E8%A1%A8.xml"],
          ["rId4", `${LINKS}/customXml`, "../customXml/item1.xml"],
        ),
        "xl/worksheets/sheet1.xml": sheetXml(
          "",
          `<sheetProtection sheet="1"/><mergeCells count="1"><mergeCell ref="A1:C3"/></mergeCells>`,
          `<dimension ref="A1:J28"/>`,
        ),
        "xl/worksheets/表.xml": sheetXml(`<row r="1"><c r="A1"><v>1</v></c></row>`),
        "customXml/item1.xml": `<?xml version="1.0"?><g:notes xmlns:g="urn:gouji"><g:note/></g:notes>`,
        "customXml/_rels/item1.xml.rels": linksXml(["rId1", `${LINKS}/customXmlProps`, "itemProps1.xml"]),
        "customXml/itemProps1.xml": `<ds:datastoreItem ds:itemID="{11111111-1111-1111-1111-111111111111}" xmlns:ds="ds"/>`,
      }),
    );
    expect(book.sheets.map(({ rows, ...sheet }) => ({ ...sheet, rows: rows.length }))).toEqual([
      {
        name: "表三",
        kind: "worksheet",
        state: "visible",
        part: "xl/worksheets/sheet1.xml",
        merges: [{ firstRow: 0, firstColumn: 0, lastRow: 2, lastColumn: 2 }],
        conditionalFormulas: [],
        dimension: "A1:J28",
        protected: true,
        rows: 0,
      },
      {
        name: "B",
        kind: "worksheet",
        state: "veryHidden",
        part: "xl/worksheets/表.xml",
        merges: [],
        conditionalFormulas: [],
        dimension: null,
        protected: false,
        rows: 1,
      },
    ]);
    expect(book.definedNames).toEqual([
      { name: "_xlnm.Print_Area", formula: "表三!$A$1:$J$28", hidden: false, sheet: 0 },
      { name: "总计", formula: "表三!$J$27", hidden: true, comment: "c" },
    ]);
    expect(Object.entries(book.properties.custom)).toEqual([
      ["年度", 2020],
      ["单位", "辛店镇\r"],
      ["ok", true],
      ["at", { date: "2021-01-02T03:04:05Z" }],
      ["__proto__", "x"],
    ]);
    expect(book.customXml).toEqual([
      {
        id: "{11111111-1111-1111-1111-111111111111}",
        namespace: "urn:gouji",
        xml: `<?xml version="1.0"?><g:notes xmlns:g="urn:gouji"><g:note/></g:notes>`,
        part: "customXml/item1.xml",
      },
    ]);
  });

  test("strict namespaces, a prefix for every element, names with backslashes and in another case, UTF-16", () => {
    const strict = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    const links = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le"));
    const book = readWorkbook(
      makeXlsx({
        "_rels/.rels": linksXml(["rId1", `${links}/officeDocument`, "xl\\workbook.xml"]),
        "xl/workbook.xml": null,
        "xl\\workbook.xml": `<x:workbook xmlns:x="${strict}" xmlns:rel="${links}"><x:workbookPr/><x:sheets><x:sheet name="S" sheetId="1" rel:id="rId1"/></x:sheets></x:workbook>`,
        "xl/_rels/workbook.xml.rels": linksXml(
          ["rId1", `${links}/worksheet`, "worksheets/Sheet1.xml"],
          ["rId2", `${links}/sharedStrings`, "SharedStrings.xml"],
        ),
        "xl/worksheets/sheet1.xml": `<x:worksheet xmlns:x="${strict}"><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c><x:c r="B1" t="inlineStr"><x:is><x:t>b</x:t></x:is></x:c><y:c xmlns:y="other"><y:v>9</y:v></y:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A2:B2"/></x:mergeCells></x:worksheet>`,
        "xl/sharedStrings.xml": utf16(`<x:sst xmlns:x="${strict}"><x:si><x:t>甲</x:t></x:si></x:sst>`),
      }),
    );
    expect(book.sheets[0]!.rows[0]!.cells.map(({ value }) => value)).toEqual(["甲", "b"]);
    expect(book.sheets[0]!.merges).toHaveLength(1);
  });

  test("a workbook without shared strings or styles is read; a missing sheet part is named", () => {
    const bare = { "xl/styles.xml": null, "xl/_rels/workbook.xml.rels": linksXml(["rId1", `${LINKS}/worksheet`, "worksheets/sheet1.xml"]) }; // prettier-ignore
    expect(firstCell(`<c r="A1" s="7"><v>1</v></c>`, bare).value).toBe(1);
    expect(firstCell(`<c r="A1" s="7"><v>1</v></c>`, { "xl/styles.xml": null }).value).toBe(1);
    expect(problemOf(() => readWorkbook(makeXlsx({ "xl/worksheets/sheet1.xml": null })))).toEqual({
      code: "missingPart",
      part: "xl/worksheets/sheet1.xml",
    });
  });

  test("more cells than allowed are refused by the sheet's name", () => {
    const book = makeSheet(`<row r="1"><c><v>1</v></c><c><v>2</v></c><c/><c><v>3</v></c></row>`);
    expect(readWorkbook(book, { cells: 3 }).sheets[0]!.rows[0]!.cells).toHaveLength(3);
    expect(problemOf(() => readWorkbook(book, { cells: 2 }))).toEqual({
      code: "tooManyCells",
      sheet: "Sheet1",
      allowed: 2,
    });
  });
});
