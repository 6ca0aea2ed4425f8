import { ICommandService } from "@univerjs/core";
import { SetRangeValuesMutation } from "@univerjs/sheets";
import { startHost, type TestHost } from "../host";

let host: TestHost;
beforeEach(async () => {
  host = await startHost();
});
afterEach(() => host.dispose());

test("an object path is followed once: one add, one sheet", async () => {
  const name = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("表二");
    sheet.getRange("A1").values = [["a"]];
    sheet.getRange("A2").values = [["b"]];
    await context.sync();
    sheet.getRange("A3").values = [["c"]];
    sheet.load("name");
    await context.sync();
    return sheet.name;
  });
  expect(name).toBe("表二");
  expect(host.sheets()).toEqual(["Sheet1", "表二"]);
  expect(host.value("表二", "A3")).toBe("c");
});

test("what does not exist is a null object, and so is everything asked of it", async () => {
  const nulls = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject("没有");
    const range = sheet.getRange("A1").getOffsetRange(1, 1);
    const name = context.workbook.names.getItemOrNullObject("没有").getRangeOrNullObject();
    const used = context.workbook.worksheets.getItem("Sheet1").getUsedRangeOrNullObject(true);
    sheet.load("name");
    range.load("address");
    name.load("address");
    used.load("address");
    await context.sync();
    return [sheet.isNullObject, range.isNullObject, name.isNullObject, used.isNullObject];
  });
  expect(nulls).toEqual([true, true, true, true]);
});

test("a failing action ends the batch; what came before it stays; the error says which and where", async () => {
  const failed = Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A1").values = [[1]];
    context.workbook.worksheets.getItem("幽灵").getRange("A1").values = [[2]];
    sheet.getRange("A2").values = [[3]];
    await context.sync();
  });
  await expect(failed).rejects.toMatchObject({
    name: "RichApi.Error",
    code: "ItemNotFound",
    debugInfo: {
      errorLocation: "WorksheetCollection.getItem",
      statement: expect.stringContaining("getItem(") as string,
    },
  });
  expect([host.value("Sheet1", "A1"), host.value("Sheet1", "A2")]).toEqual([1, ""]);
});

test("what the host does not have answers ApiNotFound, with its name", async () => {
  const failed = Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.charts.add("Line", sheet.getRange("A1:B2"));
    await context.sync();
  });
  await expect(failed).rejects.toMatchObject({ code: "ApiNotFound", debugInfo: { errorLocation: "Worksheet.charts" } });
});

test("collections load with selections, expansions, pages, and per item", async () => {
  const loaded = await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.add("表二");
    worksheets.add("表三");
    const all = worksheets.load("items/name,items/position");
    await context.sync();
    const positions = all.items.map(({ name, position }) => [name, position]);
    const page = context.workbook.worksheets.load({ select: "name", top: 1, skip: 1 });
    await context.sync();
    const range = worksheets.getItem("表二").getRange("A1:B1");
    range.values = [[1, 2]];
    range.load({ values: true, format: { fill: { color: true } }, worksheet: { name: true } });
    await context.sync();
    return [
      positions,
      page.items.map(({ name }) => name),
      range.values as unknown,
      range.format.fill.color,
      range.worksheet.name,
    ];
  });
  expect(loaded).toEqual([
    [
      ["Sheet1", 0],
      ["表二", 1],
      ["表三", 2],
    ],
    ["表二"],
    [[1, 2]],
    "#FFFFFF",
    "表二",
  ]);
});

test("a load without a selection answers every plain property", async () => {
  const json = await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRange("B2:C3").load();
    await context.sync();
    return range.toJSON();
  });
  expect(json).toMatchObject({
    address: "Sheet1!B2:C3",
    rowIndex: 1,
    columnIndex: 1,
    rowCount: 2,
    columnCount: 2,
    cellCount: 4,
    hidden: false,
    isEntireColumn: false,
  });
});

