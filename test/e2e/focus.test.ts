import { disconnect, type OpenWorkbench, openWorkbench } from "./browser";

jest.setTimeout(120_000);

let workbench: OpenWorkbench;

beforeAll(async () => {
  workbench = await openWorkbench();
  const { pane, grid } = workbench;
  await pane
    .getByRole("button", { name: /插入示例/ })
    .first()
    .click();
  await pane.getByRole("heading", { name: "通过", exact: true, level: 1 }).waitFor();
  await grid.openSheet("表三");
});

afterAll(async () => {
  await workbench.close();
  await disconnect();
});

/** What has the focus in the pane, as its name; null when the focus is not in the pane. */
const focused = () =>
  workbench.pane.evaluate(() => {
    const element = document.activeElement;
    return document.hasFocus() && element ? (element.getAttribute("aria-label") ?? element.textContent) : null;
  });
const press = (key: string) => workbench.page.keyboard.press(key);
/** The focus goes over by messages between page and pane. */
const untilFocused = async (name: string | null) => {
  for (let look = 0; look < 60 && (await focused()) !== name; look++) await workbench.page.waitForTimeout(50);
  expect(await focused()).toBe(name);
};

describe("Escape, which Office.js would take as a way to the first button,", () => {
  test("answers a question with the safe answer, and the focus goes back to what led to it", async () => {
    const { pane, grid } = workbench;
    await grid.type("J7", "3");
    await pane.getByRole("heading", { name: "有错误", exact: true, level: 1 }).waitFor();
    await pane.getByRole("button", { name: "导出", exact: true }).focus();
    await press("Enter");
    await pane.getByRole("alertdialog").waitFor();
    await press("Escape");
    await pane.getByRole("alertdialog").waitFor({ state: "detached" });
    await untilFocused("导出");
    await grid.type("J7", "0");
    await pane.getByRole("heading", { name: "通过", exact: true, level: 1 }).waitFor();
  });

  test("leads back from a view to what led there", async () => {
    const { pane, page } = workbench;
    await pane.getByRole("button", { name: "更多" }).focus();
    await press("Enter");
    await pane.getByRole("menuitem", { name: "审核关系说明" }).focus();
    await press("Enter");
    await pane.getByRole("heading", { name: "审核关系说明", level: 2 }).waitFor();
    await press("Escape");
    await pane.getByRole("heading", { name: "审核关系说明", level: 2 }).waitFor({ state: "detached" });
    await page.waitForTimeout(200);
    expect(await focused()).toBe("更多");
  });

  test("takes no text away that was written, and then closes the form", async () => {
    const { pane, page } = workbench;
    await pane.getByRole("button", { name: "插入报表" }).focus();
    await press("Enter");
    const unit = pane.getByLabel("单位名称");
    await unit.fill("新郑市辛店镇");
    await press("Escape");
    await page.waitForTimeout(200);
    expect(await unit.inputValue()).toBe("新郑市辛店镇");
    await unit.fill("");
    await press("Escape");
    await untilFocused("插入报表");
    expect(await unit.count()).toBe(0);
  });
});

describe("without a mouse", () => {
  test("Tab goes round in the pane, its title among the stops", async () => {
    const { pane, page } = workbench;
    const closing = page.getByRole("button", { name: "关闭任务窗格" });
    const isClosing = () => closing.evaluate((button) => button === document.activeElement);
    /** Once a dialog was open, Fluent UI keeps a stop of its own at both ends of the page. */
    const leaveBy = async (key: string) => {
      for (let stop = 0; stop < 2 && !(await isClosing()); stop++) {
        await press(key);
        await page.waitForTimeout(200);
      }
      expect(await isClosing()).toBe(true);
    };
    await pane.getByRole("button", { name: "选项与工具" }).focus();
    await leaveBy("Tab");
    await pane.getByRole("button", { name: "一键校验" }).focus();
    await leaveBy("Shift+Tab");
    await press("F6");
    await untilFocused("一键校验");
  });

  test("a form is filled from where the focus begins in it: on its heading, which is no stop of Tab", async () => {
    const { pane, page } = workbench;
    await pane.getByRole("button", { name: "插入报表" }).focus();
    await press("Enter");
    const unit = pane.getByLabel("单位名称");
    await unit.waitFor();
    await untilFocused("插入报表");
    for (let stop = 0; stop < 4 && !(await unit.evaluate((field) => field === document.activeElement)); stop++)
      await press("Tab");
    await page.keyboard.insertText("新郑市辛店镇");
    expect(await unit.inputValue()).toBe("新郑市辛店镇");
    await press("Shift+Tab");
    await pane.getByRole("button", { name: "返回" }).press("Enter");
    await untilFocused("插入报表");
  });

  test("and from a text that was clicked", async () => {
    const { pane } = workbench;
    await pane.getByText("3 张表的勾稽关系全部成立").first().click();
    await press("Tab");
    await untilFocused("一键校验");
  });

  test.each(["F6", "Control+F6"])("%s leads from the grid to the pane and back, and typing goes on", async (key) => {
    const { grid, page, pane } = workbench;
    await grid.select("J7");
    await press(key);
    await untilFocused("一键校验");
    await press(key);
    await untilFocused(null);
    await page.keyboard.type("3");
    await press("Enter");
    await pane.getByRole("heading", { name: "有错误", exact: true, level: 1 }).waitFor();
    await grid.type("J7", "0");
    await pane.getByRole("heading", { name: "通过", exact: true, level: 1 }).waitFor();
  });
});

test("a pane whose page is loaded anew knows the workbook again, and hears of each edit once", async () => {
  const { pane, page, grid } = workbench;
  await pane.getByRole("button", { name: "选项与工具" }).waitFor();
  await pane.evaluate(() => location.reload());
  await pane.waitForLoadState();
  await pane.getByRole("heading", { name: "通过", exact: true, level: 1 }).waitFor();
  expect(await pane.getByText("此表没有标记").count()).toBe(0);
  await grid.settled();
  await page.waitForTimeout(500);
  const batches = () => page.evaluate(() => globalThis.workbench!.host.counters.batches);
  const before = await batches();
  await grid.type("J7", "3");
  await pane.getByRole("heading", { name: "有错误", exact: true, level: 1 }).waitFor();
  await grid.settled();
  // one round trip for the edit: nobody is left who listened before
  expect((await batches()) - before).toBe(1);
  expect(await pane.getByText("行合计不符").count()).toBe(1);
  await pane.getByRole("button", { name: "一键校验" }).click();
  await pane.getByText("明细已写入").first().waitFor();
});
