import { onSheet } from "../first-sheet";
import { startHost, type TestHost } from "../host";

let host: TestHost;
beforeEach(async () => {
  host = await startHost();
});
afterEach(() => host.dispose());

/** 品名, 数量, 单价, 金额 at B2:E5. */
const ORDERS = [
  ["品名", "数量", "单价", "金额"],
  ["纸张", 2, 7.5, "=C3*D3"],
  ["硒鼓", 1, 34.5, "=C4*D4"],
  ["档案盒", 5, 9.5, "=C5*D5"],
];

describe("42-range/insert-delete-clear-range", () => {
  test("an inserted row of cells pushes the others down, a deleted one pulls them up, formulas follow", async () => {
    const seen = await onSheet(async (sheet, context) => {
      sheet.getRange("B2:E5").values = ORDERS;
      sheet.getRange("B4:E4").insert("Down");
      const inserted = sheet.getRange("B4:E6").load("formulas");
      await context.sync();
      sheet.getRange("B4:E4").delete("Up");
      const deleted = sheet.getRange("B4:E5").load("formulas");
      await context.sync();
      return [inserted.formulas, deleted.formulas];
    });
    expect(seen[0]).toEqual([
      ["", "", "", ""],
      ["硒鼓", 1, 34.5, "=C5*D5"],
      ["档案盒", 5, 9.5, "=C6*D6"],
    ]);
    expect(seen[1]).toEqual([
      ["硒鼓", 1, 34.5, "=C4*D4"],
      ["档案盒", 5, 9.5, "=C5*D5"],
    ]);
  });

  test("clearing takes contents and formats", async () => {
    const seen = await onSheet(async (sheet, context) => {
      const range = sheet.getRange("B2:E2");
      range.values = [ORDERS[0]!];
      range.format.fill.color = "#4472C4";
      range.clear();
      range.load("values,format/fill/color");
      await context.sync();
      return [range.values, range.format.fill.color] as unknown[];
    });
    expect(seen).toEqual([[["", "", "", ""]], "#FFFFFF"]);
  });
});

describe("42-range/range-copyfrom", () => {
  beforeEach(() =>
    onSheet(async (sheet, context) => {
      sheet.getRange("A1:D1").values = [["3", "5", "7", ""]];
      sheet.getRange("A1:D1").format.font.italic = true;
      sheet.getRange("E1").formulas = [["=SUM(A1:D1)"]];
      sheet.getRange("G6:K6").values = [["旧", "旧", "旧", "旧", "旧"]];
      await context.sync();
    }),
  );
  const copied = (address: string, copy: (target: Excel.Range) => void) =>
    onSheet(async (sheet, context) => {
      const [first = ""] = address.split(":");
      copy(sheet.getRange(first));
      const range = sheet.getRange(address).load("formulas,values,format/font/italic");
      await context.sync();
      return { formulas: range.formulas[0], values: range.values, italic: range.format.font.italic as boolean | null };
    });

  test("formulas are copied with their references moved along, and without formats", async () => {
    const { formulas, italic } = await copied("G2:K2", (target) => target.copyFrom("A1:E1", "Formulas"));
    expect(formulas).toEqual([3, 5, 7, "", "=SUM(G2:J2)"]);
    expect(italic).toBe(false);
  });

  test("values are copied as results, one cell across a whole range", async () => {
    expect((await copied("G3:G3", (target) => target.copyFrom("E1", "Values"))).formulas).toEqual([15]);
    const seen = await onSheet(async (sheet, context) => {
      const range = sheet.getRange("G4:K4");
      range.copyFrom("A1", "Values");
      range.load("values");
      await context.sync();
      return range.values;
    });
    expect(seen).toEqual([[3, 3, 3, 3, 3]]);
  });

  test("formats are copied alone", async () => {
    const { values, italic } = await copied("G5:J5", (target) => target.copyFrom("A1:D1", "Formats"));
    expect(values).toEqual([["", "", "", ""]]);
    expect(italic).toBe(true);
  });

  test("blanks are skipped where that is asked", async () => {
    const { formulas } = await copied("G6:K6", (target) => target.copyFrom("A1:E1", "All", true, false));
    expect(formulas).toEqual([3, 5, 7, "旧", "=SUM(G6:J6)"]);
  });

  test("a row becomes a column", async () => {
    const { values } = await copied("G7:G10", (target) => target.copyFrom("A1:D1", "Values", false, true));
    expect(values).toEqual([[3], [5], [7], [""]]);
  });
});

