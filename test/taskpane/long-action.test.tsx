/** @jest-environment jsdom */
import { act } from "react";
import { StoppedError } from "../../src/actions/errors";
import { button, buttons, click, page, renderPane, settle } from "./render";
import { STATES } from "./states";

describe("an action that takes long", () => {
  /** Longer than an action runs before it is said how far it is. */
  const LONG = 750;

  test("says how far it is, is stopped by a button, and then says what was done", async () => {
    const app = STATES.findings!();
    await renderPane(app);
    const release = app.hold();
    await click(button("一键校验"));
    act(() => app.set({ progress: { step: "report", done: 100, total: 1560 } }));
    expect(buttons("停止")).toEqual([]);
    await act(() => new Promise((resolve) => setTimeout(resolve, LONG)));
    await settle();
    expect(page()).toContain("正在写入校验结果 100 / 1560");
    expect(document.querySelector('[aria-label="正在写入校验结果 100 / 1560"]')!.getAttribute("aria-valuenow")).toBe(
      "100",
    );
    button("停止").focus();
    await click(button("停止"));
    expect(app.stops).toBe(1);
    expect(page()).toContain("正在停止……");
    app.failNext("validate", new StoppedError({ sheet: "校验结果", unlinked: 1460 }));
    release();
    await settle();
    expect(page()).toContain("已停止：校验结果已写入工作表“校验结果”，其中 1460 处没有加链接。");
    expect(document.querySelector("[role=alert]")).toBeNull();
    // the button that had the focus is gone
    expect(document.activeElement).toBe(button("一键校验"));
    await click(button("一键校验"));
    expect(page()).not.toContain("已停止");
  });

  test("has no such button when it cannot be stopped", async () => {
    const app = STATES.findings!();
    await renderPane(app);
    act(() => app.set({ running: "setOptions", progress: { step: "mark", done: 20, total: 60 } }));
    await act(() => new Promise((resolve) => setTimeout(resolve, LONG)));
    await settle();
    expect(page()).toContain("正在标记 20 / 60");
    expect(buttons("停止")).toEqual([]);
  });
});
