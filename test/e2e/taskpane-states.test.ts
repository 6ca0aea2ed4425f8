import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";
import { readText } from "../recognise/report/fixtures";
import { STATES } from "../taskpane/states";
import { deskStates } from "./desk-states";
import { showRunning } from "./state-pictures";
import { type Look, NARROWEST, openPaneStage, type PaneStage } from "./pane-stage";

declare const axe: { run(context: Document, options: RunOptions): Promise<AxeResults> };

const REPORT = readText("pingtan-2023.txt");

let stage: PaneStage;
let page: Page;
const open: PaneStage["open"] = (...given) => stage.open(...given);

beforeAll(async () => {
  stage = await openPaneStage();
  page = stage.page;
});

afterAll(async () => {
  await stage.close();
});

/** What is wrong with the page as it stands: what axe finds, what needs scrolling sideways, what the browser complained about. */
async function faults(): Promise<string[]> {
  // A dialog that is still growing has another place than the one a person sees.
  await page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
      .forEach((animation) => animation.finish()),
  );
  const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any }) => `${id}: ${html} ${any[0]?.message ?? ""}`),
  );
  const width = await page.evaluate(() => {
    const boxes = [document.documentElement, ...document.querySelectorAll("main, form, [role=alertdialog]")];
    return Math.max(...boxes.map((box) => box.getBoundingClientRect().left + box.scrollWidth));
  });
  const tooWide = width > NARROWEST ? [`needs ${width} px of width`] : [];
  return [...found, ...tooWide, ...stage.takeMishaps()];
}

/**
 * axe takes the colour of a text from `-webkit-text-fill-color`, of which Chromium tells the page's own value where Windows
 * forces another: so each element is told the colour that it is drawn in.
 */
function tellForcedColours(): void {
  const drawn = [...document.querySelectorAll<HTMLElement>("body *")].map(
    (element) => [element, getComputedStyle(element).color] as const,
  );
  for (const [element, color] of drawn) element.style.webkitTextFillColor = color;
}

async function openEverything(): Promise<void> {
  const closed = page.locator('[aria-expanded="false"]:not([aria-haspopup])');
  // That each can be pressed is for the tests of what it opens; the pointer would wait for two frames every time.
  while ((await closed.count()) > 0) await closed.first().dispatchEvent("click");
  await page.mouse.move(0, 0);
}

