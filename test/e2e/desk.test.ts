import { read } from "@e965/xlsx";
import { zipSync } from "fflate";
import { cellAddress } from "../../src/tables/address";
import { SECTIONS, tableOf } from "../../src/tables/formats";
import { SECTION_NAMES } from "../../src/tables/sections";
import { makeWorkbook } from "../fixtures/workbooks";
import { disconnect, type OpenWorkbench } from "./browser";
import { BROKEN_AT, countyFiles, townReport, type NamedFile } from "./desk-files";
import { openDesk } from "./open-desk";

jest.setTimeout(300_000);
afterAll(disconnect);

const choose = ({ pane }: OpenWorkbench, files: readonly NamedFile[]) =>
  pane
    .locator("main input[type=file]")
    .first()
    .setInputFiles([...files]);

const filterButton = ({ pane }: OpenWorkbench, name: RegExp) =>
  pane.getByRole("group", { name: "按结论筛选" }).getByRole("button", { name });

test("forty files: each verdict is right, the pane answers meanwhile, and the sum is that of an independent one", async () => {
  const workbench = await openDesk();
  const { pane } = workbench;
  const files = countyFiles();
  await choose(workbench, files);
  // a click is answered while the batch runs
  await pane.getByRole("button", { name: "停止" }).waitFor();
  await filterButton(workbench, /^未完成/).click();
  expect(await filterButton(workbench, /^未完成/).getAttribute("aria-pressed")).toBe("true");
  await pane.getByRole("button", { name: "停止" }).waitFor({ state: "detached" });
  expect(await filterButton(workbench, /^全部/).textContent()).toBe("全部 40");
  expect(await filterButton(workbench, /^有错误/).textContent()).toBe("有错误 2");
  expect(await filterButton(workbench, /^未完成/).textContent()).toBe("未完成 1");
  expect(await filterButton(workbench, /^无法读取/).textContent()).toBe("无法读取 2");
  expect(await filterButton(workbench, /^通过/).textContent()).toBe("通过 35");
  const rows = pane.locator("main li button");
  expect(await rows.allTextContents()).toEqual([expect.stringContaining("第32镇")]);
  await filterButton(workbench, /^无法读取/).click();
  expect((await rows.allTextContents()).join("\n")).toMatch(/39\.xlsx[\s\S]*网页[\s\S]*40\.xlsx[\s\S]*密码/);
  await filterButton(workbench, /^有错误/).click();
  expect(await rows.count()).toBe(2);
  await rows.first().click();
  await pane.getByRole("heading", { name: "示例县第8镇" }).waitFor();
  await pane.getByText("办理结果合计").first().waitFor();
  await pane.getByRole("button", { name: "返回列表" }).click();

  // refused, then added all the same
  await pane.getByRole("button", { name: "开始汇总" }).click();
  await pane.getByText("没有通过校验").first().waitFor();
  await pane.getByRole("checkbox", { name: "未通过的单位也计入" }).check();
  await pane.getByRole("button", { name: "开始汇总" }).click();
  await pane.getByText("没有计入汇总：39.xlsx、40.xlsx").waitFor();
  await pane.getByText("同样的问题出在：示例县第8镇").first().waitFor();
  await pane.getByRole("button", { name: "导出汇总表" }).click();
  await pane.getByText("请先填写汇总单位名称").waitFor();
  await pane.getByRole("textbox", { name: "汇总单位名称" }).fill("示例县");
  const doubtful = await workbench.download(() => pane.getByRole("button", { name: "导出汇总表" }).click());
  expect(doubtful.fileName).toBe("示例县2023年度汇总表（有错误，含未通过单位，有文件未计入）.xlsx");
  const good = files.filter((_, index) => index < 38 && !BROKEN_AT.includes(index));
  await pane.getByRole("button", { name: "清空" }).click();
  await choose(workbench, good);
  await pane.getByText("通过 35").waitFor();
  await pane.getByRole("button", { name: "停止" }).waitFor({ state: "detached" });
  await pane.getByRole("button", { name: "开始汇总" }).click();
  const { bytes } = await workbench.download(() => pane.getByRole("button", { name: "导出汇总表" }).click());
  const { Sheets } = read(bytes);
  for (const section of SECTIONS) {
    for (const { key, row, column } of tableOf("2021", section).numbers) {
      const sum = Array.from({ length: 38 }, (_, index) => index)
        .filter((index) => !BROKEN_AT.includes(index))
        .reduce((total, index) => total + Math.round(townReport(index).tables[section]!.numbers[key]! * 1e6), 0);
      const cell = Sheets[SECTION_NAMES[section].sheet]![cellAddress({ row: row + 1, column })] as { v: number };
      expect([section, key, cell.v]).toEqual([section, key, sum / 1e6]);
    }
  }
  // a total shows its parts
  const total = pane.getByRole("button", { name: /本年新收.*总计/ });
  await total.click();
  await pane.getByRole("rowheader", { name: "示例县第1镇" }).first().waitFor();

  // what goes on paper, as it stands when the browser prints
  await pane.evaluate(() => {
    const seen = globalThis as unknown as { printed: string[] };
    window.print = () => {
      seen.printed = [...document.querySelectorAll(".printed-list tbody tr")].map(({ textContent }) => textContent);
    };
  });
  await pane.getByRole("button", { name: "打印" }).click();
  await pane.waitForFunction(() => (globalThis as unknown as { printed?: string[] }).printed?.length === 35);
  await pane.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await pane.waitForFunction(() => document.querySelector(".printed-list") === null);

  // a sum beside its units counts for nothing
  await choose(workbench, [{ name: "汇总.xlsx", mimeType: "", buffer: Buffer.from(bytes) }]);
  await pane.getByText("汇总.xlsx 是本程序导出的汇总表").waitFor();
  expect(await filterButton(workbench, /^全部/).textContent()).toBe("全部 35");

  const results = await workbench.download(() => pane.getByRole("button", { name: "导出结果" }).click());
  expect(read(results.bytes).SheetNames).toEqual(["单位", "问题", "疑似错格", "规则频次"]);
  await workbench.close();
});

