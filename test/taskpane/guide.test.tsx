/** @jest-environment jsdom */
import { act } from "react";
import { button, buttons, click, page, renderPane, text } from "./render";
import { STATES } from "./states";

const current = () => text('[aria-current="step"]');

test("on a person's first time three steps lead from nothing to the exported file", async () => {
  const app = STATES.empty!();
  await renderPane(app, "zh-CN", { isFirstTime: true });
  expect(document.querySelectorAll("ol > li")).toHaveLength(3);
  expect(current()).toContain("插入报表，或打开已填好的工作簿");
  await click(button("插入练习报表"));
  expect(app.calls.map(({ id }) => id)).toEqual(["insertExercise"]);
  expect(page()).toContain("其中有两处故意填错");
  expect(current()).toContain("看提示，改正错误");
  const [, third, fourth] = app.getState().tables;
  act(() => app.type(third!.id, "resultsTotal.total", { type: "number", value: 0 }));
  expect(current()).toContain("看提示，改正错误");
  act(() => app.type(fourth!.id, "review.upheld", { type: "number", value: 0 }));
  expect(current()).toContain("一键校验，导出");
  await click(button("一键校验"));
  expect(document.querySelectorAll('[aria-label="已完成"]')).toHaveLength(3);
  await click(button("三步已完成，收起"));
  expect(page()).not.toContain("三步上手");
});

test("the guide never takes the focus, goes when told to, is remembered, and comes back from the tools", async () => {
  await renderPane(STATES.passed!(), "zh-CN", { isFirstTime: true });
  expect(document.activeElement).toBe(document.body);
  await click(button("不再显示"));
  expect(document.querySelector("ol")).toBeNull();
  expect(localStorage.getItem("gouji.guided")).toBe("yes");
  await click(button("选项与工具"));
  await click(button("三步上手"));
  expect(current()).toContain("一键校验，导出");
  expect(localStorage.getItem("gouji.guided")).toBeNull();
});

test("whoever has seen it is left alone", async () => {
  await renderPane(STATES.empty!());
  expect(buttons("插入练习报表")).toHaveLength(0);
  expect(document.querySelectorAll("ol > li")).toHaveLength(3);
});
