import { COMPILED_OPTIONS, flagsByCell } from "./flags";
import { checkTable, recheckTable } from "../../src/rules/check";
import { compileFlags, markedRule } from "../../src/rules/formula";
import { RULES } from "../../src/rules/catalogue";
import { areaAddress } from "../../src/tables/address";
import { FORMATS, SECTIONS, tableOf } from "../../src/tables/formats";
import { contentOf } from "../../src/tables/grid";
import type { Placement } from "../../src/tables/filled";
import { shiftFormula } from "../../src/xlsx/shift-formula";
import { placementsOf } from "./placements";
import { fillTable, placeTable } from "./samples";

const TABLES = FORMATS.flatMap((format) => SECTIONS.map((section) => tableOf(format, section)));
const CASES = TABLES.flatMap((table) =>
  Object.entries(placementsOf(table)).map(
    ([name, placement]) => [`${table.section} of ${table.format} ${name}`, placement] as const,
  ),
);

/** Excel's dialog edits formulas of 255 characters; a rule over scattered cells may need more, and Excel takes 8192. */
const longestAt = (name: string) => (/ with (?:rows beside|columns put)/.test(name) ? 8192 : 255);

/** The placement with everything moved. */
function moved(placement: Placement, rows: number, columns: number): Placement {
  const cells = Object.fromEntries(
    Object.entries(placement.cells).map(([key, position]) => [
      key,
      { row: position!.row + rows, column: position!.column + columns },
    ]),
  );
  return { ...placement, cells };
}

