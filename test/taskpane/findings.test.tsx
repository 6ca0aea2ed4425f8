/** @jest-environment jsdom */
import { act } from "react";
import type { PlacedTable } from "../../src/actions/state";
import { subjectOf } from "../../src/record/subject";
import { MemoryApp } from "./memory-app";
import { button, buttons, click, page, press, renderPane, settle, text } from "./render";
import { STATES } from "./states";

const number = (value: number) => ({ type: "number", value }) as const;

/** Table 三 of which one total is wrong: the row's sum and the sum of results and the balance of that column. */
function withOneWrong(): { app: MemoryApp; id: string } {
  const app = new MemoryApp();
  const id = app.add("section3", 2020, { "granted.naturalPerson": 3, "granted.commercial": 2, "granted.total": 6 });
  return { app, id };
}

test("the banner tells the verdict in a word, the findings of each severity and the cells to fill", async () => {
  await renderPane(STATES.findings!());
  expect(text("h1")).toBe("有错误");
  expect([...document.querySelectorAll("h1 + ul > li")].map((item) => item.textContent)).toEqual([
    "强制性 7",
    "还有 2 格未填",
  ]);
});

test("a workbook in which everything holds passes, in a word and with what was checked", async () => {
  await renderPane(STATES.passed!());
  expect(text("h1")).toBe("通过");
  expect(text("h1 + ul")).toBe("3 张表的勾稽关系全部成立");
});

test.each([
  ["folded for who fills it in", false],
  ["open for who reviews it, with what can be refused", true],
])("a table that passes by an explanation is %s", async (_how, isReviewing) => {
  const app = new MemoryApp();
  app.add("section2", 2025, { "regulations.issued": 2, "regulations.valid": 1 });
  const [{ check, filled }] = app.getState().tables as [PlacedTable];
  const remark = { text: "两件规章中有一件当年废止。", by: null, at: "2026-01-20T02:00:00Z" };
  for (const finding of check.findings) app.explain((book) => book.explain(subjectOf(finding, filled), remark));
  app.set({ isReviewing });
  await renderPane(app);
  expect(text("h1")).toBe("通过");
  expect(buttons("不予认可").length > 0).toBe(isReviewing);
});

test("a workbook of which a sheet was not read to its end has not passed, although all that was read holds", async () => {
  await renderPane(STATES.limits!());
  expect(text("h1")).toBe("未完成");
  expect([...document.querySelectorAll("h1 + ul > li")].map((item) => item.textContent)).toEqual([
    "3 张表的勾稽关系全部成立",
    "1 张工作表未读完",
  ]);
});

test("while the workbook is read nothing is called passed, and the place of the list is kept", async () => {
  await renderPane(STATES.starting!());
  expect(text("h1")).toBe("未完成");
  expect(text("h1 + ul")).toBe("正在读取工作簿……");
  expect(document.querySelectorAll(".skeleton-bar").length).toBeGreaterThan(0);
});

test("what may be older than the sheet is said to be so", async () => {
  const app = STATES.passed!();
  app.set({ isStale: true });
  await renderPane(app);
  expect(text("h1 + ul")).toContain("单元格正在编辑或 Excel 正忙，结果稍后更新。");
});

test("a finding is told with its rule, address and sentence, and leads to its cells", async () => {
  const { app, id } = withOneWrong();
  await renderPane(app);
  const row = button(/^行合计不符/);
  expect(row.textContent.replace(/\s/g, " ")).toBe(
    "行合计不符J7“（一）予以公开”行：总计 6 ≠ 各类申请人之和 5（自然人 3 ＋ 商业企业 2，其余计 0），多 1。",
  );
  expect(row.querySelector("svg")?.getAttribute("aria-label")).toBe("强制性");
  await click(row);
  const [finding] = app.getState().tables[0]!.check.findings;
  expect(app.calls).toEqual([{ id: "goTo", input: { tableId: id, finding } }]);
});

test("the explanation opens below a finding: the rule, both sides term by term, the notices that lay it down", async () => {
  const { app } = withOneWrong();
  await renderPane(app);
  const expander = button("说明：行合计不符 J7");
  expect(expander.getAttribute("aria-expanded")).toBe("false");
  await click(expander);
  const details = document.getElementById(expander.getAttribute("aria-controls")!)!;
  expect(details.textContent).toContain("总计＝自然人＋商业企业＋科研机构＋社会公益组织＋法律服务机构＋其他");
  const rows = [...details.querySelectorAll("tbody tr")].map((row) =>
    [...row.children].map((cell) => cell.textContent),
  );
  expect(rows).toEqual([
    ["自然人", "D7", "3"],
    ["商业企业", "E7", "2"],
    ["科研机构", "F7", "0"],
    ["社会公益组织", "G7", "0"],
    ["法律服务机构", "H7", "0"],
    ["其他", "I7", "0"],
  ]);
  const links = [...details.querySelectorAll("a")];
  expect(links.map((link) => link.textContent)).toEqual(["国办公开办函〔2019〕60号", "国办公开办函〔2021〕30号"]);
  for (const link of links) expect(link).toMatchObject({ target: "_blank", rel: "noopener noreferrer" });
  await click(expander);
  expect(document.querySelector("tbody")).toBeNull();
});

