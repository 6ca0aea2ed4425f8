import { areaAddress, sheetReference } from "../../tables/address";
import { FONT } from "../../tables/styles";
import { supports } from "../capabilities";
import { literal } from "../text";
import type { ReportContent, ReportRow } from "./content";

/** Points: number, severity, rule, place, message; together the width of an A4 page. */
const WIDTHS = [36, 52, 72, 92, 248];
const COLUMNS = WIDTHS.length;
const PLACE_COLUMN = 3;
/** Facts have their labels in the first column and their values from here on, where nothing stands in the way of long ones. */
const VALUE_COLUMN = 2;
const HEADER_FILL = "#C6D9F1";
const BORDERS = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideHorizontal", "InsideVertical"] as const;

type Line = (string | number)[];

const lineOf = (...cells: Line): Line => Array.from({ length: COLUMNS }, (_, column) => cells[column] ?? "");

function linkTo({ place, message }: ReportRow, target: NonNullable<ReportRow["target"]>): Excel.RangeHyperlink {
  const documentReference = `${sheetReference(target.sheet)}!${areaAddress(target.area)}`;
  return { documentReference, textToDisplay: literal(place), screenTip: message.slice(0, 255) };
}

/** Writes everything anew; what stood on the sheet is gone. */
export function fillReport(sheet: Excel.Worksheet, { title, facts, header, rows, notes }: ReportContent): void {
  const list = rows.map((row) => lineOf(row.number, ...[row.severity, row.rule, row.place, row.message].map(literal)));
  const factLines = facts.map(([label, value]) => {
    const line = lineOf(literal(label));
    line[VALUE_COLUMN] = literal(value);
    return line;
  });
  const head = lineOf(...[header.number, header.severity, header.rule, header.place, header.message].map(literal));
  const lines = [
    lineOf(literal(title)),
    ...factLines,
    lineOf(),
    head,
    ...list,
    ...notes.map((note) => lineOf(literal(note))),
  ];
  const headRow = facts.length + 2;
  const rangeOf = (row: number, column: number, rowCount: number, columnCount: number) =>
    sheet.getRange(areaAddress({ row, column, rowCount, columnCount }));

  sheet.getRange().clear();
  const whole = rangeOf(0, 0, lines.length, COLUMNS);
  whole.values = lines;
  // before the fonts: a hyperlink brings its own
  rows.forEach((row, index) => {
    if (row.target) rangeOf(headRow + 1 + index, PLACE_COLUMN, 1, 1).hyperlink = linkTo(row, row.target);
  });
  whole.format.font.name = FONT.name;
  whole.format.font.size = FONT.size;
  whole.format.verticalAlignment = "Center";
  WIDTHS.forEach((width, column) => {
    rangeOf(0, column, 1, 1).format.columnWidth = width;
  });
  const heading = rangeOf(0, 0, 1, 1);
  heading.format.font.size = FONT.titleSize;
  heading.format.font.bold = true;
  rangeOf(1, 0, facts.length, 1).format.font.bold = true;

  const table = rangeOf(headRow, 0, 1 + list.length, COLUMNS);
  for (const side of BORDERS) table.format.borders.getItem(side).style = "Continuous";
  const headCells = rangeOf(headRow, 0, 1, COLUMNS);
  headCells.format.font.bold = true;
  headCells.format.fill.color = HEADER_FILL;
  headCells.format.horizontalAlignment = "Center";
  if (list.length > 0) {
    const body = rangeOf(headRow + 1, 0, list.length, COLUMNS);
    body.format.wrapText = true;
    body.format.autofitRows();
  }
  setUpPage(sheet, `${headRow + 1}:${headRow + 1}`);
}

/** A4 portrait, as wide as the page and as long as it gets, the list's header on each. */
function setUpPage(sheet: Excel.Worksheet, titleRows: string): void {
  if (!supports("pageLayout")) return;
  const layout = sheet.pageLayout;
  layout.paperSize = "A4";
  layout.orientation = "Portrait";
  layout.zoom = { horizontalFitToPages: 1 };
  layout.setPrintTitleRows(`$${titleRows.replace(":", ":$")}`);
}