describe.each(COMPILED_OPTIONS)("with %j", (options) => {
  test.each(CASES)("the formats of %s", (name, placement) => {
    const flags = compileFlags(placement, options);
    const cells = new Map(
      Object.entries(placement.cells).map(([key, { row, column } = { row: -1, column: -1 }]) => [
        `${row},${column}`,
        key,
      ]),
    );
    const seen = new Set<string>();
    for (const { rule, severity, area, formula } of flags) {
      expect(severity).toBe(RULES[rule].severity);
      expect(markedRule(formula)).toBe(rule);
      expect(formula.length).toBeLessThanOrEqual(longestAt(name));
      // Neither array constants nor unions, intersections or spills: Excel refuses them here.
      const code = formula.replace(/"(?:[^"]|"")*"/g, '""');
      expect(code).not.toMatch(/[{}@#!$ ]/);
      expect(code).toMatch(/^=AND\(/);
      for (let row = area.row; row < area.row + area.rowCount; row++) {
        for (let column = area.column; column < area.column + area.columnCount; column++) {
          // No cell gets one rule twice, and no cell that is not a number gets any.
          expect(cells.has(`${row},${column}`)).toBe(true);
          expect(seen.has(`${rule} ${row},${column}`)).toBe(false);
          seen.add(`${rule} ${row},${column}`);
        }
      }
    }
  });

  test.each(CASES)("the formulas of %s move with the table", (_, placement) => {
    const here = compileFlags(placement, options);
    const there = compileFlags(moved(placement, 11, 7), options);
    expect(there.map(({ rule, formula }) => [rule, formula])).toEqual(
      here.map(({ rule, formula }) => [rule, shiftFormula(formula, 11, 7)]),
    );
    expect(there.map(({ area }) => area)).toEqual(
      here.map(({ area }) => ({ ...area, row: area.row + 11, column: area.column + 7 })),
    );
  });

  test.each(TABLES.map((table) => [`${table.section} of ${table.format}`, table] as const))(
    "every cell of %s has the formats of exactly the rules that can flag it",
    (_, table) => {
      const ids = [...flagsByCell(placeTable(table), options).keys()];
      const zeros = fillTable(table, Object.fromEntries(table.numbers.map(({ key }) => [key, 0])));
      const check = checkTable(zeros, options);
      for (const { key } of table.numbers) {
        const rules = [1, -0.5, "/", "x"].flatMap((value) => {
          const broken = { ...zeros, contents: { ...zeros.contents, [key]: contentOf(value) } };
          const { findings } = recheckTable(check, broken, [key], options);
          return findings.filter(({ flags }) => flags.includes(key)).map(({ rule }) => `${rule} ${key}`);
        });
        expect(ids.filter((id) => id.endsWith(` ${key}`)).sort()).toEqual([...new Set(rules)].sort());
      }
    },
  );
});

const write = (placement: Placement) =>
  compileFlags(placement, { blankIsZero: false }).map(
    ({ rule, area, formula }) =>
      `${rule} ${areaAddress(area)} ${formula.replace(`=AND(N("勾稽 ${rule}")=0,`, "=AND(…")}`,
  );

test("the formats at the places of the notices, written out", () => {
  expect(write(placeTable(tableOf("2021", "section3")))).toEqual([
    "S3.ROW J4:J26 =AND(…IF(COUNT(D4:J4)=7,ROUND(SUM(J4)-SUM(D4:I4),6)<>0))",
    "S3.ROW J28 =AND(…IF(COUNT(D28:J28)=7,ROUND(SUM(J28)-SUM(D28:I28),6)<>0))",
    "S3.ROW J27 =AND(…IF(AND(COUNT(D27:J27)=7,OR(SUMPRODUCT(--ISFORMULA(D27:J27))=0,COUNT(D6:I26)=126)),ROUND(SUM(J27)-SUM(D27:I27),6)<>0))",
    "S3.RESULTS D27:I27 =AND(…IF(COUNT(D6:D27)=22,ROUND(SUM(D27)-SUM(D6:D26),6)<>0))",
    "S3.RESULTS J27 =AND(…IF(AND(COUNT(J6:J27)=22,OR(SUMPRODUCT(--ISFORMULA(J6:J27))=0,COUNT(D6:I26)=126)),ROUND(SUM(J27)-SUM(J6:J26),6)<>0))",
    ...[4, 5, 27, 28].map(
      (row) =>
        `S3.BALANCE D${row}:I${row} =AND(…IF(AND(COUNT(D4:D5,D27:D28)=4,OR(NOT(ISFORMULA(D27)),COUNT(D6:D26)=21)),ROUND(SUM(D4:D5)-SUM(D27:D28),6)<>0))`,
    ),
    ...[4, 5, 27, 28].map(
      (row) =>
        `S3.BALANCE J${row} =AND(…IF(AND(COUNT(J4:J5,J27:J28)=4,OR(SUMPRODUCT(--ISFORMULA(J4:J5))+SUMPRODUCT(--ISFORMULA(J27:J28))=0,COUNT(D4:I26,D28:I28)=144)),ROUND(SUM(J4:J5)-SUM(J27:J28),6)<>0))`,
    ),
    'F.KIND D4:J28 =AND(…IF(ISERROR(D4),TRUE,IF(ISNUMBER(D4),OR(D4<0,ABS(D4)>999999999,ROUND(D4,0)<>D4),IF(ISTEXT(D4),ISERROR(FIND("|"&TRIM(SUBSTITUTE(D4,"　"," "))&"|","||/|-|—|——|－|／|")),ISLOGICAL(D4)))))',
    'F.BLANK D4:J28 =AND(…IF(ISERROR(D4),FALSE,IF(ISTEXT(D4),NOT(ISERROR(FIND("|"&TRIM(SUBSTITUTE(D4,"　"," "))&"|","||/|-|—|——|－|／|"))),ISBLANK(D4))))',
  ]);
});

test("a table takes few formats", () => {
  expect(TABLES.map((table) => write(placeTable(table)).length)).toEqual([16, 15, 5, 8, 15, 5]);
});

describe("the mark", () => {
  test.each([
    ['=AND(N("勾稽 S3.ROW")=0,TRUE)', "S3.ROW"],
    ['=AND(N("勾稽 F.KIND")=0,ISERROR(A1))', "F.KIND"],
    ['=AND(N("勾稽 S9.NONE")=0,TRUE)', null],
    ['=AND(N("勾稽 toString")=0,TRUE)', null],
    ["=A1>0", null],
    ["", null],
    ['="勾稽 S3.ROW"', null],
  ])("of %s is %s", (formula, rule) => {
    expect(markedRule(formula)).toBe(rule);
  });
});
