import type { PageLayout as PageLayoutExtras } from "../../extras";
import { formatArea, parseArea, SHEET_ROWS, splitList } from "../addresses";
import { boolean, number, oneOf, optional, record, text } from "../arguments";
import { HostError } from "../host-error";
import { HostObject } from "../host-object";
import { definePlainProperties, type PlainProperty } from "../plain-properties";
import type { Model } from "./model";
import { Range } from "./range";
import { RangeAreas } from "./range-areas";

const PAPER_SIZES = ["A3", "A4", "A5", "B4", "B5", "Letter", "Legal", "Tabloid", "Executive"] as const;

/** Points in the units that `setPrintMargins` takes. */
const UNITS = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 } as const;
const MARGINS = ["top", "bottom", "left", "right", "header", "footer"] as const;
type Margin = (typeof MARGINS)[number];

/** `Excel.PageLayout`; margins in points. */
export class PageLayout extends HostObject {
  override readonly typeName = "PageLayout";

  constructor(
    readonly model: Model,
    readonly sheetId: string,
  ) {
    super();
  }

  get layout(): PageLayoutExtras {
    this.model.book.worksheet(this.sheetId);
    return this.model.book.sheetExtras(this.sheetId).pageLayout;
  }

  change(change: Partial<PageLayoutExtras>): void {
    Object.assign(this.layout, change);
    this.model.book.touch();
  }

  setMargin(margin: Margin, points: number): void {
    if (points < 0) throw new HostError("InvalidArgument", `A margin of ${points} points is not possible.`);
    this.change({ margins: { ...this.layout.margins, [margin]: points } });
  }

  SetPrintArea(area: unknown): void {
    this.change({ printAreas: this.#addresses(area) });
  }

  GetPrintArea(): RangeAreas {
    const areas = this.GetPrintAreaOrNullObject();
    if (!areas) throw new HostError("ItemNotFound", "No print area is set.");
    return areas;
  }

  GetPrintAreaOrNullObject(): RangeAreas | null {
    const areas = this.layout.printAreas.map(parseArea).filter((area) => area !== null);
    return areas.length === 0 ? null : RangeAreas.of(this.model, this.sheetId, areas);
  }

  SetPrintMargins(unit: unknown, options: unknown): void {
    const points = UNITS[oneOf(["Points", "Inches", "Centimeters"], unit)];
    const given = record(options);
    for (const margin of MARGINS) {
      const value = given[margin];
      if (value !== null && value !== undefined) this.setMargin(margin, number(value) * points);
    }
  }

  SetPrintTitleRows(rows: unknown): void {
    const [address] = this.#addresses(rows);
    const area = address === undefined ? null : parseArea(address);
    if (!area) throw new HostError("InvalidArgument", `${String(rows)} are no rows of the sheet.`);
    this.change({ printTitleRows: `${area.row + 1}:${area.row + area.rows}` });
  }

  GetPrintTitleRows(): Range {
    const rows = this.GetPrintTitleRowsOrNullObject();
    if (!rows) throw new HostError("ItemNotFound", "No print title rows are set.");
    return rows;
  }

  GetPrintTitleRowsOrNullObject(): Range | null {
    const { printTitleRows } = this.layout;
    const area = printTitleRows === undefined ? null : parseArea(printTitleRows);
    return area && Range.of(this.model, this.sheetId, area);
  }

  SetPrintTitleColumns(columns: unknown): void {
    const [address] = this.#addresses(columns);
    const area = address === undefined ? null : parseArea(address);
    if (!area) throw new HostError("InvalidArgument", `${String(columns)} are no columns of the sheet.`);
    this.change({ printTitleColumns: formatArea({ ...area, row: 0, rows: SHEET_ROWS }) });
  }

  GetPrintTitleColumns(): Range {
    const columns = this.GetPrintTitleColumnsOrNullObject();
    if (!columns) throw new HostError("ItemNotFound", "No print title columns are set.");
    return columns;
  }

  GetPrintTitleColumnsOrNullObject(): Range | null {
    const { printTitleColumns } = this.layout;
    const area = printTitleColumns === undefined ? null : parseArea(printTitleColumns);
    return area && Range.of(this.model, this.sheetId, area);
  }

  #addresses(area: unknown): string[] {
    if (area instanceof Range || area instanceof RangeAreas) return area.areas.map(formatArea);
    return splitList(text(area)).map((address) => {
      const parsed = parseArea(address.slice(address.lastIndexOf("!") + 1));
      if (!parsed) throw new HostError("InvalidArgument", `"${address}" is no range of the sheet.`);
      return formatArea(parsed);
    });
  }
}

const field = <Key extends keyof PageLayoutExtras>(
  key: Key,
  check: (value: unknown) => PageLayoutExtras[Key],
): PlainProperty<PageLayout> => ({
  get: ({ layout }) => layout[key],
  set: (owner, value) => owner.change({ [key]: check(value) }),
});

const margin = (name: Margin): PlainProperty<PageLayout> => ({
  get: ({ layout }) => layout.margins[name],
  set: (owner, value) => owner.setMargin(name, number(value)),
});

function zoom(value: unknown): PageLayoutExtras["zoom"] {
  const { scale, horizontalFitToPages, verticalFitToPages } = record(value);
  const wanted: PageLayoutExtras["zoom"] = {};
  if (scale !== null && scale !== undefined) {
    wanted.scale = number(scale);
    if (wanted.scale < 10 || wanted.scale > 400)
      throw new HostError("InvalidArgument", `A scale of ${wanted.scale} %.`);
  }
  const horizontal = optional(horizontalFitToPages, number, 0);
  const vertical = optional(verticalFitToPages, number, 0);
  if (horizontal > 0) wanted.horizontalFitToPages = horizontal;
  if (vertical > 0) wanted.verticalFitToPages = vertical;
  return wanted;
}

definePlainProperties(PageLayout, {
  Orientation: field("orientation", (value) => oneOf(["Portrait", "Landscape"], value)),
  PaperSize: field("paperSize", (value) => oneOf(PAPER_SIZES, value)),
  Zoom: field("zoom", zoom),
  CenterHorizontally: field("centerHorizontally", boolean),
  CenterVertically: field("centerVertically", boolean),
  TopMargin: margin("top"),
  BottomMargin: margin("bottom"),
  LeftMargin: margin("left"),
  RightMargin: margin("right"),
  HeaderMargin: margin("header"),
  FooterMargin: margin("footer"),
});
