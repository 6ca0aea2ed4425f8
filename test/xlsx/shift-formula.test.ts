import { shiftFormula } from "../../src/xlsx/shift-formula";

test.each([
  ["A1+$A1+A$1+$A$1", 2, 1, "B3+$A3+B$1+$A$1"],
  ["SUM(A1:C3)", 1, 0, "SUM(A2:C4)"],
  ["SUM(A:C)+SUM(2:$4)", 1, 1, "SUM(B:D)+SUM(3:$4)"],
  [`"A1"&B1&"say ""A1"""`, 1, 1, `"A1"&C2&"say ""A1"""`],
  ["'A1'!A1+表A1!A1+Sheet2!A1", 1, 0, "'A1'!A2+表A1!A2+Sheet2!A2"],
  ["LOG10(A10)+LOG10+_A1+A1_+x.A1", 1, 0, "LOG10(A11)+LOG11+_A1+A1_+x.A1"],
  ["Table1[[#This Row],[A1]]+[1]Sheet1!A1", 1, 0, "Table1[[#This Row],[A1]]+[1]Sheet1!A2"],
  ["A1+B2", -1, 0, "#REF!+B1"],
  ["A1+B2", 0, -1, "#REF!+A2"],
  ["XFD1048576+A1", 1, 1, "#REF!+B2"],
  ["XFE1+A1048577", 1, 1, "XFE1+A1048577"],
  ["1E5+A1", 1, 0, "1E5+A2"],
])("%s by %d rows and %d columns", (formula, rows, columns, shifted) => {
  expect(shiftFormula(formula, rows, columns)).toBe(shifted);
});

test("a reference that is moved off the sheet may come in again on the other side", () => {
  expect(shiftFormula("A1+$A1+B:B", -1, -1, "wrap")).toBe("XFD1048576+$A1048576+A:A");
  expect(shiftFormula("XFD1048576", 1, 2, "wrap")).toBe("B1");
});
