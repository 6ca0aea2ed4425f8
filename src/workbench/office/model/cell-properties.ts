import type { IBorderData, ICellData, IStyleData, Nullable } from "@univerjs/core";
import { boolean, record } from "../arguments";
import { customWithLock } from "../cells/locking";
import { FILL_PROPERTIES, FONT_PROPERTIES, FORMAT_PROPERTIES, type StyleProperty } from "../cells/style-properties";
import { changeCells } from "../cells/write";
import { HostError } from "../host-error";
import { HostObject, propertyNames, readMember, writeMember } from "../host-object";
import { toClientName, toWireName } from "../wire";
import { setHyperlink } from "./hyperlink";
import type { Range } from "./range";
import { BORDER_SIDES, borderLine } from "./range-border";
import { RangeBorders } from "./range-borders";
import type { RangeNavigation } from "./range-navigation";

/** `Range.getCellProperties`: what was asked for of each cell, row by row. */
export function getCellProperties(range: Range, wanted: unknown): unknown[][] {
  const { area } = range;
  return Array.from({ length: area.rows }, (_, row) =>
    Array.from({ length: area.columns }, (__, column) => pick(range.GetCell(row, column), record(wanted))),
  );
}

/** The properties of an object that are asked for by `{ name: true, part: { name: true } }`. */
export function pick(object: HostObject, wanted: Record<string, unknown>): Record<string, unknown> {
  const picked: Record<string, unknown> = {};
  for (const [name, what] of Object.entries(wanted)) {
    if (what === false || what === null || what === undefined) continue;
    const value = readMember(object, toWireName(name));
    picked[name] = value instanceof HostObject ? pickObject(value, what) : value;
  }
  return picked;
}

function pickObject(object: HostObject, what: unknown): Record<string, unknown> {
  if (object instanceof RangeBorders) {
    const sides = Object.keys(BORDER_SIDES).map((side) => [side, pickObject(object.side(side), what)] as const);
    return Object.fromEntries(sides);
  }
  if (what !== true) return pick(object, record(what));
  const all = [...propertyNames(object)].map(toClientName);
  return pick(object, Object.fromEntries(all.map((name) => [name, true])));
}

/** What to change of a cell: its style, and whether it is locked. */
interface CellChange {
  style: Partial<IStyleData>;
  locked?: boolean;
}

/** `Range.setCellProperties`: all cells in one step. */
export function setCellProperties(range: Range, properties: unknown): void {
  const { model, sheetId, area } = range;
  const rows = Array.isArray(properties) ? (properties as unknown[]) : [];
  if (rows.length !== area.rows || !rows.every((row) => Array.isArray(row) && row.length === area.columns)) {
    throw new HostError("InvalidArgument", `Properties for ${area.rows} × ${area.columns} cells are expected.`);
  }
  model.protection.require(sheetId, "allowFormatCells");
  const given = rows as (Record<string, unknown> | null)[][];
  const changes = given.map((row) => row.map((cell) => changeOf(cell?.["format"])));
  changeCells(model.book, sheetId, area, (cell, row, column) => {
    const change = changes[row - area.row]?.[column - area.column];
    return change ? changed(cell, change) : null;
  });
  given.forEach((row, i) => {
    row.forEach((cell, j) => {
      const link = cell?.["hyperlink"];
      if (link) setHyperlink(model.book, sheetId, range.GetCell(i, j).area, link);
    });
  });
}

/** `Range.setRowProperties`: one object for each row. */
export function setRowProperties(range: Range, properties: unknown): void {
  setLineProperties(range, properties, range.area.rows, "RowHidden", (index) => range.GetRow(index));
}

/** `Range.setColumnProperties`: one object for each column. */
export function setColumnProperties(range: Range, properties: unknown): void {
  setLineProperties(range, properties, range.area.columns, "ColumnHidden", (index) => range.GetColumn(index));
}

function setLineProperties(
  range: Range,
  properties: unknown,
  count: number,
  hidden: string,
  line: (index: number) => RangeNavigation,
): void {
  const given = Array.isArray(properties) ? (properties as unknown[]) : [];
  if (given.length !== count) {
    throw new HostError("InvalidArgument", `${count} objects are expected, ${given.length} were given.`);
  }
  given.forEach((entry, index) => {
    if (entry === null || entry === undefined) return;
    for (const [name, value] of Object.entries(record(entry))) {
      if (name === "format") assign(readMember(line(index), "Format"), record(value));
      else if (toWireName(name) === hidden) writeMember(line(index), hidden, value);
      else throw new HostError("InvalidArgument", `Unknown property ${name}.`, `${range.typeName}.set${hidden}`);
    }
  });
}

function assign(target: unknown, properties: Record<string, unknown>): void {
  if (!(target instanceof HostObject)) return;
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === "object" && value !== null) assign(readMember(target, toWireName(name)), record(value));
    else writeMember(target, toWireName(name), value);
  }
}

function changed(cell: Nullable<ICellData>, { style, locked }: CellChange): ICellData {
  const change: ICellData = { s: style };
  return locked === undefined ? change : { ...change, custom: customWithLock(cell, locked) };
}

const PARTS: Record<string, Record<string, StyleProperty>> = { fill: FILL_PROPERTIES, font: FONT_PROPERTIES };

function changeOf(format: unknown): CellChange | null {
  if (format === null || format === undefined) return null;
  const change: CellChange = { style: {} };
  for (const [name, value] of Object.entries(record(format))) {
    if (value === null || value === undefined) continue;
    const part = PARTS[name];
    if (part) for (const [key, entry] of Object.entries(record(value))) put(change.style, part, key, entry);
    else if (name === "borders") change.style.bd = borders(record(value));
    else if (name === "protection") {
      const { locked } = record(value);
      if (locked !== undefined && locked !== null) change.locked = boolean(locked);
    } else put(change.style, FORMAT_PROPERTIES, name, value);
  }
  return change;
}

function put(style: Partial<IStyleData>, table: Record<string, StyleProperty>, name: string, value: unknown): void {
  const property = table[toWireName(name)];
  if (!property) throw new HostError("ApiNotFound", `${name} cannot be set for single cells here.`);
  Object.assign(style, property.write(value));
}

function borders(given: Record<string, unknown>): IBorderData {
  const lines: IBorderData = {};
  for (const [name, value] of Object.entries(given)) {
    const side = BORDER_SIDES[name];
    if (!side) throw new HostError("ApiNotFound", `A single cell has no border ${name}.`);
    lines[side] = borderLine(record(value));
  }
  return lines;
}
