import { onSheet } from "../first-sheet";
import { startHost, type TestHost } from "../host";

let host: TestHost;
beforeEach(async () => {
  host = await startHost();
});
afterEach(() => host.dispose());

const codeOf = (error: unknown): string => (error as { code: string }).code;

describe("14-conditional-formatting/conditional-formatting-basic", () => {
  const PROFITS = [
    [12, -3, 8],
    [-7, 20, 0],
  ];

  test("a value below 0 is shown in red, and follows the cell", async () => {
    await onSheet(async (sheet, context) => {
      const range = sheet.getRange("B2:D3");
      range.values = PROFITS;
      const { cellValue } = range.conditionalFormats.add("CellValue");
      cellValue.format.font.color = "#FF0000";
      cellValue.rule = { formula1: "=0", operator: "LessThan" };
      await context.sync();
    });
    expect(Object.keys(await host.flags("Sheet1", "B2:D3"))).toEqual(["C2", "B3"]);
    await host.type("Sheet1", "C2", 3);
    // the grid looks at such formats a tenth of a second later
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(Object.keys(await host.flags("Sheet1", "B2:D3"))).toEqual(["B3"]);
  });

  test("a formula of one's own is written for the first cell, and moves along for the others", async () => {
    await onSheet(async (sheet, context) => {
      const range = sheet.getRange("B2:D3");
      range.values = PROFITS;
      const { custom } = range.conditionalFormats.add("Custom");
      custom.rule.formula = "=B2>AVERAGE($B2:$D2)";
      custom.format.fill.color = "#00FF00";
      await context.sync();
    });
    expect(Object.keys(await host.flags("Sheet1", "B2:D3"))).toEqual(["B2", "D2", "C3"]);
  });

  test("all of a sheet are listed with their ranges, and cleared at once", async () => {
    const seen = await onSheet(async (sheet, context) => {
      sheet.getRange("B2:D3").conditionalFormats.add("Custom").custom.rule.formula = "=B2>0";
      sheet.getRange("F2:F9").conditionalFormats.add("CellValue").cellValue.rule = {
        formula1: "=1",
        operator: "EqualTo",
      };
      const { conditionalFormats } = sheet.getRange();
      conditionalFormats.load("items/type");
      await context.sync();
      const ranges = conditionalFormats.items.map((format) => format.getRange().load("address"));
      await context.sync();
      const listed = conditionalFormats.items.map(({ type }, index) => `${type} ${ranges[index]!.address}`);
      conditionalFormats.clearAll();
      const left = conditionalFormats.getCount();
      await context.sync();
      return [listed.sort(), left.value];
    });
    expect(seen).toEqual([["CellValue Sheet1!F2:F9", "Custom Sheet1!B2:D3"], 0]);
  });
});

describe("22-data-validation/data-validation", () => {
  test("only whole numbers above 0 are taken, with a prompt before and an alert after", async () => {
    const seen = await onSheet(async (sheet, context) => {
      const { dataValidation } = sheet.getRange("B2:B5");
      dataValidation.clear();
      dataValidation.rule = { wholeNumber: { formula1: 0, operator: "GreaterThan" } };
      dataValidation.prompt = { message: "请填正整数。", showPrompt: true, title: "名次" };
      dataValidation.errorAlert = { message: "名次须为正整数。", showAlert: true, style: "Stop", title: "不能填写" };
      dataValidation.load("type,rule,prompt,errorAlert");
      await context.sync();
      return [dataValidation.type, dataValidation.rule.wholeNumber, dataValidation.prompt.title] as unknown[];
    });
    expect(seen).toEqual(["WholeNumber", expect.objectContaining({ operator: "GreaterThan" }), "名次"]);
    expect(await host.type("Sheet1", "B2", -1)).toMatchObject({ accepted: false, message: "名次须为正整数。" });
    expect(await host.type("Sheet1", "B2", 1)).toEqual({ accepted: true });
  });

  test("a list comes from the cells of another sheet, later changes of it included", async () => {
    await onSheet(async (sheet, context) => {
      const names = context.workbook.worksheets.add("名单");
      names.getRange("A1:A2").values = [["甲"], ["乙"]];
      sheet.getRange("C2:C5").dataValidation.rule = {
        list: { inCellDropDown: true, source: names.getRange("A1:A3") },
      };
      await context.sync();
    });
    expect((await host.type("Sheet1", "C2", "丙")).accepted).toBe(false);
    await host.type("名单", "A3", "丙");
    expect((await host.type("Sheet1", "C2", "丙")).accepted).toBe(true);
  });
});

