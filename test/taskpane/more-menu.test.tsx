/** @jest-environment jsdom */
import { act } from "react";
import { button, click, press, renderPane, text } from "./render";
import { STATES } from "./states";

const items = () => [...document.querySelectorAll('[role="menuitem"]')];

beforeEach(async () => {
  await renderPane(STATES.passed!());
  await click(button("更多"));
});

test("更多 opens with the focus on its first view, and the arrow keys reach every one", async () => {
  expect(button("更多").getAttribute("aria-expanded")).toBe("true");
  expect(document.activeElement).toBe(items()[0]);
  for (const item of items().slice(1)) {
    await press("ArrowDown");
    expect(document.activeElement).toBe(item);
  }
  await press("Home");
  expect(document.activeElement).toBe(items()[0]);
});

test("Escape closes it and leaves the focus where it came from", async () => {
  await press("Escape");
  expect(items()).toEqual([]);
  expect(document.activeElement).toBe(button("更多"));
});

test("it closes when the person turns to something else", async () => {
  act(() => {
    document.querySelector("main")!.dispatchEvent(new Event("pointerdown", { bubbles: true }));
  });
  expect(items()).toEqual([]);
  await click(button("更多"));
  act(() => {
    window.dispatchEvent(new Event("blur"));
  });
  expect(items()).toEqual([]);
});

test("a view takes the place of the findings, and its heading has the focus", async () => {
  await click(items()[0] as HTMLElement);
  expect(items()).toEqual([]);
  expect(document.activeElement).toBe(document.querySelector("main h2"));
  expect(text("main h2")).not.toBe("");
});
