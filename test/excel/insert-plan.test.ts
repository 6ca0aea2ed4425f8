import { recogniseSheet } from "../../src/recognise/sheet";
import { relationsOf } from "../../src/rules/relations";
import { SECTIONS } from "../../src/tables/formats";
import type { CellKey } from "../../src/tables/table";
import { fillSheet, totalsOf } from "./filled-sheet";

describe.each([2019, 2020, 2021, 2025])("the tables of report year %i", (year) => {
  test.each(SECTIONS)("%s, as it is written, is recognised with unit and year and without a doubt", (section) => {
    const { grid, plans } = fillSheet({ year, sections: [section] });
    const [filled, ...others] = recogniseSheet(grid);
    expect(others).toEqual([]);
    expect(filled?.doubts).toEqual([]);
    expect(filled?.placement).toMatchObject(plans[0]!.placement);
  });

  test("one below the other they are all recognised where they were planned", () => {
    const { grid, plans } = fillSheet({ year, sections: SECTIONS, above: 7 });
    const found = recogniseSheet(grid);
    expect(found.map(({ placement }) => placement)).toMatchObject(plans.map(({ placement }) => placement));
    expect(found.flatMap(({ doubts }) => doubts)).toEqual([]);
  });

  test("a total's formula adds up exactly the cells of its rule", () => {
    const sheet = fillSheet({ year });
    const { placement } = sheet.plans[0]!;
    const totals = totalsOf(sheet);
    for (const [key, areas] of totals) {
      const added = placement.table.numbers
        .filter((number) => {
          const { row, column } = placement.cells[number.key]!;
          return areas.some(
            (area) =>
              row >= area.row &&
              row < area.row + area.rowCount &&
              column >= area.column &&
              column < area.column + area.columnCount,
          );
        })
        .map((number) => number.key);
      const rules = relationsOf(placement.table).relations.filter(({ left }) => left.length === 1 && left[0] === key);
      expect(rules.map(({ right }) => [...right].sort())).toContainEqual(added.sort());
      expect(areas.reduce((sum, area) => sum + area.rowCount * area.columnCount, 0)).toBe(added.length);
    }
  });
});

test("carried forward is typed: the balance shows its errors", () => {
  const totals = totalsOf(fillSheet());
  expect(totals.has("carriedForward.naturalPerson")).toBe(false);
  expect(totals.has("resultsTotal.naturalPerson")).toBe(true);
  expect([...totals.keys()].filter((key: CellKey) => key.endsWith(".total"))).toHaveLength(25);
});

test("a title in which a unit's name looks like a formula is a text all the same", () => {
  const { grid } = fillSheet({ unit: "=1+1" });
  const title = grid.contentAt({ row: 0, column: 0 });
  expect(title.type === "text" && title.text).toMatch(/^=1\+12021年/);
});