describe("34-named-item", () => {
  test("create-and-remove-named-item: a name stands for a range or a formula, and is free again when deleted", async () => {
    const seen = await onSheet(async (sheet, context) => {
      sheet.getRange("B2:B3").values = [[4], [5]];
      sheet.names.add("合计", "=SUM(Sheet1!$B$2:$B$3)");
      sheet.names.add("数据", sheet.getRange("B2:B3"));
      sheet.getRange("D1").formulas = [["=合计"]];
      const total = sheet.getRange("D1").load("values");
      const names = sheet.names.load("items/name,items/type,items/formula");
      await context.sync();
      const listed = names.items.map(({ name, type, formula }) => `${name} ${type} ${String(formula)}`);
      sheet.names.getItem("合计").delete();
      const gone = sheet.names.getItemOrNullObject("合计");
      await context.sync();
      return [total.values[0]![0], listed, gone.isNullObject] as unknown[];
    });
    expect(seen[0]).toBe(9);
    expect(seen[1]).toHaveLength(2);
    expect(seen[1]).toContain("数据 Range =Sheet1!$B$2:$B$3");
    expect(seen[2]).toBe(true);
  });

  test("create-and-remove-named-item: the same name twice is refused", async () => {
    const refusal = onSheet(async (sheet, context) => {
      sheet.names.add("数据", sheet.getRange("B2"));
      sheet.names.add("数据", sheet.getRange("B3"));
      await context.sync();
    }).catch(codeOf);
    expect(await refusal).toMatch(/^(InvalidArgument|ItemAlreadyExists)$/);
  });

  test("update-named-item: a name is led to another range by its formula", async () => {
    const address = await onSheet(async (sheet, context) => {
      sheet.names.add("数据", sheet.getRange("B2:E7"));
      await context.sync();
      sheet.names.getItem("数据").formula = "=Sheet1!$B$10:$D$14";
      const range = sheet.names.getItem("数据").getRange().load("address");
      await context.sync();
      return range.address;
    });
    expect(address).toBe("Sheet1!B10:D14");
  });
});

describe("18-custom-xml-parts/create-set-get-and-delete-custom-xml-parts", () => {
  const XML = '<复核 xmlns="urn:test:review"><人>王敏</人></复核>';

  test("a part is found again by its id, kept with the workbook's settings, changed and deleted", async () => {
    const seen = await Excel.run(async (context) => {
      const part = context.workbook.customXmlParts.add(XML);
      part.load("id");
      await context.sync();
      context.workbook.settings.add("复核", part.id);
      const kept = context.workbook.settings.getItem("复核").load("value");
      await context.sync();
      const again = context.workbook.customXmlParts.getItem(kept.value as string);
      const first = again.getXml();
      again.setXml(XML.replace("王敏", "李强"));
      const second = again.getXml();
      again.load("namespaceUri");
      await context.sync();
      again.delete();
      const gone = context.workbook.customXmlParts.getItemOrNullObject(kept.value as string);
      await context.sync();
      return [first.value, second.value.includes("李强"), again.namespaceUri, gone.isNullObject];
    });
    expect(seen).toEqual([expect.stringContaining("王敏"), true, "urn:test:review", true]);
  });

  test("test-xml-for-unique-namespace: one of a namespace is the only one, of two there is none", async () => {
    const seen = await Excel.run(async (context) => {
      const { customXmlParts } = context.workbook;
      const only = () => {
        const part = customXmlParts.getByNamespace("urn:test:review").getOnlyItemOrNullObject();
        part.load("id");
        return part;
      };
      const none = only();
      customXmlParts.add(XML);
      const one = only();
      await context.sync();
      customXmlParts.add(XML);
      const two = only();
      await context.sync();
      return [none.isNullObject, one.isNullObject, two.isNullObject];
    });
    expect(seen).toEqual([true, false, true]);
  });
});

