/** @jest-environment jsdom */
import { act } from "react";
import { htmlOf, reportOf, textOf } from "../batch/report-file/reports";
import { readText } from "../recognise/report/fixtures";
import { MemoryApp } from "./memory-app";
import { button, click, enter, field, page, renderPane, settle, text } from "./render";

const hangzhou = reportOf("015-hangzhou-2025");

/** Pastes into the field, as the browser hands it over. */
async function paste(data: Record<string, string>): Promise<void> {
  const target = field<HTMLTextAreaElement>(/粘贴/);
  const event = new Event("paste", { bubbles: true, cancelable: true });
  Object.assign(event, { clipboardData: { files: [], getData: (type: string) => data[type] ?? "" } });
  act(() => {
    target.dispatchEvent(event);
  });
  for (let turn = 0; turn < 3; turn++) await settle();
}

async function openImport(app = new MemoryApp()): Promise<MemoryApp> {
  const { goTo } = await renderPane(app);
  goTo({ name: "import" });
  for (let turn = 0; turn < 3; turn++) await settle();
  expect(text("main h2")).toBe("导入年报");
  return app;
}

test("what is pasted from a page is shown and fills the official tables", async () => {
  const app = await openImport();
  await paste({ "text/html": htmlOf(hangzhou), "text/plain": "不完整" });
  expect(document.activeElement?.tagName).toBe("H2");
  expect(field(/单位名称/).value).toBe("杭州市");
  expect(page()).toContain("自然人 5345");
  expect(page()).toContain("全部读出");
  await click(button("填入"));
  const [call] = app.calls.filter(({ id }) => id === "insert");
  expect(call!.input).toMatchObject({ unit: "杭州市", year: 2025, where: "newSheets", totals: "typed" });
  expect(app.getState().summary).toMatchObject({ verdict: "pass", tables: 3 });
  expect(page()).toContain("已插入");
});

test("cells that are not sure are named, and stay open", async () => {
  const app = await openImport();
  await paste({ "text/html": htmlOf(hangzhou).replace("<td>5345</td>", "<td>５345件</td>") });
  expect(page()).toContain("待填 1 格");
  expect(page()).toMatch(/不是数字 ?自然人：原文写作“５345件”，不是规范的数字，可能是 5345/);
  await click(button("填入"));
  const table = app.getState().tables.find(({ filled }) => filled.placement.table.section === "section3")!;
  expect(table.filled.contents["granted.naturalPerson"]).toMatchObject({ type: "text", text: "５345件" });
});

test("what can be read in several ways is asked", async () => {
  const app = await openImport();
  await paste({ "text/plain": readText("pingtan-2023.txt") });
  const select = field<HTMLSelectElement>(/行政规范性文件.*几种读法/);
  expect(select.options[0]!.textContent).toBe("都不对，留空");
  await enter(select, "0");
  await enter(field(/单位名称/), "平潭综合实验区");
  await enter(field(/报告年度/), "2023");
  await click(button("填入"));
  const table = app.getState().tables.find(({ filled }) => filled.placement.table.section === "section2")!;
  expect(table.filled.contents["normativeDocuments.issued"]).toMatchObject({ type: "number" });
});

test("tables that are there already are filled after the person agreed", async () => {
  const app = new MemoryApp();
  for (const section of ["section2", "section3", "section4"] as const) app.add(section, 2025);
  app.occupied = ["D5", "E5"];
  await openImport(app);
  await paste({ "text/plain": textOf(hangzhou) });
  await click(field(/已有的这些表/));
  await click(button("填入"));
  await settle();
  expect(page()).toContain("D5、E5");
  await click(button("覆盖并插入"));
  await settle();
  expect(app.calls.filter(({ id }) => id === "fill")).toHaveLength(2);
  expect(app.getState().summary.verdict).toBe("pass");
});

test("a file that is no report is named, with what to do", async () => {
  await openImport();
  const file = new File(["%PDF-1.7"], "年报.pdf");
  // jsdom has no way to read a file
  const bytes = Uint8Array.from("%PDF-1.7", (sign) => sign.charCodeAt(0));
  Object.assign(file, { arrayBuffer: () => Promise.resolve(bytes.buffer) });
  const input = document.querySelector<HTMLInputElement>("input[type=file]")!;
  Object.defineProperty(input, "files", { value: [file] });
  act(() => {
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
  for (let turn = 0; turn < 4; turn++) await settle();
  expect(text("[role=alert]")).toContain("这是 PDF 文件");
});

test("the tables of the workbook are listed with what their labels leave in doubt", async () => {
  const app = new MemoryApp();
  app.add("section3", 2025);
  const { goTo } = await renderPane(app);
  goTo({ name: "recognised" });
  for (let turn = 0; turn < 3; turn++) await settle();
  expect(page()).toContain("2021 年版格式");
  expect(page()).toContain("表头和项目名称与官方格式一致。");
  await click(button("选中此表"));
  expect(app.calls.at(-1)!.id).toBe("show");
});