test("batches that were sent together run one after the other", async () => {
  const results = await Promise.all(
    Array.from({ length: 5 }, (_, i) =>
      Excel.run(async (context) => {
        const cell = context.workbook.worksheets.getItem("Sheet1").getRange("A1");
        cell.load("values");
        await context.sync();
        cell.values = [[Number(cell.values[0]?.[0] ?? 0) + 1]];
        await context.sync();
        return i;
      }),
    ),
  );
  expect(results).toEqual([0, 1, 2, 3, 4]);
  expect(Number(host.value("Sheet1", "A1"))).toBeGreaterThan(0);
});

test("counts batches, and the actions and writes of each", async () => {
  host.counters.reset();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.load("name");
    sheet.activate();
    await context.sync();
    sheet.getRange("A1").values = [[1]];
    sheet.getRange("A1").format.font.bold = true;
    await context.sync();
  });
  const [reading, writing] = host.counters.each;
  expect(reading?.writes).toBe(0);
  expect(writing?.writes).toBe(2);
});

test("while a person edits a cell every batch fails, reads too; afterwards all is as before", async () => {
  await host.startEdit();
  const read = Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").load("name");
    await context.sync();
  });
  await expect(read).rejects.toMatchObject({ code: "InvalidOperationInCellEditMode" });
  await host.endEdit();
  const name = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1").load("name");
    await context.sync();
    return sheet.name;
  });
  expect(name).toBe("Sheet1");
});

test("Office.js lets go of its ranges also while a person edits: once that was refused, and reached nobody", async () => {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").getRange("A1").load("values");
    await context.sync();
    host.counters.reset();
    await host.startEdit();
  });
  await host.settled();
  expect(host.counters.each).toEqual([{ actions: 2, writes: 0 }]);
  await host.endEdit();
});

test("a batch that asks for it waits for the end of cell editing", async () => {
  await host.startEdit();
  let done = false;
  const write = Excel.run({ delayForCellEdit: true }, async (context) => {
    context.workbook.worksheets.getItem("Sheet1").getRange("A1").values = [[1]];
    await context.sync();
    done = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(done).toBe(false);
  await host.endEdit();
  await write;
  expect(host.value("Sheet1", "A1")).toBe(1);
});

test("a person can undo what an add-in wrote, one batch at a time", async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A1:A2").values = [[1], [2]];
    sheet.getRange("A1").format.font.bold = true;
    await context.sync();
    sheet.getRange("A1").values = [[10]];
    await context.sync();
  });
  await host.undo();
  expect(host.value("Sheet1", "A1")).toBe(1);
  await host.undo();
  expect(host.value("Sheet1", "A1")).toBe("");
  await host.redo();
  expect([host.value("Sheet1", "A1"), host.value("Sheet1", "A2")]).toEqual([1, 2]);
});

/** Resolves when a batch of the add-in has begun to write. */
const batchBegun = (): Promise<void> =>
  new Promise((resolve) => {
    const subscription = host.grid.injector.get(ICommandService).onCommandExecuted(({ id }) => {
      if (id !== SetRangeValuesMutation.id) return;
      subscription.dispose();
      resolve();
    });
  });

test("what a person does while a batch is at work can be undone by itself, act by act", async () => {
  await host.type("Sheet1", "C1", "=A1+A2");
  const context = new Excel.RequestContext();
  const sheet = context.workbook.worksheets.getItem("Sheet1");
  sheet.getRange("B1").values = [["add-in"]];
  const calculated = sheet.getRange("C1");
  calculated.load("values");
  sheet.getRange("B2").values = [["add-in"]];
  const begun = batchBegun();
  const sync = context.sync();
  await begun;
  await Promise.all([host.type("Sheet1", "A1", 1), host.type("Sheet1", "A2", 2), sync]);
  const left = () => ["A1", "A2", "B1", "B2"].map((address) => host.value("Sheet1", address));
  expect(left()).toEqual([1, 2, "add-in", "add-in"]);
  await host.undo();
  expect(left()).toEqual([1, 2, "add-in", ""]);
  await host.undo();
  expect(left()).toEqual([1, "", "add-in", ""]);
  await host.undo();
  expect(left()).toEqual(["", "", "add-in", ""]);
  await host.undo();
  expect(left()).toEqual(["", "", "", ""]);
});
