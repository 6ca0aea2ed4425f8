import type { Page } from "playwright-core";
import { DESTINATION_IDS } from "../../src/taskpane/destinations";
import { STATES } from "../taskpane/states";
import { deskStates } from "./desk-states";
import { type Look, openPaneStage, type PaneStage } from "./pane-stage";

/** A state of the pane, as a person gets to it. */
interface StatePicture {
  name: string;
  state: string;
  isFirstTime?: boolean;
  prepare?: (page: Page) => Promise<unknown>;
}

/** Pixels; the narrowest that Excel makes a pane. */
const WIDTH = 300;
const HEIGHT = 640;

/** Side by side in one picture. */
const LOOKS: readonly Look[] = [
  { theme: "light", locale: "zh-CN" },
  { theme: "dark", locale: "zh-CN" },
  { theme: "highContrast", locale: "zh-CN" },
  { theme: "light", locale: "en-US" },
  { theme: "dark", locale: "en-US" },
];

const openTools = (page: Page) => page.locator("main section:last-of-type h2 button[aria-expanded]").last().click();
const openMenu = (page: Page) => page.locator("[aria-haspopup=menu]").click();

/** An action that takes long, half-way. */
export async function showRunning(page: Page): Promise<void> {
  await page.evaluate(() =>
    globalThis.app.set({ running: "validate", progress: { step: "report", done: 400, total: 1560 } }),
  );
  await page.getByRole("button", { name: /^(停止|Stop)$/ }).waitFor();
}

export const statePictures: readonly StatePicture[] = [
  ...Object.keys(STATES).map((state) => ({ name: state, state })),
  { name: "guide", state: "empty", isFirstTime: true },
  {
    name: "explanation",
    state: "findings",
    prepare: (page) => page.locator("li button[aria-expanded=false]").first().click(),
  },
  { name: "tools", state: "limits", prepare: openTools },
  { name: "insert", state: "empty", prepare: (page) => page.locator("header button, main button").first().click() },
  { name: "running", state: "findings", prepare: showRunning },
  { name: "menu", state: "passed", prepare: openMenu },
  {
    name: "question",
    state: "findings",
    prepare: async (page) => {
      await page.getByRole("button", { name: /^(导出|Export)$/ }).click();
      await page.waitForSelector("[role=alertdialog]");
    },
  },
  ...DESTINATION_IDS.map((id, at) => ({
    name: `view-${id}`,
    state: "findings",
    prepare: async (page: Page) => {
      await openMenu(page);
      await page.getByRole("menuitem").nth(at).click();
      await page.waitForSelector("main h2[tabindex]");
    },
  })),
  ...deskStates.map((desk) => ({ ...desk, state: "findings" })),
];

export const openStage = openPaneStage;

/** One state in every look, side by side, as PNG. */
export async function takeState(stage: PaneStage, { state, isFirstTime, prepare }: StatePicture): Promise<Buffer> {
  const { page } = stage;
  const shots: string[] = [];
  await page.setViewportSize({ width: WIDTH, height: HEIGHT });
  for (const look of LOOKS) {
    await stage.open(state, look, { isFirstTime });
    if (isFirstTime) await page.waitForSelector("[aria-current=step]");
    await prepare?.(page);
    await page.mouse.move(0, HEIGHT - 1);
    shots.push((await page.screenshot()).toString("base64"));
  }
  const sheet = await page.context().newPage();
  await sheet.setViewportSize({ width: WIDTH * LOOKS.length, height: HEIGHT });
  await sheet.setContent(
    `<body style="margin:0;display:flex">${shots.map((shot) => `<img src="data:image/png;base64,${shot}">`).join("")}`,
  );
  const png = await sheet.screenshot();
  await sheet.close();
  return png;
}
