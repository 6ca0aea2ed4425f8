import { groupBy } from "../../tables/group-by";
import { amountOf, checkTable, COMPARED_DECIMALS, type CheckOptions, type Verdict } from "../../rules/check";
import { add, formatDecimal, isZero, round, subtract, toDecimal, ZERO, type Decimal } from "../../rules/decimal";
import { writtenIn } from "../../rules/cells";
import type { Finding } from "../../rules/finding";
import { summarise, type CheckedTable, type Summary } from "../../rules/workbook";
import type { CellContent, FilledTable, Placement } from "../../tables/filled";
import { SECTIONS, tableOf } from "../../tables/formats";
import { planTable } from "../../tables/plan";
import { SECTION_NAMES } from "../../tables/sections";
import type { CellKey, FormatId, SectionId, Table } from "../../tables/table";
import { findSums } from "../figure-print";
import { filledTables, placementOf, type FileResult, type TableResult } from "../file-result";
import type { UnitCheck } from "../units/compare-units";
import { findSameUnits } from "../units/same-units";
import { readUnitName } from "../units/unit-name";
import type { FileError } from "../file-error";
import { keptTable } from "../whole-table";
import { RollUpError, type Obstacle, type Offender, type RollUpRefusal } from "./roll-up-error";

/** What one unit contributed to a cell. */
export interface Part {
  unit: string;
  file: string;
  /** A plain decimal. */
  value: string;
}

/** One table of the sum. */
export interface RolledTable {
  table: Table;
  contents: Partial<Record<CellKey, CellContent>>;
  /** Who contributed what to each cell; units with 0 are left out. */
  parts: ReadonlyMap<CellKey, readonly Part[]>;
}

/** A unit that was added up. */
export interface RolledUnit {
  unit: string;
  file: string;
  verdict: Verdict;
  /** Cells of the sum that it contributed nothing to, as it holds no number for them. */
  gaps: number;
  /** Tables of the sum that it does not have. */
  missing: readonly SectionId[];
  /** Those of the cells that are in tables which it has. */
  uncounted: readonly Uncounted[];
}

/** A cell that holds no number. */
export interface Uncounted {
  key: CellKey;
  /** Of the unit's own table. */
  placement: Placement;
  /** What stands there; "" when nothing does. */
  written: string;
}

/** A file that was not added: nothing in it can be. */
export interface LeftOut {
  unit: string | null;
  file: string;
  /** Why it could not be read; null when it has no table of a report. */
  error: FileError | null;
}

/** The units' tables added up. */
export interface RollUp {
  format: FormatId;
  year: number | null;
  tables: readonly RolledTable[];
  units: readonly RolledUnit[];
  /** Blank cells of the units that counted as 0. */
  zeros: number;
  /** What is not in the sum, whoever agreed to what. */
  leftOut: readonly LeftOut[];
  /** What the rules say of the sum itself. */
  summary: Summary;
  findings: readonly SumFinding[];
}

/** A finding in the sum. */
export interface SumFinding {
  finding: Finding;
  placement: Placement;
  /** The units in whose own tables the same is found: there it comes from. */
  units: readonly string[];
  /** What of its cells could not be added, unit by unit: from there it may come, too. */
  uncounted: readonly { unit: string; cells: readonly Uncounted[] }[];
}

/** Whether all is in the sum, all of it passed, and the sum itself passes. */
export const isClean = ({ units, leftOut, summary }: RollUp): boolean =>
  leftOut.length === 0 &&
  summary.verdict === "pass" &&
  units.every(({ verdict, missing }) => verdict === "pass" && missing.length === 0);

export interface RollUpOptions extends CheckOptions {
  /** Whether units that did not pass are added all the same. */
  evenIfNotPassed: boolean;
  /** Whose sum it is to be; absent where nobody has said it. Some rules go by what a unit may have. */
  unit?: string;
}

const nameOf = ({ unit, file }: FileResult): string => unit ?? file;

const offender = ({ result }: UnitCheck): Offender => ({ name: nameOf(result), files: [result.file] });

const offenders = (groups: ReadonlyMap<unknown, readonly UnitCheck[]>): Offender[] =>
  [...groups].map(([key, units]) => ({ name: String(key), files: units.map(({ result }) => result.file) }));

const sectionsOf = ({ result }: Pick<UnitCheck, "result">): SectionId[] => result.tables.map(({ section }) => section);
const formatsOf = ({ result }: UnitCheck): string => [...new Set(result.tables.map(({ format }) => format))].join("/");
const isDoubled = (sections: readonly SectionId[]): boolean => new Set(sections).size < sections.length;

