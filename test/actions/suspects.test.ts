import type { AppState, TableRepair } from "../../src/actions/state";
import type { FigureChange } from "../../src/actions/action";
import { checkFile } from "../../src/batch/check-file";
import { makeResult } from "../../src/batch/file-result";
import { lastYearIn } from "../../src/batch/units/last-year";
import { PreviousReports } from "../../src/batch/units/match-units";
import { COMPLETE_REPORTS } from "../fixtures/reports";
import { makeWorkbook } from "../fixtures/workbooks";
import { onSheet, readSheet } from "../excel/read";
import { REQUEST, countsOf, type Started, startFilled } from "./start";

let at: Started;
beforeEach(async () => {
  at = await startFilled();
});
afterEach(() => at.dispose());

const table = () => at.app.getState().tables[0]!;
const allPass = ({ tables }: AppState): boolean => tables.every(({ check }) => check.verdict === "pass");
const repairIn = ({ tables, repairs }: AppState): TableRepair | undefined => {
  const [first] = tables;
  const known = first && repairs.get(first.id);
  return known?.check === first?.check ? known : undefined;
};
/** Resolves with what is known of the table's wrong cells as soon as it is of its present check. */
const repaired = async (): Promise<TableRepair> => repairIn(await at.until((state) => repairIn(state) !== undefined))!;
const counted = () => countsOf(at.host);

/** A row of figures, of which the total has two digits swapped. */
async function typeSwapped(): Promise<void> {
  for (const row of [5, 7, 26]) await at.host.paste("表三", `D${row}`, [[50, 35, 0, 0, 0, 0, 85]]);
  await at.host.type("表三", "J7", 58);
  await at.caughtUp();
}

const SWAPPED: FigureChange = { key: "granted.total", current: "58", suggested: "85" };
const accept = (changes: readonly FigureChange[], overFormulas?: boolean) =>
  at.app.run("accept", { tableId: table().id, changes, ...(overFormulas ? { overFormulas } : {}) });

test("after the findings the wrong cell is named, with the right number and why; nothing more is read or written for it", async () => {
  await typeSwapped();
  at.host.counters.reset();
  await at.host.type("表三", "J7", 58);
  const { repair } = await repaired();
  expect(repair.suspects).toMatchObject([{ cells: [{ ...SWAPPED }], evidence: [{ code: "digitsSwapped" }] }]);
  await at.caughtUp();
  expect(counted().writes).toBe(0);
  expect(counted().batches).toBeLessThanOrEqual(1);
});

test("it is worked out once for the same contents, also when the table moves", async () => {
  await typeSwapped();
  const before = await repaired();
  await at.app.run("refresh", undefined);
  await at.caughtUp();
  expect(at.app.getState().repairs.get(table().id)).toBe(before);
  await at.host.insertRows("表三", 1, 2);
  await at.until(({ tables, repairs }) => tables[0]!.filled.placement.area.row === 3 && repairs.has(tables[0]!.id));
  expect((await repaired()).repair).toBe(before.repair);
});

test("a table that passes has none", async () => {
  await typeSwapped();
  await repaired();
  await at.host.type("表三", "J7", 85);
  await at.until(({ repairs }) => repairs.size === 0);
  expect(allPass(at.app.getState())).toBe(true);
});

test("a blank cell gets the value that the sums imply, and can be given it", async () => {
  await typeSwapped();
  await at.host.clear("表三", "J7");
  await at.caughtUp();
  const { repair } = await repaired();
  expect(repair.implied).toEqual([{ key: "granted.total", value: "85" }]);
  await accept([{ key: "granted.total", current: "", suggested: "85" }]);
  await at.until(allPass);
});

