import { toExcelError } from "./office-errors";

/**
 * Talks to the workbook; `work` calls `context.sync()` itself. Not `Excel.run`, which keeps a reference to every range at the
 * host and sends one more request to release them all: nothing here lives longer than `work`, so each sync is one round trip.
 * @throws ExcelError
 */
export async function visit<Result>(work: (context: Excel.RequestContext) => Promise<Result>): Promise<Result> {
  try {
    return await work(new Excel.RequestContext());
  } catch (error) {
    throw toExcelError(error);
  }
}
