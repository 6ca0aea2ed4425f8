import {
  areaAddress,
  cellAddress,
  columnName,
  parseAddress,
  AddressError,
  fullAddress,
} from "../../src/tables/address";
import { FORMATS, formatOf, SECTIONS, tableOf, YearError } from "../../src/tables/formats";
import { contentOf, makeGrid } from "../../src/tables/grid";
import { KIND_LIMITS } from "../../src/tables/kinds";
import { rowHeights } from "../../src/tables/layout";
import { reportTitle, SECTION_NAMES } from "../../src/tables/sections";
import { splitKey, type Area, type CellKind, type Table } from "../../src/tables/table";
import { OFFICIAL_SECTION2, OFFICIAL_SECTION3, OFFICIAL_SECTION4 } from "./official";

const TABLES: readonly Table[] = FORMATS.flatMap((format) => SECTIONS.map((section) => tableOf(format, section)));
const name = ({ format, section }: Table) => `${section} of ${format}`;

const KIND_SIGNS: Readonly<Record<CellKind, string>> = { count: "n", change: "±", amount: "￥" };

/** A table in the notation of `official.ts`. */
function draw(table: Table): string {
  const cells = Array.from({ length: table.rowCount }, () => new Array<string>(table.columnCount).fill("·"));
  const write = ({ row, column, rowCount, columnCount }: Area, text: string) => {
    const size = rowCount > 1 ? `×${columnCount}×${rowCount}` : columnCount > 1 ? `×${columnCount}` : "";
    cells[row]![column] = text.replaceAll("\n", "⏎") + size;
  };
  for (const label of table.labels) write(label, label.text);
  for (const number of table.numbers) write(number, KIND_SIGNS[number.kind]);
  return `\n${cells.map((line) => `    ${line.join(" | ")}`).join("\n")}`;
}

describe("the tables are the official ones, cell by cell", () => {
  test.each(FORMATS)("section 二 of %s", (format) => {
    expect(draw(tableOf(format, "section2"))).toBe(OFFICIAL_SECTION2[format]);
  });
  test.each(FORMATS)("section 三 of %s", (format) => {
    expect(draw(tableOf(format, "section3"))).toBe(OFFICIAL_SECTION3[format]);
  });
  test.each(FORMATS)("section 四 of %s", (format) => {
    expect(draw(tableOf(format, "section4"))).toBe(OFFICIAL_SECTION4);
  });
});

