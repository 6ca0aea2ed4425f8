import { insertTables } from "../../src/excel/insert/insert";
import type { InsertRequest } from "../../src/excel/insert/request";
import { areaAddress, cellAddress, columnName } from "../../src/tables/address";
import { formatOf, SECTIONS, tableOf } from "../../src/tables/formats";
import { KIND_LIMITS } from "../../src/tables/kinds";
import { LABEL_STYLES } from "../../src/tables/styles";
import type { Area, SectionId, Table } from "../../src/tables/table";
import { startHost, type TestHost } from "../workbench/host";
import { onSheet, protectStructure, readSheet } from "./read";
import { REQUEST, SETTINGS } from "./settings";

let host: TestHost;
const startFresh = async () => {
  host = await startHost();
  await host.settled();
};

const SHEETS: Readonly<Record<SectionId, string>> = { section2: "表二", section3: "表三", section4: "表四" };
const insert = (change: Partial<InsertRequest> = {}) => insertTables({ ...REQUEST, ...change }, SETTINGS);
const below = (area: Area): Area => ({ ...area, row: area.row + 1 });
const isMerged = ({ rowCount, columnCount }: Area) => rowCount * columnCount > 1;
const tablesOf = (year: number) =>
  SECTIONS.map((section) => [SHEETS[section], tableOf(formatOf(year), section)] as const);

/** Everything about a table's looks that a sheet can tell. */
function readLooks(name: string, { columnWidths, rowCount, columnCount, labels, numbers }: Table) {
  return readSheet(name, (sheet) => {
    const columns = columnWidths.map((_, column) => sheet.getRange(`${columnName(column)}:${columnName(column)}`));
    for (const column of columns) column.load("format/columnWidth");
    const rows = Array.from({ length: rowCount + 1 }, (_, row) => sheet.getRange(`${row + 1}:${row + 1}`));
    for (const row of rows) row.load("format/rowHeight");
    const whole = sheet.getRange(areaAddress({ row: 0, column: 0, rowCount: rowCount + 1, columnCount }));
    const merged = whole.getMergedAreasOrNullObject();
    merged.load("address");
    const blocks = labels.map((label) => ({ label, range: sheet.getRange(areaAddress(below(label))) }));
    const looks = "format/fill/color,format/horizontalAlignment,format/font/name,format/font/size,format/wrapText";
    for (const { range } of blocks) range.load(looks);
    const number = sheet.getRange(cellAddress(below(numbers[0]!)));
    number.load("numberFormat,format/horizontalAlignment");
    const line = number.format.borders.getItem("EdgeBottom");
    line.load("style,weight");
    return () => ({
      widths: columns.map((column) => column.format.columnWidth),
      heights: rows.map((row) => row.format.rowHeight),
      merged: merged.address.split(",").map((address) => address.slice(address.indexOf("!") + 1)),
      labels: blocks.map(({ label, range: { format } }) => ({
        style: label.style,
        fill: format.fill.color,
        horizontal: format.horizontalAlignment,
        font: [format.font.name, format.font.size, format.wrapText],
      })),
      number: [number.numberFormat, number.format.horizontalAlignment, line.style, line.weight],
    });
  });
}

