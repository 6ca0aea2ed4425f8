import type { CheckOptions, Verdict } from "../../rules/check";
import { cellAddress } from "../../tables/address";
import type { Placement } from "../../tables/filled";
import type { CellKey, CellKind, SectionId } from "../../tables/table";
import { patchWorkbook, type CellStyle, type SheetContent, type SheetRow } from "../../xlsx";
import type { FileError } from "../file-error";
import { makeOfficialWorkbook } from "../official-workbook";
import { markOf } from "../own-file";
import { sumLines, type SumTexts } from "./sum-lines";
import { rowHeight } from "../row-height";
import { isClean, placeRolled, type LeftOut, type RolledTable, type RollUp } from "./roll-up";

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
      missing: (sections: readonly SectionId[]) => string;
      notes: (rolled: RollUp) => readonly string[];
      notice: (rolled: RollUp) => string;
    };
  };
  verdicts: Readonly<Record<Verdict, string>>;
  describePlace: (key: CellKey, placement: Placement) => { words: string };
  describeError: (code: string, details: FileError["details"]) => { what: string; next: string };
  sheet: { validation: Readonly<Record<CellKind, { title: string; message: string }>> };
}

export interface RollUpSubject {
  /** Whose report the sum is. */
  unit: string;
  year: number;
}

const STYLES: Readonly<Record<string, CellStyle>> = {
  head: { bold: true, fill: "C6D9F1", border: "808080", horizontal: "center", vertical: "center", wrap: true },
  text: { border: "808080", vertical: "center", wrap: true },
  number: { border: "808080", horizontal: "center", vertical: "center" },
  link: { border: "808080", horizontal: "center", vertical: "center", color: "0563C1", underline: true },
  bad: { border: "808080", horizontal: "center", vertical: "center", bold: true, color: "9C0006" },
  note: { vertical: "center" },
  warning: { vertical: "center", bold: true, color: "9C0006" },
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

const widthsOf = (widths: readonly number[]) => ({ columnWidths: [...widths] });

function partsSheet({ tables }: RollUp, texts: RollUpTexts): SheetContent {
  const { sheet, columns } = texts.batch.rollUp.parts;
  const heads = [columns.cell, columns.place, columns.total, columns.unit, columns.value, columns.file];
  return {
    name: sheet,
    rows: [{ cells: heads.map((head) => cell(head, "head")) }, ...tables.flatMap((table) => partRows(table, texts))],
    styles: STYLES,
    ...widthsOf([11, 56, 10, 26, 10, 36]),
    frozenRows: 1,
    print: { orientation: "landscape" },
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

/** A row with room for the texts in it. */
function roomy(row: SheetRow): SheetRow {
  const height = rowHeight(row.cells, UNIT_WIDTHS);
  return height === undefined ? row : { ...row, height };
}

function unitsSheet(rolled: RollUp, texts: RollUpTexts): SheetContent {
  const { units, missing, notes } = texts.batch.rollUp;
  const { sheet, columns } = units;
  const heads = [columns.number, columns.unit, columns.verdict, columns.gaps, columns.remark, columns.file];
  return {
    name: sheet,
    rows: [
      ...[...notes(rolled), ...sumLines(rolled, texts)].map((note): SheetRow => ({
        cells: [cell(note, isClean(rolled) ? "note" : "warning")],
      })),
      { cells: [] },
      { cells: heads.map((head) => cell(head, "head")) },
      ...rolled.units.map(({ unit, file, verdict, gaps, missing: lacking }, index) =>
        roomy({
          cells: [
            cell(index + 1, "number"),
            cell(unit, "text"),
            cell(texts.verdicts[verdict], "number"),
            cell(gaps, "number"),
            cell(lacking.length > 0 ? missing(lacking) : "", "text"),
            cell(file, "text"),
          ],
        }),
      ),
      ...rolled.leftOut.map((file) => roomy(leftOutRow(file, texts))),
    ],
    styles: STYLES,
    ...widthsOf(UNIT_WIDTHS),
    print: { orientation: "landscape" },
  };
}

/** The sum as a workbook of official tables, with who contributed what to each cell, and which units there are. */
export async function makeRollUpWorkbook(
  rolled: RollUp,
  { unit, year }: RollUpSubject,
  options: CheckOptions,
  texts: RollUpTexts,
): Promise<Uint8Array> {
  const official = await makeOfficialWorkbook(
    {
      unit,
      year,
      tables: rolled.tables.map(({ table, contents }) => ({ table, contents })),
      // who sees one table on paper must see this, too
      ...(!isClean(rolled) && { notice: texts.batch.rollUp.notice(rolled) }),
    },
    { options, totals: "typed", validation: texts.sheet.validation },
  );
  return patchWorkbook(official, {
    sheets: [partsSheet(rolled, texts), unitsSheet(rolled, texts)],
    customProperties: markOf("rollUp", texts.batch.rollUp.units.sheet),
  });
}