describe.each(TABLES.map((table) => [name(table), table] as const))("%s", (_, table) => {
  test("blocks cover every cell of the rectangle once", () => {
    const covered = new Map<string, number>();
    for (const { row, column, rowCount, columnCount } of [...table.labels, ...table.numbers]) {
      for (let r = row; r < row + rowCount; r++) {
        for (let c = column; c < column + columnCount; c++)
          covered.set(`${r},${c}`, (covered.get(`${r},${c}`) ?? 0) + 1);
      }
    }
    expect(covered.size).toBe(table.rowCount * table.columnCount);
    expect(new Set(covered.values())).toEqual(new Set([1]));
  });

  test("keys are unique and made of the keys of its rows and columns", () => {
    const rows = table.rows.map(({ key }) => key);
    const columns = table.columns.map(({ key }) => key);
    const keys = table.numbers.map(({ key }) => key);
    for (const list of [rows, columns, keys]) expect(new Set(list).size).toBe(list.length);
    for (const key of keys) {
      const { row, column } = splitKey(key);
      expect(rows).toContain(row);
      expect(columns).toContain(column);
    }
    expect([...new Set(keys.map((key) => splitKey(key).row))]).toEqual(rows);
    expect(new Set(keys.map((key) => splitKey(key).column))).toEqual(new Set(columns));
  });

  test("the labels of its rows and columns are labels of the table", () => {
    const texts = new Set(table.labels.map(({ text }) => text));
    for (const { labels } of [...table.rows, ...table.columns]) {
      expect(labels.length).toBeGreaterThan(0);
      for (const label of labels) expect(texts).toContain(label);
    }
  });

  test("numbers stand in the order of reading", () => {
    const places = table.numbers.map(({ row, column }) => row * 100 + column);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test("has a width for each column, and fits an A4 page turned as it is printed", () => {
    expect(table.columnWidths).toHaveLength(table.columnCount);
    const width = table.columnWidths.reduce((sum, next) => sum + next, 0);
    // A4 is 595 pt wide; with Excel's narrow margins of 0.64 cm 559 pt are left.
    expect(width).toBeLessThanOrEqual(559);
    expect(Math.min(...table.columnWidths)).toBeGreaterThan(0);
  });

  test("has a row height for each row in which the longest label fits", () => {
    const heights = rowHeights(table);
    expect(heights).toHaveLength(table.rowCount);
    for (const { row, column, rowCount, columnCount, text } of table.labels) {
      const width = table.columnWidths.slice(column, column + columnCount).reduce((sum, next) => sum + next, 0);
      const height = heights.slice(row, row + rowCount).reduce((sum, next) => sum + next, 0);
      // 9-point full-width characters at the least possible line pitch.
      const lines = Math.ceil((text.length * 9) / width);
      expect(height).toBeGreaterThanOrEqual(lines * 9);
    }
  });
});

test("the row keys are those that the command line promises", () => {
  const common3 =
    "newlyReceived carriedOver granted partiallyGranted denied.1 denied.2 denied.3 denied.4 denied.5 denied.6 denied.7 denied.8 " +
    "unavailable.1 unavailable.2 unavailable.3 notProcessed.1 notProcessed.2 notProcessed.3 notProcessed.4 notProcessed.5 ";
  const rows = (table: Table) => table.rows.map(({ key }) => key).join(" ");
  const columns = (table: Table) => table.columns.map(({ key }) => key).join(" ");
  expect(rows(tableOf("2019", "section3"))).toBe(`${common3}other resultsTotal carriedForward`);
  expect(rows(tableOf("2021", "section3"))).toBe(`${common3}other.1 other.2 other.3 resultsTotal carriedForward`);
  for (const format of FORMATS) {
    expect(columns(tableOf(format, "section3"))).toBe(
      "naturalPerson commercial research welfare legalService otherOrganisation total",
    );
    expect(rows(tableOf(format, "section4"))).toBe("review directLitigation litigationAfterReview");
    expect(columns(tableOf(format, "section4"))).toBe("upheld corrected otherOutcome pending total");
  }
});

test("a report year has one format", () => {
  expect([2019, 2020, 2021, 2022, 2030].map(formatOf)).toEqual(["2019", "2019", "2021", "2021", "2021"]);
  for (const year of [2018, 0, 2020.5, NaN, Infinity]) {
    expect(() => formatOf(year)).toThrow(YearError);
    expect(() => formatOf(year)).toThrow(String(year));
  }
});

test("sheets and titles carry the official names", () => {
  expect(SECTION_NAMES.section2).toEqual({ sheet: "表二", title: "二、主动公开政府信息情况" });
  expect(SECTION_NAMES.section3).toEqual({ sheet: "表三", title: "三、收到和处理政府信息公开申请情况" });
  expect(SECTION_NAMES.section4).toEqual({ sheet: "表四", title: "四、政府信息公开行政复议、行政诉讼情况" });
  expect(reportTitle("新郑市辛店镇", 2020)).toBe("新郑市辛店镇2020年政府信息公开工作年度报告");
});

test("limits of a kind leave every sum of a table exact in a double", () => {
  const terms = Math.max(...TABLES.map(({ numbers }) => numbers.length));
  for (const { maximum, decimals } of Object.values(KIND_LIMITS)) {
    expect(maximum * 10 ** decimals).toBeLessThan(Number.MAX_SAFE_INTEGER);
    expect(maximum * terms).toBeLessThan(Number.MAX_SAFE_INTEGER);
  }
});

describe("addresses", () => {
  test.each([
    [0, "A"],
    [25, "Z"],
    [26, "AA"],
    [701, "ZZ"],
    [702, "AAA"],
    [16_383, "XFD"],
  ])("column %i is %s", (column, expected) => {
    expect(columnName(column)).toBe(expected);
  });

  test.each<[string, Area]>([
    ["A1", { row: 0, column: 0, rowCount: 1, columnCount: 1 }],
    ["$D$27", { row: 26, column: 3, rowCount: 1, columnCount: 1 }],
    ["C3:A1", { row: 0, column: 0, rowCount: 3, columnCount: 3 }],
    ["'表!三'!b2:c2", { row: 1, column: 1, rowCount: 1, columnCount: 2 }],
    ["A:C", { row: 0, column: 0, rowCount: 1_048_576, columnCount: 3 }],
    ["4:7", { row: 3, column: 0, rowCount: 4, columnCount: 16_384 }],
  ])("%s", (address, area) => {
    expect(parseAddress(address)).toEqual(area);
  });

  test.each(["", "!", "A", "1", "A1:", ":A1", "A1:B", "A0", "XFE1", "A1048577", "甲1", "R1C1", "A1,B2"])(
    "%j is none",
    (address) => {
      expect(() => parseAddress(address)).toThrow(AddressError);
    },
  );

  test("are read as they are written", () => {
    for (const table of TABLES) {
      for (const { row, column, rowCount, columnCount } of [...table.labels, ...table.numbers]) {
        const area = { row, column, rowCount, columnCount };
        expect(parseAddress(areaAddress(area))).toEqual(area);
        expect(parseAddress(cellAddress(area))).toEqual({ ...area, rowCount: 1, columnCount: 1 });
      }
    }
  });

  test.each([
    ["表三", "表三!D27"],
    ["表 三", "'表 三'!D27"],
    ["it's", "'it''s'!D27"],
    ["A1", "'A1'!D27"],
    ["2020", "'2020'!D27"],
  ])("with the sheet %j", (sheet, expected) => {
    expect(fullAddress(sheet, { row: 26, column: 3 })).toBe(expected);
  });
});

describe("a grid", () => {
  test("tells kinds of content apart", () => {
    expect([0, "0", "", null, undefined, false, "#DIV/0!", "#号", "#N/A"].map(contentOf)).toEqual([
      { type: "number", value: 0 },
      { type: "text", text: "0" },
      { type: "blank" },
      { type: "blank" },
      { type: "blank" },
      { type: "boolean", value: false },
      { type: "error", code: "#DIV/0!" },
      { type: "text", text: "#号" },
      { type: "error", code: "#N/A" },
    ]);
  });

  test("has positions of its sheet, and is blank outside of what was read", () => {
    const grid = makeGrid("表三", { row: 4, column: 2 }, [[1, 2], [3]]);
    expect(grid.area).toEqual({ row: 4, column: 2, rowCount: 2, columnCount: 2 });
    expect(grid.contentAt({ row: 5, column: 2 })).toEqual({ type: "number", value: 3 });
    for (const position of [
      { row: 5, column: 3 },
      { row: 3, column: 2 },
      { row: 4, column: 1 },
      { row: 99, column: 99 },
    ]) {
      expect(grid.contentAt(position)).toEqual({ type: "blank" });
    }
  });
});