describe.each([2020, 2025])("the tables of report year %i on new sheets", (year) => {
  let batches: number;
  let addresses: readonly string[];
  beforeAll(async () => {
    host = await startHost();
    await host.settled();
    host.counters.reset();
    ({ addresses } = await insert({ year }));
    batches = host.counters.batches;
  });
  afterAll(() => host.dispose());

  test("take two round trips, for all three", () => {
    expect(batches).toBe(2);
    expect(addresses).toEqual(
      tablesOf(year).map(
        ([name, { rowCount, columnCount }]) => `${name}!A2:${columnName(columnCount - 1)}${rowCount + 1}`,
      ),
    );
    expect(host.sheets()).toEqual(["Sheet1", "表二", "表三", "表四"]);
  });

  test("labels and merges are the official ones", async () => {
    for (const [name, table] of tablesOf(year)) {
      for (const label of table.labels) {
        expect([label.text, host.value(name, cellAddress(below(label)))]).toEqual([label.text, label.text]);
      }
      for (const number of table.numbers) expect(host.value(name, cellAddress(below(number)))).toBe("");
      const { merged } = await readLooks(name, table);
      const blocks = [...table.labels, ...table.numbers].filter(isMerged).map((area) => areaAddress(below(area)));
      expect(merged.sort()).toEqual([`A1:${columnName(table.columnCount - 1)}1`, ...blocks].sort());
    }
  });

  test("widths, heights, fills, fonts, borders and number formats are the official ones", async () => {
    for (const [name, table] of tablesOf(year)) {
      const { widths, heights, labels, number } = await readLooks(name, table);
      // the grid knows whole pixels only: three quarters of a point
      widths.forEach((width, column) => expect(Math.abs(width - table.columnWidths[column]!)).toBeLessThan(0.5));
      for (const height of heights) expect(height).toBeGreaterThanOrEqual(19.5);
      for (const { style, fill, horizontal, font } of labels) {
        const { fill: color, horizontal: official } = LABEL_STYLES[style];
        expect([style, fill, horizontal]).toEqual([style, color ?? "#FFFFFF", official]);
        expect(font).toEqual(["宋体", 9, true]);
      }
      expect(number).toEqual([[["General"]], "Center", "Continuous", "Thin"]);
    }
  });

  test("the title carries unit, year and section in one cell", () => {
    expect(host.value("表三", "A1")).toBe(
      `新郑市辛店镇${year}年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况`,
    );
  });

  test("each table is one A4 page", async () => {
    for (const [name, table] of tablesOf(year)) {
      const layout = await readSheet(name, (sheet) => {
        const { pageLayout } = sheet;
        pageLayout.load("paperSize,orientation,zoom,centerHorizontally");
        const area = pageLayout.getPrintArea();
        area.load("address");
        return () => ({ ...pageLayout.toJSON(), area: area.address });
      });
      expect(layout).toMatchObject({
        paperSize: "A4",
        orientation: "Portrait",
        zoom: { horizontalFitToPages: 1, verticalFitToPages: 1 },
        centerHorizontally: true,
        area: `${name}!A1:${columnName(table.columnCount - 1)}${table.rowCount + 1}`,
      });
    }
  });

  test("the first table is shown with its first number selected, and the empty sheet stays", async () => {
    const selected = await readSheet("表二", (sheet) => {
      const range = sheet.context.workbook.getSelectedRange();
      range.load("address");
      return () => range.address;
    });
    expect(selected).toBe("表二!B4");
    expect(host.sheets()[0]).toBe("Sheet1");
  });
});

describe("on new sheets", () => {
  beforeEach(startFresh);
  afterEach(() => host.dispose());

  test("a unit whose name looks like a formula stays a text", async () => {
    await insert({ unit: "=1+1" });
    expect(host.value("表四", "A1")).toMatch(/^=1\+12020年/);
  });

  test("names that are taken get a number", async () => {
    await insert({ sections: ["section3"] });
    const { addresses } = await insert();
    expect(addresses).toEqual(["表二!A2:D19", "'表三（2）'!A2:J27", "表四!A2:O5"]);
  });

  test("sections come in official order, whatever the order asked for", async () => {
    await insert({ sections: ["section4", "section2"] });
    expect(host.sheets()).toEqual(["Sheet1", "表二", "表四"]);
  });
});

