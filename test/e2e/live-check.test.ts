import { disconnect, openWorkbench, type OpenWorkbench } from "./browser";
import { nextVerdict } from "./verdict";

/** 表三, 总计 of 予以公开 of the sample, whose figures all are 0. */
const CELL = "J7";

let workbench: OpenWorkbench;

beforeAll(async () => {
  workbench = await openWorkbench();
  const { pane, grid } = workbench;
  await pane.getByRole("button", { name: /插入示例/ }).click();
  await pane.getByRole("heading", { name: "通过", exact: true, level: 1 }).waitFor();
  await grid.openSheet("表三");
});

afterAll(async () => {
  await workbench.close();
  await disconnect();
});

// Once the cell was clicked twice on one spot, which opened it for editing: the number was added to the one that stood there.
test("a number typed right behind a verdict, into the same cell, replaces the one there and changes the verdict", async () => {
  const { pane, grid } = workbench;
  for (let edit = 1; edit <= 10; edit++) {
    const shown = nextVerdict(pane);
    await grid.type(CELL, String(edit % 2));
    expect([edit, (await shown).verdict]).toEqual([edit, edit % 2 ? "有错误" : "通过"]);
    expect(await grid.readCell(CELL)).toBe(edit % 2);
  }
});

// Once a second click on one spot opened a cell for editing, where Ctrl+Z takes back typing only.
test("Ctrl+Z right after a finding was clicked takes the edit back", async () => {
  const { page, pane, grid } = workbench;
  for (let round = 1; round <= 3; round++) {
    await grid.type(CELL, "1");
    await pane.getByRole("heading", { name: "有错误", exact: true, level: 1 }).waitFor();
    await grid.select("A1");
    const shown = nextVerdict(pane);
    await pane
      .getByRole("button", { name: new RegExp(CELL) })
      .first()
      .click();
    await grid.select("A1");
    await page.keyboard.press("ControlOrMeta+z");
    expect((await shown).verdict).toBe("通过");
    expect(await grid.readCell(CELL)).toBe(0);
  }
});

test("another workbook, in a window of its own, has a pane and a verdict of its own", async () => {
  const { page, pane, grid } = workbench;
  const other = await page.context().newPage();
  await other.goto(new URL(page.url()).origin);
  await other.waitForFunction(() => globalThis.workbench?.isReady);
  const otherPane = other.frame({ url: /\/taskpane\.html/ })!;
  await otherPane.getByText("尚未发现报表").waitFor();
  await page.bringToFront();
  const shown = nextVerdict(pane);
  await grid.type(CELL, "1");
  expect((await shown).verdict).toBe("有错误");
  expect(await otherPane.getByText("尚未发现报表").count()).toBe(1);
  await other.close();
});