describe("a formula", () => {
  beforeEach(typeSwapped);

  test("that sums its row is not suspected: it follows what is typed", async () => {
    await at.host.type("表三", "J7", "=SUM(D7:I7)");
    await at.host.type("表三", "D7", 5);
    await at.caughtUp();
    expect([...table().filled.computed!]).toEqual(["granted.total"]);
    const { repair } = await repaired();
    const [suspect] = repair.suspects;
    expect(suspect!.cells).toMatchObject([{ key: "granted.naturalPerson", current: "5", suggested: "50" }]);
  });

  test("that sums the wrong cells is suspected as a formula, also when the number that it gives was typed before", async () => {
    await at.host.type("表三", "J7", 50);
    await at.caughtUp();
    const typed = await repaired();
    expect(typed.repair.suspects[0]!.evidence.map(({ code }) => code)).not.toContain("formula");
    await at.host.type("表三", "J7", "=SUM(D7:D7)");
    await at.until(({ repairs }) => repairs.get(table().id)?.repair !== typed.repair);
    const { repair } = await repaired();
    expect(repair.suspects[0]).toMatchObject({
      cells: [{ key: "granted.total", current: "50", suggested: "85" }],
      evidence: [{ code: "formula" }, {}],
    });
  });
});

describe("accepting", () => {
  beforeEach(async () => {
    await typeSwapped();
    at.host.counters.reset();
  });

  test("writes that one cell; undo takes it back in one step", async () => {
    const { written } = await accept([SWAPPED]);
    expect(written).toEqual([{ address: "J7", from: "58", to: "85" }]);
    expect(counted()).toEqual({ batches: 2, writes: 1 });
    await at.until(allPass);
    await at.host.undo();
    expect(at.host.value("表三", "J7")).toBe(58);
    expect((await at.until(({ summary }) => summary.verdict === "fail")).tables).toHaveLength(1);
    await at.host.undo();
    expect(at.host.value("表三", "J7")).toBe(85);
  });

  test("of several is one step for undo, too", async () => {
    await at.host.type("表三", "D5", 5);
    await at.caughtUp();
    await accept([SWAPPED, { key: "newlyReceived.naturalPerson", current: "5", suggested: "50" }]);
    await at.until(allPass);
    await at.host.undo();
    expect([at.host.value("表三", "D5"), at.host.value("表三", "J7")]).toEqual([5, 58]);
  });

  test("is refused when the cell holds something else by now, and names both", async () => {
    await onSheet("表三", (sheet) => {
      sheet.getRange("J7").values = [[86]];
    });
    await expect(accept([SWAPPED])).rejects.toMatchObject({
      code: "CellChanged",
      details: { sheet: "表三", cell: "J7", expected: "58", found: "86" },
    });
    expect(at.host.value("表三", "J7")).toBe(86);
  });

  test("of several writes none when one of them has changed", async () => {
    await expect(
      accept([SWAPPED, { key: "newlyReceived.naturalPerson", current: "5", suggested: "51" }]),
    ).rejects.toMatchObject({ code: "CellChanged", details: { cell: "D5" } });
    expect(at.host.value("表三", "J7")).toBe(58);
  });

  test("twice in quick succession writes once", async () => {
    const [first, second] = await Promise.all([accept([SWAPPED]), accept([SWAPPED])]);
    expect([first.written.length, second.written.length]).toEqual([1, 0]);
  });

  test("is refused when rows were inserted a moment ago, even where the neighbour holds the same number", async () => {
    const request = { tableId: table().id, changes: [SWAPPED] };
    await at.host.paste("表三", "J6", [[58]]);
    await onSheet("表三", (sheet) => {
      sheet.getRange("1:1").insert("Down");
    });
    await expect(at.app.run("accept", request)).rejects.toMatchObject({
      code: expect.stringMatching(/^Table(Moved|Missing)$/) as string,
    });
    expect([at.host.value("表三", "J7"), at.host.value("表三", "J8")]).toEqual([58, 58]);
  });

  test("is refused by a locked cell of a protected sheet, which is named; an unlocked one is written", async () => {
    await onSheet("表三", (sheet) => sheet.protection.protect());
    await accept([SWAPPED]);
    expect(at.host.value("表三", "J7")).toBe(85);
    await onSheet("表三", (sheet) => {
      sheet.protection.unprotect();
      sheet.getRange("J7").format.protection.locked = true;
      sheet.getRange("J7").values = [[58]];
      sheet.protection.protect();
    });
    await at.caughtUp();
    await expect(accept([SWAPPED])).rejects.toMatchObject({ code: "SheetProtected", details: { sheet: "表三" } });
    expect(at.host.value("表三", "J7")).toBe(58);
  });

  test("replaces a formula only when that was confirmed", async () => {
    await at.host.type("表三", "J7", "=D7+E7-27");
    await at.caughtUp();
    await expect(accept([SWAPPED])).rejects.toMatchObject({
      code: "HoldsFormula",
      details: { sheet: "表三", cells: "J7", formula: "=D7+E7-27", count: 1 },
    });
    await accept([SWAPPED], true);
    expect(
      await readSheet("表三", (sheet) => {
        const range = sheet.getRange("J7");
        range.load("formulas");
        return () => range.formulas as unknown[][];
      }),
    ).toEqual([[85]]);
  });

  test("makes a number of a text, also where the cell is formatted as text", async () => {
    await onSheet("表三", (sheet) => {
      sheet.getRange("J7").numberFormat = [["@"]];
      sheet.getRange("J7").values = [["８５"]];
    });
    await at.caughtUp();
    expect(at.host.value("表三", "J7")).toBe("８５");
    const { repair } = await repaired();
    expect(repair.suspects[0]!.cells).toMatchObject([{ key: "granted.total", current: "８５", suggested: "85" }]);
    await accept([{ key: "granted.total", current: "８５", suggested: "85" }]);
    expect(at.host.value("表三", "J7")).toBe(85);
    await at.until(allPass);
  });

  test("while a cell is edited fails, and loses nothing", async () => {
    await at.host.startEdit();
    await expect(accept([SWAPPED])).rejects.toMatchObject({ code: "CellEditMode" });
    await at.host.endEdit();
    expect(at.host.value("表三", "J7")).toBe(58);
  });

  test("is not possible in review mode, and neither is inserting; marking and validating are", async () => {
    await at.app.run("setReviewing", true);
    expect(["accept", "insert", "insertSample"].map((id) => at.app.isEnabled(id as "accept"))).toEqual([
      false,
      false,
      false,
    ]);
    await expect(accept([SWAPPED])).rejects.toMatchObject({ code: "Reviewing" });
    await expect(at.app.run("insertSample", undefined)).rejects.toMatchObject({ code: "Reviewing" });
    expect(at.host.value("表三", "J7")).toBe(58);
    await at.app.run("unmark", {});
    await at.app.run("mark", {});
    await at.app.run("validate", undefined);
    expect(at.host.sheets()).toContain("校验结果");
    await at.app.run("setReviewing", false);
    await accept([SWAPPED]);
    expect(at.host.value("表三", "J7")).toBe(85);
  });
});