describe("number cells", () => {
  beforeEach(startFresh);
  afterEach(() => host.dispose());

  test("take what is of their kind and refuse the rest with the given words", async () => {
    await insert();
    const refused = { accepted: false, message: "请填写数量。" };
    for (const good of [0, 12, KIND_LIMITS.count.maximum]) {
      expect(await host.type("表三", "D5", good)).toEqual({ accepted: true });
    }
    for (const bad of [-1, 1.5, 1e9, "12件"]) expect(await host.type("表三", "D5", bad)).toEqual(refused);
    expect(await host.type("表二", "C8", -3)).toEqual({ accepted: true });
    expect(await host.type("表二", "C8", -0.5)).toMatchObject({ message: "请填写增减数量。" });
    expect(await host.type("表二", "C19", 0.37)).toEqual({ accepted: true });
    expect(await host.type("表二", "C19", -0.37)).toMatchObject({ message: "请填写金额。" });
  });

  test("stay open when the sheet is protected; labels and calculated totals do not", async () => {
    await insert({ totals: "formulas" });
    await onSheet("表三", (sheet) => sheet.protection.protect());
    expect(await host.type("表三", "D5", 3)).toMatchObject({ accepted: true });
    expect(await host.type("表三", "A5", "改")).toMatchObject({ accepted: false });
    expect(await host.type("表三", "J5", 3)).toMatchObject({ accepted: false });
    // carried forward is typed: the balance shows its errors
    expect(await host.type("表三", "D27", 3)).toMatchObject({ accepted: true });
  });

  test("totals are calculated when they are formulas", async () => {
    await insert({ totals: "formulas" });
    await host.paste("表三", "D7", [[1, 2, 3, 4, 5, 6]]);
    await host.paste("表三", "D8", [[10, 20, 30, 40, 50, 60]]);
    expect(host.value("表三", "J7")).toBe(21);
    expect(host.value("表三", "E26")).toBe(22);
    expect(host.value("表三", "J26")).toBe(231);
    await host.paste("表四", "A5", [[1, 2, 3, 4]]);
    expect(host.value("表四", "E5")).toBe(10);
  });

  test("are flagged by the sheet itself: amber while blank, red where a sum is broken", async () => {
    await insert();
    expect(await host.flags("表四", "A5:B5")).toMatchObject({ A5: { bg: { rgb: "#FFF2CC" }, it: 1 }, B5: {} });
    await host.paste("表四", "A5", [[1, 2, 3, 4, 11]]);
    expect(await host.flags("表四", "A5:E5")).toMatchObject({ E5: { bg: { rgb: "#FFC7CE" }, bl: 1 } });
    await host.type("表四", "E5", 10);
    expect(await host.flags("表四", "A5:E5")).toEqual({});
  });
});

