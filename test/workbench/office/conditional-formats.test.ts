import { onSheet } from "../first-sheet";
import { startHost, type TestHost } from "../host";

let host: TestHost;
beforeEach(async () => {
  host = await startHost();
});
afterEach(() => host.dispose());

const flagTotals = (): Promise<string> =>
  onSheet(async (sheet, context) => {
    sheet.getRange("A1:C3").values = [
      [1, 2, 3],
      [4, 5, 10],
      [7, 8, 15],
    ];
    const format = sheet.getRange("C1:C3").conditionalFormats.add(Excel.ConditionalFormatType.custom);
    format.custom.rule.formula = "=$C1<>$A1+$B1";
    format.custom.format.fill.color = "#FFC7CE";
    format.custom.format.font.bold = true;
    format.load("id");
    await context.sync();
    return format.id;
  });

const RED = { bg: { rgb: "#FFC7CE" }, bl: 1 };

test("a formula flags the cells for which it holds, and follows every edit", async () => {
  await flagTotals();
  expect(await host.flags("Sheet1", "A1:C3")).toEqual({ C2: RED });
  await host.type("Sheet1", "C2", 9);
  expect(await host.flags("Sheet1", "A1:C3")).toEqual({});
  await host.type("Sheet1", "A3", 0);
  expect(await host.flags("Sheet1", "A1:C3")).toEqual({ C3: RED });
  await host.undo();
  expect(await host.flags("Sheet1", "A1:C3")).toEqual({});
});

test("flags move with their cells when rows are inserted above, and their formula with them", async () => {
  await flagTotals();
  await host.insertRows("Sheet1", 1, 2);
  expect(await host.flags("Sheet1", "A1:C6")).toEqual({ C4: RED });
  const [range, formula] = await onSheet(async (sheet, context) => {
    const format = sheet.getRange("C3").conditionalFormats.getItemAt(0);
    const flagged = format.getRange().load("address");
    const rule = format.custom.rule.load("formula");
    await context.sync();
    return [flagged.address, rule.formula];
  });
  expect([range, formula]).toEqual(["Sheet1!C3:C5", "=$C3<>$A3+$B3"]);
});

test("rows inserted at the first row, in the middle and after the last row of a flagged range: the range fits and undo restores it", async () => {
  await flagTotals();
  const applied = (): Promise<[string, string]> =>
    onSheet(async (sheet, context) => {
      const format = sheet.getRange().conditionalFormats.getItemAt(0);
      const range = format.getRange().load("address");
      const rule = format.custom.rule.load("formula");
      await context.sync();
      return [range.address, rule.formula];
    });
  await host.insertRows("Sheet1", 2, 1);
  expect(await applied()).toEqual(["Sheet1!C1:C4", "=$C1<>$A1+$B1"]);
  await host.insertRows("Sheet1", 5, 1);
  expect(await applied()).toEqual(["Sheet1!C1:C5", "=$C1<>$A1+$B1"]);
  await host.insertRows("Sheet1", 1, 3);
  expect(await applied()).toEqual(["Sheet1!C4:C8", "=$C4<>$A4+$B4"]);
  await host.deleteRows("Sheet1", 4, 2);
  expect(await applied()).toEqual(["Sheet1!C4:C6", "=$C4<>$A4+$B4"]);
  for (let i = 0; i < 4; i++) await host.undo();
  expect(await applied()).toEqual(["Sheet1!C1:C3", "=$C1<>$A1+$B1"]);
  expect(Object.keys(await host.flags("Sheet1", "A1:C8"))).toEqual(["C2"]);
});

test("flags of a copied sheet flag the copy's own cells", async () => {
  await flagTotals();
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").copy("End");
    await context.sync();
  });
  await host.type("Sheet1 (2)", "C1", 99);
  expect(Object.keys(await host.flags("Sheet1 (2)", "A1:C3"))).toEqual(["C1", "C2"]);
  expect(Object.keys(await host.flags("Sheet1", "A1:C3"))).toEqual(["C2"]);
});

