import * as sheetjs from "@e965/xlsx";
import { Workbook as ExcelWorkbook } from "exceljs";
import { type OpenWorkbench, disconnect, openWorkbench } from "./browser";

/** One black pixel. */
const PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

let workbench: OpenWorkbench;

beforeAll(async () => {
  workbench = await openWorkbench();
});

beforeEach(async () => {
  const { page, grid } = workbench;
  await grid.type("A1", "旧");
  await page.getByRole("button", { name: "新建" }).click();
  await page.getByRole("button", { name: "不保存" }).click();
});

afterAll(async () => {
  await workbench.close();
  await disconnect();
});

async function makeFile(fill: (workbook: ExcelWorkbook) => void): Promise<Buffer> {
  const workbook = new ExcelWorkbook();
  fill(workbook);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

const plain = (): Promise<Buffer> =>
  makeFile((workbook) => {
    workbook.addWorksheet("收支").addRows([
      ["项目", "数量"],
      ["甲", 3],
      ["乙", { formula: "B2*2", result: 6 }],
    ]);
  });

const withPicture = (): Promise<Buffer> =>
  makeFile((workbook) => {
    const sheet = workbook.addWorksheet("有图");
    sheet.getCell("A1").value = "图下";
    sheet.addImage(workbook.addImage({ base64: PIXEL, extension: "png" }), "B2:C3");
  });

const pick = (name: string, buffer: Buffer): Promise<void> =>
  workbench.page.locator("input[type=file]").setInputFiles({ name, mimeType: "application/octet-stream", buffer });

/** A cell of a saved file, as a reader that is not ours finds it. */
const cellIn = (bytes: Buffer, sheet: string, address: string): sheetjs.CellObject | undefined =>
  sheetjs.read(bytes).Sheets[sheet]?.[address] as sheetjs.CellObject | undefined;

const fileName = (): Promise<string | null> => workbench.page.locator(".file-name span").textContent();

test("a picked file is shown, edited and saved, and an independent reader finds it all", async () => {
  const { page, grid } = workbench;
  await pick("收支表.xlsx", await plain());
  await page.getByRole("heading", { name: "收支表.xlsx" }).waitFor();
  expect(await grid.sheetNames()).toEqual(["收支"]);
  expect(await grid.read("A1:B3")).toEqual([
    ["项目", "数量"],
    ["甲", 3],
    ["乙", 6],
  ]);
  await grid.type("B2", "5");
  expect(await grid.readCell("B3")).toBe(10);
  expect(await page.title()).toBe("● 收支表.xlsx - 勾稽工作台");
  const saved = await workbench.download(() => page.keyboard.press("ControlOrMeta+s"));
  expect(saved.fileName).toBe("收支表.xlsx");
  expect(await page.title()).toBe("收支表.xlsx - 勾稽工作台");
  expect(cellIn(saved.bytes, "收支", "A2")).toMatchObject({ v: "甲" });
  expect(cellIn(saved.bytes, "收支", "B2")).toMatchObject({ v: 5 });
  expect(cellIn(saved.bytes, "收支", "B3")).toMatchObject({ v: 10, f: "B2*2" });
});

test("a dropped file is opened, over the grid too; several at once are not", async () => {
  const { page, grid } = workbench;
  const drop = (files: { name: string; base64: string }[]): Promise<void> =>
    page.evaluate((dropped) => {
      const dataTransfer = new DataTransfer();
      for (const { name, base64 } of dropped) {
        dataTransfer.items.add(new File([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], name));
      }
      const target = document.querySelector(".grid canvas")!;
      for (const type of ["dragover", "drop"]) {
        target.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
      }
    }, files);
  const base64 = (await plain()).toString("base64");
  await drop([
    { name: "一.xlsx", base64 },
    { name: "二.xlsx", base64 },
  ]);
  await page.getByRole("dialog", { name: "一次只能打开一个文件" }).getByRole("button", { name: "知道了" }).click();
  expect(await fileName()).toBe("工作簿1.xlsx");
  await drop([{ name: "一.xlsx", base64 }]);
  await page.getByRole("heading", { name: "一.xlsx" }).waitFor();
  expect(await grid.readCell("A2")).toBe("甲");
});

test("what cannot be kept is named before anything is replaced", async () => {
  const { page, grid } = workbench;
  await grid.type("A1", "原有");
  const file = await withPicture();
  await pick("有图.xlsx", file);
  const losses = page.getByRole("dialog", { name: "有些内容无法保留" });
  await losses.waitFor();
  expect(await losses.getByRole("listitem").allTextContents()).toEqual(["图片：1 处（工作表“有图”）"]);
  await losses.getByRole("button", { name: "取消" }).click();
  expect(await grid.readCell("A1")).toBe("原有");
  await pick("有图.xlsx", file);
  await losses.getByRole("button", { name: "仍然打开" }).click();
  // The unsaved cell is asked about as well, and "cancel" there keeps it.
  const unsaved = page.getByRole("dialog", { name: "保存所做的修改？" });
  await unsaved.getByRole("button", { name: "取消" }).click();
  expect(await grid.readCell("A1")).toBe("原有");
  await pick("有图.xlsx", file);
  await losses.getByRole("button", { name: "仍然打开" }).click();
  const saved = await workbench.download(() => unsaved.getByRole("button", { name: "保存", exact: true }).click());
  expect(cellIn(saved.bytes, "Sheet1", "A1")).toMatchObject({ v: "原有" });
  await page.getByRole("heading", { name: "有图.xlsx" }).waitFor();
  expect(await grid.readCell("A1")).toBe("图下");
});

test.each([
  ["文本.xlsx", Buffer.from("a,b,c"), /这是文本文件，不是 \.xlsx 工作簿/],
  ["空.xlsx", Buffer.alloc(0), /文件是空的/],
  ["网页.xlsx", Buffer.from("<html><table></table></html>"), /这是网页/],
])("%s is refused with the reason, and the open workbook stays", async (name, bytes, reason) => {
  const { page, grid } = workbench;
  await grid.type("A1", "原有");
  await pick(name, bytes);
  const failure = page.getByRole("dialog", { name: `打不开“${name}”` });
  expect(await failure.getByRole("paragraph").textContent()).toMatch(reason);
  await failure.getByRole("button", { name: "知道了" }).click();
  expect(await grid.readCell("A1")).toBe("原有");
  expect(await fileName()).toBe("工作簿1.xlsx");
});

test("a truncated file is refused as incomplete", async () => {
  const { page } = workbench;
  const whole = await plain();
  await pick("断.xlsx", whole.subarray(0, whole.length / 2));
  const failure = page.getByRole("dialog", { name: "打不开“断.xlsx”" });
  expect(await failure.getByRole("paragraph").textContent()).toMatch(/不完整|已损坏/);
  await failure.getByRole("button", { name: "知道了" }).click();
});
