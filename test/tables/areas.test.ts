import fc from "fast-check";
import { boundingArea, contains, joinAreas } from "../../src/tables/areas";
import { tableOf } from "../../src/tables/formats";
import type { Area } from "../../src/tables/table";

const cellsOf = ({ row, column, rowCount, columnCount }: Area): string[] =>
  Array.from({ length: rowCount * columnCount }, (_, index) =>
    [row + Math.floor(index / columnCount), column + (index % columnCount)].join(),
  );

const cell = (row: number, column: number): Area => ({ row, column, rowCount: 1, columnCount: 1 });

test("joined areas cover exactly the same cells, each once", () => {
  const positions = fc.uniqueArray(fc.tuple(fc.nat(7), fc.nat(7)), { selector: String });
  fc.assert(
    fc.property(positions, (cells) => {
      const areas = cells.map(([row, column]) => cell(row, column));
      const joined = joinAreas(areas);
      expect(joined.flatMap(cellsOf).sort()).toEqual(areas.flatMap(cellsOf).sort());
      const around = boundingArea(areas);
      for (const area of joined) expect(around && contains(around, area)).toBe(true);
    }),
  );
});

test("the numbers of an official table with one kind of cell join to one area", () => {
  expect(joinAreas(tableOf("2021", "section3").numbers)).toEqual([{ row: 3, column: 3, rowCount: 25, columnCount: 7 }]);
  expect(joinAreas(tableOf("2021", "section4").numbers)).toHaveLength(1);
});

test("areas of different heights beside each other stay apart", () => {
  const areas = [
    { row: 0, column: 0, rowCount: 2, columnCount: 1 },
    { row: 0, column: 1, rowCount: 1, columnCount: 1 },
  ];
  expect(joinAreas(areas)).toEqual(areas);
});

test("there is nothing around nothing", () => {
  expect(boundingArea([])).toBeNull();
});
