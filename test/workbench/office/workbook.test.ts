import { startHost, type TestHost } from "../host";

let host: TestHost;
beforeEach(async () => {
  host = await startHost({ documentName: "2025年报.xlsx" });
});
afterEach(() => host.dispose());

test("adds, orders, renames, hides, colours, copies and deletes sheets; the active one stays active", async () => {
  const read = await Excel.run(async (context) => {
    const { workbook } = context;
    const { worksheets } = workbook;
    const second = worksheets.add("表二");
    const third = worksheets.add();
    third.name = "表三";
    third.position = 0;
    second.tabColor = "#FF0000";
    second.showGridlines = false;
    second.visibility = "Hidden";
    const copy = second.copy("After", worksheets.getItem("Sheet1"));
    const active = worksheets.getActiveWorksheet().load("name");
    worksheets.load("items/name,items/visibility,items/tabColor,items/showGridlines");
    const [first, last, count, visible] = [
      worksheets.getFirst().load("name"),
      worksheets.getLast(true).load("name"),
      worksheets.getCount(),
      worksheets.getCount(true),
    ];
    const next = worksheets.getItem("Sheet1").getNextOrNullObject().load("name");
    workbook.load("name");
    await context.sync();
    copy.delete();
    await context.sync();
    return {
      sheets: worksheets.items.map(({ name, visibility, tabColor, showGridlines }) => [
        name,
        visibility,
        tabColor,
        showGridlines,
      ]),
      around: [active.name, first.name, last.name, count.value, visible.value, next.name],
      name: workbook.name,
    };
  });
  expect(read).toEqual({
    sheets: [
      ["表三", "Visible", "", true],
      ["Sheet1", "Visible", "", true],
      ["表二 (2)", "Hidden", "#FF0000", false],
      ["表二", "Hidden", "#FF0000", false],
    ],
    around: ["Sheet1", "表三", "Sheet1", 4, 2, "表二 (2)"],
    name: "2025年报.xlsx",
  });
  expect(host.sheets()).toEqual(["表三", "Sheet1", "表二"]);
});

test("a sheet keeps its id when it is renamed, and is found by either", async () => {
  const found = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1").load("id");
    await context.sync();
    sheet.name = "表 二";
    const byId = context.workbook.worksheets.getItem(sheet.id).load("name");
    const byName = context.workbook.worksheets.getItem("表 二").load("id");
    await context.sync();
    return [byId.name, byName.id === sheet.id];
  });
  expect(found).toEqual(["表 二", true]);
});

test.each([
  ["taken in another case", "SHEET1", "ItemAlreadyExists"],
  ["with a character that names cannot have", "a/b", "InvalidArgument"],
  ["of 32 characters", "一".repeat(32), "InvalidArgument"],
])("a name %s is refused", async (_, name, code) => {
  const added = Excel.run(async (context) => {
    context.workbook.worksheets.add(name);
    await context.sync();
  });
  await expect(added).rejects.toMatchObject({ code });
});

test("the last visible sheet can be neither deleted nor hidden", async () => {
  const deleted = Excel.run(async (context) => {
    context.workbook.worksheets.add("表二").visibility = "Hidden";
    context.workbook.worksheets.getItem("Sheet1").delete();
    await context.sync();
  });
  await expect(deleted).rejects.toMatchObject({ code: "InvalidOperation" });
  expect(host.sheets()).toEqual(["Sheet1", "表二"]);
});

