import { ICommandService } from "@univerjs/core";
import { SetFormulaCalculationResultMutation, SetFormulaCalculationStartMutation } from "@univerjs/engine-formula";
import { startHost, type TestHost } from "../host";

let host: TestHost;
let seen: Excel.WorksheetChangedEventArgs[];
beforeEach(async () => {
  host = await startHost();
  seen = [];
});
afterEach(() => host.dispose());

const listen = (): Promise<OfficeExtension.EventHandlerResult<Excel.WorksheetChangedEventArgs>> =>
  Excel.run(async (context) => {
    const result = context.workbook.worksheets.onChanged.add((args) => {
      seen.push(args);
      return Promise.resolve();
    });
    await context.sync();
    return result;
  });

const turn = () => new Promise((resolve) => setTimeout(resolve, 0));
const told = (): unknown[][] => seen.splice(0).map(({ address, changeType, source }) => [address, changeType, source]);

test("each act of a person is one event, with what changed and where", async () => {
  await listen();
  await host.type("Sheet1", "B2", 5);
  expect(seen[0]?.details).toEqual({
    valueBefore: "",
    valueAfter: 5,
    valueTypeBefore: "Empty",
    valueTypeAfter: "Double",
  });
  expect(told()).toEqual([["B2", "RangeEdited", "Local"]]);
  await host.paste("Sheet1", "B3", [
    [1, 2],
    [3, 4],
  ]);
  expect(told()).toEqual([["B3:C4", "RangeEdited", "Local"]]);
  await host.clear("Sheet1", "B3:B4");
  expect(told()).toEqual([["B3:B4", "RangeEdited", "Local"]]);
  await host.undo();
  expect(told()).toEqual([["B3:B4", "RangeEdited", "Local"]]);
  expect(host.value("Sheet1", "B4")).toBe(3);
  await host.redo();
  expect(told()).toEqual([["B3:B4", "RangeEdited", "Local"]]);
  await host.insertRows("Sheet1", 3, 2);
  expect(told()).toEqual([["3:4", "RowInserted", "Local"]]);
  await host.deleteRows("Sheet1", 3, 1);
  expect(told()).toEqual([["3:3", "RowDeleted", "Local"]]);
  await host.undo();
  expect(told()).toEqual([["3:3", "RowInserted", "Local"]]);
  await host.insertColumns("Sheet1", 1, 1);
  expect(told()).toEqual([["A:A", "ColumnInserted", "Local"]]);
  await host.deleteColumns("Sheet1", 1, 1);
  expect(told()).toEqual([["A:A", "ColumnDeleted", "Local"]]);
});

// Once the grid had laid the formula down before it was asked what stood there.
test("an event of a formula that was typed tells what stood in the cell before", async () => {
  await listen();
  await host.type("Sheet1", "B2", 5);
  await host.type("Sheet1", "B2", "=1+1");
  expect(seen.at(-1)?.details).toMatchObject({ valueBefore: 5, valueAfter: 2 });
});

test("an event of recalculated formulas is no edit", async () => {
  await host.type("Sheet1", "A1", 1);
  await host.type("Sheet1", "A2", "=A1*2");
  const calculated: string[] = [];
  await listen();
  await Excel.run(async (context) => {
    context.workbook.worksheets.onCalculated.add((args) => {
      calculated.push(args.worksheetId);
      return Promise.resolve();
    });
    await context.sync();
  });
  await host.type("Sheet1", "A1", 4);
  expect(host.value("Sheet1", "A2")).toBe(8);
  expect(told()).toEqual([["A1", "RangeEdited", "Local"]]);
  expect(calculated).toHaveLength(1);
});

test("what an add-in writes is told after its answer, one event an action", async () => {
  await listen();
  const order: string[] = [];
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A1:B1").values = [[1, 2]];
    sheet.getRange("A2").formulas = [["=A1+B1"]];
    sheet.getRange("A1").format.fill.color = "#FF0000";
    await context.sync();
    order.push(`answered, ${seen.length} events`);
  });
  await host.settled();
  expect(order).toEqual(["answered, 0 events"]);
  expect(seen[0]?.triggerSource).toBe("ThisLocalAddin");
  expect(told()).toEqual([
    ["A1:B1", "RangeEdited", "Local"],
    ["A2", "RangeEdited", "Local"],
  ]);
});

test("what somebody else types who has the workbook open is told as such, and is no step that a person here can undo", async () => {
  await listen();
  await host.type("Sheet1", "B2", 5);
  await host.receive("Sheet1", "C3", [[1, 2]]);
  expect(told()).toEqual([
    ["B2", "RangeEdited", "Local"],
    ["C3:D3", "RangeEdited", "Remote"],
  ]);
  await host.undo();
  expect([host.value("Sheet1", "B2"), host.value("Sheet1", "D3")]).toEqual(["", 2]);
});

test("a format change raises a format event and no edit, undone or not", async () => {
  await listen();
  const formats: string[] = [];
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A1").values = [[1]];
    sheet.onFormatChanged.add((args) => {
      formats.push(args.address);
      return Promise.resolve();
    });
    await context.sync();
    sheet.getRange("A1:A2").format.fill.color = "#FF0000";
    await context.sync();
  });
  await host.settled();
  seen.length = 0;
  await host.undo();
  expect(told()).toEqual([]);
  expect(formats).toEqual(["A1:A2", "A1:A2"]);
});

