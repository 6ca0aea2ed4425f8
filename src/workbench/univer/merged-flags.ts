import { type IDisposable, type Injector, InterceptorEffectEnum } from "@univerjs/core";
import { INTERCEPTOR_POINT, SheetInterceptorService } from "@univerjs/sheets";
import { ConditionalFormattingService } from "@univerjs/sheets-conditional-formatting";

/** Behind the grid's own, which gives each cell the look of its conditional formats. */
const PRIORITY = 9;

/**
 * Lets the border that a conditional format gives to merged cells go around all of them, as in Excel. The grid draws a border of
 * merged cells from the cells at their edges, and flags the first of them alone.
 */
export function flagMergedCells(injector: Injector): IDisposable {
  const formats = injector.get(ConditionalFormattingService);
  return injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    effect: InterceptorEffectEnum.Style,
    priority: PRIORITY,
    handler: (cell, { unitId, subUnitId, row, col, workbook, worksheet }, next) => {
      const merged = worksheet.getMergedCell(row, col);
      if (!merged || (merged.startRow === row && merged.startColumn === col)) return next(cell);
      const border = formats.composeStyle(unitId, subUnitId, merged.startRow, merged.startColumn)?.style?.bd;
      if (!border) return next(cell);
      const own = typeof cell?.s === "string" ? workbook.getStyles().get(cell.s) : cell?.s;
      return next({ ...cell, s: { ...own, bd: { ...own?.bd, ...border } } });
    },
  });
}
