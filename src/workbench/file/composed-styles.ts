import type { IStyleData, IWorkbookData, IWorksheetData, Nullable } from "@univerjs/core";

/** What the grid shows of a cell: the styles of the workbook, the row, the column and the cell laid over each other. */
export class ComposedStyles {
  private readonly base: IStyleData;

  constructor(
    private readonly data: IWorkbookData,
    private readonly sheet: Partial<IWorksheetData>,
  ) {
    this.base = compose(this.resolve(data.defaultStyle), this.resolve(sheet.defaultStyle));
  }

  row(row: number): IStyleData | null {
    const own = this.resolve(this.sheet.rowData?.[row]?.s);
    return own === null ? null : compose(this.base, own);
  }

  column(column: number): IStyleData | null {
    const own = this.resolve(this.sheet.columnData?.[column]?.s);
    return own === null ? null : compose(this.base, own);
  }

  cell(row: number, column: number, style: Nullable<IStyleData | string>): IStyleData {
    return compose(
      this.base,
      this.resolve(this.sheet.rowData?.[row]?.s),
      this.resolve(this.sheet.columnData?.[column]?.s),
      this.resolve(style),
    );
  }

  private resolve(style: Nullable<IStyleData | string>): IStyleData | null {
    return (typeof style === "string" ? this.data.styles[style] : style) ?? null;
  }
}

/** Later styles go before earlier ones; a null takes away what an earlier one gave. */
export function compose(...layers: readonly Nullable<IStyleData>[]): IStyleData {
  const all: Record<string, unknown> = {};
  for (const layer of layers) {
    for (const [key, value] of Object.entries(layer ?? {})) if (value !== undefined) all[key] = value;
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null));
}