/** Units that are there twice, also under a longer and a shorter name. What only may be twice is for a remark. */
function doubledUnits(readable: readonly UnitCheck[]): Offender[] {
  const named = readable.flatMap(({ result: { file, unit } }) => (unit === null ? [] : [{ file, unit }]));
  return findSameUnits(named).certain.map((same) => ({
    name: [...new Set(same.map(({ unit }) => unit))].join("、"),
    files: same.map(({ file }) => file),
  }));
}

/** Everything that stands in the way of adding units up. */
function obstaclesOf(units: readonly UnitCheck[], { evenIfNotPassed, unit: sum }: RollUpOptions): Obstacle[] {
  const readable = units.filter(({ result }) => result.tables.length > 0);
  if (readable.length === 0) return [{ code: "nothing", offending: units.map(offender) }];
  const dated = groupBy(
    readable.filter(({ result }) => result.year !== null),
    ({ result }) => result.year,
  );
  const formats = groupBy(readable, formatsOf);
  const sums = findSums(readable.map((unit) => ({ unit, year: unit.result.year, print: unit.result.print })));
  const found: Readonly<Partial<Record<RollUpRefusal, Offender[]>>> = {
    notPassed: evenIfNotPassed ? [] : units.filter(({ verdict }) => verdict !== "pass").map(offender),
    mixedFormats: formats.size > 1 || [...formats.keys()].some((key) => key.includes("/")) ? offenders(formats) : [],
    mixedYears: dated.size > 1 ? offenders(dated) : [],
    doubledUnit: doubledUnits(readable),
    doubledTable: readable.filter((unit) => isDoubled(sectionsOf(unit))).map(offender),
    sumOfOthers: sums.map(({ report }) => offender(report.unit)),
    ownReport: sum === undefined ? [] : namesakes(readable.map(offender), sum),
  };
  return Object.entries(found).flatMap(([code, offending]) =>
    offending.length > 0 ? [{ code: code as RollUpRefusal, offending }] : [],
  );
}

/** Reports beside others that have the name of the unit whose sum it is to be. */
function namesakes(units: readonly Offender[], sum: string): Offender[] {
  const { whole } = readUnitName(sum);
  return units.length < 2 ? [] : units.filter(({ name }) => readUnitName(name).whole === whole);
}

/**
 * A sum gets its name when it is there.
 * @throws RollUpError when a report in it has that name
 */
export function refuseOwnReport({ units }: RollUp, sum: string): void {
  const offending = namesakes(
    units.map(({ unit, file }) => ({ name: unit, files: [file] })),
    sum,
  );
  if (offending.length > 0) throw new RollUpError([{ code: "ownReport", offending }]);
}

interface Addend {
  result: FileResult;
  filled: FilledTable;
}

/** Adds one cell up. A sum that is not that of its parts would be a fault of ours. */
function addCell(
  key: CellKey,
  addends: readonly Addend[],
  options: CheckOptions,
): { total: Decimal; parts: Part[]; isEmpty: boolean } {
  let total = ZERO;
  const parts: Part[] = [];
  let isEmpty = true;
  for (const { result, filled } of addends) {
    const content = filled.contents[key];
    const value = content ? amountOf(content, options) : null;
    if (!value) continue;
    isEmpty = false;
    total = add(total, value);
    if (!isZero(value)) parts.push({ unit: nameOf(result), file: result.file, value: formatDecimal(value) });
  }
  return { total, parts, isEmpty };
}

function addTable(table: Table, addends: readonly Addend[], options: CheckOptions): RolledTable {
  const contents: Partial<Record<CellKey, CellContent>> = {};
  const parts = new Map<CellKey, readonly Part[]>();
  for (const { key } of table.numbers) {
    const cell = addCell(key, addends, options);
    if (!cell.isEmpty) contents[key] = { type: "number", value: Number(formatDecimal(cell.total)) };
    parts.set(key, cell.parts);
  }
  return { table, contents, parts };
}

/** Where the sum's tables stand in its workbook. */
export function placeRolled({ table }: Pick<RolledTable, "table">): Placement {
  const subject = { unit: "", year: 0 };
  return planTable(table, SECTION_NAMES[table.section].sheet, { row: 0, column: 0 }, table.columnWidths, subject)
    .placement;
}

/** Checks the sum by the rules, and each total against its parts. */
function checkSum(tables: readonly RolledTable[], { unit, ...options }: RollUpOptions): CheckedTable[] {
  return tables.map((rolled) => {
    for (const [key, parts] of rolled.parts) {
      const content = rolled.contents[key];
      const total = content?.type === "number" ? toDecimal(content.value) : ZERO;
      const rest = parts.reduce((left, { value }) => subtract(left, toDecimal(Number(value))), total);
      if (!isZero(round(rest, COMPARED_DECIMALS)))
        throw new RollUpError([{ code: "inexact", offending: [{ name: key, files: [] }] }]);
    }
    const placement = { ...placeRolled(rolled), ...(unit && { unit }) };
    const filled: FilledTable = { placement, contents: rolled.contents, doubts: [] };
    return { filled, check: checkTable(filled, options) };
  });
}

