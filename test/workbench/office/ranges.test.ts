import { startHost, type TestHost } from "../host";

let host: TestHost;
beforeEach(async () => {
  host = await startHost();
});
afterEach(() => host.dispose());

const addresses = (
  pick: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Record<string, Excel.Range | Excel.RangeAreas>,
): Promise<Record<string, string>> =>
  Excel.run(async (context) => {
    const ranges = pick(context.workbook.worksheets.getItem("Sheet1"), context);
    for (const range of Object.values(ranges)) range.load("address");
    await context.sync();
    return Object.fromEntries(
      Object.entries(ranges).map(([name, range]) => [name, range.isNullObject ? "null" : range.address]),
    );
  });

test("navigates from range to range", async () => {
  const found = await addresses((sheet) => {
    const range = sheet.getRange("C4:F9");
    return {
      cell: range.getCell(1, 2),
      row: range.getRow(2),
      column: range.getColumn(0),
      lastCell: range.getLastCell(),
      lastRow: range.getLastRow(),
      offset: range.getOffsetRange(-1, 2),
      resized: range.getResizedRange(1, -1),
      absolute: range.getAbsoluteResizedRange(2, 2),
      intersection: range.getIntersectionOrNullObject("A1:D5"),
      none: range.getIntersectionOrNullObject("A1:B2"),
      bounding: range.getBoundingRect("A1"),
      entireRow: range.getEntireRow(),
      entireColumn: range.getEntireColumn(),
      above: range.getRowsAbove(2),
      below: range.getRowsBelow(1),
      before: range.getColumnsBefore(1),
      after: range.getColumnsAfter(2),
      byIndexes: sheet.getRangeByIndexes(0, 1, 2, 3),
      several: sheet.getRanges("A1, C3:D4"),
      whole: sheet.getRange("B:C"),
      reversed: sheet.getRange("D5:B2"),
    };
  });
  expect(found).toEqual({
    cell: "Sheet1!E5",
    row: "Sheet1!C6:F6",
    column: "Sheet1!C4:C9",
    lastCell: "Sheet1!F9",
    lastRow: "Sheet1!C9:F9",
    offset: "Sheet1!E3:H8",
    resized: "Sheet1!C4:E10",
    absolute: "Sheet1!C4:D5",
    intersection: "Sheet1!C4:D5",
    none: "null",
    bounding: "Sheet1!A1:F9",
    entireRow: "Sheet1!4:9",
    entireColumn: "Sheet1!C:F",
    above: "Sheet1!C2:F3",
    below: "Sheet1!C10:F10",
    before: "Sheet1!B4:B9",
    after: "Sheet1!G4:H9",
    byIndexes: "Sheet1!B1:D2",
    several: "Sheet1!A1,Sheet1!C3:D4",
    whole: "Sheet1!B:C",
    reversed: "Sheet1!B2:D5",
  });
});

test("finds the used cells, with formats or by values only, and the region around a cell", async () => {
  const found = await addresses((sheet) => {
    sheet.getRange("B2:C3").values = [
      [1, 2],
      ["", 4],
    ];
    sheet.getRange("E8").format.fill.color = "#FF0000";
    sheet.getRange("G2").values = [[1]];
    return {
      used: sheet.getUsedRange(),
      values: sheet.getUsedRangeOrNullObject(true),
      within: sheet.getRange("A1:C20").getUsedRangeOrNullObject(true),
      blank: sheet.getRange("A10:B12").getUsedRangeOrNullObject(true),
      region: sheet.getRange("B2").getSurroundingRegion(),
    };
  });
  expect(found).toEqual({
    used: "Sheet1!B2:G8",
    values: "Sheet1!B2:G3",
    within: "Sheet1!B2:C3",
    blank: "null",
    region: "Sheet1!B2:C3",
  });
});

test("sheet names are quoted in addresses where Excel quotes them", async () => {
  const found = await Excel.run(async (context) => {
    const names = ["表二", "表 三", "2025", "R1C1", "it's"];
    const ranges = names.map((name) => context.workbook.worksheets.add(name).getRange("A1").load("address"));
    await context.sync();
    return ranges.map(({ address }) => address);
  });
  expect(found).toEqual(["表二!A1", "'表 三'!A1", "'2025'!A1", "'R1C1'!A1", "'it''s'!A1"]);
});

test("a range off the sheet or misspelt is refused, naming it", async () => {
  const broken = (pick: (sheet: Excel.Worksheet) => Excel.Range): Promise<unknown> =>
    addresses((sheet) => ({ range: pick(sheet) })).catch((error: unknown) => error);
  const errors = await Promise.all([
    broken((sheet) => sheet.getRange("A0")),
    broken((sheet) => sheet.getRange("A1").getOffsetRange(-1, 0)),
    broken((sheet) => sheet.getRange("XFE1")),
    broken((sheet) => sheet.getRange("别的表!A1")),
  ]);
  expect(errors.map((error) => (error as OfficeExtension.Error).code)).toEqual(Array(4).fill("InvalidArgument"));
});