describe("42-range/range-find", () => {
  const find = (text: string, criteria: Excel.SearchCriteria) =>
    onSheet(async (sheet, context) => {
      sheet.getRange("A1:B4").values = [
        ["市政府办", "Notes"],
        ["市政府", "notes"],
        ["县政府", "其他"],
        ["市政府（合计）", "NOTES"],
      ];
      const found = sheet.getRange("A1:B4").findOrNullObject(text, criteria).load("address");
      await context.sync();
      return found.isNullObject ? null : found.address;
    });

  test.each<[string, Excel.SearchCriteria, string | null]>([
    ["市政府", { completeMatch: false }, "Sheet1!A1"],
    ["市政府", { completeMatch: true }, "Sheet1!A2"],
    ["市政府", { completeMatch: false, searchDirection: "Backwards" }, "Sheet1!A4"],
    ["notes", { matchCase: true }, "Sheet1!B2"],
    ["省政府", {}, null],
  ])("%s with %o is %s", async (text, criteria, address) => {
    expect(await find(text, criteria)).toBe(address);
  });
});

describe("42-range/range-areas", () => {
  test("several ranges are formatted and read together; what differs reads as null", async () => {
    const seen = await onSheet(async (sheet, context) => {
      sheet.getRanges("C3:C5,E3:E5").format.fill.color = "#FFC0CB";
      const areas = sheet.getRanges("C3:C5,E3:E5").load("address,areaCount,isEntireColumn,format/fill/color");
      await context.sync();
      const together = [areas.address, areas.areaCount, areas.isEntireColumn, areas.format.fill.color];
      sheet.getRange("E3:E5").format.fill.color = "#FFFF00";
      areas.load("format/fill/color");
      await context.sync();
      return [...together, areas.format.fill.color];
    });
    expect(seen).toEqual(["Sheet1!C3:C5,Sheet1!E3:E5", 2, false, "#FFC0CB", null]);
  });

  test("cells are found by their kind: formulas; truth values and texts", async () => {
    const seen = await onSheet(async (sheet, context) => {
      sheet.getRange("B2:E5").values = ORDERS;
      sheet.getRange("F3:F5").values = [[true], [false], [1]];
      const formulas = sheet.getUsedRange().getSpecialCells("Formulas").load("address");
      const others = sheet.getUsedRange().getSpecialCells("Constants", "LogicalText").load("address");
      await context.sync();
      return [formulas.address, others.address];
    });
    expect(seen).toEqual(["Sheet1!E3:E5", "Sheet1!B2:E2,Sheet1!B3:B5,Sheet1!F3:F4"]);
  });
});

test("42-range/cell-properties: formats are set cell by cell in one go, and read back", async () => {
  const seen = await onSheet(async (sheet, context) => {
    const head: Excel.SettableCellProperties = {
      format: { fill: { color: "#0000FF" }, font: { color: "#FFFFFF", bold: true } },
    };
    const framed: Excel.SettableCellProperties = {
      format: { borders: { bottom: { style: "Continuous" }, top: { style: "Continuous" } } },
    };
    sheet.getRange("A1:B2").setCellProperties([
      [head, {}],
      [{}, framed],
    ]);
    const cells = sheet
      .getRange("A1:B2")
      .getCellProperties({ address: true, format: { fill: { color: true }, font: { color: true, bold: true } } });
    const border = sheet.getRange("B2").format.borders.getItem("EdgeBottom").load("style");
    await context.sync();
    return [cells.value[0]![0], cells.value[1]![1]!.address, border.style] as unknown[];
  });
  expect(seen).toEqual([
    expect.objectContaining({
      address: "Sheet1!A1",
      format: { fill: { color: "#0000FF" }, font: { color: "#FFFFFF", bold: true } },
    }),
    "Sheet1!B2",
    "Continuous",
  ]);
});