describe.each<Look>([
  { theme: "light", locale: "zh-CN" },
  { theme: "dark", locale: "zh-CN" },
  { theme: "highContrast", locale: "zh-CN" },
  { theme: "light", locale: "en-US" },
])(
  "the pane in $theme and $locale, 300 px wide, is accessible, needs no scrolling sideways and keeps the policy",
  (look) => {
    test.each(Object.keys(STATES))("in the state %s, with everything opened", async (state) => {
      await open(state, look);
      await openEverything();
      expect(await faults()).toEqual([]);
    });

    test("in the form for inserting, its complaints, and the question before overwriting", async () => {
      await open("empty", look);
      await page.locator("main button").first().click();
      const submit = page.locator("button[type=submit]");
      await submit.click();
      await page.waitForSelector("[aria-invalid=true]");
      expect(await faults()).toEqual([]);
      await page.evaluate(() => {
        globalThis.app.occupied = Array.from({ length: 99 }, (_, row) => `B${row + 2}`);
      });
      await page.locator("form input").first().fill("新疆维吾尔自治区巴音郭楞蒙古自治州和静县巴音布鲁克镇人民政府");
      await submit.click();
      await page.waitForSelector("[role=alertdialog]");
      expect(await faults()).toEqual([]);
    });

    test("in the question before exporting what did not pass", async () => {
      await open("findings", look);
      await page.getByRole("button").nth(2).click();
      await page.waitForSelector("[role=alertdialog]");
      expect(await faults()).toEqual([]);
    });

    test("on a person's first time", async () => {
      await open("empty", look, { isFirstTime: true });
      await page.waitForSelector("[aria-current=step]");
      expect(await faults()).toEqual([]);
      await open("passed", look, { isFirstTime: true });
      await page.waitForSelector("[aria-current=step]");
      expect(await faults()).toEqual([]);
    });

    test("while an action takes long", async () => {
      await open("findings", look);
      await showRunning(page);
      expect(await faults()).toEqual([]);
    });

    test("in the menu of further views", async () => {
      await open("findings", look);
      await page.locator("[aria-haspopup=menu]").click();
      await page.waitForSelector("[role=menu]");
      expect(await faults()).toEqual([]);
    });

    test("in importing: what was not understood, and what was", async () => {
      await open("findings", look);
      await stage.goTo("import");
      await page.locator("textarea").fill("这里没有报表");
      await page.locator("main button").last().click();
      await page.waitForSelector("main form");
      expect(await faults()).toEqual([]);
      await open("findings", look);
      await stage.goTo("import");
      await page.locator("textarea").fill(REPORT);
      await page.locator("main button").last().click();
      await page.waitForSelector("main form input");
      await openEverything();
      expect(await faults()).toEqual([]);
    });

    test("in the list of recognised tables, with labels in doubt", async () => {
      await open("findings", look);
      await stage.goTo("recognised");
      expect(await faults()).toEqual([]);
    });

    test("in the list of explanations, and in the form for one", async () => {
      await open("explained", look);
      await stage.goTo("explanations");
      await page.waitForSelector("main li h3");
      expect(await faults()).toEqual([]);
      await open("explained", look);
      await openEverything();
      await page
        .locator("main a, main button")
        .filter({ hasText: /^(填写核实说明|Explain)$/ })
        .first()
        .click();
      await page.waitForSelector("main textarea");
      expect(await faults()).toEqual([]);
    });

    test("in the help", async () => {
      await open("findings", look);
      await page.locator("li button[aria-expanded]").first().click();
      await page.locator("li button:not([aria-expanded]):not([data-stop])").click();
      await page.waitForSelector("main h3");
      expect(await faults()).toEqual([]);
    });
  },
);

describe.each<Look>([
  { theme: "light", locale: "zh-CN" },
  { theme: "dark", locale: "en-US" },
])("the supervisor's desk in $theme and $locale is accessible and needs no scrolling sideways", (look) => {
  test.each(deskStates)("$name", async ({ prepare }) => {
    await open("findings", look);
    await prepare(page);
    expect(await faults()).toEqual([]);
  });
});

test("the page behind a question stayed hidden from screen readers after the answer", async () => {
  await open("findings", { theme: "light", locale: "zh-CN" });
  const exporting = page.getByRole("button", { name: "导出", exact: true });
  await exporting.click();
  await page.getByRole("button", { name: "仍然导出" }).click();
  await page.getByText("已导出 ").first().waitFor();
  await exporting.click();
  await page.keyboard.press("Escape");
  await page.waitForSelector("[role=alertdialog]", { state: "detached" });
  expect(await exporting.count()).toBe(1);
  expect(await exporting.evaluate((button) => button === document.activeElement)).toBe(true);
});

describe("where Windows forces its own colours", () => {
  beforeAll(() => page.emulateMedia({ forcedColors: "active" }));
  afterAll(() => page.emulateMedia({ forcedColors: null }));

  test.each(["findings", "ties", "explained", "sealed", "failure"])("the state %s can still be read", async (state) => {
    await open(state, { theme: "highContrast", locale: "zh-CN" });
    await openEverything();
    await page.evaluate(tellForcedColours);
    expect(await faults()).toEqual([]);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/forced-${state}.png` });
  });
});

test("a screen reader is told the verdict once it rests, and again when it changes", async () => {
  await open("passed", { theme: "light", locale: "zh-CN" });
  const status = page.getByRole("status").filter({ hasText: /通过|有错误/ });
  await status.filter({ hasText: "通过" }).waitFor();
  await page.evaluate(() => {
    const { app } = globalThis;
    app.type(app.getState().tables[1]!.id, "granted.total", { type: "number", value: 7 });
  });
  await status.filter({ hasText: "有错误" }).waitFor();
});
