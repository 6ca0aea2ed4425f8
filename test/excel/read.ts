import { visit } from "../../src/excel/session";

/** Reads a sheet with Office.js itself, in one round trip. */
export function readSheet<Result>(name: string, load: (sheet: Excel.Worksheet) => () => Result): Promise<Result> {
  return visit(async (context) => {
    const answer = load(context.workbook.worksheets.getItem(name));
    await context.sync();
    return answer();
  });
}

/** Does something to a sheet as another add-in would. */
export function onSheet(name: string, act: (sheet: Excel.Worksheet) => void): Promise<void> {
  return visit(async (context) => {
    act(context.workbook.worksheets.getItem(name));
    await context.sync();
  });
}

/** Keeps everybody from adding, deleting and renaming sheets. */
export function protectStructure(): Promise<void> {
  return visit(async (context) => {
    context.workbook.protection.protect();
    await context.sync();
  });
}