describe("30-events", () => {
  test("data-change-event-details: one cell's event tells what stood there and what stands there", async () => {
    const seen: unknown[] = [];
    await onSheet(async (sheet, context) => {
      sheet.onChanged.add(({ details, address }) => {
        seen.push([address, details?.valueBefore, details?.valueAfter, details?.valueTypeAfter]);
        return Promise.resolve();
      });
      await context.sync();
    });
    await host.type("Sheet1", "B2", 5);
    await host.type("Sheet1", "B2", "五");
    await host.paste("Sheet1", "B2", [[1, 2]]);
    expect(seen).toEqual([
      ["B2", "", 5, "Double"],
      ["B2", 5, "五", "String"],
      ["B2:C2", undefined, undefined, undefined],
    ]);
  });

  test("events-formula-changed: which cell, and which formula was there before", async () => {
    const seen: unknown[] = [];
    await onSheet(async (sheet, context) => {
      sheet.onFormulaChanged.add(({ formulaDetails }) => {
        seen.push(formulaDetails.map(({ cellAddress, previousFormula }) => [cellAddress, previousFormula as unknown]));
        return Promise.resolve();
      });
      await context.sync();
    });
    await host.type("Sheet1", "B2", 1);
    await host.type("Sheet1", "B2", "=1+1");
    await host.type("Sheet1", "B2", "=2+2");
    expect(seen).toEqual([[["B2", ""]], [["B2", "=1+1"]]]);
  });

  test("events-disable-events: nothing is told until events are on again", async () => {
    const seen: string[] = [];
    await onSheet(async (sheet, context) => {
      sheet.onChanged.add(({ address }) => {
        seen.push(address);
        return Promise.resolve();
      });
      context.runtime.enableEvents = false;
      await context.sync();
    });
    await host.type("Sheet1", "A1", 1);
    await Excel.run(async (context) => {
      context.runtime.enableEvents = true;
      await context.sync();
    });
    await host.type("Sheet1", "A2", 2);
    expect(seen).toEqual(["A2"]);
  });

  test("events-worksheet-protection: a sheet tells when it is protected and when no longer", async () => {
    const seen: boolean[] = [];
    await onSheet(async (sheet, context) => {
      sheet.onProtectionChanged.add(({ isProtected }) => {
        seen.push(isProtected);
        return Promise.resolve();
      });
      await context.sync();
      sheet.protection.protect();
      await context.sync();
      sheet.protection.unprotect();
      await context.sync();
    });
    await host.settled();
    expect(seen).toEqual([true, false]);
  });

  test("selection-changed-events: the selected cells are told", async () => {
    const seen: string[] = [];
    await onSheet(async (sheet, context) => {
      sheet.onSelectionChanged.add(({ address }) => {
        seen.push(address);
        return Promise.resolve();
      });
      await context.sync();
    });
    await host.select("Sheet1", "B2:C3");
    expect(seen).toContain("B2:C3");
  });
});

