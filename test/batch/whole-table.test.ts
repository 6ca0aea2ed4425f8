import { checkFile } from "../../src/batch/check-file";
import { keepTable, keptTable } from "../../src/batch/whole-table";
import { suspectsOf } from "../../src/repair/suspects";
import { checkTable } from "../../src/rules/check";
import { COMPLETE_REPORTS } from "../fixtures/reports";
import { makeWorkbook } from "../fixtures/workbooks";

const OPTIONS = { blankIsZero: false };

test("a table that was kept is the table: the same cells at the same places, the same suspects", () => {
  const jinhu = COMPLETE_REPORTS.find(({ id }) => id === "012-jinhu-2023")!;
  const bytes = makeWorkbook(jinhu, (section, key, value) => {
    if (section !== "section3") return value;
    if (key === "granted.research") return undefined;
    if (key === "carriedForward.total") return value + 20;
    return key === "granted.welfare" ? "3件" : value;
  });
  for (const { filled } of checkFile("金湖.xlsx", bytes, OPTIONS).tables) {
    const kept = structuredClone(keepTable(filled));
    const again = keptTable(kept, { ...filled.placement, cells: {} });
    expect(again.placement.cells).toEqual(filled.placement.cells);
    expect(again.contents).toEqual(filled.contents);
    const repair = (table: typeof filled) => suspectsOf(table, checkTable(table, OPTIONS));
    expect(repair(again)).toEqual(repair(filled));
  }
});

test("a date stays a date, a formula a formula", () => {
  const jinhu = COMPLETE_REPORTS.find(({ id }) => id === "012-jinhu-2023")!;
  const { filled } = checkFile("金湖.xlsx", makeWorkbook(jinhu), OPTIONS).tables[1]!;
  const contents = { ...filled.contents, "granted.total": { type: "number", value: 45_000, isDate: true } } as const;
  const computed = new Set(["granted.total"] as const);
  const again = keptTable(keepTable({ ...filled, contents, computed }), filled.placement);
  expect(again.contents).toEqual(contents);
  expect(again.computed).toEqual(computed);
});
