import { type OpenWorkbench, disconnect, openWorkbench } from "./browser";

let workbench: OpenWorkbench;

beforeAll(async () => {
  workbench = await openWorkbench();
});

afterAll(async () => {
  await workbench.close();
  await disconnect();
});

describe("the grid under mouse and keyboard", () => {
  test("holds what is typed, calculates it, and undoes it", async () => {
    const { grid } = workbench;
    await grid.type("B2", "40");
    await grid.type("B3", "2");
    await grid.type("B4", "=B2+B3");
    await grid.type("C2", "中文");
    expect(await grid.read("B2:C4")).toEqual([
      [40, "中文"],
      [2, null],
      [42, null],
    ]);
    await grid.undo();
    expect(await grid.readCell("C2")).toBeNull();
    await grid.undo();
    expect(await grid.readCell("B4")).toBeNull();
    await grid.redo();
    expect(await grid.readCell("B4")).toBe(42);
  });

  test("takes a paste, clears a range, and finds cells that are out of sight", async () => {
    const { grid } = workbench;
    await grid.paste("Q150", [
      ["1", "2"],
      ["3", "4"],
    ]);
    expect(await grid.read("Q150:R151")).toEqual([
      [1, 2],
      [3, 4],
    ]);
    await grid.clear("Q150:R150");
    expect(await grid.read("Q150:R151")).toEqual([
      [null, null],
      [3, 4],
    ]);
    expect(await grid.selection()).toBe("Q150:R150");
    await grid.select("A1");
    expect(await grid.selection()).toBe("A1");
  });

  // Once several pasted cells lost font, alignment and borders, and text with "<" in it was taken for markup.
  test("keeps the formats of cells into which text is typed or pasted", async () => {
    const { page, grid } = workbench;
    const formats = (address: string) =>
      page.evaluate((range) => {
        const sheet = globalThis.workbench!.grid.api.getActiveWorkbook()!.getActiveSheet();
        const { startRow, startColumn } = sheet.getRange(range).getRange();
        const { ff, fs, ht, bd } = sheet.getSheet().getComposedCellStyle(startRow, startColumn);
        return { ff, fs, ht, edges: Object.keys(bd ?? {}).sort() };
      }, address);
    await page.evaluate(() => {
      const range = globalThis.workbench!.grid.api.getActiveWorkbook()!.getActiveSheet().getRange("F5:G6");
      range.setFontFamily("宋体").setFontSize(9).setHorizontalAlignment("center");
      range.setBorder("all" as never, 1);
    });
    const before = await formats("G6");
    expect(before).toMatchObject({ ff: "宋体", fs: 9, edges: ["b", "l", "r", "t"] });
    await grid.paste("F5", [
      ["", "2"],
      ["<b>3</b>", "=1+3"],
    ]);
    expect(await grid.read("F5:G6")).toEqual([
      [null, 2],
      ["<b>3</b>", 4],
    ]);
    expect(await formats("G6")).toEqual(before);
    await grid.type("G6", "5");
    expect(await formats("G6")).toEqual(before);
    await grid.undo();
    await grid.undo();
    expect(await formats("G6")).toEqual(before);
  });

  test("shows the colour of a cell", async () => {
    const { page, grid } = workbench;
    await page.evaluate(() => {
      const sheet = globalThis.workbench!.grid.api.getActiveWorkbook()!.getActiveSheet();
      sheet.getRange("D5").setBackgroundColor("#ffc7ce");
      sheet.getRange("D6").setValue("■■■■").setFontColor("#9c0006");
    });
    await grid.select("A1");
    await grid.settled();
    expect((await grid.pixel("D5")).fill).toBe("#ffc7ce");
    const text = await grid.pixel("D6");
    expect(text.fill).toBe("#ffffff");
    expect(text.shares.map(([colour]) => colour)).toContain("#9c0006");
  });
});

// The grid protects ranges for each of several people; Excel does not, and no add-in would see it.
test("a sheet's menu offers no protection that is not Excel's", async () => {
  const { page } = workbench;
  const sheet = (await workbench.grid.sheetNames())[0]!;
  await page.locator(".grid").getByText(sheet, { exact: true }).click({ button: "right" });
  await page.getByText("重命名", { exact: true }).waitFor();
  expect(await page.getByText("保护").filter({ visible: true }).count()).toBe(0);
  await page.keyboard.press("Escape");
});

test("every command stays within a window that is zoomed in to twice its size", async () => {
  const { page } = workbench;
  await page.setViewportSize({ width: 640, height: 400 });
  const buttons = await page.getByRole("banner").getByRole("button").all();
  for (const button of buttons) {
    const { x, width } = (await button.boundingBox())!;
    expect(x + width).toBeLessThanOrEqual(640);
  }
  expect(await page.getByRole("banner").getByRole("button", { name: "导出" }).count()).toBe(1);
  await page.setViewportSize({ width: 1280, height: 800 });
});

describe("the task pane's place", () => {
  const width = async (): Promise<number> =>
    (await workbench.page.getByRole("complementary", { name: "勾稽任务窗格" }).boundingBox())?.width ?? 0;

  test("is made wider and narrower with keys and pointer, but never narrower than 300 pixels", async () => {
    const { page } = workbench;
    const splitter = page.getByRole("separator", { name: "任务窗格宽度" });
    expect(await width()).toBe(340);
    await splitter.focus();
    await page.keyboard.press("ArrowLeft");
    expect(await width()).toBe(360);
    await page.keyboard.press("Home");
    expect(await width()).toBe(300);
    await page.keyboard.press("ArrowRight");
    expect(await width()).toBe(300);
    const { x, y } = (await splitter.boundingBox())!;
    await page.mouse.move(x + 2, y + 200);
    await page.mouse.down();
    // Over the pane's frame and back: the frame must not swallow the movement.
    await page.mouse.move(x + 100, y + 200);
    await page.mouse.move(x - 98, y + 210);
    await page.mouse.up();
    await page.mouse.move(x - 200, y + 200);
    expect(await width()).toBe(400);
  });

  test("is hidden and shown without starting the add-in again", async () => {
    const { page, pane } = workbench;
    await pane.evaluate(() => document.body.setAttribute("data-same-page", "yes"));
    await page.getByRole("button", { name: "关闭任务窗格" }).click();
    expect(await page.getByRole("complementary", { name: "勾稽任务窗格" }).isVisible()).toBe(false);
    await page.getByRole("button", { name: "打开面板" }).click();
    expect(await page.getByRole("complementary", { name: "勾稽任务窗格" }).isVisible()).toBe(true);
    expect(await pane.evaluate(() => document.body.getAttribute("data-same-page"))).toBe("yes");
  });
});

describe("a new workbook", () => {
  test("is not made before the person has decided about unsaved changes", async () => {
    const { page, grid } = workbench;
    await grid.type("A1", "留着");
    expect(await page.title()).toMatch(/^● /);
    const make = page.getByRole("button", { name: "新建" });
    await make.click();
    await page.getByRole("dialog").getByRole("button", { name: "取消" }).click();
    expect(await grid.readCell("A1")).toBe("留着");
    await make.click();
    await page.keyboard.press("Escape");
    expect(await grid.readCell("A1")).toBe("留着");
    await make.click();
    await page.getByRole("button", { name: "不保存" }).click();
    expect(await grid.readCell("A1")).toBeNull();
    expect(await page.title()).not.toMatch(/^● /);
    await make.click();
    expect(await page.getByRole("dialog").count()).toBe(0);
  });
});
