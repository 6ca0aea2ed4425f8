/** Runs `act` on the one sheet that a host of tests starts with, and gives what it gives after the last sync. */
export const onSheet = <Result>(
  act: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<Result>,
): Promise<Result> => Excel.run((context) => act(context.workbook.worksheets.getItem("Sheet1"), context));
