import type { PlacedTable } from "../../src/actions/state";
import { ownSheetsProperty } from "../../src/record/own-sheets";
import { cellAddress } from "../../src/tables/address";
import type { CellKey } from "../../src/tables/table";
import { onSheet } from "../excel/read";
import { REQUEST, countsOf, type Started, startFilled, zeros } from "./start";

let at: Started;
beforeEach(async () => {
  at = await startFilled();
});
afterEach(() => at.dispose());

const counted = () => countsOf(at.host);
const table = (): PlacedTable => at.app.getState().tables[0]!;

test("a filled table passes; a broken total fails with what, where and how much; undo mends it", async () => {
  expect(at.app.getState().summary).toMatchObject({ tables: 1, blanks: 0 });
  expect(table().check.verdict).toBe("pass");
  await at.host.type("表三", "J7", 3);
  await at.caughtUp();
  expect(at.app.getState().summary.verdict).toBe("fail");
  expect(at.findings()).toEqual(["表三 S3.ROW granted", "表三 S3.RESULTS total"]);
  expect(table().check.findings[0]).toMatchObject({ leftSum: "3", rightSum: "0", difference: "3" });
  await at.host.undo();
  await at.caughtUp();
  expect(table().check.verdict).toBe("pass");
  expect(at.host.value("表三", "J7")).toBe(0);
});

test("an edit is one round trip and no write", async () => {
  await at.host.type("表三", "D7", 1);
  await at.caughtUp();
  expect(counted()).toEqual({ batches: 1, writes: 0 });
  expect(at.app.getState().summary.verdict).toBe("fail");
});

test("200 edits in a burst are one round trip and no write", async () => {
  const edits = Array.from({ length: 200 }, (_, index) => {
    const column = "DEFGHI"[index % 6]!;
    return at.host.type("表三", `${column}${5 + (index % 20)}`, index);
  });
  await Promise.all(edits);
  await at.caughtUp();
  expect(counted()).toEqual({ batches: 1, writes: 0 });
  const { contents, placement } = table().filled;
  for (const [key, content] of Object.entries(contents)) {
    const value = at.host.value("表三", cellAddress(placement.cells[key as CellKey]!));
    expect([key, content]).toEqual([key, { type: "number", value }]);
  }
  expect(at.app.getState().summary.verdict).toBe("fail");
});

test("undo goes back through everything that was typed, however often it was checked between", async () => {
  for (const value of [1, 2, 3]) {
    await at.host.type("表三", "D7", value);
    await at.caughtUp();
  }
  for (const value of [2, 1, 0]) {
    await at.host.undo();
    await at.caughtUp();
    expect(at.host.value("表三", "D7")).toBe(value);
  }
  expect(table().check.verdict).toBe("pass");
});

test("what is deleted is blank, not 0: the sums are undecided and the verdict incomplete", async () => {
  await at.host.clear("表三", "D7");
  await at.caughtUp();
  expect(at.app.getState().summary).toMatchObject({ verdict: "incomplete", blanks: 1, undecided: 2 });
  expect(at.findings()).toEqual(["表三 F.BLANK granted.naturalPerson"]);
});

test("numbers as text are found, with the number that was meant, and stay as they are", async () => {
  await at.host.paste("表三", "D7", [["１２"]]);
  await at.host.paste("表三", "E7", [["12件"]]);
  await at.caughtUp();
  expect(table().check.findings.filter(({ kind }) => kind === "kind")).toMatchObject([
    { rule: "F.KIND", cells: ["granted.naturalPerson"], written: "１２", meant: { number: "12" } },
    { rule: "F.KIND", cells: ["granted.commercial"], written: "12件", meant: { number: "12" } },
  ]);
  expect(at.host.value("表三", "D7")).toBe("１２");
  expect(counted().writes).toBe(0);
});

describe("the table is found again", () => {
  test("when rows are inserted above it and within it", async () => {
    await at.host.insertRows("表三", 1, 3);
    await at.caughtUp();
    expect(table().filled.placement.area).toMatchObject({ row: 4, column: 0 });
    expect(table().check.verdict).toBe("pass");
    await at.host.type("表三", "J10", 3);
    await at.caughtUp();
    expect(at.findings()).toEqual(["表三 S3.ROW granted", "表三 S3.RESULTS total"]);
    expect(counted().writes).toBe(0);
  });

  test("when its sheet is renamed", async () => {
    await at.host.renameSheet("表三", "上报稿");
    await at.caughtUp();
    expect(table().filled.placement.sheet).toBe("上报稿");
  });

  test("when its sheet is copied: then there are two", async () => {
    await at.host.copySheet("表三");
    const { tables, summary } = await at.caughtUp();
    expect(summary).toMatchObject({ tables: 2, findings: { error: 0 } });
    const copy = tables[1]!.filled.placement.sheet;
    await at.host.type(copy, "J7", 3);
    await at.caughtUp();
    expect(at.findings()).toEqual([`${copy} S3.ROW granted`, `${copy} S3.RESULTS total`]);
  });

  test("when it is pasted elsewhere", async () => {
    const cells = Array.from({ length: 27 }, (_, row) =>
      Array.from({ length: 10 }, (_unused, column) => at.host.value("表三", `${"ABCDEFGHIJ"[column]!}${row + 1}`)),
    );
    await at.host.addSheet("草稿");
    await at.host.paste("草稿", "C11", cells);
    const { tables } = await at.caughtUp();
    expect(tables.map(({ filled }) => filled.placement.sheet)).toEqual(["表三", "草稿"]);
    expect(tables[1]!.filled.placement.area).toMatchObject({ row: 11, column: 2 });
  });

  test("when its sheet is deleted there is none", async () => {
    await at.host.deleteSheet("表三");
    const { summary, tables } = await at.caughtUp();
    expect(tables).toEqual([]);
    expect(summary.verdict).toBe("incomplete");
  });
});

