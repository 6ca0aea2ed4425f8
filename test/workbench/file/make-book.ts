import ExcelJS from "exceljs";
import { patchWorkbook } from "../../../src/xlsx";

/** A workbook with everything that is to be kept, written by exceljs and, where it cannot, by our patches. */
export async function makeFullBook(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  Object.assign(book, { creator: "局办", title: "年度报告", company: "辛店镇人民政府", keywords: "政府信息公开" });
  book.created = new Date("2021-01-08T01:02:03Z");
  const sheet = book.addWorksheet("表三", {
    views: [{ state: "frozen", xSplit: 3, ySplit: 3, showGridLines: false, zoomScale: 85 }],
    properties: { tabColor: { argb: "FFC00000" }, defaultRowHeight: 15 },
    pageSetup: {
      paperSize: 9,
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
      printArea: "A1:J26",
      printTitlesRow: "1:3",
    },
    headerFooter: { oddFooter: "第 &P 页" },
  });
  fillCells(sheet);
  fillRules(sheet);
  const other = book.addWorksheet("O'Neil 表", { state: "hidden" });
  other.getCell("A1").value = { text: "回到表三", hyperlink: "#'表三'!D27" };
  other.getCell("A2").value = { text: "门户", hyperlink: "https://www.example.cn/a?b=1&c=2" };
  other.getCell("A3").value = 5;
  book.addWorksheet("很隐藏", { state: "veryHidden" });
  book.definedNames.add("'表三'!$J$25", "总计");
  await sheet.protect("密码", { formatCells: true, sort: true, selectLockedCells: false, spinCount: 1000 });
  return patchWorkbook(new Uint8Array(await book.xlsx.writeBuffer()), {
    customProperties: { 校验结论: "通过", 年度: 2020, 已审: true, 时间: { date: "2021-01-08T01:02:03Z" } },
    customXml: [{ namespace: "urn:gouji", xml: `<g xmlns="urn:gouji"><解释>甲 &amp; 乙</解释></g>` }],
  });
}

function fillCells(sheet: ExcelJS.Worksheet): void {
  const line = { style: "thin" as const, color: { argb: "FF336699" } };
  const title = sheet.getCell("A1");
  title.value = "表三 辛店镇 2020";
  title.font = { name: "方正小标宋简体", size: 18, bold: true, italic: true, underline: "double", strike: true, color: { argb: "FF112233" } };
  title.alignment = { horizontal: "center", vertical: "middle", wrapText: true };
  title.fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFC6D9F1" } };
  title.border = { top: { style: "medium" }, left: line, bottom: { style: "double" }, right: { style: "dashDot" }, diagonal: { up: true, style: "hair" } };
  sheet.mergeCells("A1:J1");
  const values: [string, ExcelJS.CellValue, Partial<ExcelJS.Style>?][] = [
    ["A2", 12, { numFmt: "#,##0" }],
    ["B2", 0.37, { numFmt: '0.0000"万元"' }],
    ["C2", -0.125, { numFmt: "0.00%" }],
    ["D2", true],
    ["E2", { error: "#DIV/0!" }],
    ["F2", "１２"],
    ["G2", "007", { numFmt: "@" }],
    ["H2", "第一行\n第二行", { alignment: { wrapText: true, indent: 2, horizontal: "left" } }],
    ["I2", new Date("2021-01-08T00:00:00Z"), { numFmt: "yyyy/m/d" }],
    ["J2", { formula: "SUM(A2:C2)", result: 12.245 }],
    ["A3", { formula: 'IF(A2>1,"是","否")', result: "是" }],
    ["B3", { formula: "A2>1", result: true }],
    ["C3", { formula: "1/0", result: { error: "#DIV/0!" } as ExcelJS.CellErrorValue }],
    ["D3", { formula: '_xlfn.TEXTJOIN(",",TRUE,A2:B2)', result: "12,0.37" }],
    ["E3", { richText: [{ text: "红", font: { color: { argb: "FFFF0000" }, name: "宋体", size: 11 } }, { text: "黑", font: { bold: true, name: "宋体", size: 11 } }] }],
    ["F3", "竖", { alignment: { textRotation: "vertical" } }],
    ["G3", "上", { alignment: { textRotation: 45 } }],
    ["H3", "下", { alignment: { textRotation: -30 } }],
    ["I3", "右", { alignment: { horizontal: "right", indent: 1, vertical: "top" } }],
    ["J3", null, { fill: { type: "pattern", pattern: "solid", fgColor: { argb: "FFFFFF00" } } }],
    ["D6", 6, { protection: { locked: false } }],
    ["A9", 9],
  ];
  for (const [address, value, style] of values) Object.assign(sheet.getCell(address), { value, ...style });
  sheet.getCell("D6").note = "请核实\n第二行";
  sheet.getColumn(1).width = 24.5;
  sheet.getColumn(5).hidden = true;
  sheet.getColumn(8).style = { font: { name: "Arial", size: 9, bold: true } };
  sheet.getRow(1).height = 36;
  sheet.getRow(9).hidden = true;
} // prettier-ignore

function fillRules(sheet: ExcelJS.Worksheet): void {
  const red = { type: "pattern" as const, pattern: "solid" as const, bgColor: { argb: "FFFFC7CE" } };
  sheet.addConditionalFormatting({
    ref: "D6:D25 J6:J25 D27",
    rules: [
      { type: "expression", formulae: ["$J6<>SUM($D6:$I6)+D6-D6"], priority: 2, style: { fill: red, font: { bold: true, color: { argb: "FF9C0006" } }, border: { left: { style: "thin", color: { argb: "FF9C0006" } } } } },
      { type: "cellIs", operator: "lessThan", formulae: [0], priority: 1, style: { font: { strike: true } } },
      { type: "cellIs", operator: "between", formulae: [1, 2], priority: 3, style: { fill: red } },
      { type: "cellIs", operator: "greaterThan", formulae: ["$A$2"], priority: 4, style: { fill: red } },
      { type: "containsText", operator: "containsText", text: "件", priority: 5, style: { fill: red } },
    ],
  });
  const words = { showErrorMessage: true, errorTitle: "填写有误", error: "须为非负整数", showInputMessage: true, promptTitle: "提示", prompt: "填写数字" };
  sheet.getCell("D6").dataValidation = { type: "whole", operator: "greaterThanOrEqual", formulae: [0], allowBlank: true, errorStyle: "warning", ...words };
  sheet.getCell("D7").dataValidation = { type: "decimal", operator: "between", formulae: [-0.5, 99.5], allowBlank: false, errorStyle: "information", ...words };
  sheet.getCell("D8").dataValidation = { type: "list", formulae: ['"甲,乙,丙"'], allowBlank: true };
  sheet.getCell("D10").dataValidation = { type: "list", formulae: ["$A$2:$A$3"], allowBlank: true };
  sheet.getCell("D11").dataValidation = { type: "custom", formulae: ["ISNUMBER(D11)"], allowBlank: true };
  sheet.getCell("D12").dataValidation = { type: "textLength", operator: "lessThan", formulae: [5], allowBlank: true };
  sheet.getCell("D13").dataValidation = { type: "date", operator: "greaterThan", formulae: [new Date("2020-01-01T00:00:00Z")], allowBlank: true };
} // prettier-ignore
