import * as sheetjs from "@e965/xlsx";
import { type OpenWorkbench, disconnect, openWorkbench } from "./browser";

let workbench: OpenWorkbench;

beforeAll(async () => {
  workbench = await openWorkbench();
});

afterAll(async () => {
  await workbench.close();
  await disconnect();
});

const closePane = () => workbench.page.getByRole("button", { name: "关闭任务窗格" }).click();
const ribbon = (name: string) =>
  workbench.page.getByRole("group", { name: "勾稽加载项" }).getByRole("button", { name, exact: true });

test("a command of an empty workbook brings the hidden pane back and says what is missing", async () => {
  const { pane } = workbench;
  await closePane();
  await ribbon("一键校验").click();
  await pane.getByText("工作簿里没有发现报表").first().waitFor();
});

test("the ribbon has the buttons of the manifest, each with its picture", async () => {
  const { page } = workbench;
  const group = page.getByRole("group", { name: "勾稽加载项" });
  expect(await group.getByRole("button").allTextContents()).toEqual([
    "打开面板",
    "插入报表",
    "一键校验",
    "批量校验",
    "导出",
  ]);
  const widths = await group
    .locator("img")
    .evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth));
  expect(widths).toEqual([32, 32, 32, 32, 32]);
});

test("插入报表 and 打开面板 open the closed pane, and so do their keys and the menu of a cell", async () => {
  const { page, pane, grid } = workbench;
  await closePane();
  await ribbon("插入报表").click();
  await pane.getByLabel("单位名称").waitFor();
  await closePane();
  await ribbon("打开面板").click();
  await pane.getByRole("button", { name: "返回" }).click();
  await closePane();
  await grid.select("A1");
  await page.keyboard.press("Control+Shift+Alt+KeyI");
  await pane.getByLabel("单位名称").waitFor();
  await pane.getByRole("button", { name: "返回" }).click();
  await closePane();
  await grid.openCellMenu("B2");
  await page.getByText("勾稽", { exact: true }).last().hover();
  await page.getByText("打开面板", { exact: true }).last().click();
  await pane.getByRole("button", { name: "一键校验" }).waitFor();
});

test("keys work while the focus is in the pane, too: those of the add-in and those of the workbook", async () => {
  const { page, pane } = workbench;
  const check = pane.getByRole("button", { name: "一键校验" });
  await check.focus();
  await page.keyboard.press("Control+Shift+Alt+KeyI");
  await pane.getByLabel("单位名称").waitFor();
  await pane.getByRole("button", { name: "返回" }).click();
  await check.focus();
  const { fileName } = await workbench.download(() => page.keyboard.press("Control+s"));
  expect(fileName).toBe("工作簿1.xlsx");
});

test("一键校验 and 导出 of the page run the add-in's own commands", async () => {
  const { pane, grid } = workbench;
  await pane.getByRole("button", { name: /插入示例/ }).click();
  await pane.getByRole("heading", { name: "通过" }).first().waitFor();
  await ribbon("一键校验").click();
  await workbench.page.locator(".grid").getByText("校验结果", { exact: true }).first().waitFor();
  expect(await grid.sheetNames()).toContain("校验结果");
  const { fileName, bytes } = await workbench.download(() => ribbon("导出").click());
  expect(fileName).toBe("新郑市辛店镇-2020-校验通过.xlsx");
  expect(sheetjs.read(bytes).SheetNames).toEqual(["Sheet1", "表二", "表三", "表四", "校验结果"]);
});
