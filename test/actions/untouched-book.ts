import ExcelJS from "exceljs";

/** A workbook with things in it that are none of our business. */
export async function makeBook(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = "某单位";
  const sheet = workbook.addWorksheet("表三");
  sheet.getCell("A1").value = "年报";
  sheet.getCell("B2").value = { formula: "1+1", result: 2 };
  sheet.getCell("B2").note = "批注";
  sheet.addConditionalFormatting({ ref: "A1:B2", rules: [{ type: "expression", priority: 1, formulae: ["A1>1"], style: { font: { bold: true } } }] }); // prettier-ignore
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
