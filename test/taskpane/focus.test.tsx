/** @jest-environment jsdom */
import { act } from "react";
import { failureOf } from "../../src/actions/errors";
import { CellEditModeError } from "../../src/excel/errors";
import { MemoryApp } from "./memory-app";
import { button, buttons, click, enter, page, renderPane, settle, text } from "./render";
import { STATES } from "./states";

/** What happens in the workbook or around it while a person is in the pane. */
const EVENTS: Record<string, (app: MemoryApp) => unknown> = {
  "another table's findings change": (app) =>
    app.type(app.getState().tables[0]!.id, "procurement.amount", { type: "text", text: "约八千" }),
  "findings of the same table come": (app) =>
    app.type(app.getState().tables[1]!.id, "newlyReceived.research", { type: "number", value: 7 }),
  "something goes wrong": (app) => app.set({ failure: failureOf(new CellEditModeError(null), null) }),
  "Excel is busy": (app) => app.set({ isStale: true }),
  "an action runs and ends": (app) => app.run("validate", undefined),
  "a sheet is too large": (app) =>
    app.set({
      cutSheets: [{ worksheetId: "9", sheet: "台账", area: { row: 0, column: 0, rowCount: 9, columnCount: 9 } }],
    }),
};

test.each(Object.keys(EVENTS))("the focus stays where the person has it when %s", async (name) => {
  const app = STATES.findings!();
  await renderPane(app);
  const places = [button("导出"), button(/^选项与工具/), buttons(/行合计不符/)[0]!];
  for (const place of places) {
    act(() => place.focus());
    await act(async () => {
      await EVENTS[name]!(app);
    });
    await settle();
    expect(document.activeElement).toBe(place);
  }
});

test("with the focus in the sheet, the pane does not take it", async () => {
  const app = STATES.findings!();
  await renderPane(app);
  for (const happen of Object.values(EVENTS)) {
    await act(async () => {
      await happen(app);
    });
    await settle();
    expect(document.activeElement).toBe(document.body);
  }
});

test("an explanation that makes its table pass is said to be saved; the table stays open, and the focus in it", async () => {
  const app = new MemoryApp();
  app.add("section2", 2025, { "regulations.issued": 2, "regulations.valid": 1 });
  await renderPane(app);
  await click(button("填写核实说明"));
  await settle();
  const field = document.querySelector("textarea")!;
  act(() => field.focus());
  await enter(field, "本年制发的两件规章中有一件当年废止，现行有效件数按年末统计。");
  await click(button("保存"));
  await settle();
  await act(() => new Promise((resolve) => setTimeout(resolve, 20)));
  expect(text("h1")).toBe("通过");
  expect(text("h1 + ul")).toBe("核实性 1均已说明");
  expect(page()).toContain("已保存核实说明。");
  expect(document.activeElement).toBe(button("修改"));
});

test("help that was opened from a finding begins at its rule", async () => {
  Element.prototype.scrollIntoView = () => undefined;
  await renderPane(STATES.findings!());
  const finding = buttons(/行合计不符/)[0]!.closest("li")!;
  await click(finding.querySelector<HTMLElement>("button[aria-expanded]")!);
  await settle();
  await click(button("全部审核关系"));
  await settle();
  expect(document.activeElement?.tagName).toBe("H3");
  expect(document.activeElement?.textContent).toBe("行合计");
});

describe("Escape", () => {
  const escape = (target: Element = document.activeElement!) => {
    const event = new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true });
    const heard: Event[] = [];
    const listen = (one: Event) => heard.push(one);
    window.addEventListener("keydown", listen);
    act(() => void target.dispatchEvent(event));
    window.removeEventListener("keydown", listen);
    // Office.js listens at the window, and would take the focus away
    return { isLeftToOffice: heard.length > 0 };
  };

  test("leads from a view back to what led there", async () => {
    const { goTo } = await renderPane(STATES.findings!());
    goTo({ name: "help" });
    await settle();
    expect(escape().isLeftToOffice).toBe(false);
    await settle();
    expect(document.querySelector("main h2[tabindex]")).toBeNull();
    expect(document.activeElement).toBe(button("更多"));
  });

  test("takes no text away that was written, and nothing that is being composed", async () => {
    const { goTo } = await renderPane(STATES.findings!());
    goTo({ name: "insert" });
    await settle();
    const unit = document.querySelector<HTMLInputElement>("main form input:not([type=checkbox])")!;
    await enter(unit, "新郑市辛店镇");
    expect(escape(unit).isLeftToOffice).toBe(false);
    expect(unit.isConnected && unit.value).toBe("新郑市辛店镇");
  });

  test("is Excel's own where nothing is open", async () => {
    await renderPane(STATES.findings!());
    act(() => button("导出").focus());
    expect(escape().isLeftToOffice).toBe(true);
  });
});
