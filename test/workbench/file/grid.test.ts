/** @jest-environment node */
import type { IConditionFormattingRule } from "@univerjs/sheets-conditional-formatting";
import { openWorkbook } from "../../../src/workbench/file/open-workbook";
import { saveWorkbook } from "../../../src/workbench/file/save-workbook";
import { RESOURCES, readResource } from "../../../src/workbench/file/resources";
import { createHeadlessGrid } from "../../../src/workbench/univer/headless";
import type { Grid } from "../../../src/workbench/univer/open-univer";
import { makeFullBook } from "./make-book";

/** The grid itself, not our reading of its types, is asked what it understood of an opened file. */
describe("in the grid", () => {
  let grid: Grid;
  let opened: Awaited<ReturnType<typeof openWorkbook>>;

  beforeAll(async () => {
    grid = createHeadlessGrid();
    opened = await openWorkbook(await makeFullBook());
    grid.openWorkbook(opened.data);
  });
  afterAll(() => grid.dispose());

  const sheet = () => grid.api.getActiveWorkbook()!.getSheetByName("表三")!;

  test("values, formats, notes, names and links are understood", () => {
    expect(sheet().getRange("A2:C2").getRawValues()).toEqual([[12, 0.37, -0.125]]);
    expect(sheet().getRange("B2").getNumberFormat()).toBe('0.0000"万元"');
    expect(sheet().getRange("A1").getCellStyleData()).toMatchObject({ bl: 1, it: 1, fs: 18 });
    expect(sheet().getRange("H8").getFontFamily()).toBe("Arial");
    expect(sheet().getRange("A1").getBackground()).toBe("#C6D9F1");
    expect(sheet().getRange("D6").getNote()?.note).toBe("请核实\n第二行");
    expect(grid.api.getActiveWorkbook()!.getDefinedNames().map((name) => name.getName())).toEqual(["总计"]); // prettier-ignore
    const hidden = grid.api.getActiveWorkbook()!.getSheetByName("O'Neil 表")!;
    expect(hidden.isSheetHidden()).toBe(true);
    expect(hidden.getRange("A2").getHyperLinks()[0]?.url).toBe("https://www.example.cn/a?b=1&c=2");
  });

  test("formulas are calculated anew when a cell changes", async () => {
    sheet().getRange("A2").setValue(100);
    await grid.recalculation.settled();
    expect(sheet().getRange("J2").getRawValue()).toBeCloseTo(100.245, 10);
    expect(sheet().getRange("D3").getRawValue()).toBe("100,0.37");
    sheet().getRange("A2").setValue(12);
    await grid.recalculation.settled();
  });

  test("conditional formats and validations are there in the order of the file", () => {
    const rules = sheet().getConditionalFormattingRules();
    expect(rules.map(({ rule }) => (rule as { subType: string }).subType)).toEqual(["number", "formula", "number", "formula", "text"]); // prettier-ignore
    const validation = sheet().getRange("D6").getDataValidation()!;
    expect(validation.getCriteriaType()).toBe("whole");
    expect(validation.rule).toMatchObject({ error: "须为非负整数", errorTitle: "填写有误", prompt: "填写数字" });
  });

  test("what the grid gives back is saved with the same rules, notes and names", async () => {
    const data = grid.api.getActiveWorkbook()!.save();
    const again = await openWorkbook(await saveWorkbook(data, opened.extras));
    for (const name of [RESOURCES.notes, RESOURCES.names, RESOURCES.validations]) {
      expect(readResource(again.data, name)).toEqual(readResource(opened.data, name));
    }
    const rules = (book: typeof data) =>
      readResource<IConditionFormattingRule[]>(book, RESOURCES.conditionalFormats)["sheet-1"]!.map(({ rule }) => rule);
    expect(rules(again.data)).toEqual(rules(opened.data));
    expect(again.extras).toEqual(opened.extras);
  });
});
