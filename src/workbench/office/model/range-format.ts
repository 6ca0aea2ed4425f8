import { SetColWidthCommand, SetRowHeightCommand, SetWorksheetRowIsAutoHeightCommand } from "@univerjs/sheets";
import { toGridRange } from "../addresses";
import { number } from "../arguments";
import { valueOf } from "../cells/cell-value";
import { displayText } from "../cells/number-format";
import { numberFormatOf } from "../cells/read";
import { FORMAT_PROPERTIES } from "../cells/style-properties";
import { type CellGroup, styleAt, styled, uniform } from "../cells/styles";
import { estimatedWidth } from "../cells/text-width";
import { toPixels, toPoints } from "../cells/units";
import { HostObject } from "../host-object";
import { definePlainProperties } from "../plain-properties";
import { FormatProtection } from "./format-protection";
import { RangeBorders } from "./range-borders";
import { RangeFill } from "./range-fill";
import { RangeFont } from "./range-font";

/** `Excel.RangeFormat`. */
export class RangeFormat extends HostObject {
  override readonly typeName = "RangeFormat";

  constructor(readonly group: CellGroup) {
    super();
  }

  get Fill(): RangeFill {
    return new RangeFill(this.group);
  }

  get Font(): RangeFont {
    return new RangeFont(this.group);
  }

  get Borders(): RangeBorders {
    return new RangeBorders(this.group);
  }

  get Protection(): FormatProtection {
    return new FormatProtection(this.group);
  }

  /** Makes columns as wide as their widest text, by an estimate that needs no screen: see `estimatedWidth`. */
  AutofitColumns(): void {
    const { model, sheetId, areas } = this.group;
    const { book } = model;
    model.protection.require(sheetId, "allowFormatColumns");
    for (const area of areas) {
      const inGrid = book.within(sheetId, area);
      if (!inGrid) continue;
      for (let column = inGrid.column; column < inGrid.column + inGrid.columns; column++) {
        let width = 0;
        for (let row = inGrid.row; row < inGrid.row + inGrid.rows; row++) {
          const shown = displayText(
            valueOf(book.cell(sheetId, row, column)),
            numberFormatOf(book, sheetId, row, column),
          );
          width = Math.max(width, estimatedWidth(shown, styleAt(book, sheetId, row, column)));
        }
        const ranges = [toGridRange({ row: 0, column, rows: 1, columns: 1 })];
        if (width > 0) book.execute(SetColWidthCommand, { ...book.target(sheetId), ranges, value: width });
      }
    }
  }

  /** Lets rows take the height of their content; it is drawn so where there is a screen. */
  AutofitRows(): void {
    const { model, sheetId, areas } = this.group;
    model.protection.require(sheetId, "allowFormatRows");
    const ranges = areas
      .map((area) => model.book.within(sheetId, area))
      .filter((area) => area !== null)
      .map(toGridRange);
    if (ranges.length === 0) return;
    model.book.execute(SetWorksheetRowIsAutoHeightCommand, { ...model.book.target(sheetId), ranges });
  }
}

definePlainProperties(RangeFormat, {
  ...styled(FORMAT_PROPERTIES),
  ColumnWidth: {
    get: ({ group }) => {
      const { model, sheetId } = group;
      const sheet = model.book.worksheet(sheetId);
      const columns = { model, sheetId, areas: group.areas.map((area) => ({ ...area, row: 0, rows: 1 })) };
      return uniform(columns, (_, column) => toPoints(sheet.getColumnManager().getColumnWidth(column)));
    },
    set: ({ group: { model, sheetId, areas } }, value) => {
      model.protection.require(sheetId, "allowFormatColumns");
      const ranges = areas.map((area) => toGridRange(model.book.writable(sheetId, { ...area, row: 0, rows: 1 })));
      const params = { ...model.book.target(sheetId), ranges, value: toPixels(number(value)) };
      model.book.execute(SetColWidthCommand, params);
    },
  },
  RowHeight: {
    get: ({ group }) => {
      const { model, sheetId } = group;
      const sheet = model.book.worksheet(sheetId);
      const rows = { model, sheetId, areas: group.areas.map((area) => ({ ...area, column: 0, columns: 1 })) };
      return uniform(rows, (row) => toPoints(sheet.getRowManager().getRowHeight(row)));
    },
    set: ({ group: { model, sheetId, areas } }, value) => {
      model.protection.require(sheetId, "allowFormatRows");
      const ranges = areas.map((area) => toGridRange(model.book.writable(sheetId, { ...area, column: 0, columns: 1 })));
      const params = { ...model.book.target(sheetId), ranges, value: toPixels(number(value)) };
      model.book.execute(SetRowHeightCommand, params);
    },
  },
});