test("names of the workbook and of a sheet", async () => {
  const read = await Excel.run(async (context) => {
    const { names, worksheets } = context.workbook;
    const sheet = worksheets.getItem("Sheet1");
    sheet.getRange("A1:B2").values = [
      [1, 2],
      [3, 4],
    ];
    names.add("总计", sheet.getRange("A1:B2"), "注释");
    sheet.names.add("本表", "=SUM(Sheet1!$A$1:$B$2)");
    sheet.getRange("C1").formulas = [["=SUM(总计)"]];
    const total = names.getItem("总计").load("name,value,formula,type,scope,comment,visible");
    const range = total.getRange().load("address");
    const local = sheet.names.getItem("本表").load("type,scope,formula");
    const none = names.getItemOrNullObject("本表").load("name");
    const byName = sheet.getRange("总计").load("address");
    const cell = sheet.getRange("C1").load("values");
    const count = names.getCount();
    await context.sync();
    total.delete();
    const after = names.getCount();
    await context.sync();
    return [
      total.toJSON(),
      range.address,
      local.toJSON(),
      none.isNullObject,
      byName.address,
      cell.values,
      count.value,
      after.value,
    ] as unknown[];
  });
  expect(read).toEqual([
    expect.objectContaining({
      name: "总计",
      value: "Sheet1!$A$1:$B$2",
      formula: "=Sheet1!$A$1:$B$2",
      type: "Range",
      scope: "Workbook",
      comment: "注释",
      visible: true,
    }),
    "Sheet1!A1:B2",
    expect.objectContaining({ type: "String", scope: "Worksheet", formula: "=SUM(Sheet1!$A$1:$B$2)" }),
    true,
    "Sheet1!A1:B2",
    [[10]],
    1,
    0,
  ]);
});

test("document properties, the custom ones too", async () => {
  const read = await Excel.run(async (context) => {
    const { properties } = context.workbook;
    properties.author = "填报人";
    properties.title = "年报";
    properties.custom.add("verdict", "pass");
    properties.custom.add("count", 3);
    properties.custom.add("sealed", true);
    properties.custom.add("Verdict", "fail");
    properties.load("author,title,subject");
    const verdict = properties.custom.getItemOrNullObject("VERDICT").load("key,value,type");
    const none = properties.custom.getItemOrNullObject("x").load("value");
    properties.custom.load("items/key,items/value,items/type");
    await context.sync();
    const items = properties.custom.items.map(({ key, value, type }) => [key, value as unknown, type]);
    properties.custom.getItem("count").delete();
    const count = properties.custom.getCount();
    await context.sync();
    return [
      properties.author,
      properties.subject,
      verdict.toJSON(),
      none.isNullObject,
      items,
      count.value,
    ] as unknown[];
  });
  expect(read).toEqual([
    "填报人",
    "",
    { key: "verdict", value: "fail", type: "String" },
    true,
    [
      ["verdict", "fail", "String"],
      ["count", 3, "Number"],
      ["sealed", true, "Boolean"],
    ],
    2,
  ]);
  expect(host.extras.properties).toEqual({ author: "填报人", title: "年报" });
});

test("custom XML parts: added, found by namespace, changed, deleted; what is no XML is refused", async () => {
  const xml = '<g:notes xmlns:g="urn:example:notes"><g:note cell="A1">原因</g:note></g:notes>';
  const read = await Excel.run(async (context) => {
    const { customXmlParts } = context.workbook;
    const part = customXmlParts.add(xml).load("id,namespaceUri");
    customXmlParts.add("<other/>");
    await context.sync();
    const only = customXmlParts.getByNamespace("urn:example:notes").getOnlyItemOrNullObject().load("id");
    const none = customXmlParts.getByNamespace("urn:none").getOnlyItemOrNullObject().load("id");
    const before = only.getXml();
    only.setXml(xml.replace("原因", "理由"));
    const after = only.getXml();
    const count = customXmlParts.getCount();
    await context.sync();
    customXmlParts.getItem(part.id).delete();
    const left = customXmlParts.getByNamespace("urn:example:notes").getCount();
    await context.sync();
    return [
      part.namespaceUri,
      only.id === part.id,
      none.isNullObject,
      before.value,
      after.value,
      count.value,
      left.value,
    ];
  });
  expect(read).toEqual(["urn:example:notes", true, true, xml, xml.replace("原因", "理由"), 2, 0]);
  const broken = Excel.run(async (context) => {
    context.workbook.customXmlParts.add("<a><b></a>");
    await context.sync();
  });
  await expect(broken).rejects.toMatchObject({ code: "InvalidArgument" });
});

test("settings of the workbook", async () => {
  const read = await Excel.run(async (context) => {
    const { settings } = context.workbook;
    settings.add("选项", { blankAsZero: true });
    const one = settings.getItemOrNullObject("选项").load("key,value");
    const none = settings.getItemOrNullObject("x").load("value");
    await context.sync();
    return [one.value as unknown, none.isNullObject];
  });
  expect(read).toEqual([{ blankAsZero: true }, true]);
  expect(host.extras.settings).toEqual({ 选项: { blankAsZero: true } });
});

