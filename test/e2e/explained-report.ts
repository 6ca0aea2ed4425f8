import { SECTIONS, tableOf } from "../../src/tables/formats";
import { SECTION_NAMES } from "../../src/tables/sections";
import { cellAddress } from "../../src/tables/address";
import type { CellKey, SectionId } from "../../src/tables/table";
import { COMPLETE_REPORTS, type Report } from "../fixtures/reports";
import { makeWorkbook } from "../fixtures/workbooks";
import { disconnect, openWorkbench, type OpenWorkbench } from "./browser";
import type { NamedFile } from "./desk-files";

export const UNIT = "某市某区某镇";
export const YEAR = 2025;
export const WHY = "本年制发的5件中有3件已于当年废止，公告文号为某政发〔2025〕8号。";

/** A table inserted on a sheet of its own begins below its title row. */
export function addressOf(section: SectionId, key: CellKey): string {
  const { row, column } = tableOf("2021", section).numbers.find((number) => number.key === key)!;
  return cellAddress({ row: row + 1, column });
}

/** Fills every number of the inserted tables with 0: the rows that stand together through the clipboard, the others typed. */
export async function fillWithZeros({ page, grid }: OpenWorkbench): Promise<void> {
  for (const section of ["section2", "section3", "section4"] as const) {
    await grid.openSheet(SECTION_NAMES[section].sheet);
    const rows = new Map<number, { address: string; zeros: string[] }>();
    for (const { key, row } of tableOf("2021", section).numbers) {
      const line = rows.get(row) ?? { address: addressOf(section, key), zeros: [] };
      line.zeros.push("0");
      rows.set(row, line);
    }
    const lines = [...rows.values()];
    if (section !== "section2") {
      await grid.paste(lines[0]!.address, lines.map(({ zeros }) => zeros)); // prettier-ignore
      continue;
    }
    for (const { address, zeros } of lines) {
      await grid.select(address);
      for (const zero of zeros) {
        await page.keyboard.type(zero);
        await page.keyboard.press("Tab");
      }
    }
    await grid.settled();
  }
}

export async function insertTables({ pane }: OpenWorkbench): Promise<void> {
  await pane.getByRole("button", { name: "插入报表" }).first().click();
  await pane.getByLabel("报告年度").selectOption(String(YEAR));
  await pane.getByLabel("单位名称").fill(UNIT);
  await pane.getByRole("button", { name: "插入", exact: true }).click();
}

/** A warning in section 二: fewer documents in force than were issued this year. */
export async function makeWarning({ grid }: OpenWorkbench): Promise<void> {
  await grid.openSheet(SECTION_NAMES.section2.sheet);
  await grid.type(addressOf("section2", "normativeDocuments.issued"), "5");
  await grid.type(addressOf("section2", "normativeDocuments.valid"), "2");
}

export async function explain({ pane }: OpenWorkbench, text: string): Promise<void> {
  await pane.getByRole("button", { name: "填写核实说明" }).click();
  await pane.getByLabel("核实说明", { exact: true }).fill(text);
  await pane.getByLabel("填写人（可不填）").fill("张三");
  await pane.getByRole("button", { name: "保存" }).click();
}

export const CARRY_REASON = "上年有2件科研机构的申请误作结转，实际当年已办结，见办结登记。";

/** Last year's report: all 0, but two applications of research institutes are carried forward. */
export function lastYearsFile(): NamedFile {
  const tables = Object.fromEntries(
    SECTIONS.map((section) => {
      const numbers = Object.fromEntries(tableOf("2021", section).numbers.map(({ key }) => [key, 0]));
      return [section, { format: "2021", numbers: { ...numbers, "carriedForward.research": 2 } }];
    }),
  ) as unknown as Report["tables"];
  const report = { ...COMPLETE_REPORTS[0]!, unit: UNIT, year: YEAR - 1, tables };
  return { name: "上年.xlsx", mimeType: "", buffer: Buffer.from(makeWorkbook(report)) };
}

const verdictOf = ({ pane }: OpenWorkbench, name: string) =>
  pane.getByRole("heading", { name, exact: true, level: 1 }).waitFor();

/** Chooses last year's report, and explains why this year's does not begin with what that one carried forward. */
export async function explainYears(workbench: OpenWorkbench): Promise<void> {
  const { pane } = workbench;
  await pane.getByRole("button", { name: "更多" }).click();
  await pane.getByRole("menuitem", { name: "与上年比对" }).click();
  await pane.getByRole("heading", { name: "与上年比对", level: 2 }).waitFor();
  await pane.locator("main input[type=file]").setInputFiles([lastYearsFile()]);
  await pane.getByText(`与上年报告比对：${UNIT} ${YEAR - 1}（上年.xlsx）。`).waitFor();
  await pane.getByRole("button", { name: "查看问题" }).click();
  await pane.getByText("上年结转 0 ≠ 上年报告的结转下年度 2，少 2").waitFor();
  await verdictOf(workbench, "未完成");
  await pane.getByText("待说明 1 条").waitFor();
  await explain(workbench, CARRY_REASON);
  await verdictOf(workbench, "通过");
}

/** An export of a report that does not follow from last year's, and says why. */
export async function makeYearsExport(): Promise<Buffer> {
  const workbench = await openWorkbench();
  try {
    await insertTables(workbench);
    await fillWithZeros(workbench);
    await verdictOf(workbench, "通过");
    await explainYears(workbench);
    const { bytes } = await workbench.download(() => workbench.pane.getByRole("button", { name: "导出" }).click());
    return bytes;
  } finally {
    await workbench.close();
    await disconnect();
  }
}

/** An export with everything in it that another program might lose: flags, links, a warning with its explanation, the seal, an error. */
export async function makeExport(): Promise<Buffer> {
  const workbench = await openWorkbench();
  const { pane, grid } = workbench;
  try {
    await insertTables(workbench);
    await fillWithZeros(workbench);
    await makeWarning(workbench);
    await explain(workbench, WHY);
    await verdictOf(workbench, "通过");
    await grid.openSheet(SECTION_NAMES.section3.sheet);
    await grid.type(addressOf("section3", "granted.total"), "9");
    await verdictOf(workbench, "有错误");
    const { bytes } = await workbench.download(async () => {
      await pane.getByRole("button", { name: "导出" }).click();
      await pane.getByRole("button", { name: "仍然导出" }).click();
    });
    return bytes;
  } finally {
    await workbench.close();
    await disconnect();
  }
}
