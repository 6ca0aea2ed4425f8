import fc from "fast-check";
import { Tables } from "../../../src/excel/monitor/tables";
import { checkTable } from "../../../src/rules/check";
import { summarise } from "../../../src/rules/workbook";
import type { CellKey } from "../../../src/tables/table";
import { tableOf } from "../../../src/tables/formats";
import { fillSheet, type SheetRequest } from "../filled-sheet";

const OPTIONS = { blankIsZero: false };
const KEYS = tableOf("2021", "section3").numbers.map(({ key }) => key);

const readingOf = (id: string, request: SheetRequest = {}) => ({ id, grid: fillSheet(request).grid, cut: null });

function open(...sheets: [id: string, request?: SheetRequest][]): Tables {
  const tables = new Tables(OPTIONS);
  tables.setSheets(sheets.map(([id, request]) => ({ id, name: request?.sheet ?? "表" })));
  for (const [id, request] of sheets) tables.setSheet(readingOf(id, request));
  return tables;
}

describe("what did not change keeps its identity", () => {
  test("a sheet that is read again without a change gives the same view", () => {
    const tables = open(["a", { sheet: "甲" }], ["b", { sheet: "乙" }]);
    const before = tables.view();
    tables.setSheet(readingOf("a", { sheet: "甲" }));
    expect(tables.view()).toBe(before);
  });

  test("a number that changes changes one table", () => {
    const tables = open(["a", { sheet: "甲" }], ["b", { sheet: "乙" }]);
    const [first, second] = tables.view().tables;
    const { grid } = fillSheet({ sheet: "甲", figures: { "granted.total": 5 } });
    expect(tables.setTable(first!.id, grid)).toBe(true);
    const after = tables.view();
    expect(after.tables[0]).not.toBe(first);
    expect(after.tables[0]!.check.verdict).toBe("fail");
    expect(after.tables[1]).toBe(second);
  });

  test("a table that moved down is checked at its new place and keeps what is known of its marks", () => {
    const tables = open(["a"]);
    const [before] = tables.view().tables;
    tables.setMarked(before!.id, true);
    tables.setSheet(readingOf("a", { above: 4 }));
    const [after] = tables.view().tables;
    expect(after).toMatchObject({ id: "a!A6", isMarked: true });
  });
});

test("labels that changed under an edit ask for the sheet to be recognised anew", () => {
  const tables = open(["a"]);
  const { grid } = fillSheet({ above: 1 });
  expect(tables.setTable("a!A2", grid)).toBe(false);
});

test("a sheet's new name is in its tables", () => {
  const tables = open(["a", { sheet: "甲" }]);
  const { check } = tables.view().tables[0]!;
  tables.setSheets([{ id: "a", name: "上报" }]);
  const [renamed] = tables.view().tables;
  expect(renamed!.filled.placement.sheet).toBe("上报");
  expect(renamed!.check).toBe(check);
});

test("tables follow the order of sheets, and go with their sheet", () => {
  const tables = open(["a", { sheet: "甲" }], ["b", { sheet: "乙" }]);
  tables.setSheets([
    { id: "b", name: "乙" },
    { id: "a", name: "甲" },
  ]);
  expect(tables.view().tables.map(({ worksheetId }) => worksheetId)).toEqual(["b", "a"]);
  tables.removeSheet("b");
  expect(tables.view().tables.map(({ worksheetId }) => worksheetId)).toEqual(["a"]);
  expect(tables.view().summary.tables).toBe(1);
});

test("a sheet that nobody told of is named", () => {
  const tables = open(["a"]);
  expect(
    tables.setSheets([
      { id: "a", name: "表" },
      { id: "new", name: "新" },
    ]),
  ).toEqual(["new"]);
});

test("after any edits the checks and the summary are those of a check of everything", () => {
  const value = fc.oneof(fc.nat(3), fc.constantFrom("", "/", "12件", -1, 0.5));
  const edit = fc.record({ sheet: fc.constantFrom("a", "b"), key: fc.constantFrom(...KEYS), value });
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
      const figures: Record<string, Partial<Record<CellKey, number | string>>> = { a: {}, b: {} };
      const tables = open(["a", { sheet: "a" }], ["b", { sheet: "b" }]);
      for (const { sheet, key, value: content } of edits) {
        figures[sheet]![key] = content;
        const { grid } = fillSheet({ sheet, figures: figures[sheet] });
        const id = tables.on(sheet)[0]!.id;
        if (!tables.setTable(id, grid)) tables.setSheet({ id: sheet, grid, cut: null });
      }
      const { tables: placed, reports, summary } = tables.view();
      for (const { filled, check } of placed) expect(check).toEqual(checkTable(filled, OPTIONS));
      expect(summary).toEqual(summarise(placed, reports));
    }),
    { numRuns: 40 },
  );
});
