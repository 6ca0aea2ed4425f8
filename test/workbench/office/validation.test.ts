import { onSheet } from "../first-sheet";
import { startHost, type TestHost } from "../host";

let host: TestHost;
beforeEach(async () => {
  host = await startHost();
});
afterEach(() => host.dispose());

const ALERT = { showAlert: true, style: "Stop", title: "数据有误", message: "请填写不小于0的整数。" } as const;

const wholeNumbers = (): Promise<void> =>
  onSheet(async (sheet, context) => {
    const { dataValidation } = sheet.getRange("B2:C3");
    dataValidation.rule = { wholeNumber: { formula1: 0, operator: "GreaterThanOrEqualTo" } };
    dataValidation.errorAlert = ALERT;
    dataValidation.prompt = { showPrompt: true, title: "提示", message: "件数" };
    await context.sync();
  });

test("the stop style refuses what a person types, with its message, and takes it back in one event's silence", async () => {
  await wholeNumbers();
  const told: string[] = [];
  await onSheet(async (sheet, context) => {
    sheet.onChanged.add((args) => {
      told.push(args.address);
      return Promise.resolve();
    });
    await context.sync();
  });
  expect(await host.type("Sheet1", "B2", -1)).toEqual({ accepted: false, message: ALERT.message });
  expect(await host.type("Sheet1", "B2", 1.5)).toMatchObject({ accepted: false });
  expect(await host.type("Sheet1", "B2", "件")).toMatchObject({ accepted: false });
  expect(host.value("Sheet1", "B2")).toBe("");
  expect(await host.type("Sheet1", "B2", 7)).toEqual({ accepted: true });
  expect(await host.type("Sheet1", "A1", -1)).toEqual({ accepted: true });
  expect(told).toEqual(["B2", "A1"]);
});

test("reads back rule, alert, prompt and type; mixed ranges are inconsistent, others have none", async () => {
  await wholeNumbers();
  const read = await onSheet(async (sheet, context) => {
    const [ruled, mixed, none] = ["B2:C3", "A1:C3", "A1"].map((address) =>
      sheet.getRange(address).dataValidation.load("rule,errorAlert,prompt,type,ignoreBlanks"),
    );
    await context.sync();
    return [ruled?.toJSON(), mixed?.type, none?.type, none?.rule] as unknown[];
  });
  expect(read).toEqual([
    {
      rule: { wholeNumber: { formula1: 0, operator: "GreaterThanOrEqualTo" } },
      errorAlert: ALERT,
      prompt: { showPrompt: true, title: "提示", message: "件数" },
      type: "WholeNumber",
      ignoreBlanks: true,
    },
    "Inconsistent",
    "None",
    {},
  ]);
});

test.each([
  ["decimal", { decimal: { formula1: 0, formula2: 10, operator: "Between" } }, 2.5, 11],
  ["list", { list: { inCellDropDown: true, source: "是,否" } }, "是", "或"],
  ["textLength", { textLength: { formula1: 3, operator: "LessThan" } }, "ab", "abcd"],
  ["custom", { custom: { formula: "=B2<>5" } }, 4, 5],
] as const)("a rule of kind %s", async (_, rule, good, bad) => {
  await onSheet(async (sheet, context) => {
    const { dataValidation } = sheet.getRange("B2");
    dataValidation.rule = rule;
    dataValidation.errorAlert = ALERT;
    await context.sync();
    dataValidation.load("rule");
    await context.sync();
    expect(dataValidation.rule).toEqual(rule);
  });
  expect(await host.type("Sheet1", "B2", good)).toEqual({ accepted: true });
  expect(await host.type("Sheet1", "B2", bad)).toMatchObject({ accepted: false });
});

test("a list may come from cells of another sheet", async () => {
  const rule = await Excel.run(async (context) => {
    const lists = context.workbook.worksheets.add("选项");
    lists.getRange("A1:A2").values = [["甲"], ["乙"]];
    const { dataValidation } = context.workbook.worksheets.getItem("Sheet1").getRange("A1");
    dataValidation.rule = { list: { inCellDropDown: true, source: lists.getRange("A1:A2") } };
    dataValidation.load("rule");
    await context.sync();
    return dataValidation.rule;
  });
  expect(rule).toEqual({ list: { inCellDropDown: true, source: "=选项!$A$1:$A$2" } });
  expect(await host.type("Sheet1", "A1", "丙")).toMatchObject({ accepted: false });
  expect(await host.type("Sheet1", "A1", "乙")).toEqual({ accepted: true });
});

test("what an add-in writes is not refused; which cells are invalid can be asked", async () => {
  await wholeNumbers();
  const read = await onSheet(async (sheet, context) => {
    sheet.getRange("B2:C3").values = [
      [1, -1],
      ["", "x"],
    ];
    const { dataValidation } = sheet.getRange("A1:D4");
    dataValidation.load("valid");
    const invalid = dataValidation.getInvalidCellsOrNullObject().load("address");
    const valid = sheet.getRange("B2").dataValidation.load("valid");
    const none = sheet.getRange("B2").dataValidation.getInvalidCellsOrNullObject().load("address");
    await context.sync();
    return [dataValidation.valid, invalid.address, valid.valid, none.isNullObject];
  });
  expect(read).toEqual([false, "Sheet1!C2,Sheet1!C3", true, true]);
});

test("rules move with their cells, and are cleared for the cells asked", async () => {
  await wholeNumbers();
  await host.insertRows("Sheet1", 1, 2);
  const types = await onSheet(async (sheet, context) => {
    sheet.getRange("B4").dataValidation.clear();
    const cells = ["B2", "B4", "C4", "B5", "C5", "B6"].map((address) =>
      sheet.getRange(address).dataValidation.load("type"),
    );
    await context.sync();
    return cells.map(({ type }) => type);
  });
  expect(types).toEqual(["None", "None", "WholeNumber", "WholeNumber", "WholeNumber", "None"]);
});

test("a warning lets everything in", async () => {
  await wholeNumbers();
  await onSheet(async (sheet, context) => {
    sheet.getRange("B2:C3").dataValidation.errorAlert = { ...ALERT, style: "Warning" };
    await context.sync();
  });
  expect(await host.type("Sheet1", "B2", -1)).toEqual({ accepted: true });
});