describe("54-worksheet", () => {
  test("add-delete-rename-move-worksheet and reference-worksheets-by-relative-position", async () => {
    const seen = await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      for (const name of ["2023", "2024", "2025"]) worksheets.add(name);
      worksheets.getItem("2025").position = 0;
      worksheets.getItem("2023").name = "二〇二三";
      worksheets.getItem("Sheet1").delete();
      const first = worksheets.getFirst().load("name");
      const next = first.getNext().load("name");
      const last = worksheets.getLast().load("name");
      const beyond = last.getNextOrNullObject();
      await context.sync();
      return [first.name, next.name, last.name, beyond.isNullObject];
    });
    expect(seen).toEqual(["2025", "二〇二三", "2024", true]);
    expect(host.sheets()).toEqual(["2025", "二〇二三", "2024"]);
  });

  test("worksheet-visibility: a hidden sheet is not the next visible one", async () => {
    const seen = await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.add("二").visibility = "Hidden";
      worksheets.add("三");
      const next = worksheets.getItem("Sheet1").getNext(true).load("name");
      const visible = worksheets.getCount(true);
      await context.sync();
      return [next.name, visible.value];
    });
    expect(seen).toEqual(["三", 2]);
  });

  test("worksheet-freeze-panes: rows, columns, a corner, and none", async () => {
    const seen = await onSheet(async (sheet, context) => {
      const { freezePanes } = sheet;
      const where: (string | null)[] = [];
      const look = async (): Promise<void> => {
        const range = freezePanes.getLocationOrNullObject().load("address");
        await context.sync();
        where.push(range.isNullObject ? null : range.address);
      };
      freezePanes.freezeRows(2);
      await look();
      freezePanes.freezeColumns(1);
      await look();
      freezePanes.freezeAt(sheet.getRange("A1:B3"));
      await look();
      freezePanes.unfreeze();
      await look();
      return where;
    });
    expect(seen).toEqual(["Sheet1!1:2", "Sheet1!A:A", "Sheet1!A1:B3", null]);
  });

  test("worksheet-page-layout: direction, margins, area and titles of print", async () => {
    const seen = await onSheet(async (sheet, context) => {
      const { pageLayout } = sheet;
      pageLayout.orientation = "Landscape";
      pageLayout.centerHorizontally = true;
      pageLayout.zoom = { horizontalFitToPages: 1 };
      pageLayout.setPrintArea("A1:D9");
      pageLayout.setPrintTitleRows("$1:$1");
      pageLayout.load("orientation,centerHorizontally,zoom");
      const area = pageLayout.getPrintArea().load("address");
      const rows = pageLayout.getPrintTitleRowsOrNullObject().load("address");
      await context.sync();
      return [pageLayout.orientation, pageLayout.zoom.horizontalFitToPages, area.address, rows.address] as unknown[];
    });
    expect(seen).toEqual(["Landscape", 1, "Sheet1!A1:D9", "Sheet1!1:1"]);
  });

  test("worksheet-copy: the copy has contents and formats, and lives a life of its own", async () => {
    const seen = await onSheet(async (sheet, context) => {
      sheet.getRange("A1").values = [[1]];
      sheet.getRange("A1").format.fill.color = "#FFFF00";
      const copy = sheet.copy("After", sheet);
      copy.name = "副本";
      await context.sync();
      sheet.getRange("A1").values = [[2]];
      const range = copy.getRange("A1").load("values,format/fill/color");
      await context.sync();
      return [range.values[0]![0], range.format.fill.color] as unknown[];
    });
    expect(seen).toEqual([1, "#FFFF00"]);
  });

  test("worksheet-find-all: every cell with a text, as one set of ranges", async () => {
    const seen = await onSheet(async (sheet, context) => {
      sheet.getRange("A1:B3").values = [
        ["完成", "未完成"],
        ["未完成", "完成"],
        ["完成", ""],
      ];
      const found = sheet.findAllOrNullObject("完成", { completeMatch: true }).load("address");
      const none = sheet.findAllOrNullObject("取消", { completeMatch: true });
      await context.sync();
      return [found.address.split(",").sort(), none.isNullObject];
    });
    expect(seen).toEqual([["Sheet1!A1", "Sheet1!A3", "Sheet1!B2"], true]);
  });
});

test("26-document/custom-properties and properties: what is known of the document is written and read", async () => {
  const seen = await Excel.run(async (context) => {
    const { properties } = context.workbook;
    properties.title = "年报";
    properties.custom.add("年度", 2025);
    properties.custom.add("单位", "某县");
    properties.load("title");
    properties.custom.load("items/key,items/value,items/type");
    await context.sync();
    return [properties.title, properties.custom.items.map(({ key, value, type }) => [key, value as unknown, type])];
  });
  expect(seen[0]).toBe("年报");
  expect(seen[1]).toEqual(
    expect.arrayContaining([
      ["年度", 2025, "Number"],
      ["单位", "某县", "String"],
    ]),
  );
});
