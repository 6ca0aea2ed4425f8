/** @jest-environment jsdom */
import { act } from "react";
import { SheetProtectedError } from "../../src/excel/errors";
import { REST } from "../../src/taskpane/announcer";
import { button, click, renderPane } from "./render";
import { STATES } from "./states";

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const said = () => [...document.querySelectorAll('[role="status"]')].map((region) => region.textContent);
const rest = (time: number) => act(() => jest.advanceTimersByTime(time));
const number = (value: number) => ({ type: "number", value }) as const;

test("the verdict is read out once it rests, not at every key", async () => {
  const app = STATES.passed!();
  const { id } = app.getState().tables[2]!;
  await renderPane(app);
  rest(REST);
  expect(said()).toEqual(["通过，3 张表的勾稽关系全部成立", ""]);
  for (const value of [1, 0, 1]) {
    act(() => app.type(id, "review.total", number(value)));
    rest(REST / 2);
    expect(said()[0]).toBe("通过，3 张表的勾稽关系全部成立");
  }
  rest(REST / 2);
  expect(said()[0]).toBe("有错误，强制性 1");
});

test("a verdict that came back before it was read out is not read out", async () => {
  const app = STATES.passed!();
  const { id } = app.getState().tables[2]!;
  await renderPane(app);
  rest(REST);
  act(() => app.type(id, "review.total", number(1)));
  rest(REST / 2);
  act(() => app.type(id, "review.total", number(0)));
  rest(2 * REST);
  expect(said()[0]).toBe("通过，3 张表的勾稽关系全部成立");
});

test("what runs, what was done and what went wrong is read out at once", async () => {
  const app = STATES.findings!();
  const release = app.hold();
  await renderPane(app);
  act(() => button("一键校验").click());
  expect(said()[1]).toBe("正在校验……");
  await act(async () => {
    release();
    await Promise.resolve();
  });
  await click(document.body);
  expect(said()[1]).toBe("校验结论：有错误。明细已写入工作表“校验结果”。");
  app.failNext("validate", new SheetProtectedError("表三"));
  await click(button("一键校验"));
  expect(said()[1]).toMatch(/^工作表“表三”受保护，不能写入。工作簿内容没有改动。请/);
});
