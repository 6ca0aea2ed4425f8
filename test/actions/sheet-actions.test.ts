import type { Finding } from "../../src/rules/finding";
import type { App } from "../../src/actions/action";
import { createApp } from "../../src/actions/app";
import type { AppState } from "../../src/actions/state";
import { zhCN } from "../../src/locales";
import { onSheet, readSheet } from "../excel/read";
import { REQUEST, start, zeros, type Started } from "./start";

let at: Started;
beforeEach(async () => {
  at = await start();
});
afterEach(() => at.dispose());

const insert = (sections: typeof REQUEST.sections = ["section3"]) => at.app.run("insert", { ...REQUEST, sections });
const writes = () => at.host.counters.each.reduce((sum, batch) => sum + batch.writes, 0);
const formats = (sheet: string, address = "A1:Z60") =>
  readSheet(sheet, (worksheet) => {
    const { conditionalFormats } = worksheet.getRange(address);
    conditionalFormats.load("items/type,items/customOrNullObject/rule/formula");
    return () => conditionalFormats.items.map(({ customOrNullObject: { rule } }) => rule.formula);
  });
const selection = (sheet: string) =>
  readSheet(sheet, ({ context }) => {
    const range = context.workbook.getSelectedRange();
    range.load("address");
    return () => range.address;
  });

describe("marks", () => {
  test("are on what was inserted, and are known to be", async () => {
    await insert();
    expect(at.app.getState().tables[0]!.isMarked).toBe(true);
    expect(at.app.isEnabled("mark")).toBe(false);
    expect(at.app.isEnabled("unmark")).toBe(true);
  });

  test("are put on a table that came from elsewhere, once, and taken off without a trace", async () => {
    await insert();
    const official = await formats("表三");
    await onSheet("表三", (sheet) => sheet.getRange("A1:Z60").conditionalFormats.clearAll());
    await at.app.run("refresh", undefined);
    expect(at.app.getState().tables[0]!.isMarked).toBe(false);

    const { formats: put } = await at.app.run("mark", {});
    expect(put).toBe(official.length);
    await at.app.run("mark", {});
    expect((await formats("表三")).sort()).toEqual([...official].sort());
    expect(await at.host.flags("表三", "D5:D5")).toMatchObject({ D5: { bg: { rgb: "#FFF2CC" } } });

    expect(await at.app.run("unmark", {})).toEqual({ formats: put });
    expect(await formats("表三")).toEqual([]);
    expect(at.app.getState().tables[0]!.isMarked).toBe(false);
  });

  test("of somebody else stay, also where they lie over ours", async () => {
    await insert();
    await onSheet("表三", (sheet) => {
      const format = sheet.getRange("C4:E9").conditionalFormats.add("Custom");
      format.custom.rule.formula = "=LEN(C4)>9";
      format.custom.format.fill.color = "#00FF00";
    });
    const [table] = at.app.getState().tables;
    await at.app.run("unmark", { tableId: table!.id });
    expect(await formats("表三")).toEqual(["=LEN(C4)>9"]);
    await at.app.run("mark", { tableId: table!.id });
    await at.app.run("unmark", {});
    expect(await formats("表三")).toEqual(["=LEN(C4)>9"]);
  });

  test("follow the choice that blank counts as 0", async () => {
    await insert(["section4"]);
    await at.host.type("表四", "E5", 3);
    await at.caughtUp();
    expect((await at.host.flags("表四", "A5:E5")).E5).toBeUndefined();
    await at.app.run("setOptions", { blankIsZero: true });
    expect(at.app.getState()).toMatchObject({
      options: { blankIsZero: true },
      summary: { verdict: "fail", blanks: 0 },
    });
    // the grid calculates formats that are new to it in its own time
    for (let look = 0; look < 50 && !(await at.host.flags("表四", "A5:E5")).E5; look++) await at.host.settled();
    expect(await at.host.flags("表四", "A5:E5")).toMatchObject({ E5: { bg: { rgb: "#FFC7CE" } } });
    expect((await at.host.flags("表四", "A5:E5")).A5).toBeUndefined();
  });

  test("are refused by a protected sheet, which is named", async () => {
    await insert();
    await onSheet("表三", (sheet) => sheet.protection.protect());
    const before = await formats("表三");
    await expect(at.app.run("unmark", {})).rejects.toMatchObject({
      code: "SheetProtected",
      details: { sheet: "表三" },
    });
    await expect(at.app.run("mark", {})).rejects.toMatchObject({ code: "SheetProtected" });
    expect(at.app.getState().failure).toEqual({ code: "SheetProtected", details: { sheet: "表三" }, action: "mark" });
    expect(await formats("表三")).toEqual(before);
  });
});

