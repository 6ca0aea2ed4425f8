/** @jest-environment jsdom */
import { act } from "react";
import { NotPassedError } from "../../src/actions/errors";
import { zhCN } from "../../src/locales";
import { RULES } from "../../src/rules/catalogue";
import { CROSS_RULES } from "../../src/rules/cross/cross-catalogue";
import { CellEditModeError, SheetProtectedError } from "../../src/excel/errors";
import { tableOf } from "../../src/tables/formats";
import { fillTable, placeTable } from "../locales/filled";
import type { MemoryApp } from "./memory-app";
import { button, buttons, click, enter, field, isDisabled, page, renderPane, settle, text } from "./render";
import { STATES } from "./states";

/** The spinner within a button says nothing by itself. */
const PROGRESS = '[role="progressbar"]:not([aria-hidden])';

describe("inserting", () => {
  beforeEach(() => jest.useFakeTimers({ now: new Date(2026, 0, 15), doNotFake: ["setTimeout", "clearTimeout"] }));
  afterEach(() => jest.useRealTimers());

  const openForm = async (app: MemoryApp) => {
    await renderPane(app);
    await click(buttons("插入报表")[0]!);
  };

  test("an empty workbook says what to do next, in three steps, with the first at hand", async () => {
    await renderPane(STATES.empty!());
    expect(text("h1 + ul")).toBe("尚未发现报表");
    expect(document.querySelectorAll("ol > li")).toHaveLength(3);
    expect(buttons("插入报表")).toHaveLength(2);
    expect([button("一键校验"), button("导出")].map(isDisabled)).toEqual([true, true]);
  });

  test("asks for last year's report, shows the format of the year, and inserts all tables on sheets of their own", async () => {
    const app = STATES.empty!();
    await openForm(app);
    const year = field<HTMLSelectElement>("报告年度");
    expect(year.value).toBe("2025");
    expect([...year.options].map(({ value }) => Number(value))).toEqual([
      2026, 2025, 2024, 2023, 2022, 2021, 2020, 2019,
    ]);
    expect(page()).toContain("2021 年版格式（国办公开办函〔2021〕30号）");
    await enter(year, "2020");
    expect(page()).toContain("2019 年版格式（国办公开办函〔2019〕60号）");
    await enter(field(/^单位名称/), " 新郑市辛店镇 ");
    expect(page()).toContain("新郑市辛店镇2020年政府信息公开工作年度报告");
    await click(button("插入"));
    expect(app.calls).toEqual([
      {
        id: "insert",
        input: {
          unit: "新郑市辛店镇",
          year: 2020,
          sections: ["section2", "section3", "section4"],
          where: "newSheets",
          totals: "typed",
        },
      },
    ]);
    expect(page()).toContain("已插入表二、表三、表四。");
    expect(text("h1 + ul")).toContain("格未填");
    expect(buttons("插入")).toHaveLength(0);
  });

  test("takes what the person chose", async () => {
    const app = STATES.empty!();
    await openForm(app);
    await enter(field(/^单位名称/), "区发改局");
    await click(field("二、主动公开政府信息情况"));
    await click(field("从选中的单元格开始，依次向下"));
    await click(field("用公式自动求和"));
    await click(button("插入"));
    expect(app.calls[0]!.input).toMatchObject({
      sections: ["section3", "section4"],
      where: "selection",
      totals: "formulas",
    });
  });

  test("does not insert without a unit or without a table, and says so at the field", async () => {
    const app = STATES.empty!();
    await openForm(app);
    for (const label of [/^二、/, /^三、/, /^四、/]) await click(field(label));
    await click(button("插入"));
    expect(app.calls).toEqual([]);
    expect(page()).toContain("请填写单位名称。");
    expect(page()).toContain("请至少选择一张表。");
    expect(document.querySelectorAll("main [id]")).toHaveLength(
      new Set([...document.querySelectorAll("main [id]")].map(({ id }) => id)).size,
    );
    const unit = field(/^单位名称/);
    expect(document.activeElement).toBe(unit);
    expect(unit.getAttribute("aria-invalid")).toBe("true");
    await enter(unit, "区发改局");
    expect(page()).not.toContain("请填写单位名称。");
  });

  test("remembers the unit for the session", async () => {
    const app = STATES.empty!();
    await openForm(app);
    await enter(field(/^单位名称/), "区发改局");
    await click(button("插入"));
    await click(button("插入报表"));
    expect(field(/^单位名称/).value).toBe("区发改局");
  });

  test.each([
    ["of a table that is already there", "区发改局", "区发改局"],
    ["of nobody where only the exercise is there, which is another's", "新郑市辛店镇（练习）", ""],
  ])("offers the name %s", async (_whose, unit, offered) => {
    const app = STATES.empty!();
    app.add("section2", 2020, fillTable({ ...placeTable(tableOf("2019", "section2")), unit }));
    await openForm(app);
    expect(field(/^单位名称/).value).toBe(offered);
  });

  test("names the cells in the way and overwrites them only when told to", async () => {
    const app = STATES.empty!();
    app.occupied = ["B2", "C3"];
    await openForm(app);
    await enter(field(/^单位名称/), "区发改局");
    await click(button("插入"));
    const dialog = document.querySelector('[role="alertdialog"]')!;
    expect(dialog.textContent).toContain("工作表“Sheet1”中有 2 个单元格已有内容，插入后会被覆盖：");
    expect(dialog.textContent).toContain("B2、C3");
    await click(button("不覆盖"));
    expect(app.calls).toHaveLength(1);
    expect(field(/^单位名称/).value).toBe("区发改局");

    await click(button("插入"));
    await click(button("覆盖并插入"));
    expect(app.calls).toHaveLength(3);
    expect(app.calls[2]!.input).toMatchObject({ unit: "区发改局", overwrite: true });
    expect(page()).toContain("已插入表二、表三、表四。");
  });

  test("of very many cells in the way the first are named and all are counted", async () => {
    const app = STATES.empty!();
    app.occupied = Array.from({ length: 25 }, (_, index) => `A${index + 1}`);
    await openForm(app);
    await enter(field(/^单位名称/), "区发改局");
    await click(button("插入"));
    expect(text('[role="alertdialog"]')).toContain("A9、A10 等 25 格");
  });

  test("the ribbon opens the form", async () => {
    const { goTo } = await renderPane(STATES.findings!());
    goTo({ name: "insert" });
    await settle();
    expect(text("main h2")).toBe("插入报表");
    expect(document.activeElement?.textContent).toBe("插入报表");
    await click(button("返回"));
    expect(document.activeElement).toBe(button("插入报表"));
  });

  test("the sample is one click away", async () => {
    const app = STATES.empty!();
    await renderPane(app);
    await click(button("插入示例（辛店镇 2020）"));
    expect(app.calls.map(({ id }) => id)).toEqual(["insertSample"]);
    expect(page()).toContain("已插入示例报表（辛店镇 2020）。");
  });

  test("what tells of an insertion goes when the insertion is undone", async () => {
    const app = STATES.empty!();
    await renderPane(app);
    await click(button("插入示例（辛店镇 2020）"));
    act(() => app.set({ tables: [] }));
    await settle();
    expect(page()).not.toContain("已插入");
  });
});

