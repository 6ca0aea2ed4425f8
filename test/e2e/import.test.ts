import axe from "axe-core";
import type { Frame } from "playwright-core";
import { docxOf, htmlOf, reportOf } from "../batch/report-file/reports";
import { disconnect, openWorkbench, type OpenWorkbench } from "./browser";

jest.setTimeout(180_000);
afterAll(disconnect);

let workbench: OpenWorkbench;
beforeEach(async () => {
  workbench = await openWorkbench();
});
afterEach(() => workbench.close());

const hangzhou = reportOf("015-hangzhou-2025");

/** Leads there with the keyboard alone. */
async function openView({ page, pane }: OpenWorkbench, title: string): Promise<void> {
  await pane.getByRole("button", { name: "更多" }).focus();
  await page.keyboard.press("Enter");
  const items = await pane.getByRole("menuitem").allTextContents();
  for (let steps = items.indexOf(title); steps > 0; steps--) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await pane.getByRole("heading", { name: title, level: 2 }).waitFor();
}

/** Copies a page as a browser does, and pastes it into the pane. */
async function pastePage({ page, pane }: OpenWorkbench, html: string): Promise<void> {
  await page.bringToFront();
  await pane.getByLabel("或者粘贴网页、文本").focus();
  await pane.evaluate(async (text) => {
    const item = new ClipboardItem({ "text/html": new Blob([text], { type: "text/html" }) });
    await navigator.clipboard.write([item]);
  }, html);
  await page.keyboard.press("Control+v");
  await pane.getByRole("button", { name: "填入", exact: true }).waitFor();
}

async function violationsIn(frame: Frame): Promise<string[]> {
  await frame.evaluate(axe.source);
  return frame.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run({
      runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21aa", "best-practice"] },
    });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
  });
}

const isWideEnough = ({ pane }: OpenWorkbench) =>
  pane.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

test("a published page is pasted, shown, filled in and checked, with the keyboard alone", async () => {
  const { page, pane, grid } = workbench;
  await openView(workbench, "导入年报");
  expect(await violationsIn(pane)).toEqual([]);
  await pastePage(workbench, htmlOf(hangzhou).replace("<td>5345</td>", "<td>５345件</td>"));
  await pane.getByText("待填 1 格").waitFor();
  expect(await violationsIn(pane)).toEqual([]);
  expect(await isWideEnough(workbench)).toBe(true);
  await pane.getByRole("button", { name: "填入", exact: true }).focus();
  await page.keyboard.press("Enter");
  await pane.getByRole("heading", { name: "有错误", exact: true, level: 1 }).waitFor();
  await pane.getByText("数值不规范").first().waitFor();
  await grid.openSheet("表三");
  await grid.type("D7", "5345");
  await pane.getByRole("heading", { name: "通过", exact: true, level: 1 }).waitFor();
});

test("a Word document fills the tables that are there, after the cells in the way were named", async () => {
  const { pane } = workbench;
  const document = { name: "年报.docx", mimeType: "application/octet-stream", buffer: Buffer.from(docxOf(hangzhou)) };
  await openView(workbench, "导入年报");
  await pane.locator("input[type=file]").setInputFiles(document);
  await pane.getByRole("button", { name: "填入", exact: true }).click();
  await pane.getByRole("heading", { name: "通过", exact: true, level: 1 }).waitFor();
  await openView(workbench, "导入年报");
  const other = { ...document, buffer: Buffer.from(docxOf(reportOf("013-unknown29-2023"))) };
  await pane.locator("input[type=file]").setInputFiles(other);
  await pane.getByText("填入工作簿中已有的这些表").click();
  await pane.getByLabel("单位名称").fill("某市");
  await pane.getByRole("button", { name: "填入", exact: true }).click();
  const dialog = pane.getByRole("dialog").or(pane.getByRole("alertdialog"));
  await dialog.getByText(/表二、表三/).waitFor();
  await dialog.getByRole("button", { name: "覆盖并插入" }).click();
  await pane
    .getByText(/已填入 表二/)
    .first()
    .waitFor();
});

test("what is no report is named", async () => {
  const { pane } = workbench;
  await openView(workbench, "导入年报");
  const pdf = { name: "年报.docx", mimeType: "application/octet-stream", buffer: Buffer.from("%PDF-1.7") };
  await pane.locator("input[type=file]").setInputFiles(pdf);
  await pane.getByText("这是 PDF 文件").waitFor();
  expect(await violationsIn(pane)).toEqual([]);
});

test("the tables of the workbook are listed, and marked one by one or all", async () => {
  const { pane, grid } = workbench;
  await grid.paste("A1", [
    ["某县2024年政府信息公开工作年度报告"],
    ["行政复议", "", "", "", ""],
    ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"],
  ]);
  await grid.paste("A5", [
    ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
    ["规章", "0", "0", "0"],
    ["规范性文件", "1", "0", "4"],
    ["信息内容", "本年处理决定数量"],
    ["行政许可", "7"],
  ]);
  await grid.settled();
  await openView(workbench, "识别现有表格");
  await pane
    .getByText(/与官方格式不一致/)
    .first()
    .waitFor();
  expect(await violationsIn(pane)).toEqual([]);
  await pane.getByRole("button", { name: "选中此表" }).first().click();
  await pane.getByRole("button", { name: "标记全部" }).click();
  await pane.getByText("已标记", { exact: true }).first().waitFor();
});
