import { BorderStyleTypes, type IBorderData, type IBorderStyleData, type Nullable } from "@univerjs/core";
import { type Area, isOnSheet, lastColumn, lastRow } from "../addresses";
import { colour, oneOf } from "../arguments";
import { type CellGroup, styleAt } from "../cells/styles";
import { writeStyles } from "../cells/write";
import { HostObject } from "../host-object";

export const BORDER_INDEXES = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "InsideVertical",
  "InsideHorizontal",
  "DiagonalDown",
  "DiagonalUp",
] as const;
export type BorderIndex = (typeof BORDER_INDEXES)[number];

const STYLES = ["None", "Continuous", "Dash", "DashDot", "DashDotDot", "Dot", "Double", "SlantDashDot"] as const;
const WEIGHTS = ["Hairline", "Thin", "Medium", "Thick"] as const;
type LineStyle = (typeof STYLES)[number];
type LineWeight = (typeof WEIGHTS)[number];

/** The grid's lines as Excel's pairs of style and weight; the first that fits is drawn. */
const LINES: readonly (readonly [type: BorderStyleTypes, style: LineStyle, weight: LineWeight])[] = [
  [BorderStyleTypes.THIN, "Continuous", "Thin"],
  [BorderStyleTypes.MEDIUM, "Continuous", "Medium"],
  [BorderStyleTypes.THICK, "Continuous", "Thick"],
  [BorderStyleTypes.HAIR, "Continuous", "Hairline"],
  [BorderStyleTypes.DOTTED, "Dot", "Thin"],
  [BorderStyleTypes.DASHED, "Dash", "Thin"],
  [BorderStyleTypes.MEDIUM_DASHED, "Dash", "Medium"],
  [BorderStyleTypes.DASH_DOT, "DashDot", "Thin"],
  [BorderStyleTypes.MEDIUM_DASH_DOT, "DashDot", "Medium"],
  [BorderStyleTypes.DASH_DOT_DOT, "DashDotDot", "Thin"],
  [BorderStyleTypes.MEDIUM_DASH_DOT_DOT, "DashDotDot", "Medium"],
  [BorderStyleTypes.SLANT_DASH_DOT, "SlantDashDot", "Medium"],
  [BorderStyleTypes.DOUBLE, "Double", "Thick"],
];

/** The line to draw: what was not said of it (its weight, or its style) follows from what was. */
function lineOf(style: LineStyle, weight: LineWeight | null): BorderStyleTypes {
  const fitting = LINES.filter((line) => line[1] === style);
  return (fitting.find((line) => line[2] === weight) ?? fitting[0])?.[0] ?? BorderStyleTypes.THIN;
}

type Side = "t" | "b" | "l" | "r" | "tl_br" | "bl_tr";

/** The lines of a single cell, by their names in `Excel.CellBorderCollection`. */
export const BORDER_SIDES: Record<string, Side> = {
  top: "t",
  bottom: "b",
  left: "l",
  right: "r",
  diagonalDown: "tl_br",
  diagonalUp: "bl_tr",
};

/** The line of `{style, weight, color}`, or null for "None". */
export function borderLine({ style, weight, color }: Record<string, unknown>): IBorderStyleData | null {
  const lineStyle = oneOf(STYLES, style, "Continuous");
  if (lineStyle === "None") return null;
  const lineWeight = weight === null || weight === undefined ? null : oneOf(WEIGHTS, weight);
  const rgb = color === null || color === undefined ? "#000000" : colour(color);
  return { s: lineOf(lineStyle, lineWeight), cl: { rgb } };
}

/** One line of one cell, and the same line seen from the cell beyond it. */
interface Edge {
  row: number;
  column: number;
  side: Side;
  beyond: { row: number; column: number; side: Side } | null;
}

const edge = (row: number, column: number, side: "t" | "b" | "l" | "r"): Edge => {
  const [down, right, opposite] = { t: [-1, 0, "b"], b: [1, 0, "t"], l: [0, -1, "r"], r: [0, 1, "l"] }[side] as [
    number,
    number,
    Side,
  ];
  const beyond = { row: row + down, column: column + right, side: opposite };
  return { row, column, side, beyond: isOnSheet({ ...beyond, rows: 1, columns: 1 }) ? beyond : null };
};

function* edgesOf(area: Area, index: BorderIndex): Generator<Edge> {
  const [top, left, bottom, right] = [area.row, area.column, lastRow(area), lastColumn(area)];
  const rows = index === "EdgeTop" ? [top, top] : index === "EdgeBottom" ? [bottom, bottom] : [top, bottom];
  const columns = index === "EdgeLeft" ? [left, left] : index === "EdgeRight" ? [right, right] : [left, right];
  for (let row = rows[0] ?? 0; row <= (rows[1] ?? 0); row++) {
    for (let column = columns[0] ?? 0; column <= (columns[1] ?? 0); column++) {
      if (index === "EdgeTop") yield edge(row, column, "t");
      else if (index === "EdgeBottom") yield edge(row, column, "b");
      else if (index === "EdgeLeft") yield edge(row, column, "l");
      else if (index === "EdgeRight") yield edge(row, column, "r");
      else if (index === "InsideHorizontal" && row < bottom) yield edge(row, column, "b");
      else if (index === "InsideVertical" && column < right) yield edge(row, column, "r");
      else if (index === "DiagonalDown") yield { row, column, side: "tl_br", beyond: null };
      else if (index === "DiagonalUp") yield { row, column, side: "bl_tr", beyond: null };
    }
  }
}

