import { disconnect, openWorkbench, type OpenWorkbench } from "./browser";

jest.setTimeout(300_000);
afterAll(disconnect);

let workbench: OpenWorkbench;

const verdict = (word: string) => workbench.pane.getByRole("heading", { name: word, exact: true, level: 1 }).waitFor();
const inCell = (address: string, value: number) =>
  workbench.page.waitForFunction(
    ([cell, expected]) =>
      globalThis.workbench!.grid.api.getActiveWorkbook()!.getActiveSheet().getRange(cell).getValue() === expected,
    [address, value] as const,
  );

/** 表三 of the sample, with three applications of natural persons and enterprises in its figures. */
beforeAll(async () => {
  workbench = await openWorkbench();
  const { grid, pane } = workbench;
  await pane.getByRole("button", { name: /插入示例/ }).click();
  await verdict("通过");
  await grid.openSheet("表三");
  for (const row of [5, 7, 26]) await grid.paste(`D${row}`, [["50", "35", "0", "0", "0", "0", "85"]]);
  await verdict("通过");
});
afterAll(() => workbench.close());

const suspect = () => workbench.pane.getByRole("button", { name: /^J7 58 → 85/ });

test("two digits swapped: the cell is the first thing named, with the right number; accepting passes, undo brings it back", async () => {
  const { grid, page, pane } = workbench;
  await grid.type("J7", "58");
  await verdict("有错误");
  await suspect().waitFor();
  const [first] = await pane.locator("main [data-stop]:not([aria-expanded])").allInnerTexts();
  expect(first!.replace(/\s+/g, " ")).toMatch(/^J7 58 → 85 .*“（一）予以公开”行“总计”列 两位数字颠倒$/);

  await suspect().click();
  await page.waitForFunction(
    () => globalThis.workbench!.grid.api.getActiveWorkbook()!.getActiveRange()?.getA1Notation() === "J7",
  );
  await pane.getByRole("button", { name: "采纳：J7 58 → 85" }).click();
  await inCell("J7", 85);
  await verdict("通过");
  await pane.getByRole("group").getByText("已改 表三：J7 由 58 改为 85。").waitFor();
  expect(await suspect().count()).toBe(0);

  await grid.select("A1");
  await grid.undo();
  await inCell("J7", 58);
  await verdict("有错误");
  await suspect().waitFor();
});

test("with the keyboard alone: to the suspect, to the map, from cell to cell, and to accept", async () => {
  const { page, pane } = workbench;
  await pane.getByRole("button", { name: /^表三/ }).first().focus();
  await page.keyboard.press("ArrowDown");
  const focused = () =>
    pane.evaluate(() => document.activeElement!.getAttribute("aria-label") ?? document.activeElement!.textContent);
  expect(await focused()).toMatch(/^J758/);
  const map = pane.getByRole("grid", { name: "表三示意图" });
  await map.locator('[tabindex="0"]').focus();
  expect(await focused()).toMatch(/^J7 .*：58，疑似错格 1，建议填 85/);
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowUp");
  expect(await focused()).toMatch(/^I6 /);
  await page.keyboard.press("Enter");
  await page.waitForFunction(
    () => globalThis.workbench!.grid.api.getActiveWorkbook()!.getActiveRange()?.getA1Notation() === "I6",
  );
  await pane.getByRole("button", { name: "采纳：J7 58 → 85" }).focus();
  await page.keyboard.press("Enter");
  await inCell("J7", 85);
  await verdict("通过");
  expect(await focused()).toMatch(/^表三/);
});

test("review mode names the cell, offers no change, and lasts", async () => {
  const { grid, pane } = workbench;
  await pane.getByRole("button", { name: "选项与工具" }).click();
  await pane.getByRole("switch", { name: "审核模式" }).click();
  await grid.type("J7", "58");
  await suspect().waitFor();
  expect(await pane.getByRole("button", { name: /^采纳/ }).count()).toBe(0);
  expect(await pane.evaluate(() => localStorage.getItem("gouji.reviewing"))).toBe("yes");
});
