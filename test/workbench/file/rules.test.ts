/** @jest-environment node */
import { strToU8 } from "fflate";
import { parseXml, type XmlElement } from "../../../src/xlsx/xml";
import { Colours } from "../../../src/workbench/file/colours";
import { conditionalFormatsXml, readConditionalFormats } from "../../../src/workbench/file/conditional-formats";
import { readValidations, validationsXml } from "../../../src/workbench/file/data-validations";
import { toFileFormula, toGridFormula } from "../../../src/workbench/file/functions";
import { LossTally } from "../../../src/workbench/file/loss";
import { StyleSheet } from "../../../src/workbench/file/write-styles";
import { sheetXml } from "../../xlsx/make";

const parse = (after: string): XmlElement => parseXml("sheet", strToU8(sheetXml("", after)));
const COLOURS = new Colours(undefined, undefined);

function readFormats(after: string): { rules: ReturnType<typeof readConditionalFormats>; losses: LossTally } {
  const losses = new LossTally();
  return { rules: readConditionalFormats(parse(after), [{ bl: 1 }], COLOURS, "表三", losses), losses };
}

const format = (sqref: string, rule: string): string =>
  `<conditionalFormatting sqref="${sqref}">${rule}</conditionalFormatting>`;

describe("conditional formats", () => {
  test.each([
    ["expression", `<cfRule type="expression" dxfId="0" priority="1"><formula>AND($A1&gt;0,B1&lt;&gt;"")</formula></cfRule>`],
    ["number", `<cfRule type="cellIs" dxfId="0" priority="1" operator="notEqual"><formula>-1.5</formula></cfRule>`],
    ["two numbers", `<cfRule type="cellIs" dxfId="0" priority="1" operator="notBetween"><formula>1</formula><formula>9</formula></cfRule>`],
    ["text", `<cfRule type="cellIs" dxfId="0" priority="1" operator="equal"><formula>"a""b"</formula></cfRule>`],
    ["beginning", `<cfRule type="beginsWith" dxfId="0" priority="1" operator="beginsWith" text="甲"><formula>LEFT(B2,LEN("甲"))="甲"</formula></cfRule>`],
    ["blanks", `<cfRule type="containsBlanks" dxfId="0" priority="1"><formula>LEN(TRIM(B2))=0</formula></cfRule>`],
    ["duplicates", `<cfRule type="duplicateValues" dxfId="0" priority="1"></cfRule>`],
    ["rank", `<cfRule type="top10" dxfId="0" priority="1" rank="3" bottom="1" percent="1"></cfRule>`],
    ["average", `<cfRule type="aboveAverage" dxfId="0" priority="1" aboveAverage="0" equalAverage="1"></cfRule>`],
    ["period", `<cfRule type="timePeriod" dxfId="0" priority="1" timePeriod="lastMonth"></cfRule>`],
    ["stop", `<cfRule type="uniqueValues" dxfId="0" priority="1" stopIfTrue="1"></cfRule>`],
    ["scale", `<cfRule type="colorScale" priority="1"><colorScale><cfvo type="min"/><cfvo type="percentile" val="50"/><cfvo type="max"/><color rgb="FFF8696B"/><color rgb="FFFFEB84"/><color rgb="FF63BE7B"/></colorScale></cfRule>`],
    ["bar", `<cfRule type="dataBar" priority="1"><dataBar showValue="0"><cfvo type="num" val="0"/><cfvo type="formula" val="$A$1"/><color rgb="FF638EC6"/></dataBar></cfRule>`],
  ])("%s comes out as it went in", (_, rule) => {
    const { rules, losses } = readFormats(format("B2:C9", rule));
    expect(conditionalFormatsXml(rules, new StyleSheet({}))).toBe(format("B2:C9", rule));
    expect(losses.all).toEqual([]);
  }); // prettier-ignore

  test("a formula is written for the corner of all ranges in a file, for the first range in the grid", () => {
    const rule = `<cfRule type="expression" dxfId="0" priority="1"><formula>D6+$A$1&gt;XFD1</formula></cfRule>`;
    const { rules } = readFormats(format("J6:J25 D27", rule));
    expect(rules[0]!.rule).toMatchObject({ value: "=J6+$A$1>F1" });
    // No range begins at the corner D6, where programs disagree: each range gets a rule of its own.
    const split = conditionalFormatsXml(rules, new StyleSheet({}));
    expect(split).toBe(
      format("J6:J25", rule.replace("D6", "J6").replace("XFD1", "F1")) +
        format("D27", rule.replace("D6", "D27").replace("XFD1", "XFD22").replace(`priority="1"`, `priority="2"`)),
    );
  });

  test("the range that begins at the corner comes first", () => {
    const rule = `<cfRule type="expression" dxfId="0" priority="1"><formula>B2&gt;0</formula></cfRule>`;
    const { rules } = readFormats(format("D4:E5 B2:C3", rule));
    expect(rules[0]!.rule).toMatchObject({ value: "=B2>0" });
    expect(conditionalFormatsXml(rules, new StyleSheet({}))).toBe(format("B2:C3 D4:E5", rule));
  });

  test("priority decides the order; what the grid lacks is told as lost", () => {
    const rule = (priority: number, value: number): string =>
      `<cfRule type="cellIs" dxfId="0" priority="${priority}" operator="equal"><formula>${value}</formula></cfRule>`;
    const icons = `<cfRule type="iconSet" priority="4"><iconSet><cfvo type="percent" val="0"/></iconSet></cfRule>`;
    const { rules, losses } = readFormats(format("A1", rule(3, 3) + rule(1, 1)) + format("B1", rule(2, 2) + icons));
    expect(rules.map((one) => (one.rule as { value: number }).value)).toEqual([1, 2, 3]);
    expect(losses.all).toEqual([{ kind: "otherConditionalFormats", sheet: "表三", count: 1 }]);
  });
});

