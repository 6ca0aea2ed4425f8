import { ICommandService } from "@univerjs/core";
import { SetFormulaCalculationStartMutation } from "@univerjs/engine-formula";
import { createHeadlessGrid } from "../../../src/workbench/univer/headless";

const FORMULAS: readonly (readonly [formula: string, value: unknown])[] = [
  ["=SUM(A1:A3)", 6],
  ["=COUNT(A1:A4)", 3],
  ["=COUNTA(A1:A4)", 4],
  ["=AND(A1=1,A2=2)", 1],
  ["=OR(A1=2,A2=2)", 1],
  ["=NOT(A1=1)", 0],
  ['=IF(A1>0,"正","负")', "正"],
  ['=IFERROR(1/0,"错")', "错"],
  ["=ISERROR(1/0)", 1],
  ["=ISNUMBER(A4)", 0],
  ["=ISTEXT(A4)", 1],
  ["=N(A4)", 0],
  ["=INT(2.7)", 2],
  ["=ROUND(2.345,2)", 2.35],
  ["=ABS(-3)", 3],
  ["=ISBLANK(A5)", 1],
  ["=LEN(A4)", 2],
];

test("calculates every function that the tables need, at once and not after a delay", async () => {
  const grid = createHeadlessGrid();
  const sheet = grid.api.getActiveWorkbook()!.getActiveSheet();
  sheet.getRange("A1:A4").setValues([[1], [2], [3], ["文字"]]);
  FORMULAS.forEach(([formula], row) => sheet.getRange(row, 1).setFormula(formula));
  await grid.recalculation.settled();
  expect(FORMULAS.map(([formula], row) => [formula, sheet.getRange(row, 1).getValue()])).toEqual(FORMULAS);
  sheet.getRange("A1").setValue(10);
  await grid.recalculation.settled();
  expect(sheet.getRange("B1").getValue()).toBe(15);
  grid.dispose();
});

// Once Univer's own way, to stop a calculation and start it anew, left it counted as running for ever, or forgot the change.
test("a change while others are being calculated is calculated too", async () => {
  const grid = createHeadlessGrid();
  const sheet = grid.api.getActiveWorkbook()!.getActiveSheet();
  const [rows, columns] = [150, 10];
  sheet
    .getRange(0, 1, rows, columns)
    .setFormulas(Array.from({ length: rows }, (_, row) => new Array<string>(columns).fill(`=$A$1+${row}`)));
  await grid.recalculation.settled();
  for (let value = 1; value <= 6; value++) {
    for (const step of [0.25, 0.5, 0.75, 1]) {
      sheet.getRange("A1").setValue(value - 1 + step);
      const settled = grid.recalculation.settled();
      for (let turn = 0; turn < value; turn++) await new Promise((resolve) => setTimeout(resolve, 0));
      if (step === 1) await settled;
    }
    expect(sheet.getRange(rows - 1, columns).getValue()).toBe(value + rows - 1);
  }
  grid.dispose();
});

// Once a reading, and the telling of what was typed, waited until nobody typed any more.
test("what has changed until now is calculated, however much goes on changing", async () => {
  const grid = createHeadlessGrid();
  const sheet = grid.api.getActiveWorkbook()!.getActiveSheet();
  sheet.getRange("B1:B2").setFormulas([["=A1*2"], ["=A2*2"]]);
  await grid.recalculation.settled();
  let isTyping = true;
  grid.injector.get(ICommandService).onCommandExecuted(({ id }) => {
    if (isTyping && id === SetFormulaCalculationStartMutation.id) sheet.getRange("A2").setValue(Math.random());
  });
  sheet.getRange("A1").setValue(21);
  await grid.recalculation.caughtUp();
  expect(sheet.getRange("B1").getValue()).toBe(42);
  isTyping = false;
  await grid.recalculation.settled();
  grid.dispose();
});