describe("a cell that a person takes for right", () => {
  beforeEach(typeSwapped);

  test("is not suspected any more, until it changes or the person says otherwise", async () => {
    await repaired();
    const { id: tableId } = table();
    await at.app.run("trust", { tableId, key: "granted.total" });
    const trusting = await repaired();
    expect(trusting.trusted).toEqual([{ key: "granted.total", written: "58" }]);
    const suspected = trusting.repair.suspects.flatMap(({ cells }) => cells.map(({ key }) => key));
    expect(suspected).not.toContain("granted.total");
    expect(suspected.length).toBeGreaterThan(0);

    await at.app.run("distrust", { tableId, key: "granted.total" });
    expect(await repaired()).toMatchObject({ trusted: [], repair: { suspects: [{ cells: [SWAPPED] }] } });

    await at.app.run("trust", { tableId, key: "granted.total" });
    await at.host.type("表三", "D5", 49);
    await at.caughtUp();
    expect((await repaired()).trusted).toHaveLength(1);
    await at.host.type("表三", "J7", 59);
    await at.caughtUp();
    expect((await repaired()).trusted).toEqual([]);
  });

  test("stays trusted when the table moves", async () => {
    await repaired();
    await at.app.run("trust", { tableId: table().id, key: "granted.total" });
    await at.host.insertRows("表三", 1);
    const { repairs, tables } = await at.until(
      (state) => state.tables[0]!.filled.placement.area.row === 2 && state.repairs.has(state.tables[0]!.id),
    );
    expect(repairs.get(tables[0]!.id)!.trusted).toEqual([{ key: "granted.total", written: "58" }]);
  });

  const TRUSTED = [{ key: "granted.total", written: "58" }];
  const trust = () => at.app.run("trust", { tableId: table().id, key: "granted.total" });

  test("is remembered by the workbook while it holds that number, and forgotten when the person says so", async () => {
    await repaired();
    at.host.counters.reset();
    await trust();
    expect(counted()).toEqual({ batches: 2, writes: 1 });
    at = await at.reopen();
    expect((await repaired()).trusted).toEqual(TRUSTED);
    await at.host.type("表三", "J7", 59);
    await at.caughtUp();
    at = await at.reopen();
    expect((await repaired()).trusted).toEqual([]);
    await at.host.type("表三", "J7", 58);
    at = await at.reopen();
    expect((await repaired()).trusted).toEqual(TRUSTED);
    await at.app.run("distrust", { tableId: table().id, key: "granted.total" });
    at = await at.reopen();
    expect((await repaired()).trusted).toEqual([]);
  });

  test("in review mode is remembered only by the pane: nothing is written", async () => {
    await repaired();
    await at.app.run("setReviewing", true);
    at.host.counters.reset();
    await trust();
    expect((await repaired()).trusted).toEqual(TRUSTED);
    const { id: tableId } = table();
    await at.app.run("distrust", { tableId, key: "granted.total" });
    await at.app.run("goToCell", { tableId, key: "granted.total" });
    await expect(accept([SWAPPED])).rejects.toMatchObject({ code: "Reviewing" });
    await trust();
    expect(counted().writes).toBe(0);
    at = await at.reopen();
    expect((await repaired()).trusted).toEqual([]);
  });
});