/** Of all units the same cells carry the same keys. */
const isSame = (one: Finding, other: Finding): boolean =>
  one.rule === other.rule && one.flags.join(" ") === other.flags.join(" ");

function findingsOf(
  { filled: { placement }, check }: CheckedTable,
  units: readonly UnitCheck[],
  rolled: readonly RolledUnit[],
): SumFinding[] {
  const { section } = placement.table;
  const has = (finding: Finding) => (unit: UnitCheck) =>
    unit.result.tables.some((table) => table.section === section && table.findings.some((own) => isSame(own, finding)));
  const isIn = (finding: Finding) => (cell: Uncounted) =>
    cell.placement.table.section === section && finding.cells.includes(cell.key);
  return check.findings.map((finding) => ({
    finding,
    placement,
    units: units.filter(has(finding)).map(({ result }) => nameOf(result)),
    uncounted: rolled.flatMap(({ unit, uncounted }) => {
      const cells = uncounted.filter(isIn(finding));
      return cells.length > 0 ? [{ unit, cells }] : [];
    }),
  }));
}

/** What can be done with the cells of a table: which cannot be added, and how many blank ones counted as 0. */
function countCells(table: TableResult, options: CheckOptions): { uncounted: Uncounted[]; zeros: number } {
  const uncounted: Uncounted[] = [];
  let zeros = 0;
  if (!table.whole) return { uncounted, zeros };
  const { placement, contents } = keptTable(table.whole, placementOf(table));
  for (const { key } of placement.table.numbers) {
    const content = contents[key];
    if (!content || amountOf(content, options) === null) {
      uncounted.push({ key, placement, written: content ? writtenIn(content) : "" });
    } else if (content.type !== "number") zeros += 1;
  }
  return { uncounted, zeros };
}

/** A unit as it is in the sum, and how many of its blank cells counted as 0. */
function rolledUnit(
  { result, verdict }: UnitCheck,
  tables: readonly RolledTable[],
  options: CheckOptions,
): { unit: RolledUnit; zeros: number } {
  const sections = new Set(sectionsOf({ result }));
  const missing = tables.filter(({ table }) => !sections.has(table.section)).map(({ table }) => table);
  const counts = result.tables.map((table) => countCells(table, options));
  const uncounted = counts.flatMap((count) => count.uncounted);
  return {
    unit: {
      unit: nameOf(result),
      file: result.file,
      verdict,
      gaps: uncounted.length + missing.reduce((sum, { numbers }) => sum + numbers.length, 0),
      missing: missing.map(({ section }) => section),
      uncounted,
    },
    zeros: counts.reduce((sum, count) => sum + count.zeros, 0),
  };
}

/**
 * Adds the units' tables up, exactly. Only reports of one format and one year are added, each unit once.
 * @param units results that have their figures
 * @throws RollUpError when they must not be added up
 */
export function rollUp(units: readonly UnitCheck[], options: RollUpOptions): RollUp {
  const obstacles = obstaclesOf(units, options);
  if (obstacles.length > 0) throw new RollUpError(obstacles);
  const readable = units.filter(({ result }) => result.tables.length > 0);
  const filled = readable.map((unit) => ({
    unit,
    own: new Map(filledTables(unit.result).map((table) => [table.placement.table.section, table])),
  }));
  const { format } = readable[0]!.result.tables[0]!;
  const tables = SECTIONS.flatMap((section): RolledTable[] => {
    const addends = filled.flatMap(({ unit, own }) => {
      const table = own.get(section);
      return table ? [{ result: unit.result, filled: table }] : [];
    });
    return addends.length === 0 ? [] : [addTable(tableOf(format, section), addends, options)];
  });
  const checked = checkSum(tables, options);
  const counts = filled.map(({ unit }) => rolledUnit(unit, tables, options));
  const rolled = counts.map(({ unit }) => unit);
  return {
    format,
    year: readable.find(({ result }) => result.year !== null)?.result.year ?? null,
    tables,
    units: rolled,
    zeros: counts.reduce((sum, { zeros }) => sum + zeros, 0),
    leftOut: units
      .filter(({ result }) => result.tables.length === 0)
      .map(({ result: { unit, file, error } }) => ({ unit, file, error })),
    summary: summarise(checked),
    findings: checked.flatMap((table) => findingsOf(table, readable, rolled)),
  };
}
