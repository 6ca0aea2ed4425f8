import * as sheetjs from "@e965/xlsx";
import { type OpenWorkbench, disconnect, openWorkbench } from "./browser";

jest.setTimeout(120_000);

let workbench: OpenWorkbench;

beforeAll(async () => {
  workbench = await openWorkbench();
});

afterAll(async () => {
  await workbench.close();
  await disconnect();
});

const ribbon = (name: string) =>
  workbench.page.getByRole("group", { name: "勾稽加载项" }).getByRole("button", { name, exact: true });

test("a command of an empty workbook brings the hidden pane back and says what is missing", async () => {
  const { page, pane } = workbench;
  await page.getByRole("button", { name: "关闭任务窗格" }).click();
  await ribbon("一键校验").click();
  await pane.getByText("工作簿里没有发现报表").first().waitFor();
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