test("back from a unit, the list stands where it stood, and what was said of the sum is kept", async () => {
  const workbench = await openDesk({ width: 1280, height: 600 });
  const { pane } = workbench;
  await choose(workbench, countyFiles());
  await pane.getByRole("button", { name: "停止" }).waitFor({ state: "detached" });
  const name = pane.getByRole("textbox", { name: "汇总单位名称" });
  await name.fill("示例县");
  await pane.getByRole("button", { name: "下一页" }).click();
  await pane.getByText("第 2 / 2 页").waitFor();
  const scroller = pane.locator("main");
  const scrolled = () => scroller.evaluate((main) => main.scrollTop);
  // the first row of the page is in sight
  const row = pane.locator("main li button[data-file]");
  expect((await row.first().boundingBox())!.y).toBeGreaterThan(0);
  await row.nth(12).focus();
  const [before, opened] = [await scrolled(), await row.nth(12).getAttribute("data-file")];
  expect(before).toBeGreaterThan(0);
  await row.nth(12).click();
  await pane.getByRole("button", { name: "下一个单位" }).waitFor();
  expect(await scrolled()).toBe(0);
  await pane.getByRole("button", { name: "返回列表" }).click();
  await pane.getByText("第 2 / 2 页").waitFor();
  expect(await row.nth(12).evaluate((element) => element === document.activeElement)).toBe(true);
  expect(await scrolled()).toBe(before);
  expect(await row.nth(12).getAttribute("data-file")).toBe(opened);
  expect(await name.inputValue()).toBe("示例县");

  // from one unit to the next, to another page of the list
  await pane.getByRole("button", { name: "上一页" }).click();
  await row.last().click();
  await pane.getByText("第 20 / 40 个").waitFor();
  await pane.getByRole("button", { name: "下一个单位" }).click();
  await pane.getByText("第 21 / 40 个").waitFor();
  await pane.getByRole("button", { name: "返回列表" }).click();
  await pane.getByText("第 2 / 2 页").waitFor();

  // Escape empties the search box, as everywhere
  const search = pane.getByRole("searchbox");
  await search.fill("39");
  await pane
    .getByText(/39\.xlsx/)
    .first()
    .waitFor();
  await search.press("Escape");
  await pane.getByRole("heading", { name: "批量校验" }).waitFor();
  expect(await search.inputValue()).toBe("");

  // also after something else was looked at
  await search.press("Escape");
  await pane.getByRole("button", { name: "更多" }).click();
  await pane.getByRole("menuitem", { name: "批量校验" }).click();
  await pane.getByText("第 1 / 2 页").waitFor();
  expect(await name.inputValue()).toBe("示例县");
  await workbench.close();
});

