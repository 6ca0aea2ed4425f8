import { SECTION_NAMES } from "../../src/tables/sections";
import { disconnect, openWorkbench, type Download, type OpenWorkbench } from "./browser";
import {
  addressOf,
  CARRY_REASON,
  explainYears,
  fillWithZeros,
  insertTables,
  lastYearsFile,
  UNIT,
  YEAR,
} from "./explained-report";

jest.setTimeout(300_000);

const CARRIED = addressOf("section3", "carriedOver.research");

let workbench: OpenWorkbench;
let exported: Download;

beforeAll(async () => {
  workbench = await openWorkbench();
  await insertTables(workbench);
  await fillWithZeros(workbench);
  await verdict("通过");
});
afterAll(async () => {
  await workbench.close();
  await disconnect();
});

const verdict = (name: string) => workbench.pane.getByRole("heading", { name, exact: true, level: 1 }).waitFor();

async function goTo(view: string): Promise<void> {
  const { pane } = workbench;
  await pane.getByRole("button", { name: "更多" }).click();
  await pane.getByRole("menuitem", { name: view }).click();
  await pane.getByRole("heading", { name: view, level: 2 }).waitFor();
}

test("with last year's report chosen, what does not follow from it is among the findings, and passes when it is explained", async () => {
  await explainYears(workbench);
});

test("a click leads to its cell, and the help opens at its rule", async () => {
  const { pane, page } = workbench;
  await pane
    .getByRole("button", { name: /上年结转不衔接/ })
    .first()
    .click();
  await page.waitForFunction(
    ([address]) => globalThis.workbench!.grid.api.getActiveWorkbook()!.getActiveRange()?.getA1Notation() === address,
    [CARRIED] as const,
  );
  await pane.getByRole("button", { name: /^说明.*上年结转不衔接/ }).click();
  await pane.getByText("上年结转＝上年报告的结转下年度").waitFor();
  await pane.getByRole("button", { name: "全部审核关系" }).click();
  await pane.getByRole("heading", { name: "结转衔接" }).waitFor();
  await pane.getByRole("button", { name: "返回" }).click();
});

test("the batch finds the explanation in the export, beside the finding", async () => {
  const { pane } = workbench;
  exported = await workbench.download(() => pane.getByRole("button", { name: "导出" }).click());
  expect(exported.fileName).toBe(`${UNIT}-${YEAR}-校验通过.xlsx`);
  await goTo("批量校验");
  const file = { name: exported.fileName, mimeType: "", buffer: exported.bytes };
  await pane.locator("main input[type=file]").first().setInputFiles([file]);
  await pane.getByText("通过 1").waitFor();
  // what was chosen for the open workbook is not last year's of many
  await pane.locator("main input[type=file]").nth(2).setInputFiles([lastYearsFile()]);
  await pane.getByText("已读取 1 份上年报告").waitFor();
  await pane.locator("main li button", { hasText: UNIT }).click();
  await pane.getByText(CARRY_REASON).waitFor();
  await pane.getByText("已说明").first().waitFor();
  await pane.getByRole("button", { name: "返回列表" }).click();
  await pane.getByRole("button", { name: "清空" }).click();
  await pane.getByRole("button", { name: "返回", exact: true }).click();
});

test("it lapses when the number changes, and without last year's report the finding is gone and the explanation waits", async () => {
  const { pane, grid } = workbench;
  await grid.openSheet(SECTION_NAMES.section3.sheet);
  await grid.type(CARRIED, "1");
  await pane.getByText("上年结转 1 ≠ 上年报告的结转下年度 2，少 1").waitFor();
  await pane.getByText("已失效").first().waitFor();
  await grid.type(CARRIED, "0");
  await verdict("通过");
  await pane.getByRole("button", { name: "更换" }).click();
  await pane.getByRole("button", { name: "不再比对" }).click();
  await goTo("核实说明");
  await pane.getByText("还没有与上年比对").waitFor();
  await pane.getByText(CARRY_REASON).waitFor();
});