describe("validating and exporting", () => {
  test("一键校验 says the verdict and where the details are", async () => {
    const app = STATES.findings!();
    await renderPane(app);
    await click(button("一键校验"));
    expect(app.calls).toEqual([{ id: "validate", input: undefined }]);
    expect(page()).toContain("校验结论：有错误。明细已写入工作表“校验结果”。");
    await click(button("关闭"));
    expect(page()).not.toContain("明细已写入");
  });

  test("what the ribbon started is told like what the pane started, in the place of what was said before", async () => {
    const app = STATES.passed!();
    await renderPane(app);
    await click(button("导出"));
    expect(page()).toContain("已导出");
    await act(() => app.run("validate", undefined));
    expect(page()).toContain("校验结论：通过。");
    expect(page()).not.toContain("已导出");
  });

  test("what was said about the verdict goes when the verdict is another", async () => {
    const app = STATES.passed!();
    await renderPane(app);
    await click(button("一键校验"));
    expect(page()).toContain("校验结论：通过。");
    const { id } = app.getState().tables[2]!;
    act(() => app.type(id, "review.total", { type: "number", value: 1 }));
    expect(text("h1")).toBe("有错误");
    expect(page()).not.toContain("校验结论：通过。");
  });

  test("a workbook that passes is exported at once", async () => {
    const app = STATES.passed!();
    await renderPane(app);
    await click(button("导出"));
    expect(app.calls).toEqual([{ id: "export", input: {} }]);
    expect(page()).toContain("已导出 辛店镇-2020-校验通过.xlsx，请在下载文件夹中查看。");
  });

  test("one that does not pass is exported only when told to", async () => {
    const app = STATES.findings!();
    await renderPane(app);
    await click(button("导出"));
    const dialog = document.querySelector('[role="alertdialog"]')!;
    expect(dialog.textContent).toContain("校验结论为“有错误”，仍要导出？");
    expect(dialog.textContent).toContain("强制性问题 7 个，未填 2 格");
    await click(button("返回修改"));
    expect(document.querySelector('[role="alertdialog"]')).toBeNull();
    expect(app.calls).toHaveLength(1);
    expect(app.getState().failure).toBeNull();

    await click(button("导出"));
    await click(button("仍然导出"));
    expect(app.calls.at(-1)).toEqual({ id: "export", input: { evenIfNotPassed: true } });
    expect(page()).toContain("已导出");
  });

  test("the question is asked, too, when the ribbon's 导出 met a workbook that does not pass", async () => {
    const app = STATES.findings!();
    await renderPane(app);
    await act(() => app.run("export", {}).catch((error) => expect(error).toBeInstanceOf(NotPassedError)));
    await settle();
    await click(button("仍然导出"));
    expect(app.calls.at(-1)).toEqual({ id: "export", input: { evenIfNotPassed: true } });
  });
});