test("files dropped beside the box are taken; where nothing takes them, they do not replace the pane", async () => {
  const workbench = await openDesk();
  const { pane } = workbench;
  /** As the browser tells of a file that is held above the heading, then dropped there. */
  const drop = (bytes: number[], name = "甲镇.xlsx") =>
    pane
      .getByRole("heading", { level: 2 })
      .first()
      .evaluate(
        (heading, file) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([new Uint8Array(file.content)], file.name));
          return ["dragover", "drop"].map((type) => {
            const event = new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
            heading.dispatchEvent(event);
            return event.defaultPrevented;
          });
        },
        { content: bytes, name },
      );
  const report = [...makeWorkbook(townReport(0))];
  expect(await drop(report)).toEqual([true, true]);
  await pane.getByText(/^全部 1/).waitFor();
  // on a unit's page, too: the list shows what becomes of them
  await pane.locator('main li button[data-file="甲镇.xlsx"]').click();
  await pane.locator(".unit-page").waitFor();
  expect(await drop([...makeWorkbook(townReport(1))], "乙镇.xlsx")).toEqual([true, true]);
  await pane.getByText(/^全部 2/).waitFor();
  await pane.getByRole("button", { name: "返回" }).first().click();
  await pane.getByRole("button", { name: "更多" }).click();
  await pane.getByRole("menuitem", { name: "审核关系说明" }).click();
  expect(await drop(report)).toEqual([true, true]);
  await workbench.close();
});

test("stopping ends the batch, and what was checked stays", async () => {
  const workbench = await openDesk();
  const { pane } = workbench;
  const one = countyFiles()[0]!;
  await choose(
    workbench,
    Array.from({ length: 400 }, (_, index) => ({ ...one, name: `${index}.xlsx` })),
  );
  await pane.getByRole("button", { name: "停止" }).waitFor();
  await pane.getByText(/^全部 [1-9]/).waitFor();
  await pane.getByRole("button", { name: "停止" }).click();
  await pane.getByText("已停止").waitFor();
  const checked = Number((await filterButton(workbench, /^全部/).textContent())!.replace(/\D/g, ""));
  expect(checked).toBeGreaterThan(0);
  expect(checked).toBeLessThan(400);
  await workbench.close();
});

test("a worker that dies, and a file that would take all memory, are a red line each; the others are checked", async () => {
  const workbench = await openDesk();
  const { page, pane } = workbench;
  const one = countyFiles()[0]!;
  const files = Array.from({ length: 60 }, (_, index) => ({ ...one, name: `${index}.xlsx` }));
  const bomb = zipSync({ "xl/worksheets/sheet1.xml": new Uint8Array(300 * 2 ** 20) });
  files[59] = { ...one, name: "炸弹.xlsx", buffer: Buffer.from(bomb) };
  const [worker] = await Promise.all([page.waitForEvent("worker"), choose(workbench, files)]);
  // an error that nobody catches, as a fault of the browser is one
  await worker.evaluate(() => {
    const scope = globalThis as unknown as { onmessage: () => void };
    scope.onmessage = () => {
      throw new Error("lost");
    };
  });
  await pane.getByRole("button", { name: "停止" }).waitFor({ state: "detached" });
  expect(await filterButton(workbench, /^全部/).textContent()).toBe("全部 60");
  expect(await filterButton(workbench, /^通过/).textContent()).toBe("通过 58");
  await filterButton(workbench, /^无法读取/).click();
  const lines = await pane.locator("main li button").allTextContents();
  expect(lines.join("\n")).toMatch(/炸弹/);
  expect(lines).toHaveLength(2);
  await page.context().close();
});

