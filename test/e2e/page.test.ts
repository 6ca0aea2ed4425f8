import { type OpenWorkbench, disconnect, openWorkbench } from "./browser";

jest.setTimeout(120_000);

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