test("a finding goes when the number is put right, and what was opened elsewhere stays open", async () => {
  const { app, id } = withOneWrong();
  app.add("section4", 2020, { "review.total": 1 });
  await renderPane(app);
  await click(button("说明：复议诉讼合计不符 E5"));
  act(() => app.type(id, "granted.total", number(5)));
  expect(buttons(/^行合计不符/)).toHaveLength(0);
  expect(document.querySelectorAll("tbody")).toHaveLength(1);
});

test("typing renders only the rows of what changed", async () => {
  const app = new MemoryApp();
  const first = app.add("section4", 2020, { "review.total": 1, "directLitigation.total": 2 });
  app.add("section4", 2020, { "review.total": 3 }, "Sheet2");
  await renderPane(app);
  const rows = () => buttons(/^复议诉讼合计不符/);
  const before = rows().map((row) => row.lastElementChild!.firstChild);
  const changed: Node[] = [];
  const observer = new MutationObserver((records) => changed.push(...records.map(({ target }) => target)));
  observer.observe(document.querySelector("main")!, { subtree: true, characterData: true, childList: true });
  act(() => app.type(first, "directLitigation.total", number(7)));
  await settle();
  expect(changed).toEqual([before[1]]);
  expect(rows()[1]!.textContent.replace(/\s/g, " ")).toContain("总计 7 ≠ 各种结果之和 0");
  observer.disconnect();
});

test("a table that passed is closed, one with findings is open, and each opens and closes by its heading", async () => {
  await renderPane(STATES.findings!());
  const heading = (name: RegExp) => button(name);
  expect(heading(/^表二.*通过$/).getAttribute("aria-expanded")).toBe("false");
  expect(heading(/^表三.*有错误$/).getAttribute("aria-expanded")).toBe("true");
  await click(heading(/^表三/));
  expect(buttons(/^行合计不符/)).toHaveLength(0);
  await click(heading(/^表二/));
  expect(page()).toContain("勾稽关系全部成立。");
});

test("a table on a sheet of another name is told by both names, and can be selected", async () => {
  const app = STATES.incomplete!();
  await renderPane(app);
  await click(button("在工作表中选中区发改局 表三"));
  expect(app.calls).toEqual([{ id: "show", input: { tableId: app.getState().tables[1]!.id } }]);
});

test("a table without marks offers to mark it", async () => {
  const app = STATES.incomplete!();
  const [table] = app.getState().tables;
  await renderPane(app);
  expect(page()).toContain("此表没有标记，错误不会在表中显示颜色。");
  await click(buttons("标记")[0]!);
  expect(app.calls).toEqual([{ id: "mark", input: { tableId: table!.id } }]);
  expect(buttons("标记")).toHaveLength(1);
  expect(page()).toContain("已标记：添加了 12 条条件格式");
});

test("rules that cannot be decided are counted, not called held", async () => {
  await renderPane(STATES.incomplete!());
  expect(text("h1")).toBe("未完成");
  expect(page()).toContain("2 条关系因有格未填或内容不是数字，无法判定。");
});

test("of very many findings the first come at once and the rest when asked for", async () => {
  const app = new MemoryApp();
  const given = Object.fromEntries(
    Array.from({ length: 8 }, (_, row) => row + 1).flatMap((row) =>
      ["naturalPerson", "commercial", "research", "welfare"].map((column) => [`denied.${row}.${column}`, "若干"]),
    ),
  );
  app.add("section3", 2020, given);
  await renderPane(app);
  const total = app.getState().tables[0]!.check.findings.length;
  expect(document.querySelectorAll("li [data-stop]")).toHaveLength(20);
  await click(button(`显示更多（还有 ${total - 20} 条）`));
  expect(document.querySelectorAll("li [data-stop]")).toHaveLength(total);
});

test("of very many tables those with findings come first", async () => {
  const app = new MemoryApp();
  for (let sheet = 1; sheet <= 80; sheet++) {
    app.add("section4", 2020, sheet === 75 ? { "review.total": 1 } : {}, `表四（${sheet}）`);
  }
  await renderPane(app);
  const headings = () => [...document.querySelectorAll("h2 [aria-expanded]")].map(({ textContent }) => textContent);
  expect(headings()[0]).toMatch(/^表四（75）/);
  expect(headings()[1]).toMatch(/^表四（1）/);
  expect(headings()).toHaveLength(31);
  await click(button("显示更多（还有 50 张表）"));
  expect(headings()).toHaveLength(61);
});

test("arrow keys, Home and End go from row to row, and Tab reaches everything", async () => {
  const { app } = withOneWrong();
  await renderPane(app);
  const stops = [...document.querySelectorAll<HTMLElement>("[data-stop]")];
  stops[0]!.focus();
  await press("ArrowDown");
  expect(document.activeElement).toBe(stops[1]);
  await press("End");
  expect(document.activeElement).toBe(stops.at(-1));
  await press("ArrowDown");
  expect(document.activeElement).toBe(stops.at(-1));
  await press("Home");
  await press("ArrowUp");
  expect(document.activeElement).toBe(stops[0]);
  expect(document.querySelectorAll('button[tabindex="-1"]')).toHaveLength(0);
});

test("a sheet that was not read whole is named", async () => {
  await renderPane(STATES.limits!());
  expect(page()).toContain("工作表“历年台账”过大，只读取了 A1:CV5000，其余部分没有校验。");
});
