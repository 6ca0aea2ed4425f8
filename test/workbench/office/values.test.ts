import { onSheet } from "../first-sheet";
import { startHost, type TestHost } from "../host";

let host: TestHost;
beforeEach(async () => {
  host = await startHost();
});
afterEach(() => host.dispose());

test("values become what Excel makes of them", async () => {
  const inputs = [["12", "１２", 12, 1.5, true, "TRUE", "=A1*2", "'12", "12%", "1,234", "", "件", " ", "=1/0"]];
  const read = await onSheet(async (sheet, context) => {
    const range = sheet.getRangeByIndexes(0, 0, 1, inputs[0]?.length ?? 0);
    range.values = inputs;
    range.load("values,valueTypes,formulas,text,numberFormat");
    await context.sync();
    return range.toJSON();
  });
  expect(read.values).toEqual([[12, "１２", 12, 1.5, true, true, 24, "12", 0.12, 1234, "", "件", " ", "#DIV/0!"]]);
  expect(read.valueTypes).toEqual([
    [
      "Double",
      "String",
      "Double",
      "Double",
      "Boolean",
      "Boolean",
      "Double",
      "String",
      "Double",
      "Double",
      "Empty",
      "String",
      "String",
      "Error",
    ],
  ]);
  expect(read.formulas?.[0]?.[6]).toBe("=A1*2");
  expect(read.text?.[0]?.slice(8, 10)).toEqual(["12%", "1,234"]);
  expect(read.numberFormat?.[0]?.slice(7, 10)).toEqual(["General", "0%", "#,##0"]);
});

test("a cell formatted as text keeps digits as text, and stays text when its format changes", async () => {
  const values = await onSheet(async (sheet, context) => {
    const range = sheet.getRange("A1");
    range.numberFormat = [["@"]];
    range.values = [["012"]];
    range.numberFormat = [["General"]];
    range.format.font.bold = true;
    range.load("values,valueTypes");
    await context.sync();
    return [range.values, range.valueTypes];
  });
  expect(values).toEqual([[["012"]], [["String"]]]);
});

test("null leaves a cell alone, one value fills all", async () => {
  const values = await onSheet(async (sheet, context) => {
    const range = sheet.getRange("A1:B2");
    range.values = [
      [7, 7],
      [7, 7],
    ];
    // Office.js takes null, its types do not say so
    range.values = [
      [null, 1],
      [2, null],
    ] as (number | null)[][] as number[][];
    sheet.getRange("C1:D2").values = "x" as unknown as string[][];
    const all = sheet.getRange("A1:D2").load("values");
    await context.sync();
    return all.values as unknown;
  });
  expect(values).toEqual([
    [7, 1, "x", "x"],
    [2, 7, "x", "x"],
  ]);
});

test("more than 1500 cells go in parts and arrive whole", async () => {
  const big = Array.from({ length: 400 }, (_, row) => Array.from({ length: 10 }, (__, column) => row * 10 + column));
  const [values, address] = await onSheet(async (sheet, context) => {
    sheet.getRange("A1:J400").values = big;
    await context.sync();
    const used = sheet.getUsedRange().load("values,address");
    await context.sync();
    return [used.values as unknown, used.address];
  });
  expect(values).toEqual(big);
  expect(address).toBe("Sheet1!A1:J400");
});

test("an array of another shape is refused, and says both shapes and where", async () => {
  const failed = onSheet(async (sheet, context) => {
    sheet.getRange("A1:B2").values = [[1, 2, 3]];
    await context.sync();
  });
  await expect(failed).rejects.toMatchObject({
    code: "InvalidArgument",
    message: expect.stringContaining("1 × 3 for 2 × 2") as string,
    debugInfo: { errorLocation: "Range.values", statement: expect.stringContaining("range.values") as string },
  });
});

test("formulas calculate before they are read, across sheets and in chains", async () => {
  const values = await Excel.run(async (context) => {
    const first = context.workbook.worksheets.getItem("Sheet1");
    const second = context.workbook.worksheets.add("表二");
    second.getRange("A1:A3").values = [[1], [2], [3]];
    first.getRange("A1:C1").formulas = [["=SUM(表二!A1:A3)", "=A1*2", '=IF(B1=12,"对","错")']];
    const read = first.getRange("A1:C1").load("values");
    await context.sync();
    second.getRange("A1").values = [[10]];
    const again = first.getRange("A1:C1").load("values");
    await context.sync();
    return [read.values, again.values] as unknown;
  });
  expect(values).toEqual([[[6, 12, "对"]], [[15, 30, "错"]]]);
});

test("reads blank cells beyond what the grid holds", async () => {
  const values = await onSheet(async (sheet, context) => {
    const far = sheet.getRange("XFD1048576").load("values,text,numberFormat,valueTypes,formulas");
    await context.sync();
    return far.toJSON();
  });
  expect(values).toMatchObject({ values: [[""]], valueTypes: [["Empty"]], numberFormat: [["General"]] });
});

test("clears contents, formats or all", async () => {
  const [contents, formats] = await onSheet(async (sheet, context) => {
    const range = sheet.getRange("A1:A2");
    range.values = [[1], [2]];
    range.format.fill.color = "#FF0000";
    sheet.getRange("A1").clear("Contents");
    sheet.getRange("A2").clear("Formats");
    const kept = sheet.getRange("A1").load("values,format/fill/color");
    const bare = sheet.getRange("A2").load("values,format/fill/color");
    await context.sync();
    return [kept, bare].map((cell) => [cell.values, cell.format.fill.color]);
  });
  expect([contents, formats]).toEqual([
    [[[""]], "#FF0000"],
    [[[2]], "#FFFFFF"],
  ]);
});

test("copies values, formulas and formats", async () => {
  const values = await onSheet(async (sheet, context) => {
    sheet.getRange("A1:B1").values = [[1, "=A1+1"]];
    sheet.getRange("A1").format.font.bold = true;
    sheet.getRange("A3").copyFrom("A1:B1");
    sheet.getRange("A4").copyFrom("Sheet1!A1:B1", Excel.RangeCopyType.values);
    sheet.getRange("A5:A6").copyFrom("A1:B1", Excel.RangeCopyType.values, false, true);
    const copied = sheet.getRange("A3:B6").load("formulas");
    const font = sheet.getRange("A3").format.font.load("bold");
    await context.sync();
    return [copied.formulas, font.bold] as unknown;
  });
  expect(values).toEqual([
    [
      [1, "=A3+1"],
      [1, 2],
      [1, ""],
      [2, ""],
    ],
    true,
  ]);
});