test("a kept range moves with its cells, and is invalid once they are deleted", async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    const range = sheet.getRange("B5:C6");
    const column = sheet.getRange("B:B");
    range.values = [
      [1, 2],
      [3, 4],
    ];
    context.trackedObjects.add([range, column]);
    await context.sync();
    await host.insertRows("Sheet1", 2, 3);
    range.load("address,values");
    column.load("address");
    await context.sync();
    expect([range.address, range.values, column.address]).toEqual([
      "Sheet1!B8:C9",
      [
        [1, 2],
        [3, 4],
      ],
      "Sheet1!B:B",
    ]);
    await host.insertRows("Sheet1", 9, 1);
    await host.deleteColumns("Sheet1", 1, 1);
    range.load("address");
    await context.sync();
    expect(range.address).toBe("Sheet1!A8:B10");
    await host.deleteRows("Sheet1", 7, 6);
    range.load("address");
    await expect(context.sync()).rejects.toMatchObject({ code: "InvalidReference" });
  });
});

test("a kept range of a deleted sheet is not found", async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("表二");
    const range = sheet.getRange("A1");
    context.trackedObjects.add(range);
    await context.sync();
    await host.deleteSheet("表二");
    range.load("address");
    await expect(context.sync()).rejects.toMatchObject({ code: "ItemNotFound" });
  });
});

test("inserts and deletes rows, columns and cells; formulas follow, also on a sheet that is not active", async () => {
  const formulas = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("表二");
    sheet.getRange("A1:B4").formulas = [
      [1, "=A1"],
      [2, "=A2"],
      [3, "=A3"],
      ["", "=SUM(A1:A3)"],
    ];
    sheet.getRange("2:2").insert("Down");
    sheet.getRange("A:A").insert("Right");
    await context.sync();
    const inserted = sheet.getRange("A1:C5").load("formulas");
    await context.sync();
    sheet.getRange("1:1").delete("Up");
    sheet.getRange("A:A").delete("Left");
    const deleted = sheet.getRange("A1:B4").load("formulas");
    await context.sync();
    sheet.getRange("A1:A2").delete("Up");
    const shifted = sheet.getRange("A1:B3").load("formulas");
    const active = context.workbook.worksheets.getActiveWorksheet().load("name");
    await context.sync();
    return [inserted.formulas, deleted.formulas, shifted.formulas, active.name] as unknown[];
  });
  expect(formulas).toEqual([
    [
      ["", 1, "=B1"],
      ["", "", ""],
      ["", 2, "=B3"],
      ["", 3, "=B4"],
      ["", "", "=SUM(B1:B4)"],
    ],
    [
      ["", ""],
      [2, "=A2"],
      [3, "=A3"],
      ["", "=SUM(A1:A3)"],
    ],
    [
      [3, ""],
      ["", "=#REF!"],
      ["", "=A1"],
    ],
    "Sheet1",
  ]);
});

test("merges keep the first content and are found again; unmerging gives single cells", async () => {
  const found = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A1:C1").values = [["", "标题", "x"]];
    sheet.getRange("A1:C1").merge();
    sheet.getRange("A3:B4").merge(true);
    const merged = sheet.getRange("A1:C4").getMergedAreasOrNullObject().load("address");
    const values = sheet.getRange("A1:C1").load("values");
    await context.sync();
    sheet.getRange("A1").unmerge();
    const left = sheet.getRange("A1:C4").getMergedAreasOrNullObject().load("address,areaCount");
    const none = sheet.getRange("A1:C2").getMergedAreasOrNullObject().load("address");
    await context.sync();
    return [merged.address, values.values, left.address, none.isNullObject] as unknown[];
  });
  expect(found).toEqual([
    "Sheet1!A1:C1,Sheet1!A3:B3,Sheet1!A4:B4",
    [["标题", "", ""]],
    "Sheet1!A3:B3,Sheet1!A4:B4",
    true,
  ]);
});

test("unmerging a cell with a formula leaves the formula", async () => {
  const read = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A1").formulas = [["=1+1"]];
    sheet.getRange("A1:B1").merge();
    sheet.getRange("A1:B1").unmerge();
    const range = sheet.getRange("A1:B1").load("formulas,values");
    await context.sync();
    return [range.formulas, range.values];
  });
  expect(read).toEqual([[["=1+1", ""]], [[2, ""]]]);
});

test("a click into the middle of merged cells selects them all; their first one is the active cell", async () => {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").getRange("A6:C6").merge();
    await context.sync();
  });
  await host.select("Sheet1", "C6");
  const found = await Excel.run(async (context) => {
    const selected = context.workbook.getSelectedRange().load("address");
    const active = context.workbook.getActiveCell().load("address");
    await context.sync();
    return [selected.address, active.address];
  });
  expect(found).toEqual(["Sheet1!A6:C6", "Sheet1!A6"]);
});