describe("going to a finding", () => {
  const find = (rule: string): { tableId: string; finding: Finding } => {
    for (const { id: tableId, check } of at.app.getState().tables) {
      const finding = check.findings.find((one) => one.rule === rule);
      if (finding) return { tableId, finding };
    }
    throw new Error(`no finding of ${rule}`);
  };

  beforeEach(async () => {
    await insert();
    await at.host.paste("表三", "D5", zeros(23, 7));
    await at.host.activate("Sheet1");
  });

  test("shows its sheet and selects its cells, without a write", async () => {
    await at.host.type("表三", "J7", 3);
    await at.caughtUp();
    at.host.counters.reset();
    await at.app.run("goTo", find("S3.ROW"));
    expect(await selection("表三")).toBe("表三!D7:J7");
    expect(writes()).toBe(0);
  });

  test("of blank cells selects the first of them", async () => {
    await at.host.clear("表三", "E9:F12");
    await at.caughtUp();
    await at.app.run("goTo", find("F.BLANK"));
    expect(await selection("表三")).toBe("表三!E9");
  });

  test("of a label selects the label", async () => {
    await at.host.paste("表三", "B7", [["（一）同意"]]);
    await at.caughtUp();
    await at.app.run("goTo", find("F.LABEL"));
    expect(await selection("表三")).toMatch(/^表三!B7/);
  });

  test("on a sheet that is gone fails with its name", async () => {
    await at.host.type("表三", "J7", 3);
    await at.caughtUp();
    const target = find("S3.ROW");
    await at.host.deleteSheet("表三");
    await expect(at.app.run("goTo", target)).rejects.toMatchObject({ code: "TableMissing" });
  });

  test("a table is shown whole", async () => {
    await at.app.run("show", { tableId: at.app.getState().tables[0]!.id });
    expect(await selection("表三")).toBe("表三!A2:J27");
  });
});

describe("the sample", () => {
  test("is the township's report: it passes, with 35 projects and 8403", async () => {
    const { addresses } = await at.app.run("insertSample", undefined);
    expect(addresses).toEqual(["表二!A2:D19", "表三!A2:J27", "表四!A2:O5"]);
    expect(at.app.getState().summary).toMatchObject({
      verdict: "pass",
      tables: 3,
      blanks: 0,
      findings: { error: 0, warning: 0 },
    });
    expect([at.host.value("表二", "B19"), at.host.value("表二", "C19"), at.host.value("表三", "J26")]).toEqual([
      35, 8403, 0,
    ]);
    expect(at.app.getState().tables[0]!.filled.placement).toMatchObject({ unit: "新郑市辛店镇", year: 2020 });
  });
});

describe("actions", () => {
  test("run one at a time, in their order", async () => {
    const running: (string | null)[] = [];
    at.app.subscribe(() => {
      const { running: id } = at.app.getState();
      if (running.at(-1) !== id) running.push(id);
    });
    await Promise.all([insert(["section4"]), at.app.run("refresh", undefined)]);
    expect(running).toEqual(["insert", null, "refresh", null]);
    expect(at.app.isEnabled("insert")).toBe(true);
  });

  test("leave their failure in the state until it is dismissed or they succeed", async () => {
    await at.host.type("Sheet1", "B2", "原有内容");
    const request = { ...REQUEST, where: "selection" as const, sections: ["section4" as const] };
    await at.host.select("Sheet1", "A1");
    await expect(at.app.run("insert", request)).rejects.toMatchObject({ code: "Occupied" });
    expect(at.app.getState().failure).toMatchObject({ code: "Occupied", action: "insert" });
    at.app.dismissFailure();
    expect(at.app.getState().failure).toBeNull();
    await expect(at.app.run("insert", request)).rejects.toMatchObject({ code: "Occupied" });
    await at.app.run("insert", { ...request, overwrite: true });
    expect(at.app.getState().failure).toBeNull();
  });

  test("a year without a format fails with the year", async () => {
    await expect(at.app.run("insert", { ...REQUEST, year: 2018 })).rejects.toThrow();
    expect(at.app.getState().failure).toEqual({ code: "Year", details: { year: 2018 }, action: "insert" });
  });
});

/** Closes the pane and opens it again; resolves when its state is as wanted. */
async function reopen(isReached: (state: AppState) => boolean): Promise<App> {
  await at.app.dispose();
  const again = await createApp(zhCN.sheet);
  await new Promise<void>((resolve) => {
    const look = () => isReached(again.getState()) && resolve();
    again.subscribe(look);
    look();
  });
  return again;
}

test("tables in a workbook that is opened with the pane are found at once", async () => {
  await insert();
  const again = await reopen(({ phase }) => phase === "ready");
  expect(again.getState().tables).toHaveLength(1);
  await again.dispose();
});

test("the choice that blank counts as 0 is kept with the marks in the tables", async () => {
  await insert();
  await at.app.run("setOptions", { blankIsZero: true });
  const again = await reopen(({ options }) => options.blankIsZero);
  expect(again.getState().summary.blanks).toBe(0);
  await again.run("setOptions", { blankIsZero: false });
  await again.run("refresh", undefined);
  expect(again.getState().options.blankIsZero).toBe(false);
  await again.dispose();
});

test("what counts blank as 0 says so on the report sheet", async () => {
  await insert();
  await at.app.run("setOptions", { blankIsZero: true });
  await at.app.run("validate", undefined);
  const facts = await readSheet("校验结果", (sheet) => {
    const range = sheet.getRange("A1:E12").load("values");
    return () => range.values.map((row) => row.filter(String).join(" "));
  });
  expect(facts).toContain("空白格 按 0 计");
});
