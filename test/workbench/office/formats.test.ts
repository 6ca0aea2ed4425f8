import { onSheet } from "../first-sheet";
import { startHost, type TestHost } from "../host";

let host: TestHost;
beforeEach(async () => {
  host = await startHost();
});
afterEach(() => host.dispose());

test("every property of a format reads back as it was set", async () => {
  const settings = {
    horizontalAlignment: "Center",
    verticalAlignment: "Top",
    wrapText: true,
    indentLevel: 2,
    textOrientation: 90,
    columnWidth: 60,
    rowHeight: 24,
    fill: { color: "#FFC7CE" },
    font: {
      name: "仿宋",
      size: 14,
      color: "#9C0006",
      bold: true,
      italic: true,
      underline: "Single",
      strikethrough: true,
    },
  } as const;
  const read = await onSheet(async (sheet, context) => {
    const range = sheet.getRange("B2:C3");
    range.format.set(settings);
    range.load(
      "format/horizontalAlignment,format/verticalAlignment,format/wrapText,format/indentLevel,format/textOrientation," +
        "format/columnWidth,format/rowHeight,format/fill/color,format/font/name,format/font/size,format/font/color," +
        "format/font/bold,format/font/italic,format/font/underline,format/font/strikethrough",
    );
    await context.sync();
    return range.toJSON().format;
  });
  expect(read).toEqual(settings);
});

test("a mixed format reads as null, an unset one as Excel's defaults", async () => {
  const [mixed, blank] = await onSheet(async (sheet, context) => {
    sheet.getRange("A1").format.font.bold = true;
    const range = sheet.getRange("A1:A2").load("format/font/bold,format/font/name,format/fill/color");
    const far = sheet.getRange("Z900").load("format/font/size,format/horizontalAlignment,format/protection/locked");
    await context.sync();
    return [range.toJSON().format, far.toJSON().format];
  });
  expect(mixed).toMatchObject({ font: { bold: null, name: "等线" }, fill: { color: "#FFFFFF" } });
  expect(blank).toMatchObject({ font: { size: 11 }, horizontalAlignment: "General", protection: { locked: true } });
});

test("clearing a fill takes it away and leaves the rest", async () => {
  const read = await onSheet(async (sheet, context) => {
    const range = sheet.getRange("A1");
    range.format.fill.color = "red";
    range.format.font.bold = true;
    range.format.fill.clear();
    range.load("format/fill/color,format/font/bold");
    await context.sync();
    return range.toJSON().format;
  });
  expect(read).toMatchObject({ fill: { color: "#FFFFFF" }, font: { bold: true } });
});

test("borders: edges and inner lines, shared between neighbours", async () => {
  const read = await onSheet(async (sheet, context) => {
    const range = sheet.getRange("B2:D4");
    for (const side of ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const) {
      const border = range.format.borders.getItem(side);
      border.style = "Continuous";
      border.weight = "Medium";
      border.color = "#112233";
    }
    range.format.borders.getItem("InsideHorizontal").style = "Dot";
    const lines = {
      top: range.format.borders.getItem("EdgeTop"),
      inner: range.format.borders.getItem("InsideHorizontal"),
      innerVertical: range.format.borders.getItem("InsideVertical"),
      above: sheet.getRange("B1:D1").format.borders.getItem("EdgeBottom"),
      cell: sheet.getRange("C3").format.borders.getItem("EdgeTop"),
    };
    for (const line of Object.values(lines)) line.load("style,weight,color");
    await context.sync();
    // the neighbour takes the line away again: it is the same line
    sheet.getRange("B1:D1").format.borders.getItem("EdgeBottom").style = "None";
    const gone = range.format.borders.getItem("EdgeTop").load("style");
    await context.sync();
    return [...Object.values(lines).map(({ style, weight, color }) => [style, weight, color]), gone.style];
  });
  expect(read).toEqual([
    ["Continuous", "Medium", "#112233"],
    ["Dot", "Thin", "#000000"],
    ["None", "Thin", "#000000"],
    ["Continuous", "Medium", "#112233"],
    ["Dot", "Thin", "#000000"],
    "None",
  ]);
});

test("formats several ranges at once", async () => {
  const read = await onSheet(async (sheet, context) => {
    const areas = sheet.getRanges("A1,C3:D4");
    areas.format.fill.color = "#DDEBF7";
    areas.load("format/fill/color,cellCount,areas/items/address");
    const between = sheet.getRange("B2").format.fill.load("color");
    await context.sync();
    return [areas.format.fill.color, areas.cellCount, areas.areas.items.map(({ address }) => address), between.color];
  });
  expect(read).toEqual(["#DDEBF7", 5, ["Sheet1!A1", "Sheet1!C3:D4"], "#FFFFFF"]);
});

