import { tableOf } from "../../src/tables/formats";
import { SECTION_NAMES } from "../../src/tables/sections";
import { cellAddress } from "../../src/tables/address";
import type { CellKey, SectionId } from "../../src/tables/table";
import { disconnect, openWorkbench, type OpenWorkbench } from "./browser";

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

/** An export with everything in it that another program might lose: flags, links, a warning with its explanation, the seal, an error. */
export async function makeExport(): Promise<Buffer> {
  const workbench = await openWorkbench();
  const { pane, grid } = workbench;
  try {
    await insertTables(workbench);
    await fillWithZeros(workbench);
    await makeWarning(workbench);
    await explain(workbench, WHY);
    await pane.getByRole("heading", { name: "通过", exact: true, level: 1 }).waitFor();
    await grid.openSheet(SECTION_NAMES.section3.sheet);
    await grid.type(addressOf("section3", "granted.total"), "9");
    await pane.getByRole("heading", { name: "有错误", exact: true, level: 1 }).waitFor();
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
