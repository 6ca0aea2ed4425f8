import type { Page } from "playwright-core";
import { readText } from "../recognise/report/fixtures";
import { STATES } from "../taskpane/states";
import { type Look, openPaneStage, type PaneStage } from "./pane-stage";

const LOOK: Look = { theme: "light", locale: "zh-CN" };

let stage: PaneStage;
let page: Page;

beforeAll(async () => {
  stage = await openPaneStage();
  page = stage.page;
});

afterAll(async () => {
  await stage.close();
});

/** Everything on the page that a mouse can use, and what of it the Tab key reaches from the top to the end. */
async function reach(): Promise<{ all: string[]; reached: string[] }> {
  await page.evaluate(() => {
    const usable = "button, a[href], input, select, textarea, summary";
    for (const [at, element] of document.querySelectorAll(usable).entries())
      element.setAttribute("data-at", String(at));
    // Where a person last clicked, Tab would go on from.
    const start = document.createElement("span");
    start.tabIndex = -1;
    document.body.prepend(start);
    start.focus();
  });
  const nameAt = (at: string) =>
    page.evaluate((wanted) => {
      const element = document.querySelector(`[data-at="${wanted}"]`)!;
      return `${element.tagName} ${element.getAttribute("aria-label") ?? element.textContent}`;
    }, at);
  const all = await page.evaluate(() =>
    [...document.querySelectorAll("[data-at]")]
      // What is left to the arrow keys within one stop, and what is hidden or switched off.
      .filter((element) => element.getAttribute("tabindex") !== "-1" && !element.matches(":disabled"))
      // Of a group of radio buttons one is a stop; the arrow keys go on from it.
      .filter((element) => !(element instanceof HTMLInputElement && element.type === "radio" && !element.checked))
      .filter((element) => element.getClientRects().length > 0)
      .map((element) => element.getAttribute("data-at")!),
  );
  const reached = new Set<string>();
  for (let stop = 0; stop <= all.length + 2; stop++) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => document.activeElement?.getAttribute("data-at") ?? null);
    if (at === null || reached.has(at)) break;
    reached.add(at);
  }
  return {
    all: await Promise.all(all.map(nameAt)),
    reached: await Promise.all([...reached].sort((a, b) => Number(a) - Number(b)).map(nameAt)),
  };
}

async function openEverything(): Promise<void> {
  const closed = page.locator('[aria-expanded="false"]:not([aria-haspopup])');
  while ((await closed.count()) > 0) await closed.first().click();
}

test.each(Object.keys(STATES))("in the state %s, with everything opened, Tab reaches everything", async (state) => {
  await stage.open(state, LOOK);
  await openEverything();
  const { all, reached } = await reach();
  expect(reached).toEqual(all);
});

test("in the form for inserting Tab reaches every field, and Enter inserts", async () => {
  await stage.open("empty", LOOK);
  await page.getByRole("button", { name: "插入报表" }).first().press("Enter");
  await page.waitForSelector("form");
  const { all, reached } = await reach();
  expect(reached).toEqual(all);
  await page.locator("form input").first().focus();
  await page.keyboard.type("新郑市辛店镇");
  await page.keyboard.press("Enter");
  await page.getByText("已插入表二").first().waitFor();
});

test("a report is imported without a mouse, and the focus stays with what a person reads", async () => {
  await stage.open("empty", LOOK);
  await stage.goTo("import");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.insertText(readText("pingtan-2023.txt"));
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForSelector("main form input");
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H2");
  const { all, reached } = await reach();
  expect(reached).toEqual(all);
  await page.getByRole("button", { name: "重新选择" }).press("Enter");
  await page.waitForSelector("main textarea");
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H2");
});

test.each(["recognised", "explanations"] as const)("in the view %s Tab reaches everything", async (view) => {
  await stage.open("explained", LOOK);
  await stage.goTo(view);
  const { all, reached } = await reach();
  expect(reached).toEqual(all);
});

test("a warning is explained without a mouse, and the focus comes back to where it was", async () => {
  await stage.open("explained", LOOK);
  await openEverything();
  await page.getByRole("button", { name: "填写核实说明" }).first().press("Enter");
  await page.waitForSelector("main textarea");
  await page.locator("main textarea").focus();
  await page.keyboard.type("废止文件在上一年已经统计，年末数以台账为准。");
  await page.keyboard.press("Tab");
  await page.keyboard.type("王敏");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForSelector("main textarea", { state: "detached" });
  await page.waitForFunction(() => document.activeElement?.tagName === "BUTTON");
});

test("a change since the export leads to its cell without a mouse", async () => {
  await stage.open("sealed", LOOK);
  await page.getByRole("list", { name: /改动/ }).getByRole("button").first().press("Enter");
  expect(await page.evaluate(() => globalThis.app.calls.at(-1)?.id)).toMatch(/^(goToCell|show)$/);
});

test("the menu, a view and the way back need no mouse", async () => {
  await stage.open("findings", LOOK);
  await page.getByRole("button", { name: "更多" }).press("Enter");
  await page.keyboard.press("End");
  await page.keyboard.press("Home");
  await page.keyboard.press("Enter");
  await page.waitForSelector("main h2[tabindex]");
  await page.getByRole("button", { name: "返回" }).press("Enter");
  await page.waitForFunction(() => document.activeElement?.getAttribute("aria-haspopup") === "menu");
});
