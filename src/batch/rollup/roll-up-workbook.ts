import type { CheckOptions, Verdict } from "../../rules/check";
import { cellAddress } from "../../tables/address";
import type { Placement } from "../../tables/filled";
import type { CellKey, CellKind, SectionId } from "../../tables/table";
import { patchWorkbook, type CellStyle, type SheetContent, type SheetRow } from "../../xlsx";
import { EMPTY_RECORD } from "../../record/record";
import { checkFile } from "../check-file";
import type { FileError } from "../file-error";
import { makeOfficialWorkbook } from "../official-workbook";
import { markOf } from "../own-file";
import { sealWorkbook, type SealTexts } from "../seal-workbook";
import { sumLines, type SumTexts } from "./sum-lines";
import { rowHeight } from "../row-height";
import {
  isClean,
  placeRolled,
  type LeftOut,
  type RolledTable,
  type RolledUnit,
  type RollUp,
  type Uncounted,
} from "./roll-up";

/** The words of a roll-up's workbook; a locale has them. */
export interface RollUpTexts extends SumTexts {
  batch: SumTexts["batch"] & {
    noTables: string;
    rollUp: SumTexts["batch"]["rollUp"] & {
      parts: {
        sheet: string;
        columns: Readonly<Record<"cell" | "place" | "total" | "unit" | "value" | "file", string>>;
      };
      units: {
        sheet: string;
        columns: Readonly<Record<"number" | "unit" | "verdict" | "gaps" | "remark" | "file", string>>;
        leftOut: string;
      };
      /** The name of the sum, as its file has it. */
      file: (unit: string, year: number, rolled: RollUp) => string;
      missing: (sections: readonly SectionId[]) => string;
      uncounted: (cells: readonly Uncounted[]) => string;
      contains: (rolled: RollUp, longest: number) => string;
      notes: (rolled: RollUp) => readonly string[];
      notice: (rolled: RollUp) => string;
    };
  };
  verdicts: Readonly<Record<Verdict, string>>;
  describePlace: (key: CellKey, placement: Placement) => { words: string };
  describeError: (code: string, details: FileError["details"]) => { what: string; next: string };
  sheet: SealTexts & {
    validation: Readonly<Record<CellKind, { title: string; message: string }>>;
    report: { noLastYear: string };
  };
}

export interface RollUpSubject {
  /** Whose report the sum is. */
  unit: string;
  year: number;
  /** When it is made. */
  time: Date;
}

const STYLES: Readonly<Record<string, CellStyle>> = {
  head: { bold: true, fill: "C6D9F1", border: "808080", horizontal: "center", vertical: "center", wrap: true },
  text: { border: "808080", vertical: "center", wrap: true },
  number: { border: "808080", horizontal: "center", vertical: "center" },
  link: { border: "808080", horizontal: "center", vertical: "center", color: "0563C1", underline: true },
  bad: { border: "808080", horizontal: "center", vertical: "center", bold: true, color: "9C0006" },
  note: { vertical: "center", wrap: true },
  warning: { vertical: "center", wrap: true, bold: true, color: "9C0006" },
};

const cell = (value: string | number, style: string) => ({ value, style });

/** One row for each contribution, cell by cell. */
function partRows(rolled: RolledTable, texts: RollUpTexts): SheetRow[] {
  const placement = placeRolled(rolled);
  const { cells, sheet } = placement;
  return [...rolled.parts].flatMap(([key, parts]) => {
    const position = cells[key];
    const content = rolled.contents[key];
    if (!position || content?.type !== "number") return [];
    const address = cellAddress(position);
    return parts.map(({ unit, file, value }): SheetRow => ({
      cells: [
        { value: `${sheet}!${address}`, style: "link", link: { sheet, address } },
        cell(texts.describePlace(key, placement).words, "text"),
        cell(content.value, "number"),
        cell(unit, "text"),
        cell(Number(value), "number"),
        cell(file, "text"),
      ],
    }));
  });
}

/** A row with room for the texts in it. */
function roomy(row: SheetRow, widths: readonly number[]): SheetRow {
  const height = rowHeight(row.cells, widths);
  return height === undefined ? row : { ...row, height };
}

const PART_WIDTHS = [11, 76, 10, 26, 10, 30];

function partsSheet({ tables }: RollUp, header: string, texts: RollUpTexts): SheetContent {
  const { sheet, columns } = texts.batch.rollUp.parts;
  const heads = [columns.cell, columns.place, columns.total, columns.unit, columns.value, columns.file];
  return {
    name: sheet,
    rows: [
      { cells: heads.map((head) => cell(head, "head")) },
      ...tables.flatMap((table) => partRows(table, texts)).map((row) => roomy(row, PART_WIDTHS)),
    ],
    styles: STYLES,
    columnWidths: PART_WIDTHS,
    frozenRows: 1,
    isFiltered: true,
    print: { orientation: "landscape", header },
  };
}

