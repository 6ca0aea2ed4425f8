import { read, type CellObject, type WorkBook } from "@e965/xlsx";
import { strFromU8, unzipSync } from "fflate";
import { markedRule } from "../../src/rules/formula";
import { SECTION_NAMES } from "../../src/tables/sections";
import { SECTIONS, tableOf } from "../../src/tables/formats";
import { cellAddress } from "../../src/tables/address";
import type { CellKey, SectionId } from "../../src/tables/table";
import { COMPLETE_REPORTS, type Report } from "../fixtures/reports";
import { disconnect, openWorkbench, type OpenWorkbench } from "./browser";

jest.setTimeout(300_000);
afterAll(disconnect);

/** A table inserted on a sheet of its own begins below its title row. */
const TITLE_ROWS = 1;

const RED = "#ffc7ce";

function positionOf(report: Report, section: SectionId, key: CellKey) {
  const block = tableOf(report.format, section).numbers.find((number) => number.key === key)!;
  return { row: block.row + TITLE_ROWS, column: block.column };
}

const addressOf = (report: Report, section: SectionId, key: CellKey) => cellAddress(positionOf(report, section, key));

/** The figures of a table as they are typed: row by row, from left to right, with the address where each row begins. */
function rowsOf(report: Report, section: SectionId): { address: string; numbers: number[] }[] {
  const table = tableOf(report.format, section);
  const rows = new Map<number, { address: string; numbers: number[] }>();
  for (const { key, row } of table.numbers) {
    const line = rows.get(row) ?? { address: addressOf(report, section, key), numbers: [] };
    line.numbers.push(report.tables[section]!.numbers[key]!);
    rows.set(row, line);
  }
  return [...rows.values()];
}

async function insertTables({ pane }: OpenWorkbench, report: Report) {
  await pane.getByRole("button", { name: "插入报表" }).first().click();
  await pane.getByLabel("报告年度").selectOption(String(report.year));
  await pane.getByLabel("单位名称").fill(report.unit);
  await pane.getByRole("button", { name: "插入", exact: true }).click();
  await pane.getByRole("heading", { name: "未完成", exact: true, level: 1 }).waitFor();
}

type Enter = (workbench: OpenWorkbench, rows: ReturnType<typeof rowsOf>) => Promise<void>;

/** As a clerk does it: number, Tab, number, Tab. */
const typeRows: Enter = async ({ page, grid }, rows) => {
  for (const { address, numbers } of rows) {
    await grid.select(address);
    for (const number of numbers) {
      await page.keyboard.type(String(number));
      await page.keyboard.press("Tab");
    }
  }
};

/** Out of another table, all rows at once. */
const pasteRows: Enter = ({ grid }, rows) =>
  grid.paste(
    rows[0]!.address,
    rows.map(({ numbers }) => numbers.map(String)),
  );

/** The rows of section 二 do not stand together, so they are typed. */
async function enterFigures(workbench: OpenWorkbench, report: Report, enter: Enter) {
  for (const section of SECTIONS) {
    await workbench.grid.openSheet(SECTION_NAMES[section].sheet);
    await (section === "section2" ? typeRows : enter)(workbench, rowsOf(report, section));
  }
  await workbench.grid.settled();
}

/** What another library finds in an exported file, and the parts as they are stored. */
function openExport(bytes: Buffer): { book: WorkBook; parts: Record<string, string> } {
  const parts = Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]);
  return {
    book: read(bytes, { type: "buffer" }),
    parts: Object.fromEntries(parts) as Record<string, string>,
  };
}

/** The text of the part that holds a sheet. */
function sheetXml(parts: Record<string, string>, name: string): string {
  const link = new RegExp(`<sheet [^>]*name="${name}"[^>]*r:id="([^"]+)"`).exec(parts["xl/workbook.xml"]!)![1];
  const relations = parts["xl/_rels/workbook.xml.rels"]!;
  const relation = relations.match(/<Relationship [^>]*>/g)!.find((one) => one.includes(`Id="${link}"`))!;
  return parts[`xl/${/Target="\/?(?:xl\/)?([^"]+)"/.exec(relation)![1]}`]!;
}

const unescape = (text: string) =>
  text.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

const reportOf = (id: string) => COMPLETE_REPORTS.find((report) => report.id === id)!;
const CASES = [
  { way: "typed", report: reportOf("000-xindian-2020"), enter: typeRows },
  { way: "pasted", report: reportOf("015-hangzhou-2025"), enter: pasteRows },
];