describe("at the selected cell", () => {
  beforeEach(startFresh);
  afterEach(() => host.dispose());

  const at = (change: Partial<InsertRequest> = {}) => insert({ where: "selection", ...change });

  test("tables stand one below the other, in at most three round trips", async () => {
    await host.select("Sheet1", "B3");
    host.counters.reset();
    const { addresses } = await at();
    expect(host.counters.batches).toBeLessThanOrEqual(3);
    expect(addresses).toEqual(["Sheet1!B4:E21", "Sheet1!B24:K49", "Sheet1!B52:P55"]);
    expect(host.value("Sheet1", "B24")).toBe(tableOf("2019", "section3").labels[0]!.text);
    expect(host.sheets()).toEqual(["Sheet1"]);
  });

  test("cells that are not empty are named, and nothing is written", async () => {
    await host.type("Sheet1", "C9", "备注");
    await host.type("Sheet1", "D40", '=""');
    await host.select("Sheet1", "A1");
    host.counters.reset();
    await expect(at({ sections: ["section3"] })).rejects.toMatchObject({
      code: "Occupied",
      details: { sheet: "Sheet1", cells: "C9", count: 1 },
    });
    await expect(at()).rejects.toMatchObject({ details: { cells: "C9,D40", count: 2 } });
    expect(host.counters.each.reduce((sum, { writes }) => sum + writes, 0)).toBe(0);
    expect(host.value("Sheet1", "C9")).toBe("备注");
  });

  test("of many cells the first ten are named", async () => {
    await host.paste("Sheet1", "A1", [Array.from({ length: 10 }, () => 1), [1, 1]]);
    await expect(at()).rejects.toMatchObject({
      details: { cells: "A1,B1,C1,D1,E1,F1,G1,H1,I1,J1", count: 12 },
    });
  });

  test("with the person's consent they are overwritten, formats, merges and all", async () => {
    await host.paste("Sheet1", "A1", [[1, 2], [3, 4]]); // prettier-ignore
    await onSheet("Sheet1", (sheet) => {
      sheet.getRange("B5:C9").merge();
      sheet.getRange("B5").format.fill.color = "#00FF00";
    });
    await host.select("Sheet1", "A1");
    await at({ sections: ["section3"], overwrite: true });
    expect(host.value("Sheet1", "D2")).toBe("申请人情况");
    expect(host.value("Sheet1", "A2")).toMatch(/^（本列数据/);
    const { fill, merged } = await readSheet("Sheet1", (sheet) => {
      const range = sheet.getRange("D5");
      range.load("format/fill/color");
      const areas = sheet.getRange("D5:J27").getMergedAreasOrNullObject();
      areas.load("address");
      return () => ({ fill: range.format.fill.color, merged: areas.isNullObject });
    });
    expect([fill, merged]).toEqual(["#FFFFFF", true]);
  });

  test("columns in which other things stand are made wider but never narrower", async () => {
    await host.type("Sheet1", "A100", "原有内容");
    await onSheet("Sheet1", (sheet) => {
      sheet.getRange("D:D").format.columnWidth = 200;
      sheet.getRange("C:C").format.columnWidth = 30;
    });
    await host.select("Sheet1", "A1");
    await at({ sections: ["section3"] });
    const widths = await readSheet("Sheet1", (sheet) => {
      const ranges = ["C:C", "D:D"].map((column) => sheet.getRange(column));
      for (const range of ranges) range.load("format/columnWidth");
      return () => ranges.map((range) => Math.round(range.format.columnWidth));
    });
    expect(widths).toEqual([90, 200]);
  });

  test("rows in which another table stands are made higher but never lower", async () => {
    await at({ sections: ["section4"] });
    await host.select("Sheet1", "R2");
    const heights = () =>
      readSheet("Sheet1", (sheet) => {
        const rows = ["1:1", "2:2", "4:4"].map((row) => sheet.getRange(row));
        for (const row of rows) row.load("format/rowHeight");
        return () => rows.map(({ format }) => Math.round(format.rowHeight));
      });
    const before = await heights();
    await at({ sections: ["section4"] });
    const after = await heights();
    const [title, header, labels] = before;
    expect(header).toBeLessThan(title!);
    expect(after).toEqual([title, title, labels]);
  });

  test("a sheet with a print set-up of its own keeps it", async () => {
    await host.type("Sheet1", "A100", "原有内容");
    await onSheet("Sheet1", (sheet) => sheet.pageLayout.setPrintArea("A100:B110"));
    await host.select("Sheet1", "A1");
    await at();
    const area = await readSheet("Sheet1", (sheet) => {
      const areas = sheet.pageLayout.getPrintArea();
      areas.load("address");
      return () => areas.address;
    });
    expect(area).toBe("Sheet1!A100:B110");
  });

  test("there must be room down to the last row", async () => {
    await onSheet("Sheet1", (sheet) => sheet.getRange("A1048570").select());
    await expect(at({ sections: ["section3"] })).rejects.toMatchObject({
      code: "NoRoom",
      details: { sheet: "Sheet1", address: "A1048570" },
    });
  });

  test("a protected sheet is named", async () => {
    await onSheet("Sheet1", (sheet) => sheet.protection.protect());
    await expect(at()).rejects.toMatchObject({ code: "SheetProtected", details: { sheet: "Sheet1" } });
  });
});

describe("what cannot be done", () => {
  beforeEach(startFresh);
  afterEach(() => host.dispose());

  test("where the workbook's structure is protected, no sheet is added, and the error says why", async () => {
    await protectStructure();
    await expect(insert()).rejects.toMatchObject({ code: "WorkbookProtected" });
    expect(host.sheets()).toEqual(["Sheet1"]);
    await insert({ where: "selection", sections: ["section4"] });
    expect(host.value("Sheet1", "A2")).toBe("行政复议");
  });

  test("while a cell is edited nothing is inserted, and the error says why", async () => {
    await host.startEdit();
    await expect(insert()).rejects.toMatchObject({ code: "CellEditMode", name: "CellEditModeError" });
    await host.endEdit();
    expect(host.sheets()).toEqual(["Sheet1"]);
  });

  test("a year that no format covers is refused before anything is asked of Excel", async () => {
    host.counters.reset();
    await expect(insert({ year: 2018 })).rejects.toMatchObject({ name: "YearError", year: 2018 });
    expect(host.counters.batches).toBe(0);
  });
});
