import { CellsHiddenError } from "../../src/excel/errors";
import type { ActionId, ActionTypes } from "../../src/actions/action";
import type { PlacedTable } from "../../src/actions/state";
import { onSheet } from "../excel/read";
import { REQUEST, countsOf, start, type Started, startFilled, zeros } from "./start";

let at: Started;
beforeEach(async () => {
  at = await startFilled();
});
afterEach(() => at.dispose());

const counted = () => countsOf(at.host);
const table = (): PlacedTable => at.app.getState().tables[0]!;
const verdict = () => table().check.verdict;

/** The code of what an action fails with; null when it does not. */
const failureOf = <Id extends ActionId>(id: Id, input: ActionTypes[Id]["input"]): Promise<string | null> =>
  at.app.run(id, input).then(
    () => null,
    (error: { code: string }) => error.code,
  );

describe("while a cell is edited", () => {
  test("everything that asks Excel is refused, says why, writes nothing, and works afterwards", async () => {
    await at.host.type("表三", "J7", 3);
    await at.caughtUp();
    const finding = table().check.findings[0]!;
    const { id } = table();
    at.host.counters.reset();
    await at.host.startEdit();
    const tried = [
      await failureOf("insert", { ...REQUEST, sections: ["section4"] }),
      await failureOf("validate", undefined),
      await failureOf("export", { evenIfNotPassed: true }),
      await failureOf("mark", {}),
      await failureOf("unmark", {}),
      await failureOf("goTo", { tableId: id, finding }),
      await failureOf("refresh", undefined),
      await failureOf("recalculate", undefined),
    ];
    expect(tried).toEqual(tried.map(() => "CellEditMode"));
    expect(at.app.getState().running).toBeNull();
    expect(counted().writes).toBe(0);
    await at.host.endEdit();
    expect(await failureOf("goTo", { tableId: id, finding })).toBeNull();
    expect(at.app.getState().failure?.action).not.toBe("goTo");
  });

  test("a long edit is asked about ever more rarely, and its end is noticed with the edit itself", async () => {
    await at.host.startEdit();
    await at.host.receive("表三", "J7", [[3]]);
    await at.until(({ isStale }) => isStale);
    await at.host.endEdit();
    await at.host.type("表三", "J7", 0);
    await at.until(({ isStale }) => !isStale);
    expect(verdict()).toBe("pass");
  });
});

describe("hidden rows and columns", () => {
  const hide = (address: string, what: "rowHidden" | "columnHidden") =>
    onSheet("表三", (sheet) => {
      sheet.getRange(address)[what] = true;
    });

  test("are checked like all others", async () => {
    await hide("7:7", "rowHidden");
    await hide("F:F", "columnHidden");
    await at.host.type("表三", "F7", 3);
    await at.caughtUp();
    expect(at.findings()).toContain("表三 S3.ROW granted");
  });

  test("are selected by a click on a finding, which says that they are hidden, and stay so", async () => {
    await at.host.type("表三", "J7", 3);
    await at.caughtUp();
    const goTo = () => at.app.run("goTo", { tableId: table().id, finding: table().check.findings[0]! });
    await hide("7:7", "rowHidden");
    const refusal = expect(goTo()).rejects;
    await refusal.toThrow(CellsHiddenError);
    expect(at.app.getState().failure).toMatchObject({ code: "CellsHidden", details: { sheet: "表三" } });
    const isHidden = await Excel.run(async (context) => {
      const range = context.workbook.getSelectedRange().load("hidden");
      await context.sync();
      return range.hidden;
    });
    expect(isHidden).toBe(true);
  });
});

test("frozen panes stay as they were through inserting, marking and validating", async () => {
  await onSheet("表三", (sheet) => sheet.freezePanes.freezeAt(sheet.getRange("A1:C4")));
  await at.host.select("表三", "L2");
  await at.app.run("insert", { ...REQUEST, sections: ["section4"], where: "selection" });
  await at.app.run("unmark", {});
  await at.app.run("mark", {});
  await at.app.run("validate", undefined);
  const frozen = await Excel.run(async (context) => {
    const { freezePanes } = context.workbook.worksheets.getItem("表三");
    const range = freezePanes.getLocationOrNullObject().load("address");
    await context.sync();
    return range.address;
  });
  expect(frozen).toBe("表三!A1:C4");
});

describe("with somebody else in the workbook", () => {
  test("what they type is checked, in one reading, and never written about", async () => {
    await at.host.receive("表三", "J7", [[3]]);
    await at.caughtUp();
    expect(verdict()).toBe("fail");
    expect(counted()).toEqual({ batches: 1, writes: 0 });
    await at.host.receive("表三", "J7", [[0]]);
    await at.caughtUp();
    expect(verdict()).toBe("pass");
    expect(counted()).toEqual({ batches: 2, writes: 0 });
  });

  test("a person's own last step can still be undone", async () => {
    await at.host.type("表三", "D7", 3);
    await at.caughtUp();
    await at.host.receive("表三", "E7", [[4]]);
    await at.caughtUp();
    await at.host.undo();
    expect([at.host.value("表三", "D7"), at.host.value("表三", "E7")]).toEqual([0, 4]);
  });
});

