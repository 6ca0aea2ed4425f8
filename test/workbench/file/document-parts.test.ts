/** @jest-environment node */
import { openWorkbook } from "../../../src/workbench/file/open-workbook";
import { saveWorkbook } from "../../../src/workbench/file/save-workbook";
import type { WorkbookExtras } from "../../../src/workbench/extras";
import { makeXlsx } from "../../xlsx/make";

const EXTRAS: WorkbookExtras = {
  properties: { title: "年度报告", author: "局办", company: "辛店镇", creationDate: "2021-01-08T01:02:03Z" },
  customProperties: { 数: -1.5, 大: 2 ** 40, 文: "<&>_x0041_", 否: false },
  customXmlParts: { "{11111111-2222-3333-4444-555555555555}": `<a xmlns="urn:a">一</a>` },
  settings: { 主题: { 深色: true }, 次数: 3, 文: '"引号"' },
  sheets: {},
};

describe("what a workbook carries beside its sheets", () => {
  test.each([undefined, "6b1f9f3e-0000-4000-8000-000000000001"])("settings of add-in %s", async (settingsOwner) => {
    const extras = settingsOwner === undefined ? EXTRAS : { ...EXTRAS, settingsOwner };
    const { data, extras: blank } = await openWorkbook(makeXlsx());
    const again = await openWorkbook(await saveWorkbook(data, { ...extras, sheets: blank.sheets }));
    expect(again.extras).toEqual({ ...extras, sheets: blank.sheets });
    expect(again.lost).toEqual([]);
  });

  test("custom properties of a sheet, and a sheet that only a program shows", async () => {
    const { data, extras } = await openWorkbook(makeXlsx());
    const id = data.sheetOrder[0]!;
    const sheets = { [id]: { ...extras.sheets[id]!, customProperties: { 表: "三 𠮷" } } };
    const again = await openWorkbook(await saveWorkbook(data, { ...extras, sheets }));
    expect(again.extras.sheets).toEqual(sheets);
  });
});
