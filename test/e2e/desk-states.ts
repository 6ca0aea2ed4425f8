import type { Page } from "playwright-core";
import { makeWorkbook } from "../fixtures/workbooks";
import { countyFiles, townReport, type NamedFile } from "./desk-files";

/** What a supervisor comes to see at the desk, and how. Works in every language. */
export interface DeskState {
  name: string;
  prepare: (page: Page) => Promise<unknown>;
}

const fileInputs = (page: Page) => page.locator("main input[type=file]");
const rows = (page: Page) => page.locator("main ul li button[data-stop]");

async function openDesk(page: Page): Promise<void> {
  await page.locator("[aria-haspopup=menu]").click();
  await page.getByRole("menuitem", { name: /^(批量校验|Check many)/ }).click();
  await page.waitForSelector("main input[type=file]", { state: "attached" });
}

async function check(page: Page, files: readonly NamedFile[]): Promise<void> {
  await openDesk(page);
  await fileInputs(page)
    .first()
    .setInputFiles([...files]);
  const all = page.locator("main button[aria-pressed]").first();
  await all.getByText(new RegExp(` ${files.length}$`)).waitFor();
  await page.getByRole("progressbar").waitFor({ state: "detached" });
}

/** Files that are done when the batch is looked at while it runs. */
const HELD_AT = 25;

/** Leaves the batch in the middle: the workers get so many files and no more. */
async function hold(page: Page): Promise<void> {
  await openDesk(page);
  await page.evaluate((most) => {
    const post = Reflect.get(Worker.prototype, "postMessage") as (this: Worker, message: unknown) => void;
    let posted = 0;
    Worker.prototype.postMessage = function (this: Worker, message: unknown) {
      if (++posted <= most) post.call(this, message);
    };
  }, HELD_AT);
  await fileInputs(page)
    .first()
    .setInputFiles([...countyFiles()]);
  await page.getByRole("progressbar").waitFor();
  await page
    .locator("main button[aria-pressed]")
    .first()
    .getByText(new RegExp(` ${HELD_AT}$`))
    .waitFor();
}

const report = (index: number, year: number): NamedFile => ({
  name: `${year}-${index}.xlsx`,
  mimeType: "",
  buffer: Buffer.from(makeWorkbook(townReport(index, year))),
});

async function compare(page: Page): Promise<void> {
  await check(page, [report(0, 2024), report(1, 2024), report(2, 2024)]);
  await fileInputs(page)
    .nth(2)
    .setInputFiles([report(0, 2023), report(2, 2023)]);
  await page
    .getByText(/已读取 2 份|2 reports/)
    .first()
    .waitFor();
}

const ofUnit = (unit: string, year: number): NamedFile => ({
  name: `${unit}${year}.xlsx`,
  mimeType: "",
  buffer: Buffer.from(makeWorkbook({ ...townReport(0, year), unit })),
});

/** A renamed unit, and reports of last year that may be its own. */
async function findRenamed(page: Page): Promise<void> {
  await check(page, [ofUnit("平安县商务局", 2024), ofUnit("平安县新城街道", 2024)]);
  const before = ["商务和粮食局", "新城镇", "司法局", "教育局", "民政局", "财政局", "审计局", "水利局"];
  await fileInputs(page)
    .nth(2)
    .setInputFiles(before.map((name) => ofUnit(`平安县${name}`, 2023)));
  await page
    .getByText(/已读取 8 份|8 reports/)
    .first()
    .waitFor();
}

async function rollUp(page: Page): Promise<void> {
  await check(
    page,
    [0, 1, 2, 3].map((index) => report(index, 2024)),
  );
  await page.getByRole("button", { name: /^(开始汇总|Add up now)/ }).click();
  await page.locator("main table").first().waitFor();
  await page.locator("main table button").first().click();
}

/** A sum of which a cell could not be counted, and which does not pass for it. */
async function rollUpWithGaps(page: Page): Promise<void> {
  const broken = makeWorkbook(townReport(1, 2024), (section, key, value) =>
    section === "section4" && key === "review.total" ? `${value}件` : value,
  );
  await check(page, [report(0, 2024), { ...report(1, 2024), buffer: Buffer.from(broken) }]);
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: /^(开始汇总|Add up now)/ }).click();
  await page.locator("main table").first().waitFor();
}

export const deskStates: readonly DeskState[] = [
  { name: "batch-empty", prepare: openDesk },
  { name: "batch-running", prepare: hold },
  { name: "batch-units", prepare: (page) => check(page, countyFiles()) },
  {
    name: "batch-unit",
    prepare: async (page) => {
      await check(page, countyFiles());
      await rows(page).first().click();
      await page.waitForSelector("main h3");
    },
  },
  {
    name: "batch-two-years",
    prepare: async (page) => {
      await compare(page);
      await rows(page).first().click();
      await page.waitForSelector("main table");
    },
  },
  { name: "batch-not-reported", prepare: findRenamed },
  {
    name: "batch-renamed",
    prepare: async (page) => {
      await findRenamed(page);
      await rows(page).filter({ hasText: "商务局" }).first().click();
      await page.getByRole("searchbox").waitFor();
    },
  },
  { name: "batch-roll-up", prepare: rollUp },
  { name: "batch-uncounted", prepare: rollUpWithGaps },
];