test("reads back rules, formats, ranges and types", async () => {
  await flagTotals();
  const read = await onSheet(async (sheet, context) => {
    const cells = sheet.getRange("A1:A3").conditionalFormats.add(Excel.ConditionalFormatType.cellValue);
    cells.cellValue.rule = { formula1: "=5", operator: "GreaterThan" };
    cells.cellValue.format.font.color = "#9C0006";
    cells.stopIfTrue = true;
    const formats = sheet.getRange("A1:C3").conditionalFormats.load("items/type,items/priority,items/stopIfTrue");
    const count = sheet.getRange("A1").conditionalFormats.getCount();
    const other = sheet.getRange("C1").conditionalFormats.getItemAt(0);
    const custom = other.customOrNullObject;
    const rule = custom.rule.load("formula");
    const format = custom.format.load("fill/color,font/bold,font/color");
    const none = other.cellValueOrNullObject.load("rule");
    const value = cells.cellValue.load("rule");
    await context.sync();
    return [
      formats.items.map(({ type, priority, stopIfTrue }) => [type, priority, stopIfTrue]),
      count.value,
      rule.formula,
      format.toJSON(),
      none.isNullObject,
      value.rule,
    ] as unknown[];
  });
  expect(read).toEqual([
    [
      ["CellValue", 0, true],
      ["Custom", 1, false],
    ],
    1,
    "=$C1<>$A1+$B1",
    { fill: { color: "#FFC7CE" }, font: { bold: true, color: null } },
    true,
    { formula1: "=5", operator: "GreaterThan" },
  ]);
  expect(await host.flags("Sheet1", "A1:A3")).toEqual({ A3: { cl: { rgb: "#9C0006" } } });
});

test("everything of formats of different types loads without naming it", async () => {
  await flagTotals();
  const types = await onSheet(async (sheet, context) => {
    sheet.getRange("A1").conditionalFormats.add(Excel.ConditionalFormatType.cellValue);
    const formats = sheet.getRange().conditionalFormats.load();
    await context.sync();
    return formats.items.map(({ type }) => type);
  });
  expect(types).toEqual(["CellValue", "Custom"]);
});

test("priority decides which comes first, and can be changed", async () => {
  const order = await onSheet(async (sheet, context) => {
    const range = sheet.getRange("A1");
    const [first, second] = ["=TRUE", "=A1=1"].map((formula) => {
      const format = range.conditionalFormats.add(Excel.ConditionalFormatType.custom);
      format.custom.rule.formula = formula;
      return format;
    });
    if (first) first.priority = 0;
    first?.load("priority");
    second?.load("priority");
    await context.sync();
    return [first?.priority, second?.priority];
  });
  expect(order).toEqual([0, 1]);
});

test("deletes one, clears those of a range and leaves the other cells theirs", async () => {
  const id = await flagTotals();
  const left = await onSheet(async (sheet, context) => {
    sheet.getRange("C1").conditionalFormats.clearAll();
    const format = sheet.getRange("C1:C3").conditionalFormats.getItem(id);
    const range = format.getRange().load("address");
    const rule = format.custom.rule.load("formula");
    await context.sync();
    return [range.address, rule.formula];
  });
  expect(left).toEqual(["Sheet1!C2:C3", "=$C2<>$A2+$B2"]);
  expect(Object.keys(await host.flags("Sheet1", "C1:C3"))).toEqual(["C2"]);
  const count = await onSheet(async (sheet, context) => {
    sheet.getRange("C2").conditionalFormats.getItem(id).delete();
    const after = sheet.getRange().conditionalFormats.getCount();
    await context.sync();
    return after.value;
  });
  expect(count).toBe(0);
});

test("one rule over several ranges is written for the top-left cell of them", async () => {
  await onSheet(async (sheet, context) => {
    sheet.getRange("A1:D2").values = [
      [1, "", "", 2],
      [0, "", "", 0],
    ];
    const format = sheet.getRanges("A1:A2,D1:D2").conditionalFormats.add(Excel.ConditionalFormatType.custom);
    format.custom.rule.formula = "=A1>0";
    format.custom.format.fill.color = "#FFC7CE";
    await context.sync();
  });
  expect(Object.keys(await host.flags("Sheet1", "A1:D2"))).toEqual(["A1", "D1"]);
});

test("a person can undo a flag", async () => {
  await flagTotals();
  await host.undo();
  expect(await host.flags("Sheet1", "A1:C3")).toEqual({});
});