test("selects ranges and answers the selection and the active cell", async () => {
  await host.select("Sheet1", "B2:C3");
  const found = await Excel.run(async (context) => {
    const { workbook } = context;
    const selected = workbook.getSelectedRange().load("address");
    const active = workbook.getActiveCell().load("address");
    workbook.worksheets.add("表二").getRange("D4:E5").select();
    const moved = workbook.getSelectedRange().load("address");
    const sheet = workbook.worksheets.getActiveWorksheet().load("name");
    await context.sync();
    return [selected.address, active.address, moved.address, sheet.name];
  });
  expect(found).toEqual(["Sheet1!B2:C3", "Sheet1!B2", "表二!D4:E5", "表二"]);
  await host.select("Sheet1", "A1,C3:D4");
  const several = await Excel.run(async (context) => {
    const ranges = context.workbook.getSelectedRanges().load("address,areaCount");
    await context.sync();
    return [ranges.address, ranges.areaCount];
  });
  expect(several).toEqual(["Sheet1!A1,Sheet1!C3:D4", 2]);
});

test("hides rows and columns", async () => {
  const hidden = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("2:3").rowHidden = true;
    sheet.getRange("C:C").columnHidden = true;
    const [some, all, column, other] = ["A1:A3", "A2:A3", "C1", "A5"].map((address) =>
      sheet.getRange(address).load("rowHidden,columnHidden,hidden"),
    );
    await context.sync();
    sheet.getRange("2:3").rowHidden = false;
    const shown = sheet.getRange("A1:A3").load("rowHidden");
    await context.sync();
    return [some?.rowHidden, all?.rowHidden, column?.columnHidden, other?.hidden, shown.rowHidden];
  });
  expect(hidden).toEqual([null, true, true, false, false]);
});

test("finds cells by kind and by text, and the edge of data", async () => {
  const found = await addresses((sheet) => {
    sheet.getRange("A1:C3").formulas = [
      ["合计", 1, "=B1"],
      ["", 2, ""],
      ["Total", "x", "=1/0"],
    ];
    const range = sheet.getRange("A1:C3");
    return {
      blanks: range.getSpecialCellsOrNullObject("Blanks"),
      numbers: range.getSpecialCellsOrNullObject("Constants", "Numbers"),
      formulas: range.getSpecialCellsOrNullObject("Formulas"),
      errors: range.getSpecialCellsOrNullObject("Formulas", "Errors"),
      none: range.getSpecialCellsOrNullObject("Constants", "Logical"),
      text: range.findOrNullObject("合", {}),
      other: range.findOrNullObject("total", { completeMatch: true, matchCase: false }),
      exact: range.findOrNullObject("total", { completeMatch: true, matchCase: true }),
      all: sheet.findAllOrNullObject("t", { completeMatch: false, matchCase: false }),
      down: sheet.getRange("B1").getRangeEdge("Down"),
      right: sheet.getRange("A1").getRangeEdge("Right"),
      far: sheet.getRange("E1").getRangeEdge("Down"),
      extended: sheet.getRange("A1").getExtendedRange("Right"),
    };
  });
  expect(found).toEqual({
    blanks: "Sheet1!A2,Sheet1!C2",
    numbers: "Sheet1!B1:B2",
    formulas: "Sheet1!C1,Sheet1!C3",
    errors: "Sheet1!C3",
    none: "null",
    text: "Sheet1!A1",
    other: "Sheet1!A3",
    exact: "null",
    all: "Sheet1!A3",
    down: "Sheet1!B3",
    right: "Sheet1!C1",
    far: "Sheet1!E1048576",
    extended: "Sheet1!A1:C1",
  });
});

test("several ranges: rows, columns, offsets, intersections, used parts", async () => {
  const found = await addresses((sheet) => {
    sheet.getRange("B2").values = [[1]];
    const areas = sheet.getRanges("A1:B2,D4");
    return {
      rows: areas.getEntireRow(),
      columns: areas.getEntireColumn(),
      offset: areas.getOffsetRangeAreas(1, 1),
      intersection: areas.getIntersectionOrNullObject("B1:D9"),
      none: areas.getIntersectionOrNullObject("F1"),
      used: areas.getUsedRangeAreasOrNullObject(true),
    };
  });
  expect(found).toEqual({
    rows: "Sheet1!1:2,Sheet1!4:4",
    columns: "Sheet1!A:B,Sheet1!D:D",
    offset: "Sheet1!B2:C3,Sheet1!E5",
    intersection: "Sheet1!B1:B2,Sheet1!D4",
    none: "null",
    used: "Sheet1!B2",
  });
});

test("positions and sizes in points", async () => {
  const [top, left, width, height] = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A:A").format.columnWidth = 90;
    sheet.getRange("1:1").format.rowHeight = 30;
    const range = sheet.getRange("B2:C3").load("top,left,width,height");
    await context.sync();
    return [range.top, range.left, range.width, range.height];
  });
  expect([top, left, width]).toEqual([30, 90, 108]);
  expect(height).toBeCloseTo(28.5);
});