describe("where calculation is manual", () => {
  beforeEach(async () => {
    await at.app.run("insert", { ...REQUEST, sections: ["section4"], totals: "formulas" });
    await at.host.paste("表四", "A5", [[1, 2, 3, 4]]);
    await Excel.run(async (context) => {
      context.workbook.application.calculationMode = "Manual";
      await context.sync();
    });
    await at.app.run("refresh", undefined);
  });
  const total = () => at.app.getState().tables[1]!.filled.contents["review.total"];

  test("it is known, and a person can let Excel calculate", async () => {
    expect(at.app.getState().isManual).toBe(true);
    await at.host.type("表四", "A5", 5);
    await at.caughtUp();
    expect(total()).toEqual({ type: "number", value: 10 });
    await at.app.run("recalculate", undefined);
    expect(total()).toEqual({ type: "number", value: 14 });
  });

  test("a whole check calculates first, so that no old total passes", async () => {
    await at.host.type("表四", "A5", 5);
    await at.app.run("validate", undefined);
    expect(total()).toEqual({ type: "number", value: 14 });
    expect(at.host.value("表四", "E5")).toBe(14);
  });
});

describe("edits that Excel does not tell of", () => {
  beforeEach(async () => {
    await Excel.run(async (context) => {
      context.runtime.enableEvents = false;
      await context.sync();
    });
    await at.host.type("表三", "J7", 3);
    await at.caughtUp();
    expect(verdict()).toBe("pass");
    at.host.counters.reset();
  });

  test("are found when the person comes back to the pane, and not looked for again right after", async () => {
    const clock = jest.spyOn(Date, "now").mockReturnValue(Date.now() + 60_000);
    at.app.wake();
    await at.caughtUp();
    expect(verdict()).toBe("fail");
    const once = counted();
    expect(once.writes).toBe(0);
    at.app.wake();
    await at.caughtUp();
    expect(counted()).toEqual(once);
    clock.mockRestore();
  });

  test("are found when their sheet is activated", async () => {
    await at.host.activate("Sheet1");
    await Excel.run(async (context) => {
      context.runtime.enableEvents = true;
      await context.sync();
    });
    await at.host.activate("表三");
    await at.caughtUp();
    expect(verdict()).toBe("fail");
  });
});

test("while the pane is closed the check goes on; opened again it shows the latest", async () => {
  at.host.showPane(true);
  at.host.showPane(false);
  await at.host.type("表三", "J7", 3);
  await at.caughtUp();
  expect(verdict()).toBe("fail");
  at.host.showPane(true);
  expect(at.findings()).toEqual(["表三 S3.ROW granted", "表三 S3.RESULTS total"]);
});

describe("when the workbook is closed", () => {
  test("during a check, the check ends with an error that says so", async () => {
    const checking = failureOf("validate", undefined);
    at.host.closeWorkbook();
    expect(await checking).toBe("SessionLost");
    expect(at.app.getState().running).toBeNull();
  });

  test("everything afterwards says so too, at once", async () => {
    at.host.closeWorkbook();
    expect(await failureOf("insert", REQUEST)).toBe("SessionLost");
    expect(await failureOf("validate", undefined)).toBe("SessionLost");
    expect(at.app.getState().isStale).toBe(true);
  });
});

test("of 1 000 sheets all are read, in few round trips, and an edit costs one", async () => {
  await at.dispose();
  const ids = Array.from({ length: 1000 }, (_, index) => `sheet${index + 1}`);
  at = await start({}, (host) => {
    const sheets = Object.fromEntries(ids.map((id) => [id, { id, name: id, cellData: { 0: { 0: { v: id } } } }]));
    host.grid.openWorkbook({ sheetOrder: ids, sheets });
    return Promise.resolve();
  });
  await at.app.run("insert", { ...REQUEST, sections: ["section3"] });
  await at.host.paste("表三", "D5", zeros(23, 7));
  await at.caughtUp();
  at.host.counters.reset();
  await at.host.type("表三", "J7", 3);
  await at.caughtUp();
  expect(counted()).toEqual({ batches: 1, writes: 0 });
  expect(verdict()).toBe("fail");
  at.host.counters.reset();
  await at.app.run("refresh", undefined);
  // the sheets come in parts of 250, so that no answer holds the pane up
  expect(at.host.counters.batches).toBeLessThanOrEqual(1000 / 250 + 4);
});
