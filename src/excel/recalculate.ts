import { visit } from "./session";

/**
 * Lets Excel calculate what is due, as F9 does. One round trip; what a person did before can no longer be undone in some builds.
 * @throws ExcelError
 */
export function recalculate(): Promise<void> {
  return visit(async (context) => {
    context.workbook.application.calculate(Excel.CalculationType.recalculate);
    await context.sync();
  });
}