test("42-range/range-merged-ranges: a merged title is one area, and is found", async () => {
  const seen = await onSheet(async (sheet, context) => {
    sheet.getRange("A1").values = [["季度"]];
    sheet.getRange("A1:D1").merge();
    sheet.getRange("A2:A3").merge(true);
    const areas = sheet.getRange("A1:D4").getMergedAreasOrNullObject().load("address,areaCount");
    await context.sync();
    return [areas.address, areas.areaCount];
  });
  expect(seen).toEqual(["Sheet1!A1:D1", 1]);
});

test("42-range/range-relationships: what lies around and between ranges", async () => {
  const seen = await onSheet(async (sheet, context) => {
    const range = sheet.getRange("C3:E5");
    const related = [
      range.getOffsetRange(1, 2),
      range.getResizedRange(1, -1),
      range.getIntersection("D4:G8"),
      range.getBoundingRect("G8"),
      range.getRowsAbove(2),
      range.getColumnsAfter(1),
      range.getLastCell(),
      range.getEntireRow(),
    ].map((one) => one.load("address"));
    const none = range.getIntersectionOrNullObject("H9").load("address");
    await context.sync();
    return [...related.map(({ address }) => address.replace("Sheet1!", "")), none.isNullObject];
  });
  expect(seen).toEqual(["E4:G6", "C3:D6", "D4:E5", "C3:G8", "C1:E2", "F3:F5", "E5", "3:5", true]);
});

test("42-range/used-range: only cells with something in them count, or with a format too", async () => {
  const seen = await onSheet(async (sheet, context) => {
    const empty = sheet.getUsedRangeOrNullObject(true);
    await context.sync();
    sheet.getRange("B2:C3").values = [
      [1, 2],
      [3, 4],
    ];
    sheet.getRange("E9").format.fill.color = "#FFFF00";
    const [values, all] = [sheet.getUsedRange(true).load("address"), sheet.getUsedRange().load("address")];
    await context.sync();
    return [empty.isNullObject, values.address, all.address];
  });
  expect(seen).toEqual([true, "Sheet1!B2:C3", "Sheet1!B2:E9"]);
});

test("42-range/formatting: number format, alignment and width of a range", async () => {
  const seen = await onSheet(async (sheet, context) => {
    const range = sheet.getRange("B2:C3");
    range.values = [
      ["品名", "金额"],
      ["纸张", 1234.5],
    ];
    sheet.getRange("C3").numberFormat = [["#,##0.00"]];
    range.format.horizontalAlignment = "Center";
    range.format.font.size = 14;
    range.format.autofitColumns();
    range.load("text,format/horizontalAlignment,format/font/size");
    await context.sync();
    return [range.text, range.format.horizontalAlignment, range.format.font.size] as unknown[];
  });
  expect(seen).toEqual([
    [
      ["品名", "金额"],
      ["纸张", "1,234.50"],
    ],
    "Center",
    14,
  ]);
});

test("42-range/range-hyperlink: to an address and to a place, with a text and a tip", async () => {
  const seen = await onSheet(async (sheet, context) => {
    const [out, inside] = [sheet.getRange("A1"), sheet.getRange("A2")];
    out.hyperlink = { textToDisplay: "门户网站", screenTip: "打开", address: "https://www.example.gov.cn/" };
    inside.hyperlink = { textToDisplay: "表三", documentReference: "Sheet1!D5" };
    const range = sheet.getRange("A1:A2").load("values");
    out.load("hyperlink");
    inside.load("hyperlink");
    await context.sync();
    return [range.values, out.hyperlink.address, inside.hyperlink.documentReference];
  });
  expect(seen).toEqual([[["门户网站"], ["表三"]], "https://www.example.gov.cn/", "Sheet1!D5"]);
});