test("a damaged label is told, not silently dropped, and mended by undo", async () => {
  await at.host.paste("表三", "B7", [["（一）同意"]]);
  await at.caughtUp();
  expect(at.findings().some((finding) => finding.startsWith("表三 F.LABEL"))).toBe(true);
  await at.host.undo();
  await at.caughtUp();
  expect(at.findings()).toEqual([]);
});

test("what is typed beside the table is read, and changes nothing", async () => {
  const before = table();
  await at.host.type("表三", "T40", "备注");
  await at.caughtUp();
  expect(table()).toBe(before);
  expect(counted()).toEqual({ batches: 1, writes: 0 });
});

test("tables that did not change keep their identity", async () => {
  await at.app.run("insert", { ...REQUEST, sections: ["section4"] });
  const [third, fourth] = (await at.caughtUp()).tables;
  await at.host.type("表四", "A5", 1);
  const { tables } = await at.caughtUp();
  expect(tables[0]).toBe(third);
  expect(tables[1]).not.toBe(fourth);
});

test("of a sheet with a million rows a part is read, and it is said which", async () => {
  await onSheet("表三", (sheet) => {
    sheet.getRange("A1048576").values = [["底"]];
  });
  await at.app.run("refresh", undefined);
  const { cutSheets, summary } = at.app.getState();
  expect(cutSheets).toMatchObject([{ sheet: "表三", area: { row: 0, column: 0, rowCount: 2000, columnCount: 60 } }]);
  expect(summary).toMatchObject({ verdict: "incomplete", tables: 1, findings: { error: 0 }, cutSheets: 1 });
});

test("a long sheet of ours keeps no workbook from passing: the sum of a county could never be exported as passed", async () => {
  await onSheet("表三", (sheet) => {
    const parts = sheet.context.workbook.worksheets.add("汇总明细");
    parts.getRange("A1:A2001").values = Array.from({ length: 2001 }, (_each, row) => [row]);
    const mark = Object.entries(ownSheetsProperty(["汇总单位", "汇总明细"]))[0]!;
    sheet.context.workbook.properties.custom.add(...mark);
  });
  await at.app.run("refresh", undefined);
  expect(at.app.getState()).toMatchObject({ cutSheets: [], summary: { cutSheets: 0, tables: 1 } });
});

describe("while a cell is edited", () => {
  test("what is shown is called stale; nothing is lost when the edit ends", async () => {
    await at.host.type("表三", "J7", 3);
    await at.host.startEdit();
    await at.until(({ isStale }) => isStale);
    expect(at.app.getState().failure).toBeNull();
    await at.host.endEdit();
    const state = await at.until(({ isStale }) => !isStale);
    expect(state.summary.verdict).toBe("fail");
  });
});

test("a total that is a formula follows its terms", async () => {
  await at.app.run("insert", { ...REQUEST, sections: ["section4"], totals: "formulas" });
  await at.host.paste("表四", "A5", [[1, 2, 3, 4]]);
  at.host.counters.reset();
  await at.host.type("表四", "A5", 5);
  const { tables } = await at.caughtUp();
  expect(tables[1]!.filled.contents["review.total"]).toEqual({ type: "number", value: 14 });
});

test("with totals as formulas nothing is red while items are blank, in the pane or in the sheet", async () => {
  await at.host.deleteSheet("表三");
  await at.app.run("insert", { ...REQUEST, sections: ["section3"], totals: "formulas" });
  const errors = async () => Object.values(await at.host.flags("表三", "D5:J27")).filter(({ bl }) => Boolean(bl));
  await at.host.type("表三", "D5", 5);
  expect((await at.caughtUp()).summary).toMatchObject({ verdict: "incomplete", findings: { error: 0 } });
  expect(await errors()).toEqual([]);
  await at.host.paste("表三", "D6", zeros(20, 6));
  await at.host.paste("表三", "D27", zeros(1, 6));
  await at.host.paste("表三", "E5", zeros(1, 5));
  expect((await at.caughtUp()).summary).toMatchObject({ verdict: "fail", findings: { error: 2 }, blanks: 0 });
  expect(await errors()).toHaveLength(8);
  await at.host.type("表三", "D7", 5);
  await at.caughtUp();
  expect(table().check.verdict).toBe("pass");
  expect(await errors()).toEqual([]);
});

test("a date typed in a number cell is named as one", async () => {
  await at.host.type("表三", "D7", "2020-1-5");
  await at.caughtUp();
  expect(table().check.findings).toContainEqual(
    expect.objectContaining({ rule: "F.KIND", fault: "date", written: "2020-1-5", cells: ["granted.naturalPerson"] }),
  );
});

test("a cell that is calculated from another sheet follows it", async () => {
  await at.host.type("Sheet1", "A1", 0);
  await at.host.type("表三", "D7", "=Sheet1!A1");
  await at.caughtUp();
  await at.host.type("Sheet1", "A1", 4);
  await at.caughtUp();
  expect(table().filled.contents["granted.naturalPerson"]).toEqual({ type: "number", value: 4 });
  expect(at.app.getState().summary.verdict).toBe("fail");
});

test("after dispose nothing is read any more", async () => {
  await at.app.dispose();
  at.host.counters.reset();
  await at.host.type("表三", "D7", 1);
  await at.caughtUp();
  expect(counted().batches).toBe(0);
});