/** `Excel.RangeBorder`: one of the eight kinds of line of a range. */
export class RangeBorder extends HostObject {
  override readonly typeName = "RangeBorder";

  constructor(
    readonly group: CellGroup,
    readonly index: BorderIndex,
  ) {
    super();
  }

  override identity(): Record<string, string> {
    return { Id: this.index };
  }

  get SideIndex(): string {
    return this.index;
  }

  get Style(): LineStyle | null {
    return this.#uniform((line) => LINES.find(([type]) => type === line?.s)?.[1] ?? "None");
  }

  set Style(value: unknown) {
    const style = oneOf(STYLES, value);
    this.#change((line) => {
      if (style === "None") return null;
      const weight = LINES.find(([type]) => type === line?.s)?.[2] ?? null;
      return { s: lineOf(style, weight), cl: line?.cl ?? { rgb: "#000000" } };
    });
  }

  get Weight(): LineWeight | null {
    return this.#uniform((line) => LINES.find(([type]) => type === line?.s)?.[2] ?? "Thin");
  }

  set Weight(value: unknown) {
    const weight = oneOf(WEIGHTS, value);
    this.#change((line) => {
      const style = LINES.find(([type]) => type === line?.s)?.[1] ?? "Continuous";
      const fits = LINES.some((candidate) => candidate[1] === style && candidate[2] === weight);
      return { s: lineOf(fits ? style : "Continuous", weight), cl: line?.cl ?? { rgb: "#000000" } };
    });
  }

  /** Black where there is no line, as in Excel. */
  get Color(): string | null {
    return this.#uniform((line) => line?.cl?.rgb?.toUpperCase() ?? "#000000");
  }

  set Color(value: unknown) {
    const rgb = colour(value);
    this.#change((line) => ({ s: line?.s ?? BorderStyleTypes.THIN, cl: { rgb } }));
  }

  #lineAt({ row, column, side, beyond }: Edge): Nullable<IBorderStyleData> {
    const { model, sheetId } = this.group;
    const own = styleAt(model.book, sheetId, row, column).bd?.[side];
    if (own || !beyond) return own;
    return styleAt(model.book, sheetId, beyond.row, beyond.column).bd?.[beyond.side];
  }

  #uniform<T>(read: (line: Nullable<IBorderStyleData>) => T): T | null {
    let common: T | undefined;
    for (const area of this.group.areas) {
      for (const place of edgesOf(this.group.model.book.within(this.group.sheetId, area) ?? area, this.index)) {
        const value = read(this.#lineAt(place));
        if (common === undefined) common = value;
        else if (common !== value) return null;
      }
    }
    return common ?? read(null);
  }

  #change(change: (line: Nullable<IBorderStyleData>) => IBorderStyleData | null): void {
    const { model, sheetId } = this.group;
    model.protection.require(sheetId, "allowFormatCells");
    for (const area of this.group.areas) {
      const written = model.book.writable(sheetId, area);
      const lines = new Map<number, Map<number, IBorderData>>();
      const put = (row: number, column: number, side: Side, line: IBorderStyleData | null): void => {
        const inRow = lines.get(row) ?? new Map<number, IBorderData>();
        lines.set(row, inRow);
        inRow.set(column, { ...inRow.get(column), [side]: line });
      };
      for (const place of edgesOf(written, this.index)) {
        put(place.row, place.column, place.side, change(this.#lineAt(place)));
        // a line belongs to both cells: the other one's own would be drawn over this
        const { beyond } = place;
        if (beyond && styleAt(model.book, sheetId, beyond.row, beyond.column).bd?.[beyond.side]) {
          put(beyond.row, beyond.column, beyond.side, null);
        }
      }
      this.#write(lines);
    }
  }

  #write(lines: Map<number, Map<number, IBorderData>>): void {
    const { model, sheetId } = this.group;
    const rows = [...lines.keys()];
    const columns = [...lines.values()].flatMap((inRow) => [...inRow.keys()]);
    if (rows.length === 0) return;
    const [top, left] = [Math.min(...rows), Math.min(...columns)];
    const scope: Area = {
      row: top,
      column: left,
      rows: Math.max(...rows) - top + 1,
      columns: Math.max(...columns) - left + 1,
    };
    writeStyles(model.book, sheetId, scope, (row, column) => {
      const bd = lines.get(row)?.get(column);
      return bd ? { bd } : null;
    });
  }
}