describe("while an action runs", () => {
  test("the buttons wait, progress shows, and a second click does nothing", async () => {
    const app = STATES.findings!();
    const release = app.hold();
    await renderPane(app);
    await click(button("一键校验"));
    expect(button("一键校验").getAttribute("aria-busy")).toBe("true");
    expect(document.querySelector(PROGRESS)?.getAttribute("aria-label")).toBe("正在校验……");
    expect([button("一键校验"), button("插入报表"), button("导出")].map(isDisabled)).toEqual([true, true, true]);
    await click(button("一键校验"));
    await click(button(/^行合计不符/));
    expect(app.calls).toHaveLength(1);
    release();
    await settle();
    expect(document.querySelector(PROGRESS)).toBeNull();
    expect(isDisabled(button("一键校验"))).toBe(false);
  });

  test("two clicks in one go run it once", async () => {
    const app = STATES.findings!();
    await renderPane(app);
    act(() => {
      button("一键校验").click();
      button("一键校验").click();
    });
    await settle();
    expect(app.calls).toHaveLength(1);
  });

  test("going to a cell does not make the buttons flicker", async () => {
    const app = STATES.findings!();
    const release = app.hold();
    await renderPane(app);
    await click(button(/^行合计不符/));
    expect(app.getState().running).toBe("goTo");
    expect(isDisabled(button("一键校验"))).toBe(false);
    expect(document.querySelector(PROGRESS)).toBeNull();
    release();
    await settle();
  });
});

