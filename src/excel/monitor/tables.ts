import { checkTable, judgeTable, type CheckOptions, type TableCheck } from "../../rules/check";
import type { Explanations } from "../../rules/explained";
import { checkReports, type ReportCheck } from "../../rules/report/check-reports";
import { addCutSheets, addReports, type Summary } from "../../rules/workbook";
import { recogniseSheet } from "../../recognise/sheet";
import { rereadTable } from "../../recognise/reread";
import type { Title } from "../../recognise/year";
import type { Grid } from "../../tables/grid";
import type { CutSheet, PlacedTable } from "../placed-table";
import type { SheetEntry, SheetReading } from "../read";
import { placeTables, updateNumbers } from "./place";
import { Tally } from "./tally";

/** What is known of the workbook's tables. Unchanged parts keep their identity from one view to the next. */
export interface TablesView {
  /** In the order of sheets and of places on them. */
  tables: readonly PlacedTable[];
  /** What the tables are together; they name tables by their place in `tables`. */
  reports: readonly ReportCheck[];
  summary: Summary;
  cutSheets: readonly CutSheet[];
}

interface SheetTables {
  name: string;
  tables: readonly PlacedTable[];
  cut: CutSheet | null;
}

/** A copy with one item replaced; copying a thousand costs next to nothing, walking them does not. */
function replaced<Item>(items: readonly Item[], before: Item, after: Item): Item[] {
  const copy = items.slice();
  copy[items.indexOf(before)] = after;
  return copy;
}

/** The tables of the workbook as they were read last, with their checks. */
export class Tables {
  #options: CheckOptions;
  #name: Title = {};
  /** Names of sheets of ours: they hold no table, however long they are. */
  #ownSheets: ReadonlySet<string> = new Set();
  /** By worksheet id. */
  readonly #sheets = new Map<string, SheetTables>();
  /** Worksheet ids in the order of sheets. */
  #order: readonly string[] = [];
  readonly #byId = new Map<string, PlacedTable>();
  readonly #tally = new Tally();
  /** Parts of the view, made when asked for, null when out of date. */
  #flat: readonly PlacedTable[] | null = null;
  #reports: readonly ReportCheck[] | null = null;
  #summary: Summary | null = null;
  #cut: readonly CutSheet[] | null = null;
  #view: TablesView | null = null;

  constructor(options: CheckOptions) {
    this.#options = options;
  }

  get options(): CheckOptions {
    return this.#options;
  }

