import { checkTable, COMPARED_DECIMALS, type CheckOptions, type Verdict } from "../../rules/check";
import { add, formatDecimal, isZero, round, subtract, toDecimal, ZERO, type Decimal } from "../../rules/decimal";
import { summarise, type Summary } from "../../rules/workbook";
import type { CellContent, FilledTable, Placement } from "../../tables/filled";
import { SECTIONS, tableOf } from "../../tables/formats";
import { planTable } from "../../tables/plan";
import { SECTION_NAMES } from "../../tables/sections";
import type { CellKey, FormatId, SectionId, Table } from "../../tables/table";
import { filledTables, type FileResult } from "../file-result";
import type { UnitCheck } from "../units/compare-units";
import { RollUpError } from "./roll-up-error";

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
  /** Cells that hold no number and so contributed nothing. */
  gaps: number;
}

/** The units' tables added up. */
export interface RollUp {
  format: FormatId;
  year: number | null;
  tables: readonly RolledTable[];
  units: readonly RolledUnit[];
  /** What the rules say of the sum itself. */
  summary: Summary;
}

export interface RollUpOptions extends CheckOptions {
  /** Whether units that did not pass are added all the same. */
  evenIfNotPassed: boolean;
}

const nameOf = ({ unit, file }: FileResult): string => unit ?? file;

/** @throws RollUpError */
function refuse(units: readonly UnitCheck[], { evenIfNotPassed }: RollUpOptions): void {
  if (units.length === 0) throw new RollUpError("nothing", []);
  const names = (list: readonly UnitCheck[]) => list.map(({ result }) => nameOf(result));
  const unread = units.filter(({ result }) => result.error !== null || result.tables.length === 0);
  const failing = units.filter(({ verdict }) => verdict !== "pass");
  if (!evenIfNotPassed && failing.length > 0) throw new RollUpError("notPassed", names(failing));
  if (unread.length === units.length) throw new RollUpError("nothing", names(unread));
}

/** One unit's tables, one of each section. @throws RollUpError */
function tablesOf({ result }: UnitCheck): Map<SectionId, FilledTable> {
  const tables = new Map<SectionId, FilledTable>();
  for (const filled of filledTables(result)) {
    const { section } = filled.placement.table;
    if (tables.has(section)) throw new RollUpError("doubledTable", [nameOf(result)]);
    tables.set(section, filled);
  }
  return tables;
}

function oneOf<Value>(values: readonly Value[], code: "mixedFormats" | "mixedYears"): Value | undefined {
  const different = [...new Set(values)];
  if (different.length > 1) throw new RollUpError(code, different.map(String));
  return different[0];
}

function refuseDoubled(units: readonly UnitCheck[]): void {
  const seen = new Set<string>();
  for (const { result } of units) {
    const name = nameOf(result);
    if (seen.has(name)) throw new RollUpError("doubledUnit", [name]);
    seen.add(name);
  }
}

interface Addend {
  result: FileResult;
  filled: FilledTable;
}

/** Adds one cell up. A sum that is not that of its parts would be a fault of ours. */
function addCell(key: CellKey, addends: readonly Addend[]): { total: Decimal; parts: Part[]; isEmpty: boolean } {
  let total = ZERO;
  const parts: Part[] = [];
  let isEmpty = true;
  for (const { result, filled } of addends) {
    const content = filled.contents[key];
    if (content?.type !== "number") continue;
    isEmpty = false;
    const value = toDecimal(content.value);
    total = add(total, value);
    if (!isZero(value)) parts.push({ unit: nameOf(result), file: result.file, value: formatDecimal(value) });
  }
  return { total, parts, isEmpty };
}

function addTable(table: Table, addends: readonly Addend[]): RolledTable {
  const contents: Partial<Record<CellKey, CellContent>> = {};
  const parts = new Map<CellKey, readonly Part[]>();
  for (const { key } of table.numbers) {
    const cell = addCell(key, addends);
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
function checkSum(tables: readonly RolledTable[], options: CheckOptions): Summary {
  return summarise(
    tables.map((rolled) => {
      for (const [key, parts] of rolled.parts) {
        const content = rolled.contents[key];
        const total = content?.type === "number" ? toDecimal(content.value) : ZERO;
        const rest = parts.reduce((left, { value }) => subtract(left, toDecimal(Number(value))), total);
        if (!isZero(round(rest, COMPARED_DECIMALS))) throw new RollUpError("inexact", [key]);
      }
      const filled: FilledTable = { placement: placeRolled(rolled), contents: rolled.contents, doubts: [] };
      return { filled, check: checkTable(filled, options) };
    }),
  );
}

function gapsOf(tables: Iterable<FilledTable>): number {
  let gaps = 0;
  for (const { placement, contents } of tables) {
    gaps += placement.table.numbers.filter(({ key }) => contents[key]?.type !== "number").length;
  }
  return gaps;
}

/**
 * Adds the units' tables up, exactly. Only reports of one format and one year are added, each unit once.
 * @param units results that have their figures
 * @throws RollUpError when they must not be added up
 */
export function rollUp(units: readonly UnitCheck[], options: RollUpOptions): RollUp {
  refuse(units, options);
  const readable = units.filter(({ result }) => result.tables.length > 0);
  refuseDoubled(readable);
  const filled = readable.map((unit) => ({ unit, tables: tablesOf(unit) }));
  const formats = filled.flatMap(({ tables }) => [...tables.values()].map(({ placement }) => placement.table.format));
  const format = oneOf(formats, "mixedFormats")!;
  const years = readable.flatMap(({ result }) => (result.year === null ? [] : [result.year]));
  const year = oneOf(years, "mixedYears") ?? null;
  const tables = SECTIONS.flatMap((section): RolledTable[] => {
    const addends = filled.flatMap(({ unit, tables }) => {
      const own = tables.get(section);
      return own ? [{ result: unit.result, filled: own }] : [];
    });
    return addends.length === 0 ? [] : [addTable(tableOf(format, section), addends)];
  });
  return {
    format,
    year,
    tables,
    units: filled.map(({ unit: { result, verdict }, tables: own }) => ({
      unit: nameOf(result),
      file: result.file,
      verdict,
      gaps: gapsOf(own.values()),
    })),
    summary: checkSum(tables, options),
  };
}
