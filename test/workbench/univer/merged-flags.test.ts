import type { IStyleData } from "@univerjs/core";
import { flagMergedCells } from "../../../src/workbench/univer/merged-flags";
import { startHost } from "../host";

test("the border that a conditional format gives to merged cells goes around all of them, and goes with the flag", async () => {
  const host = await startHost();
  const addition = flagMergedCells(host.grid.injector);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("B2:D2").merge();
    const { custom } = sheet.getRange("B2:D2").conditionalFormats.add("Custom");
    custom.rule.formula = '=$B2=""';
    custom.format.borders.getItem("EdgeRight").style = "Dot";
    await context.sync();
  });
  const rightOf = async (column: number) => {
    await host.flags("Sheet1", "B2:D2");
    const cell = host.grid.api.getActiveWorkbook()!.getActiveSheet().getSheet().getCell(1, column);
    return Boolean((cell?.s as IStyleData | undefined)?.bd?.r);
  };
  expect([await rightOf(3), await rightOf(4)]).toEqual([true, false]);
  await host.type("Sheet1", "B2", 1);
  expect(await rightOf(3)).toBe(false);
  addition.dispose();
  host.dispose();
});