describe("what went wrong", () => {
  test("is told with what was not lost and what to do, until it is dismissed", async () => {
    const app = STATES.findings!();
    app.failNext("validate", new SheetProtectedError("表三"));
    await renderPane(app);
    await click(button("一键校验"));
    expect(page()).toContain(
      "工作表“表三”受保护，不能写入。工作簿内容没有改动。请在“审阅”选项卡中撤消工作表保护，再试一次。",
    );
    await click(button("关闭"));
    expect(page()).not.toContain("受保护");
    expect(app.getState().failure).toBeNull();
  });

  test("goes when the next action is started", async () => {
    const app = STATES.findings!();
    app.failNext("validate", new CellEditModeError(null));
    await renderPane(app);
    await click(button("一键校验"));
    expect(page()).toContain("有单元格正在编辑");
    await click(button("一键校验"));
    expect(page()).not.toContain("有单元格正在编辑");
  });

  test("a failure that nobody's click caused is shown, too", async () => {
    await renderPane(STATES.failure!());
    expect(page()).toContain("工作表“表三”受保护，不能写入。");
  });
});

describe("options and tools", () => {
  const openTools = async (app: MemoryApp) => {
    await renderPane(app);
    await click(button("选项与工具"));
  };

  test("空白按 0 计 decides what was open", async () => {
    const app = STATES.incomplete!();
    await openTools(app);
    const option = field("空白按 0 计");
    expect(option.checked).toBe(false);
    await click(option);
    expect(app.calls).toEqual([{ id: "setOptions", input: { blankIsZero: true } }]);
    expect(field("空白按 0 计").checked).toBe(true);
    expect(text("h1")).toBe("通过");
  });

  test.each([
    ["标记全部报表", { id: "mark", input: {} }],
    ["清除全部标记", { id: "unmark", input: {} }],
    ["重新读取", { id: "refresh", input: undefined }],
    ["插入示例（辛店镇 2020）", { id: "insertSample", input: undefined }],
  ])("%s", async (name, call) => {
    const app = STATES.passed!();
    await openTools(app);
    await click(button(name));
    expect(app.calls).toEqual([call]);
  });

  test("the help tells every rule with its origin, and leads back", async () => {
    await renderPane(STATES.passed!());
    await click(button("更多"));
    await click(button("审核关系说明"));
    const names = [...document.querySelectorAll("main h3")].map((heading) => heading.textContent);
    const texts = { ...zhCN.rules, ...zhCN.years.rules };
    expect(names).toEqual(Object.values(texts).map(({ name }) => name));
    const notices = [...Object.values(RULES), ...Object.values(CROSS_RULES)].flatMap(({ origins }) => origins);
    expect(document.querySelectorAll('main a[href^="https://"]')).toHaveLength(notices.length);
    await click(button("返回"));
    expect(buttons(/^表二/)).toHaveLength(1);
    expect(document.activeElement).toBe(button("更多"));
  });

  test("a finding leads to its rule in the help", async () => {
    const seen: string[] = [];
    HTMLElement.prototype.scrollIntoView = function (this: HTMLElement) {
      seen.push(this.querySelector("h3")!.textContent);
    };
    await renderPane(STATES.findings!());
    await click(button("说明：办理结果合计不符 J26"));
    await click(button("全部审核关系"));
    expect(text("main h2")).toBe("审核关系说明");
    expect(seen).toEqual(["办理结果合计"]);
  });

  test("the language changes at once and is remembered", async () => {
    await openTools(STATES.findings!());
    await enter(field<HTMLSelectElement>("界面语言"), "en-US");
    expect(text("h1")).toBe("Errors found");
    expect(document.documentElement.lang).toBe("en-US");
    expect(localStorage.getItem("gouji.locale")).toBe("en-US");
  });

  test("what this Excel cannot do is said in a line each", async () => {
    await openTools(STATES.limits!());
    expect(page()).toContain("导出时会打开一份副本");
    expect(page()).toContain("要点击“重新读取”后才会更新");
    expect(page()).toContain("不能由插件设置打印版面");
  });
});

test("where formulas wait to be calculated it is said, and a click lets Excel calculate", async () => {
  const app = STATES.limits!();
  await renderPane(app);
  expect(page()).toContain("工作簿设为手动计算，公式的结果可能不是最新。");
  await click(button("立即计算"));
  expect(app.calls).toEqual([{ id: "recalculate", input: undefined }]);
  expect(page()).not.toContain("手动计算");
});