test("sets and gets properties cell by cell in one action", async () => {
  host.counters.reset();
  const read = await onSheet(async (sheet, context) => {
    const range = sheet.getRange("A1:B1");
    range.setCellProperties([
      [
        {
          format: {
            fill: { color: "#FFFF00" },
            font: { bold: true, name: "宋体" },
            horizontalAlignment: "Right",
            borders: { bottom: { style: "Continuous", weight: "Thin", color: "#000000" } },
            protection: { locked: false },
          },
        },
        {},
      ],
    ]);
    await context.sync();
    range.setRowProperties([{ format: { rowHeight: 30 } }]);
    range.setColumnProperties([{ format: { columnWidth: 45 } }, { columnHidden: true }]);
    const cells = range.getCellProperties({
      address: true,
      format: { fill: { color: true }, font: { bold: true }, protection: true },
    });
    const border = sheet.getRange("A1").format.borders.getItem("EdgeBottom").load("style");
    const size = sheet.getRange("A1").load("format/rowHeight,format/columnWidth");
    const hidden = sheet.getRange("B1").load("columnHidden");
    await context.sync();
    return [cells.value, border.style, size.toJSON().format, hidden.columnHidden];
  });
  expect(read).toEqual([
    [
      [
        {
          address: "Sheet1!A1",
          format: { fill: { color: "#FFFF00" }, font: { bold: true }, protection: { locked: false } },
        },
        {
          address: "Sheet1!B1",
          format: { fill: { color: "#FFFFFF" }, font: { bold: false }, protection: { locked: true } },
        },
      ],
    ],
    "Continuous",
    { rowHeight: 30, columnWidth: 45 },
    true,
  ]);
  expect(host.counters.each[0]?.writes).toBe(1);
});

test("fits columns to their widest text, a Chinese character twice a digit", async () => {
  const widths = await onSheet(async (sheet, context) => {
    sheet.getRange("A1:B1").values = [["一二三四五六七八九十", "1234567890"]];
    sheet.getRange("A:B").format.autofitColumns();
    const columns = ["A1", "B1"].map((address) => sheet.getRange(address).load("format/columnWidth"));
    await context.sync();
    return columns.map(({ format }) => format.columnWidth);
  });
  expect(widths[0]).toBeGreaterThan(105);
  expect(widths[0]).toBeLessThan(125);
  expect(widths[1]).toBeLessThan(70);
});

test("an alignment that the grid cannot show is refused, not forgotten", async () => {
  const failed = onSheet(async (sheet, context) => {
    sheet.getRange("A1").format.horizontalAlignment = "CenterAcrossSelection";
    await context.sync();
  });
  await expect(failed).rejects.toMatchObject({
    code: "UnsupportedOperation",
    debugInfo: { errorLocation: "RangeFormat.horizontalAlignment" },
  });
});

test("hyperlinks: to an address, and to cells by the sheet's name even after it was renamed", async () => {
  const links = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    context.workbook.worksheets.add("表二");
    sheet.getRange("A1").hyperlink = { address: "https://example.com/", textToDisplay: "网页", screenTip: "提示" };
    sheet.getRange("A2").hyperlink = { documentReference: "表二!B3", textToDisplay: "转到" };
    context.workbook.worksheets.getItem("表二").name = "表 四";
    const cells = ["A1", "A2", "A3"].map((address) => sheet.getRange(address).load("hyperlink,values"));
    await context.sync();
    return cells.map(({ hyperlink, values }) => [hyperlink, values[0]?.[0] as unknown]);
  });
  expect(links).toEqual([
    [{ address: "https://example.com/", screenTip: "提示", textToDisplay: "网页" }, "网页"],
    [{ documentReference: "'表 四'!B3", screenTip: "", textToDisplay: "转到" }, "转到"],
    [null, ""],
  ]);
});

test("a border drawn right after a formula was written once lost the formula", async () => {
  const values = await onSheet(async (sheet, context) => {
    const cell = sheet.getRange("A1");
    cell.formulas = [["=1+1"]];
    cell.format.borders.getItem("EdgeTop").style = "Continuous";
    cell.format.protection.locked = false;
    cell.load("values,formulas");
    await context.sync();
    return [cell.values, cell.formulas];
  });
  expect(values).toEqual([[[2]], [["=1+1"]]]);
  await host.undo();
  await host.redo();
  expect(host.value("Sheet1", "A1")).toBe(2);
});

test("an inserted row takes format and lock of the row above, and once took a flag's colour for good", async () => {
  await onSheet(async (sheet, context) => {
    sheet.getRange("A1:B2").values = [
      [1, 2],
      [1, 1],
    ];
    sheet.getRange("A1:B1").format.font.bold = true;
    sheet.getRange("B1").format.protection.locked = false;
    const flag = sheet.getRange("B1:B2").conditionalFormats.add(Excel.ConditionalFormatType.custom);
    flag.custom.rule.formula = "=$A1<>$B1";
    flag.custom.format.fill.color = "#FFC7CE";
    await context.sync();
  });
  expect(Object.keys(await host.flags("Sheet1", "A1:B2"))).toEqual(["B1"]);
  await host.insertRows("Sheet1", 2);
  const read = await onSheet(async (sheet, context) => {
    const cells = ["A2", "B2"].map((address) =>
      sheet.getRange(address).load("format/font/bold,format/fill/color,format/protection/locked"),
    );
    const flagged = sheet.getRange("B1").load("format/fill/color");
    await context.sync();
    return [
      ...cells.map(({ format }) => [format.font.bold, format.fill.color, format.protection.locked]),
      flagged.format.fill.color,
    ];
  });
  expect(read).toEqual([[true, "#FFFFFF", true], [true, "#FFFFFF", false], "#FFFFFF"]);
});