describe.each(CASES)("$report.unit $report.year, $way", ({ report, enter }) => {
  let workbench: OpenWorkbench;
  const sheet = SECTION_NAMES.section3.sheet;
  const broken = addressOf(report, "section3", "granted.total");
  const right = report.tables.section3!.numbers["granted.total"]!;

  beforeAll(async () => {
    workbench = await openWorkbench();
  });
  afterAll(() => workbench.close());

  test("the official tables are inserted, each on a sheet of its own", async () => {
    await insertTables(workbench, report);
    expect(await workbench.grid.sheetNames()).toEqual(
      expect.arrayContaining(SECTIONS.map((section) => SECTION_NAMES[section].sheet)),
    );
  });

  test("the published figures end in a pass", async () => {
    await enterFigures(workbench, report, enter);
    await workbench.pane.getByRole("heading", { name: "通过", exact: true, level: 1 }).waitFor();
    for (const section of SECTIONS) {
      await workbench.grid.openSheet(SECTION_NAMES[section].sheet);
      for (const { address, numbers } of rowsOf(report, section)) {
        expect([address, await workbench.grid.readCell(address)]).toEqual([address, numbers[0]]);
      }
    }
  });

  test("a broken 总计 is flagged in the grid and named in the pane", async () => {
    const { grid, pane } = workbench;
    await grid.openSheet(sheet);
    await grid.select("A1");
    expect((await grid.pixel(broken)).fill).toBe("#ffffff");
    await grid.type(broken, String(right + 1));
    await pane.getByRole("heading", { name: "有错误", exact: true, level: 1 }).waitFor();
    const finding = pane.getByRole("button", { name: new RegExp(broken) }).first();
    await finding.waitFor();
    expect(await finding.innerText()).toContain("予以公开");
    await grid.select("A1");
    expect((await grid.pixel(broken)).fill).toBe(RED);
    const before = await grid.selection();
    await finding.click();
    await pane
      .page()
      .waitForFunction(
        (earlier) => globalThis.workbench!.grid.api.getActiveWorkbook()!.getActiveRange()?.getA1Notation() !== earlier,
        before,
      );
    expect(await grid.selection()).toContain(broken);
  });

  test("undo takes the number back, and with it flag and finding", async () => {
    const { grid, pane } = workbench;
    await grid.select("A1");
    await grid.undo();
    await pane
      .page()
      .waitForFunction(
        ([cell, value]) =>
          globalThis.workbench!.grid.api.getActiveWorkbook()!.getActiveSheet().getRange(cell).getValue() === value,
        [broken, right] as const,
      );
    await pane.getByRole("heading", { name: "通过", exact: true, level: 1 }).waitFor();
    expect((await grid.pixel(broken)).fill).toBe("#ffffff");
    expect(await pane.getByRole("button", { name: new RegExp(broken) }).count()).toBe(0);
  });

  test("validation writes the report sheet", async () => {
    const { grid, pane } = workbench;
    await pane.getByRole("button", { name: "一键校验" }).click();
    await pane.getByRole("group").getByText("明细已写入工作表“校验结果”").waitFor();
    await grid.openSheet("校验结果");
    const texts = (await grid.read("A1:F12")).flat().map(String);
    expect(texts).toEqual(expect.arrayContaining(["通过", report.unit]));
  });

  test("the export holds values, flags, validation, report sheet and stamp", async () => {
    const { pane } = workbench;
    const { fileName, bytes } = await workbench.download(() => pane.getByRole("button", { name: "导出" }).click());
    expect(fileName).toBe(`${report.unit}-${report.year}-校验通过.xlsx`);
    const { book, parts } = openExport(bytes);
    expect(book.SheetNames).toEqual(
      expect.arrayContaining([...SECTIONS.map((section) => SECTION_NAMES[section].sheet), "校验结果"]),
    );
    for (const section of SECTIONS) {
      const { sheet: name } = SECTION_NAMES[section];
      const numbers = report.tables[section]!.numbers;
      const found = Object.keys(numbers).map((key) => [
        key,
        (book.Sheets[name]![addressOf(report, section, key as CellKey)] as CellObject | undefined)?.v,
      ]);
      expect(Object.fromEntries(found)).toEqual(numbers);
      const xml = sheetXml(parts, name);
      const formulas = [...xml.matchAll(/<formula>([^<]*)<\/formula>/g)].map((match) =>
        markedRule(unescape(match[1]!)),
      );
      expect(new Set(formulas)).toEqual(
        new Set([
          ...(section === "section3" ? ["S3.ROW", "S3.RESULTS", "S3.BALANCE"] : []),
          ...(section === "section4" ? ["S4.TOTAL"] : []),
          "F.KIND",
          "F.BLANK",
        ]),
      );
      expect(xml).toMatch(/<dataValidation [^>]*type="whole"/);
    }
    const stamp = parts["docProps/custom.xml"]!;
    expect(stamp).toContain(report.unit);
    expect(stamp).toContain("通过");
  });
});