test("page set-up of a sheet", async () => {
  const read = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    const { pageLayout } = sheet;
    pageLayout.orientation = Excel.PageOrientation.landscape;
    pageLayout.paperSize = Excel.PaperType.a4;
    pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 1 };
    pageLayout.centerHorizontally = true;
    pageLayout.setPrintMargins("Centimeters", { top: 2.54, left: 1 });
    pageLayout.setPrintArea("A1:H30");
    pageLayout.setPrintTitleRows("$1:$2");
    pageLayout.load();
    const area = pageLayout.getPrintAreaOrNullObject().load("address");
    const titles = pageLayout.getPrintTitleRowsOrNullObject().load("address");
    await context.sync();
    return [pageLayout.toJSON(), area.address, titles.address];
  });
  expect(read).toEqual([
    expect.objectContaining({
      orientation: "Landscape",
      paperSize: "A4",
      zoom: { horizontalFitToPages: 1, verticalFitToPages: 1 },
      centerHorizontally: true,
      topMargin: 72,
      bottomMargin: 54,
    }),
    "Sheet1!A1:H30",
    "Sheet1!1:2",
  ]);
});

test("freezes rows, columns or both", async () => {
  const read = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    const { freezePanes } = sheet;
    const where = (): Excel.Range => freezePanes.getLocationOrNullObject().load("address");
    const none = where();
    freezePanes.freezeRows(2);
    const rows = where();
    freezePanes.freezeAt(sheet.getRange("A1:B3"));
    const both = where();
    freezePanes.unfreeze();
    const again = where();
    await context.sync();
    return [none.isNullObject, rows.address, both.address, again.isNullObject];
  });
  expect(read).toEqual([true, "Sheet1!1:2", "Sheet1!A1:B3", true]);
});

test("properties of a sheet", async () => {
  const read = await Excel.run(async (context) => {
    const { customProperties } = context.workbook.worksheets.getItem("Sheet1");
    customProperties.add("table", "S3");
    const one = customProperties.getItemOrNullObject("table").load("key,value");
    const count = customProperties.getCount();
    await context.sync();
    return [one.key, one.value, count.value];
  });
  expect(read).toEqual(["table", "S3", 1]);
});

test("calculation mode and state; suspending calculation leaves results as they were until the next sync", async () => {
  const read = await Excel.run(async (context) => {
    const { application, workbook } = context;
    const sheet = workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A1:B1").formulas = [[1, "=A1*2"]];
    await context.sync();
    application.suspendApiCalculationUntilNextSync();
    sheet.getRange("A1").values = [[5]];
    application.load("calculationMode,calculationState");
    await context.sync();
    const after = sheet.getRange("B1").load("values");
    await context.sync();
    return [application.calculationMode, application.calculationState, after.values] as unknown[];
  });
  expect(read).toEqual(["Automatic", "Pending", [[10]]]);
});

test("where calculation is manual, results stay until it is asked for or automatic again", async () => {
  const results = await Excel.run(async (context) => {
    const { application, workbook } = context;
    const sheet = workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A1:B1").formulas = [[1, "=A1*2"]];
    await context.sync();
    application.calculationMode = "Manual";
    const seen: unknown[] = [];
    const see = async (): Promise<void> => {
      const range = sheet.getRange("B1").load("values");
      application.load("calculationMode,calculationState");
      await context.sync();
      seen.push([application.calculationMode, application.calculationState, range.values[0]![0]]);
    };
    sheet.getRange("A1").values = [[5]];
    await see();
    application.calculate("Recalculate");
    await see();
    sheet.getRange("A1").values = [[7]];
    await see();
    application.calculationMode = "Automatic";
    await see();
    return seen;
  });
  expect(results).toEqual([
    ["Manual", "Pending", 2],
    ["Manual", "Done", 10],
    ["Manual", "Pending", 10],
    ["Automatic", "Done", 14],
  ]);
});

test("a copy of a large sheet is whole at once", async () => {
  const values = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A1:T400").values = Array.from({ length: 400 }, (_, row) => Array.from({ length: 20 }, () => row));
    await context.sync();
    const last = sheet.copy("End").getRange("T400").load("values");
    await context.sync();
    return last.values;
  });
  expect(values).toEqual([[399]]);
});
