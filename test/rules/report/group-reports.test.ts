import fc from "fast-check";
import { groupReports } from "../../../src/rules/report/group-reports";
import type { FilledTable } from "../../../src/tables/filled";
import { SECTIONS } from "../../../src/tables/formats";
import { tableWith, wholeReport } from "./tables";

const group = (tables: readonly FilledTable[]) => groupReports(tables.map(({ placement }) => placement));

test("tables without any title are one report", () => {
  expect(group(wholeReport())).toEqual([{ unit: null, year: null, tables: [0, 1, 2] }]);
});

test("units and years part reports, in whatever order their sheets stand", () => {
  const tables = [
    ...wholeReport({ unit: "甲镇", year: 2023 }),
    ...wholeReport({ unit: "乙镇", year: 2023 }),
    ...wholeReport({ unit: "甲镇", year: 2024 }),
  ];
  const mixed = [0, 3, 6, 1, 4, 7, 2, 5, 8].map((index) => tables[index]!);
  expect(group(mixed)).toEqual([
    { unit: "甲镇", year: 2023, tables: [0, 3, 6] },
    { unit: "乙镇", year: 2023, tables: [1, 4, 7] },
    { unit: "甲镇", year: 2024, tables: [2, 5, 8] },
  ]);
});

test("a unit may be written short or long", () => {
  const tables = [
    tableWith("section2", { unit: "辛店镇", year: 2020 }),
    tableWith("section3", { unit: "新郑市辛店镇人民政府", year: 2020 }),
    tableWith("section4", { unit: "新郑市辛店镇", year: 2020 }),
  ];
  expect(group(tables)).toEqual([{ unit: "新郑市辛店镇人民政府", year: 2020, tables: [0, 1, 2] }]);
});

test("bureaus of two counties are two, although both names end alike", () => {
  const tables = [
    ...wholeReport({ unit: "甲县教育局", year: 2023 }),
    ...wholeReport({ unit: "乙县教育局", year: 2023 }),
  ];
  expect(group(tables)).toHaveLength(2);
});

test("a table that tells only a part, or nothing, belongs to the report above that lacks it", () => {
  const tables = [
    tableWith("section2", { unit: "甲镇", year: 2023 }),
    tableWith("section3", { year: 2023 }),
    tableWith("section4"),
    tableWith("section2", { unit: "乙镇", year: 2023 }),
    tableWith("section3", { unit: "乙镇" }),
    tableWith("section4"),
  ];
  expect(group(tables).map((one) => one.tables)).toEqual([
    [0, 1, 2],
    [3, 4, 5],
  ]);
});

test("a title of another year over one table does not make two reports, two whole years do", () => {
  const [second, third, fourth] = wholeReport({ unit: "甲镇", year: 2023 });
  const old = tableWith("section3", { unit: "甲镇", year: 2022 });
  expect(group([second!, old, fourth!])).toEqual([{ unit: "甲镇", year: 2023, tables: [0, 1, 2] }]);
  expect(group([second!, third!, fourth!, old])).toHaveLength(2);
});

test("every table is in exactly one report, whatever the titles tell", () => {
  const anyTable = fc
    .record(
      {
        section: fc.constantFrom(...SECTIONS),
        unit: fc.constantFrom("甲镇", "某县甲镇", "乙局", "政府", "人民政府"),
        year: fc.constantFrom(2020, 2023),
      },
      { requiredKeys: ["section"] },
    )
    .map(({ section, ...given }) => tableWith(section, given));
  fc.assert(
    fc.property(fc.array(anyTable, { maxLength: 12 }), (tables) => {
      const groups = group(tables);
      const all = groups.flatMap((one) => one.tables);
      expect([...all].sort((a, b) => a - b)).toEqual(tables.map((_, index) => index));
      for (const { unit, tables: own } of groups) {
        const known = own.flatMap((index) => tables[index]!.placement.unit ?? []);
        expect(known.length > 0).toBe(unit !== null);
      }
    }),
    { numRuns: 300 },
  );
});