  /** What the name of the workbook's file tells of unit and year. */
  setName(name: Title): void {
    if (name.unit === this.#name.unit && name.year === this.#name.year) return;
    this.#name = name;
    this.#reports = null;
    this.#summary = null;
  }

  /** Which of the sheets that are read from now on are ours. */
  set ownSheets(names: ReadonlySet<string>) {
    this.#ownSheets = names;
  }

  /** Checks everything anew under other options; explanations stay as they are. */
  set options(options: CheckOptions) {
    this.#options = { ...options, explanations: this.#options.explanations };
    this.#reports = null;
    this.#summary = null;
    this.#setChecks(({ filled }) => checkTable(filled, this.#options));
  }

  /** Judges everything anew; nothing is evaluated again. */
  set explanations(explanations: Explanations) {
    this.#options = { ...this.#options, explanations };
    this.#reports = null;
    this.#summary = null;
    this.#setChecks(({ filled, check }) => judgeTable(check, filled, this.#options));
  }

  get(tableId: string): PlacedTable | undefined {
    return this.#byId.get(tableId);
  }

  on(worksheetId: string): readonly PlacedTable[] {
    return this.#sheets.get(worksheetId)?.tables ?? [];
  }

  get sheetIds(): readonly string[] {
    return this.#order;
  }

  /** Whether the workbook has such a sheet, as far as is known. */
  isListed(worksheetId: string): boolean {
    return this.#order.includes(worksheetId);
  }

  view(): TablesView {
    if (this.#view && this.#flat && this.#reports && this.#summary && this.#cut) return this.#view;
    const inOrder = () => this.#order.flatMap((id) => this.#sheets.get(id) ?? []);
    this.#flat ??= inOrder().flatMap((sheet) => sheet.tables);
    this.#reports ??= this.#checkReports(this.#flat);
    this.#cut ??= inOrder().flatMap((sheet) => sheet.cut ?? []);
    this.#summary ??= addCutSheets(addReports(this.#tally.summary(), this.#reports), this.#cut.length);
    this.#view = { tables: this.#flat, reports: this.#reports, summary: this.#summary, cutSheets: this.#cut };
    return this.#view;
  }

  #checkReports(tables: readonly PlacedTable[]): ReportCheck[] {
    const filled = tables.map((table) => table.filled);
    return checkReports(filled, { stage: "filling", name: this.#name }, this.#options);
  }

  /**
   * Takes over which sheets there are, what they are called and how they are ordered.
   * @returns ids of sheets that were never read
   */
  setSheets(entries: readonly SheetEntry[]): string[] {
    const ids = entries.map((entry) => entry.id);
    const listed = new Set(ids);
    for (const id of [...this.#sheets.keys()]) if (!listed.has(id)) this.removeSheet(id);
    for (const { id, name } of entries) this.#rename(id, name);
    this.#setOrder(ids);
    return ids.filter((id) => !this.#sheets.has(id));
  }

  removeSheet(worksheetId: string): void {
    this.#setTables(worksheetId, []);
    this.#setCut(worksheetId, null);
    this.#sheets.delete(worksheetId);
    this.#setOrder(this.#order.filter((id) => id !== worksheetId));
  }

  /** Recognises the tables of a sheet that was read whole. */
  setSheet({ id, grid, cut }: SheetReading): void {
    this.#rename(id, grid.sheet);
    if (!this.#sheets.has(id)) this.#sheets.set(id, { name: grid.sheet, tables: [], cut: null });
    if (!this.#order.includes(id)) this.#setOrder([...this.#order, id]);
    this.#setCut(id, this.#ownSheets.has(grid.sheet) ? null : cut);
    this.#setTables(id, placeTables(id, this.on(id), recogniseSheet(grid), this.#options));
  }

  /**
   * Takes over the numbers of one table.
   * @returns false when its labels changed too, so that its sheet has to be recognised anew
   */
  setTable(tableId: string, grid: Grid): boolean {
    const placed = this.#byId.get(tableId);
    if (!placed) return true;
    if (grid.sheet !== placed.filled.placement.sheet) return false;
    const filled = rereadTable(placed.filled.placement, grid);
    if (!filled) return false;
    this.#replace(placed, updateNumbers(placed, filled, this.#options));
    return true;
  }

  setMarked(tableId: string, isMarked: boolean): void {
    const placed = this.#byId.get(tableId);
    if (placed && placed.isMarked !== isMarked) this.#replace(placed, { ...placed, isMarked });
  }

  #setChecks(checkOf: (placed: PlacedTable) => TableCheck): void {
    for (const [id, { tables }] of this.#sheets) {
      const checked = tables.map((placed) => {
        const check = checkOf(placed);
        return check === placed.check ? placed : { ...placed, check };
      });
      this.#setTables(id, checked);
    }
  }

  #setOrder(ids: readonly string[]): void {
    if (ids.length === this.#order.length && ids.every((id, index) => id === this.#order[index])) return;
    this.#order = ids;
    this.#flat = null;
    this.#reports = null;
    this.#summary = null;
    this.#cut = null;
  }

  #replace(before: PlacedTable, after: PlacedTable): void {
    const sheet = this.#sheets.get(before.worksheetId);
    if (!sheet || before === after) return;
    this.#tally.remove(before.check);
    this.#tally.add(after.check);
    this.#byId.set(after.id, after);
    this.#sheets.set(before.worksheetId, { ...sheet, tables: replaced(sheet.tables, before, after) });
    this.#flat &&= replaced(this.#flat, before, after);
    // while somebody fills, reports hang on labels and titles alone
    if (after.filled.placement !== before.filled.placement) this.#reports = null;
    this.#summary = null;
  }

  #setTables(worksheetId: string, tables: readonly PlacedTable[]): void {
    const sheet = this.#sheets.get(worksheetId);
    if (!sheet) return;
    const { tables: before } = sheet;
    if (before.length === tables.length && before.every((placed, index) => placed === tables[index])) return;
    for (const placed of before) {
      this.#tally.remove(placed.check);
      this.#byId.delete(placed.id);
    }
    for (const placed of tables) {
      this.#tally.add(placed.check);
      this.#byId.set(placed.id, placed);
    }
    this.#sheets.set(worksheetId, { ...sheet, tables });
    this.#flat = null;
    this.#reports = null;
    this.#summary = null;
  }

  #setCut(worksheetId: string, cut: CutSheet | null): void {
    const sheet = this.#sheets.get(worksheetId);
    if (!sheet || sheet.cut?.sheet === cut?.sheet) return;
    this.#sheets.set(worksheetId, { ...sheet, cut });
    this.#cut = null;
    this.#summary = null;
  }

  #rename(worksheetId: string, name: string): void {
    const sheet = this.#sheets.get(worksheetId);
    if (!sheet || sheet.name === name) return;
    this.#sheets.set(worksheetId, { ...sheet, name });
    if (sheet.cut) this.#setCut(worksheetId, { ...sheet.cut, sheet: name });
    const renamed = sheet.tables.map((placed): PlacedTable => {
      const { filled } = placed;
      return { ...placed, filled: { ...filled, placement: { ...filled.placement, sheet: name } } };
    });
    this.#setTables(worksheetId, renamed);
  }
}
