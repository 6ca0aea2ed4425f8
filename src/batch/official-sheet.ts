import type { Alignment, Borders, ConditionalFormattingRule, Fill, Style, Worksheet } from "exceljs";
import type { CheckOptions } from "../rules/check";
import { FLAG_LOOKS } from "../rules/flag-looks";
import { compileFlags, type FlagFormat } from "../rules/formula";
import type { RuleSeverity } from "../rules/rule";
import { totalFormulas, totalTerms } from "../rules/total-formulas";
import { areaAddress, cellAddress } from "../tables/address";
import { moveArea } from "../tables/areas";
import { contentsOf, type Planned } from "../tables/contents";
import { entryAreas, entryLimits } from "../tables/entry";
import type { CellContent } from "../tables/filled";
import { planTable, type ReportSubject, type TablePlan } from "../tables/plan";
import { FONT, LABEL_STYLES, NUMBER_STYLE, PAGE_MARGINS, type BlockStyle } from "../tables/styles";
import type { Area, CellKey, CellKind, Table } from "../tables/table";

/** One table of the report with what it is filled with; a cell that `contents` does not name stays blank. */
export interface OfficialTable {
  table: Table;
  contents: Partial<Record<CellKey, CellContent>>;
  /** What is to be known about single cells: becomes notes on them. */
  notes?: Partial<Record<CellKey, string>>;
}

/** What every table of a report bears. */
export interface OfficialHead extends ReportSubject {
  /** Stands below each table, on paper, too. */
  notice?: string;
}

export interface OfficialSettings {
  options: CheckOptions;
  /** Whether 总计 cells hold what `contents` says, or SUM formulas in its place with what they come to. */
  totals: "typed" | "formulas";
  /** What Excel says when a cell gets something that is not of its kind; `locale.sheet.validation` has the words. */
  validation: Readonly<Record<CellKind, { title: string; message: string }>>;
}

const CENTIMETRES_PER_INCH = 2.54;
const PIXELS_PER_POINT = 96 / 72;
/** The widest digit of Calibri 11, the standard font of files that exceljs writes: the unit of widths in a file. */
const PIXELS_PER_CHARACTER = 7;
const A4 = 9;

/** Excel's colours in a file carry their opacity in front. */
const argb = (color: string) => ({ argb: color.replace("#", "FF") });

const LINE = { style: "thin" } as const;
const BORDERS: Partial<Borders> = { top: LINE, bottom: LINE, left: LINE, right: LINE };

const alignmentOf = ({ horizontal }: BlockStyle): Partial<Alignment> => ({
  horizontal: horizontal.toLowerCase() as Alignment["horizontal"],
  vertical: "middle",
  wrapText: true,
});

function styleOf(style: BlockStyle): Partial<Style> {
  const fill: Fill | null = style.fill ? { type: "pattern", pattern: "solid", fgColor: argb(style.fill) } : null;
  return {
    font: { name: FONT.name, size: FONT.size, bold: style.bold },
    alignment: alignmentOf(style),
    border: BORDERS,
    ...(fill && { fill }),
  };
}

const isMerged = ({ rowCount, columnCount }: Area) => rowCount * columnCount > 1;

function cellsOf(sheet: Worksheet, area: Area) {
  return Array.from({ length: area.rowCount }, (_, row) =>
    Array.from({ length: area.columnCount }, (_, column) =>
      sheet.getCell(area.row + row + 1, area.column + column + 1),
    ),
  ).flat();
}

function applyLooks(sheet: Worksheet, { table, placement, titleArea, whole, heights }: TablePlan): void {
  table.columnWidths.forEach((points, column) => {
    sheet.getColumn(column + 1).width = (points * PIXELS_PER_POINT) / PIXELS_PER_CHARACTER;
  });
  heights.forEach((points, row) => {
    sheet.getRow(whole.row + row + 1).height = points;
  });
  for (const cell of cellsOf(sheet, titleArea)) {
    cell.style = {
      font: { name: FONT.name, size: FONT.titleSize, bold: true },
      alignment: alignmentOf(NUMBER_STYLE),
    };
  }
  for (const cell of cellsOf(sheet, placement.area)) cell.style = styleOf(NUMBER_STYLE);
  for (const label of table.labels) {
    for (const cell of cellsOf(sheet, moveArea(label, placement.area))) cell.style = styleOf(LABEL_STYLES[label.style]);
  }
  sheet.mergeCells(areaAddress(titleArea));
  for (const block of [...table.labels, ...table.numbers]) {
    if (isMerged(block)) sheet.mergeCells(areaAddress(moveArea(block, placement.area)));
  }
}

/** What each 总计 formula comes to, so that programs which do not calculate read it, too. Like SUM it passes over texts. */
function totalResults({ table, contents }: OfficialTable): Map<CellKey, number> {
  const terms = totalTerms(table);
  const results = new Map<CellKey, number>();
  const amountOf = (key: CellKey): number => {
    const known = results.get(key);
    if (known !== undefined) return known;
    const content = contents[key];
    const amount =
      terms.get(key)?.reduce((sum, term) => sum + amountOf(term), 0) ??
      (content?.type === "number" ? content.value : 0);
    results.set(key, amount);
    return amount;
  };
  return new Map([...terms.keys()].map((key) => [key, amountOf(key)]));
}

