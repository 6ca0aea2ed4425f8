import { areaAddress, sheetReference } from "../../tables/address";
import { FONT } from "../../tables/styles";
import { supports } from "../capabilities";
import { literal } from "../text";
import type { ReportContent, ReportRow, ReportSection } from "./content";

/** Points: together the width of an A4 page between its margins. */
const WIDTHS = [36, 52, 72, 92, 248];
const COLUMNS = WIDTHS.length;
const PLACE_COLUMN = 3;
/** Facts have their labels before it and their values from here on. */
const VALUE_COLUMN = 2;
const HEADER_FILL = "#C6D9F1";
const BORDERS = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideHorizontal", "InsideVertical"] as const;
/** Points: of a line of text, and of what stands above and below it in a row. */
const LINE_HEIGHT = 15;
const PADDING = 3;

type Cell = string | number;

const line = (cells: readonly Cell[]): Cell[] =>
  Array.from({ length: COLUMNS }, (_, column) => {
    const cell = cells[column] ?? "";
    return typeof cell === "string" ? literal(cell) : cell;
  });

const widthFrom = (column: number): number => WIDTHS.slice(column).reduce((sum, width) => sum + width, 0);

/** Points that a text needs when it is as wide as that: Excel fits no row to merged cells. A Latin letter is half as wide as a Chinese one. */
function heightOf(text: string, width: number): number {
  const letters = [...text].reduce((sum, letter) => sum + (letter.codePointAt(0)! < 0x2e80 ? 0.5 : 1), 0);
  return LINE_HEIGHT * Math.max(1, Math.ceil((letters * FONT.size) / (width - 2 * PADDING))) + PADDING;
}

/** Lays the sheet out from the top. */
class ReportWriter {
  readonly #sheet: Excel.Worksheet;
  #row = 0;
  readonly #links: (() => void)[] = [];

  constructor(sheet: Excel.Worksheet) {
    this.#sheet = sheet;
  }

  /** Each makes one cell a link. They are many, and the sheet says all without them. */
  get links(): readonly (() => void)[] {
    return this.#links;
  }

  /** Everything that stands on the sheet, in one write, and the looks that all of it shares. */
  writeAll(lines: Cell[][]): void {
    const whole = this.#range(0, 0, lines.length, COLUMNS);
    whole.values = lines;
    whole.format.font.name = FONT.name;
    whole.format.font.size = FONT.size;
    whole.format.verticalAlignment = "Center";
    WIDTHS.forEach((width, column) => {
      this.#range(0, column, 1, 1).format.columnWidth = width;
    });
  }

  title(text: string): void {
    const { format } = this.#spread(0, text);
    format.font.size = FONT.titleSize;
    format.font.bold = true;
    format.rowHeight = heightOf(text, (widthFrom(0) * FONT.size) / FONT.titleSize) * (FONT.titleSize / FONT.size);
    this.#row += 1;
  }

  fact(value: string | number): void {
    const label = this.#range(this.#row, 0, 1, VALUE_COLUMN);
    label.merge();
    label.format.font.bold = true;
    this.#spread(VALUE_COLUMN, String(value)).format.horizontalAlignment = "Left";
    this.#row += 1;
  }

  section({ rows }: ReportSection): void {
    // an empty line above the heading
    this.#range(this.#row + 1, 0, 1, 1).format.font.bold = true;
    const top = this.#row + 2;
    const table = this.#range(top, 0, 1 + rows.length, COLUMNS);
    for (const side of BORDERS) table.format.borders.getItem(side).style = "Continuous";
    const head = this.#range(top, 0, 1, COLUMNS);
    head.format.font.bold = true;
    head.format.fill.color = HEADER_FILL;
    head.format.horizontalAlignment = "Center";
    rows.forEach((row, index) => {
      if (row.target) this.#links.push(() => this.#link(row, top + 1 + index));
    });
    if (rows.length > 0) {
      const body = this.#range(top + 1, 0, rows.length, COLUMNS);
      body.format.wrapText = true;
      body.format.autofitRows();
      this.#range(top + 1, 0, rows.length, 1).format.horizontalAlignment = "Center";
    }
    this.#row = top + 1 + rows.length;
  }

  note(text: string): void {
    this.#spread(0, text);
    this.#row += 1;
  }

  /** The empty line above the notes. */
  gap(): void {
    this.#row += 1;
  }

  /** A text over all columns from one on, on as many lines as it needs. */
  #spread(column: number, text: string): Excel.Range {
    const range = this.#range(this.#row, column, 1, COLUMNS - column);
    range.merge();
    range.format.wrapText = true;
    range.format.rowHeight = heightOf(text, widthFrom(column));
    return range;
  }

  #link({ cells, target }: ReportRow, row: number): void {
    if (!target) return;
    const documentReference = `${sheetReference(target.sheet)}!${areaAddress(target.area)}`;
    const message = cells.at(-1) as string;
    const place = cells[PLACE_COLUMN];
    const cell = this.#range(row, PLACE_COLUMN, 1, 1);
    // Without it some Excels put the address where the text stands; one that is no text by itself stands there already as one.
    const shown = literal(place) === place ? { textToDisplay: place } : {};
    cell.hyperlink = { documentReference, screenTip: message.slice(0, 255), ...shown };
    // a hyperlink brings a font of its own
    cell.format.font.name = FONT.name;
    cell.format.font.size = FONT.size;
  }

  #range(row: number, column: number, rowCount: number, columnCount: number): Excel.Range {
    return this.#sheet.getRange(areaAddress({ row, column, rowCount, columnCount }));
  }
}

/**
 * Writes everything anew; what stood on the sheet is gone.
 * @returns what is left to be done: the links, one each
 */
export function fillReport(
  sheet: Excel.Worksheet,
  { title, facts, sections, notes }: ReportContent,
): readonly (() => void)[] {
  const factLine = ([label, value]: (typeof facts)[number]): Cell[] => line([label, "", value]);
  const sectionLines = ({ heading, columns, rows }: ReportSection): Cell[][] => [
    line([]),
    line([heading]),
    line(columns),
    ...rows.map(({ cells }) => line(cells)),
  ];
  const everything = sheet.getRange();
  everything.unmerge();
  everything.clear();
  const writer = new ReportWriter(sheet);
  writer.writeAll([
    line([title]),
    ...facts.map(factLine),
    ...sections.flatMap(sectionLines),
    line([]),
    ...notes.map((note) => line([note])),
  ]);
  writer.title(title);
  for (const [, value] of facts) writer.fact(value);
  for (const section of sections) writer.section(section);
  writer.gap();
  for (const note of notes) writer.note(note);
  setUpPage(sheet);
  return writer.links;
}

/** A4 portrait, as wide as the page and as long as it gets, the title on each. */
function setUpPage(sheet: Excel.Worksheet): void {
  if (!supports("pageLayout")) return;
  const layout = sheet.pageLayout;
  layout.paperSize = "A4";
  layout.orientation = "Portrait";
  layout.zoom = { horizontalFitToPages: 1 };
  layout.setPrintTitleRows("$1:$1");
}