function leftOutRow({ unit, file, error }: LeftOut, texts: RollUpTexts): SheetRow {
  const reason = error && texts.describeError(error.code, error.details);
  const remark = reason ? reason.what + reason.next : texts.batch.noTables;
  return {
    cells: [
      cell("", "number"),
      cell(unit ?? "", "text"),
      cell(texts.batch.rollUp.units.leftOut, "bad"),
      cell("", "number"),
      cell(remark, "text"),
      cell(file, "text"),
    ],
  };
}

const UNIT_WIDTHS = [7, 30, 10, 14, 44, 44];

const WHOLE_WIDTH = UNIT_WIDTHS.reduce((sum, width) => sum + width, 0);

function unitRows(rolled: RollUp, texts: RollUpTexts): SheetRow[] {
  const { missing, uncounted } = texts.batch.rollUp;
  const remarkOf = ({ missing: lacking, uncounted: cells }: RolledUnit) =>
    [...(lacking.length > 0 ? [missing(lacking)] : []), ...(cells.length > 0 ? [uncounted(cells)] : [])].join("\n");
  const added = rolled.units.map((one, index): SheetRow => ({
    cells: [
      cell(index + 1, "number"),
      cell(one.unit, "text"),
      cell(texts.verdicts[one.verdict], "number"),
      cell(one.gaps, "number"),
      cell(remarkOf(one), "text"),
      cell(one.file, "text"),
    ],
  }));
  return [...added, ...rolled.leftOut.map((file) => leftOutRow(file, texts))];
}

/** What is to be known of the sum stands over the whole width, above the list of its units. */
function unitsSheet(rolled: RollUp, header: string, texts: RollUpTexts): SheetContent {
  const { units, notes } = texts.batch.rollUp;
  const { sheet, columns } = units;
  const heads = [columns.number, columns.unit, columns.verdict, columns.gaps, columns.remark, columns.file];
  const style = isClean(rolled) ? "note" : "warning";
  const lines = [...notes(rolled), ...sumLines(rolled, texts).map(({ line }) => line)].map((note) =>
    roomy({ cells: [cell(note, style)] }, [WHOLE_WIDTH]),
  );
  return {
    name: sheet,
    rows: [
      ...lines,
      { cells: [] },
      { cells: heads.map((head) => cell(head, "head")) },
      ...unitRows(rolled, texts).map((row) => roomy(row, UNIT_WIDTHS)),
    ],
    styles: STYLES,
    columnWidths: UNIT_WIDTHS,
    merges: lines.map((_line, row) => ({ firstRow: row, firstColumn: 0, lastRow: row, lastColumn: heads.length - 1 })),
    print: { orientation: "landscape", header, headRow: lines.length + 1 },
  };
}

/** Nobody explains or confirms anything in a sum. */
const { explanations, confirmed } = EMPTY_RECORD;

/** What was made is what is checked and sealed. */
async function sealSum(
  bytes: Uint8Array,
  rolled: RollUp,
  subject: RollUpSubject,
  options: CheckOptions,
  { batch, sheet }: RollUpTexts,
): Promise<Uint8Array> {
  const { tables, summary } = checkFile("", bytes, options);
  const units = rolled.units.map(({ unit }) => unit);
  const { blankIsZero } = options;
  const contains = (longest: number) => batch.rollUp.contains(rolled, longest);
  const said = { lastYear: sheet.report.noLastYear, contains };
  return sealWorkbook(
    bytes,
    { ...subject, tables, summary, explanations, confirmed, blankIsZero, units, ...said, part: null },
    sheet,
  );
}

/**
 * The sum as a workbook of official tables, with who contributed what to each cell, and which units there are. It is sealed as an
 * export is: what a county passes on can be verified.
 */
export async function makeRollUpWorkbook(
  rolled: RollUp,
  subject: RollUpSubject,
  options: CheckOptions,
  texts: RollUpTexts,
): Promise<Uint8Array> {
  const { unit, year } = subject;
  const official = await makeOfficialWorkbook(
    {
      unit,
      year,
      tables: rolled.tables.map(({ table, contents }) => ({ table, contents })),
      // who sees one table on paper must see this, too
      ...((!isClean(rolled) || rolled.zeros > 0) && { notice: texts.batch.rollUp.notice(rolled) }),
    },
    { options, totals: "typed", validation: texts.sheet.validation },
  );
  const { file, parts, units } = texts.batch.rollUp;
  const header = file(unit, year, rolled);
  const made = patchWorkbook(official, {
    sheets: [partsSheet(rolled, header, texts), unitsSheet(rolled, header, texts)],
    customProperties: markOf("rollUp", units.sheet, [parts.sheet]),
  });
  return sealSum(made, rolled, subject, options, texts);
}
