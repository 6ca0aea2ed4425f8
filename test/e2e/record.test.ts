import { read, type CellObject } from "@e965/xlsx";
import { SECTION_NAMES } from "../../src/tables/sections";
import type { SectionId } from "../../src/tables/table";
import { disconnect, openWorkbench, type Download, type OpenWorkbench } from "./browser";
import { addressOf, explain, fillWithZeros, insertTables, makeWarning, WHY } from "./explained-report";

jest.setTimeout(300_000);

let workbench: OpenWorkbench;
let exported: Download;

beforeAll(async () => {
  workbench = await openWorkbench();
});
afterAll(async () => {
  await workbench.close();
  await disconnect();
});

const VALID = addressOf("section2", "normativeDocuments.valid");

const verdict = (name: string) => workbench.pane.getByRole("heading", { name, exact: true, level: 1 }).waitFor();
const openSheet = (section: SectionId) => workbench.grid.openSheet(SECTION_NAMES[section].sheet);

/** A table that passes is folded; its explained warning is in it. */
async function seeExplanation(): Promise<void> {
  const { pane } = workbench;
  const toggle = pane.locator("main h2 button[aria-expanded]", { hasText: SECTION_NAMES.section2.sheet });
  // a table in which somebody has just written stays open
  if ((await toggle.getAttribute("aria-expanded")) === "false") await toggle.click();
  await pane.getByText(WHY).waitFor();
}

test("a warning keeps a report from passing until it is explained with substance", async () => {
  const { pane } = workbench;
  await insertTables(workbench);
  await fillWithZeros(workbench);
  await verdict("通过");
  await makeWarning(workbench);
  await verdict("未完成");
  await pane.getByText("待说明 1 条").waitFor();
  await pane.getByRole("button", { name: "填写核实说明" }).click();
  await pane.getByLabel("核实说明", { exact: true }).fill("经核实，情况属实。");
  await pane.getByRole("button", { name: "保存" }).click();
  await pane.getByText("一类的话不能作为说明").waitFor();
  await pane.getByRole("button", { name: "取消" }).click();
  await explain(workbench, WHY);
  await verdict("通过");
  await seeExplanation();
});

test("the export passes, prints the explanation on the report sheet, and carries it", async () => {
  const { pane } = workbench;
  exported = await workbench.download(() => pane.getByRole("button", { name: "导出" }).click());
  expect(exported.fileName).toBe("某市某区某镇-2025-校验通过.xlsx");
  const cells = Object.values(read(exported.bytes).Sheets["校验结果"]!) as CellObject[];
  const texts = cells.map(({ v }) => (typeof v === "string" ? v : ""));
  expect(texts.join("\n")).toContain(WHY);
});

test("the export that is opened again is sealed and unchanged, and still explained", async () => {
  const { page, pane } = workbench;
  const { fileName, bytes } = exported;
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: fileName, mimeType: "application/octet-stream", buffer: bytes });
  await page.getByRole("button", { name: "不保存" }).click();
  await page.getByRole("heading", { name: fileName }).waitFor();
  await pane.getByText("已校验，未改动").waitFor();
  await verdict("通过");
  await seeExplanation();
  await pane.getByText("不是电子签名").waitFor();
});

test("one cell that changes is named, a click leads to it, and undoing makes it unchanged again", async () => {
  const { pane, grid } = workbench;
  const cell = addressOf("section3", "granted.naturalPerson");
  await openSheet("section3");
  await grid.type(cell, "7");
  await pane.getByText("校验之后有 1 处改动").waitFor();
  await pane.getByText("原为 0，现为 7").waitFor();
  await openSheet("section2");
  await pane.getByRole("button", { name: `表三!${cell}`, exact: true }).click();
  await pane
    .page()
    .waitForFunction(
      ([address]) => globalThis.workbench!.grid.api.getActiveWorkbook()!.getActiveRange()?.getA1Notation() === address,
      [cell] as const,
    );
  await grid.select(cell);
  await grid.type(cell, "0");
  await pane.getByText("已校验，未改动").waitFor();
});

test("an explanation lapses when a number that it explains changes, with its text kept, and a supervisor can refuse it", async () => {
  const { pane, grid } = workbench;
  await openSheet("section2");
  await grid.type(VALID, "1");
  await pane.getByText("已失效").first().waitFor();
  await pane.getByText(WHY).waitFor();
  await verdict("未完成");
  await grid.type(VALID, "2");
  await verdict("通过");
});