test("handlers are counted: the last removal ends the events", async () => {
  const first = await listen();
  const second = await listen();
  await host.type("Sheet1", "A1", 1);
  expect(told()).toHaveLength(2);
  const remove = (result: typeof first): Promise<void> =>
    Excel.run(result.context, async (context) => {
      result.remove();
      await context.sync();
    });
  await remove(first);
  await host.type("Sheet1", "A1", 2);
  expect(told()).toHaveLength(1);
  await remove(second);
  await host.type("Sheet1", "A1", 3);
  expect(told()).toEqual([]);
});

test("an event's range is still the same cells after rows were inserted above", async () => {
  await listen();
  await host.type("Sheet1", "B2", 5);
  const [args] = seen;
  await host.insertRows("Sheet1", 1, 3);
  const address = await Excel.run(async (context) => {
    const range = args?.getRange(context).load("address,values");
    await context.sync();
    return range?.toJSON();
  });
  expect(address).toMatchObject({ address: "Sheet1!B5", values: [[5]] });
});

test("events of sheets: added, renamed, activated, deactivated, deleted", async () => {
  const told: string[][] = [];
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const note = (args: { type: string; nameBefore?: string; nameAfter?: string }): Promise<void> => {
      told.push([args.type, args.nameBefore, args.nameAfter].filter((part) => part !== undefined));
      return Promise.resolve();
    };
    worksheets.onAdded.add(note);
    worksheets.onDeleted.add(note);
    worksheets.onActivated.add(note);
    worksheets.onDeactivated.add(note);
    worksheets.onNameChanged.add(note);
    await context.sync();
  });
  await host.addSheet("表三");
  await host.renameSheet("表三", "表四");
  await host.activate("Sheet1");
  await host.deleteSheet("表四");
  const types = told.map(([type]) => type);
  expect(types.filter((type) => type !== "WorksheetActivated" && type !== "WorksheetDeactivated")).toEqual([
    "WorksheetAdded",
    "WorksheetNameChanged",
    "WorksheetDeleted",
  ]);
  expect(told).toContainEqual(["WorksheetNameChanged", "表三", "表四"]);
  expect(types).toContain("WorksheetActivated");
  expect(types).toContain("WorksheetDeactivated");
});

test("adding and copying sheets activates none", async () => {
  const activated: string[] = [];
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.onActivated.add((args) => {
      activated.push(args.worksheetId);
      return Promise.resolve();
    });
    await context.sync();
    worksheets.add("表二").copy("End");
    await context.sync();
  });
  await host.settled();
  expect(activated).toEqual([]);
});

test("selection changes are told to the sheet, the collection and the workbook", async () => {
  const told: string[] = [];
  await Excel.run(async (context) => {
    const note = (where: string) => (args: object) => {
      const { address = "" } = args as { address?: string };
      told.push(`${where} ${address}`);
      return Promise.resolve();
    };
    context.workbook.worksheets.getItem("Sheet1").onSelectionChanged.add(note("sheet"));
    context.workbook.worksheets.onSelectionChanged.add(note("sheets"));
    context.workbook.onSelectionChanged.add(note("workbook"));
    await context.sync();
  });
  await host.select("Sheet1", "B2:C3");
  expect(told.sort()).toEqual(["sheet B2:C3", "sheets B2:C3", "workbook "]);
});

test("nothing is told while events are off", async () => {
  await listen();
  await Excel.run(async (context) => {
    context.runtime.enableEvents = false;
    await context.sync();
  });
  await host.type("Sheet1", "A1", 1);
  expect(told()).toEqual([]);
});

test("where somebody types faster than is calculated, edits are told and batches answered all the same", async () => {
  await listen();
  await host.paste("Sheet1", "B1", [["=A1*2"], ["=A2*2"]]);
  const sheet = host.grid.api.getActiveWorkbook()!.getActiveSheet();
  let typed = 0;
  const typist = host.grid.injector.get(ICommandService).onCommandExecuted(({ id }) => {
    if (id === SetFormulaCalculationStartMutation.id) sheet.getRange("A2").setValue(++typed);
  });
  const typing = host.type("Sheet1", "A1", 21);
  while (!told().some(([address]) => String(address).startsWith("A1"))) await turn();
  const double = await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRange("B1").load("values");
    await context.sync();
    return range.values[0]![0] as unknown;
  });
  expect(double).toBe(42);
  typist.dispose();
  await typing;
});

// Once a change was passed over that came between the telling of another and its end: it was told with the next one only.
test("a change that comes while another is being told is told too, however close", async () => {
  await listen();
  await host.type("Sheet1", "B1", "=A1*2");
  const sheet = host.grid.api.getActiveWorkbook()!.getActiveSheet();
  for (let distance = 0; distance < 12; distance++) {
    const follower = host.grid.injector.get(ICommandService).onCommandExecuted(({ id }) => {
      if (id === SetFormulaCalculationResultMutation.id) void follow();
    });
    const follow = async (): Promise<void> => {
      follower.dispose();
      for (let step = 0; step < distance; step++) await Promise.resolve();
      sheet.getRange("C1").setValue(distance);
    };
    seen = [];
    await host.type("Sheet1", "A1", distance + 1);
    expect([distance, told().flatMap(([address]) => String(address).split(","))]).toEqual([
      distance,
      expect.arrayContaining([expect.stringContaining("C1")]),
    ]);
  }
});