describe("data validations", () => {
  test.each([
    `<dataValidation type="whole" errorStyle="warning" operator="greaterThan" allowBlank="1" showErrorMessage="1" errorTitle="a&amp;b" error="一&#10;二" sqref="A1 C3:D4"><formula1>0</formula1></dataValidation>`,
    `<dataValidation type="decimal" showInputMessage="1" showErrorMessage="1" promptTitle="p" prompt="q" sqref="A1"><formula1>-0.5</formula1><formula2>A2*2</formula2></dataValidation>`,
    `<dataValidation type="list" allowBlank="1" showDropDown="1" showErrorMessage="1" sqref="A1"><formula1>"甲,""乙"",丙"</formula1></dataValidation>`,
    `<dataValidation type="list" showErrorMessage="1" sqref="A1"><formula1>$B$1:$B$3</formula1></dataValidation>`,
    `<dataValidation type="time" operator="lessThan" sqref="A1"><formula1>0.5</formula1></dataValidation>`,
    `<dataValidation type="custom" sqref="A1"><formula1>_xlfn.IFNA(A1,0)&gt;0</formula1></dataValidation>`,
    `<dataValidation showInputMessage="1" prompt="任何值" sqref="A1"></dataValidation>`,
  ])("%s comes out as it went in", (rule) => {
    const element = `<dataValidations count="1">${rule}</dataValidations>`;
    expect(validationsXml(readValidations(parse(element)))).toBe(element);
  });

  test("lists on other sheets, which Excel 2010 writes apart, become plain ones", () => {
    const later = `<extLst><ext><x14:dataValidations><x14:dataValidation type="list" allowBlank="1"><x14:formula1><xm:f>名单!$A$1:$A$9</xm:f></x14:formula1><xm:sqref>B2:B9</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>`;
    expect(readValidations(parse(later))[0]).toMatchObject({
      type: "list",
      formula1: "=名单!$A$1:$A$9",
      ranges: [{ startRow: 1, startColumn: 1, endRow: 8, endColumn: 1 }],
    });
  });

  test("a box of the grid becomes a list of its two values", () => {
    const ranges = [{ startRow: 0, startColumn: 0, endRow: 0, endColumn: 0 }];
    const xml = validationsXml([{ uid: "1", type: "checkbox", ranges, formula1: "是", formula2: "否" }]);
    expect(xml).toContain(`<formula1>"是,否"</formula1></dataValidation>`);
  });
});

test.each([
  ["SUM(A1)+XLOOKUP(1,A:A,B:B)", "SUM(A1)+_xlfn.XLOOKUP(1,A:A,B:B)"],
  ['IF(A1="IFS(",IFS(A1>1,2),FILTER(A1:A9,B1:B9))', 'IF(A1="IFS(",_xlfn.IFS(A1>1,2),_xlfn._xlws.FILTER(A1:A9,B1:B9))'],
  ["'IFS(x)'!A1+MYIFS(1)", "'IFS(x)'!A1+MYIFS(1)"],
])("%s in the grid is %s in a file", (grid, file) => {
  expect(toFileFormula(`=${grid}`)).toBe(file);
  expect(toGridFormula(file)).toBe(`=${grid}`);
});
