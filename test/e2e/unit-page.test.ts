import { readFileSync } from "node:fs";
import { makeWorkbook } from "../fixtures/workbooks";
import { townReport, type NamedFile } from "./desk-files";
import { NARROWEST, openPaneStage, type PaneStage } from "./pane-stage";

jest.setTimeout(120_000);

let stage: PaneStage;
beforeAll(async () => {
  stage = await openPaneStage();
});
afterAll(() => stage.close());

const LONG_NAME = "新疆维吾尔自治区伊犁哈萨克自治州察布查尔锡伯自治县人力资源和社会保障局";
const LONG_FILE = "Ili-Kazakh-Autonomous-Prefecture_Human-Resources-Bureau_2024_final_v3.xlsx";

/** Figures of six and seven digits; every sum holds. */
function report(year: number, name: string): NamedFile {
  const bytes = makeWorkbook({ ...townReport(0, year), unit: LONG_NAME }, (section, _key, value) =>
    section === "section3" ? value * (year === 2024 ? 1000 : 100) : value,
  );
  return { name, mimeType: "", buffer: Buffer.from(bytes) };
}

/** The desk with one file, in a pane of this width. */
async function check(file: NamedFile, width: number, theme: "light" | "dark" = "light"): Promise<void> {
  const { page } = stage;
  await page.setViewportSize({ width, height: 640 });
  await stage.open("findings", { theme, locale: "zh-CN" });
  await stage.goTo("batch");
  await page.locator("main input[type=file]").first().setInputFiles([file]);
  await page.getByText("全部 1").waitFor();
  await page.getByRole("progressbar").waitFor({ state: "detached" });
}

async function openUnit(): Promise<void> {
  await stage.page.locator("main ul li button[data-stop]").first().click();
  await stage.page.locator(".unit-page").waitFor();
}

/** Both years of the unit with the long names. */
async function openTwoYears(width: number, theme?: "light" | "dark"): Promise<void> {
  const { page } = stage;
  await check(report(2024, LONG_FILE), width, theme);
  await page
    .locator("main input[type=file]")
    .nth(2)
    .setInputFiles([report(2023, `上年_${LONG_FILE}`)]);
  await page.getByText("已读取 1 份上年报告").waitFor();
  await openUnit();
  await page.getByRole("img", { name: /两年对照图/ }).waitFor();
}

test.each([NARROWEST, 1000])(
  "at %d pixels nothing stands out of its place, and no number of the chart is cut",
  async (width) => {
    await openTwoYears(width);
    const { page } = stage;
    const [content, room] = await page.locator("main").evaluate((main) => [main.scrollWidth, main.clientWidth]);
    expect(content).toBeLessThanOrEqual(room);
    const ends = await page.getByRole("img", { name: /两年对照图/ }).evaluate((chart) => {
      const edge = chart.getBoundingClientRect().right;
      return [...chart.querySelectorAll("text")].map((text) => edge - text.getBoundingClientRect().right);
    });
    expect(ends.length).toBeGreaterThan(10);
    expect(Math.min(...ends)).toBeGreaterThanOrEqual(0);
    const [table = 0] = await page.locator("main table").evaluateAll((all) => all.map((one) => one.clientWidth));
    expect(table).toBeLessThanOrEqual(640);
    // beside three long numbers the names had room for two characters
    const names = await page
      .locator("main table tbody th")
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width));
    expect(Math.min(...names)).toBeGreaterThan(120);
  },
);

test("on paper the unit stands alone, in black on white, whatever the pane looks like: the verdict above is about another workbook", async () => {
  await openTwoYears(NARROWEST, "dark");
  const { page } = stage;
  await page.emulateMedia({ media: "print" });
  expect(await page.locator("h1").isVisible()).toBe(false);
  expect(await page.getByRole("button").filter({ visible: true }).count()).toBe(0);
  expect(await page.getByRole("heading", { name: LONG_NAME }).isVisible()).toBe(true);
  const colours = await page
    .locator(".unit-page td")
    .first()
    .evaluate((cell) => {
      const { color } = getComputedStyle(cell);
      const behind = [...document.querySelectorAll("#root, #root :has(td)")];
      return [color, ...new Set(behind.map((one) => getComputedStyle(one).backgroundColor))];
    });
  expect(colours).toEqual(["rgb(0, 0, 0)", "rgba(0, 0, 0, 0)"]);
  await page.emulateMedia({ media: "screen" });
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute("data-printed", "");
  });
  await page.getByRole("button", { name: "打印" }).click();
  await page.locator("[data-printed]").waitFor();
});

test("what could not be read stands beside what was found", async () => {
  const published = readFileSync("test/fixtures/published/pingtan-2020.txt");
  await check({ name: "平潭.txt", mimeType: "text/plain", buffer: published }, NARROWEST);
  await openUnit();
  const { page } = stage;
  await page.getByText("没有读准").first().waitFor();
  await page.getByText("办理结果合计").first().waitFor();
});