test("a file that is gone when its turn comes is a red line, and the others are checked", async () => {
  const workbench = await openDesk();
  const { pane } = workbench;
  const base64 = countyFiles()[0]!.buffer.toString("base64");
  // a file of the browser's own disk, which a page can delete as a person deletes those of hers
  await pane.evaluate(async (content) => {
    const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
    const disk = await navigator.storage.getDirectory();
    const handle = await disk.getFileHandle("走失.xlsx", { create: true });
    const writable = await handle.createWritable();
    await writable.write(bytes);
    await writable.close();
    const chosen = new DataTransfer();
    for (let index = 0; index < 60; index++) chosen.items.add(new File([bytes], `${100 + index}.xlsx`));
    chosen.items.add(await handle.getFile());
    const input = document.querySelector<HTMLInputElement>("main input[type=file]")!;
    input.files = chosen.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
    await disk.removeEntry("走失.xlsx");
  }, base64);
  await filterButton(workbench, /^全部/).getByText("全部 61").waitFor();
  await pane.getByRole("button", { name: "停止" }).waitFor({ state: "detached" });
  expect(await filterButton(workbench, /^通过/).textContent()).toBe("通过 60");
  await filterButton(workbench, /^无法读取/).click();
  const lines = await pane.locator("main li button").allTextContents();
  expect(lines).toEqual([expect.stringMatching(/走失[\s\S]*(?:移走|删除|不见|找不到)/)]);
  await workbench.close();
});

test("workers that cannot be loaded are told at once, and nothing runs on", async () => {
  const workbench = await openDesk();
  const { page, pane } = workbench;
  await page.context().route(/batch-worker/, (route) => route.abort());
  await choose(workbench, countyFiles().slice(0, 2));
  await pane.getByRole("alert").filter({ hasText: /./ }).first().waitFor();
  await pane.getByRole("button", { name: "停止" }).waitFor({ state: "detached" });
  // the browser says on the console what could not be loaded
  await page.context().close();
});

test("last year's reports are matched by unit, and both years stand side by side", async () => {
  const workbench = await openDesk({ width: 1280, height: 900 });
  const { pane } = workbench;
  const file = (index: number, year: number) => ({
    name: `${year}-${index}.xlsx`,
    mimeType: "",
    buffer: Buffer.from(makeWorkbook(townReport(index, year))),
  });
  await choose(workbench, [file(0, 2024), file(1, 2024)]);
  await pane.getByText(/^全部 2/).waitFor();
  await pane
    .locator("main input[type=file]")
    .nth(2)
    .setInputFiles([file(0, 2023)]);
  await pane.getByText("已读取 1 份上年报告").waitFor();
  await pane.getByRole("button", { name: /第1镇 2024/ }).click();
  await pane.getByText("与上年报告比对：示例县第1镇 2023").waitFor();
  await pane.getByRole("img", { name: /两年对照图/ }).waitFor();
  // 结转下年度 of 2023 is not what 2024 begins with
  await pane
    .getByText(/上年结转 \d+ ≠ 上年报告的结转下年度 \d+/)
    .first()
    .waitFor();
  await pane.getByRole("button", { name: "返回列表" }).click();
  await pane.getByRole("button", { name: /第2镇 2024/ }).click();
  await pane.getByText("未与上年比对").waitFor();
  await pane.getByRole("button", { name: "就是这一份" }).click();
  await pane.getByText("由人指定").waitFor();
  await pane.getByRole("button", { name: "返回列表" }).click();
  // the only way out of a wrong choice was to put this year's files away, too
  await pane.getByRole("button", { name: "不再比对" }).click();
  await pane.getByText("已读取 1 份上年报告").waitFor({ state: "detached" });
  await pane.getByText(/^全部 2/).waitFor();
  await pane.getByRole("button", { name: /第2镇 2024/ }).click();
  await pane.getByText("与上年").waitFor({ state: "detached" });
  await workbench.close();
});