test("last year's report, once it is known, tells which of several cells is wrong", async () => {
  await typeSwapped();
  await at.host.type("表三", "J7", 85);
  for (const cell of ["D6", "J6"]) await at.host.type("表三", cell, 9);
  await at.caughtUp();
  const changes = ({ repair: { suspects } }: TableRepair) => suspects.map(({ cells }) => cells.map(({ key }) => key));
  const alone = await repaired();
  expect(changes(alone).length).toBeGreaterThan(1);

  const xindian = COMPLETE_REPORTS.find(({ id }) => id === "000-xindian-2020")!;
  const bytes = makeWorkbook({ ...xindian, unit: REQUEST.unit, year: REQUEST.year - 1 });
  const before = makeResult(checkFile("2019.xlsx", bytes, { blankIsZero: false }), { withFigures: true, hash: null });
  at.host.counters.reset();
  at.app.setLastYear(lastYearIn(new PreviousReports([before])));
  const { repairs, tables } = await at.until(
    (state) => state.repairs.get(state.tables[0]!.id)?.repair !== alone.repair,
  );
  const found = repairs.get(tables[0]!.id)!;
  expect(changes(found)).toEqual([["carriedOver.naturalPerson", "carriedOver.total"]]);
  expect(found.repair.suspects[0]!.evidence.map(({ code }) => code)).toContain("followsLastYear");
  expect(counted()).toEqual({ batches: 0, writes: 0 });

  at.app.setLastYear(null);
  await at.until((state) => state.repairs.get(tables[0]!.id)?.repair !== found.repair);
  expect(changes(at.app.getState().repairs.get(tables[0]!.id)!)).toEqual(changes(alone));
});

test("going to a cell selects it", async () => {
  await at.host.activate("Sheet1");
  await at.app.run("goToCell", { tableId: table().id, key: "granted.total" });
  const address = await readSheet("表三", ({ context }) => {
    const range = context.workbook.getSelectedRange();
    range.load("address");
    return () => range.address;
  });
  expect(address).toBe("表三!J7");
});