function writeContents(
  sheet: Worksheet,
  plan: TablePlan,
  official: OfficialTable,
  formulas: ReadonlyMap<CellKey, string>,
): void {
  const write = (row: number, column: number, planned: Planned) => {
    if (planned === null) return;
    const cell = sheet.getCell(plan.whole.row + row + 1, plan.whole.column + column + 1);
    if (typeof planned !== "object") cell.value = planned;
    else if ("text" in planned) cell.value = planned.text;
  };
  contentsOf(plan, formulas, official.contents).forEach((row, rowIndex) =>
    row.forEach((planned, columnIndex) => write(rowIndex, columnIndex, planned)),
  );
  const results = totalResults(official);
  for (const [key, formula] of formulas) {
    sheet.getCell(cellAddress(plan.placement.cells[key]!)).value = {
      formula: formula.slice(1),
      result: results.get(key),
    };
  }
  for (const [key, note] of Object.entries(official.notes ?? {})) {
    const position = plan.placement.cells[key as CellKey];
    if (position && note) sheet.getCell(cellAddress(position)).note = note;
  }
}

/** Validates and unlocks the cells that are typed. */
function openForEntry(
  sheet: Worksheet,
  plan: TablePlan,
  formulas: ReadonlyMap<CellKey, string>,
  validation: OfficialSettings["validation"],
): void {
  for (const { kind, area } of entryAreas(plan, formulas)) {
    const { isWhole, least, most } = entryLimits(kind);
    // its types know validation of single cells only
    const { dataValidations } = sheet as unknown as { dataValidations: { add(address: string, rule: object): void } };
    dataValidations.add(areaAddress(area), {
      type: isWhole ? "whole" : "decimal",
      operator: "between",
      formulae: [least, most],
      allowBlank: true,
      showInputMessage: true,
      showErrorMessage: true,
      errorStyle: "stop",
      errorTitle: validation[kind].title,
      error: validation[kind].message,
    });
    for (const cell of cellsOf(sheet, area)) cell.protection = { locked: false };
  }
}

/** A formula as a file has it: functions that came after the file format bear a prefix there. */
const inFile = (formula: string): string => formula.slice(1).replaceAll("ISFORMULA(", "_xlfn.ISFORMULA(");

const ORDER: Readonly<Record<RuleSeverity, number>> = { warning: 0, unfilled: 0, error: 1 };

/**
 * In the order that they get in the pane, where each new one goes to the top: errors first. That these also stop the formats after them, as in the pane, exceljs cannot write; no cell of ours is
 * flagged as an error and as open at once.
 */
function addFlags(sheet: Worksheet, flags: readonly FlagFormat[]): void {
  const sorted = [...flags].sort((a, b) => ORDER[a.severity] - ORDER[b.severity]).reverse();
  sorted.forEach(({ area, formula, severity }, index) => {
    const { fill, color, bold, italic, border } = FLAG_LOOKS[severity];
    const line = border && ({ style: "dotted", color: argb(border.color) } as const);
    const rule: ConditionalFormattingRule = {
      type: "expression",
      priority: index + 1,
      formulae: [inFile(formula)],
      style: {
        fill: { type: "pattern", pattern: "solid", bgColor: argb(fill) },
        font: { color: argb(color), ...(bold && { bold }), ...(italic && { italic }) },
        ...(line && { border: { top: line, bottom: line, left: line, right: line } }),
      },
    };
    sheet.addConditionalFormatting({ ref: areaAddress(area), rules: [rule] });
  });
}

const NOTICE_COLOR = "9C0006";

/** Writes a notice in the row below the table, which stays free of everything else. */
function addNotice(sheet: Worksheet, { whole, table }: TablePlan, notice: string): void {
  const area = { ...whole, row: whole.row + whole.rowCount, rowCount: 1 };
  const width = table.columnWidths.reduce((sum, points) => sum + points, 0);
  const lines = Math.ceil((notice.length * FONT.size) / width);
  sheet.mergeCells(areaAddress(area));
  sheet.getRow(area.row + 1).height = (lines + 1) * FONT.size * 1.5;
  const cell = sheet.getCell(area.row + 1, area.column + 1);
  cell.value = notice;
  cell.style = {
    font: { name: FONT.name, size: FONT.size, bold: true, color: argb(NOTICE_COLOR) },
    alignment: { horizontal: "left", vertical: "middle", wrapText: true },
  };
}

function setUpPage(sheet: Worksheet, printed: Area): void {
  const inches = Object.entries(PAGE_MARGINS).map(([side, centimetres]) => [side, centimetres / CENTIMETRES_PER_INCH]);
  Object.assign(sheet.pageSetup, {
    paperSize: A4,
    orientation: "portrait",
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 1,
    horizontalCentered: true,
    margins: Object.fromEntries(inches) as Record<keyof typeof PAGE_MARGINS, number>,
    printArea: areaAddress(printed),
  });
}

/** Writes one official table on an empty sheet. */
export function addOfficialSheet(
  sheet: Worksheet,
  official: OfficialTable,
  { notice, ...subject }: OfficialHead,
  { options, totals, validation }: OfficialSettings,
): void {
  const plan = planTable(official.table, sheet.name, { row: 0, column: 0 }, official.table.columnWidths, subject);
  const formulas = totals === "formulas" ? totalFormulas(plan.placement) : new Map<CellKey, string>();
  applyLooks(sheet, plan);
  writeContents(sheet, plan, official, formulas);
  openForEntry(sheet, plan, formulas, validation);
  addFlags(sheet, compileFlags(plan.placement, options));
  if (notice !== undefined) addNotice(sheet, plan, notice);
  const { whole } = plan;
  setUpPage(sheet, notice === undefined ? whole : { ...whole, rowCount: whole.rowCount + 1 });
}
