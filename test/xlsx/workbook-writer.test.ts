import { read } from "@e965/xlsx";
import { XlsxError, WorkbookWriter, readWorkbook } from "../../src/xlsx";

const row = (...values: (string | number)[]) => ({ cells: values.map((value) => ({ value })) });

test("rows go to the sheets that they are for, whatever the order in which they come, and no text becomes a formula", () => {
  const writer = new WorkbookWriter([{ name: "单位" }, { name: "问题", frozenRows: 1, columnWidths: [9] }]);
  writer.add(1, row("=1+1", -0.5));
  writer.add(0, row("辛店镇"));
  writer.add(1, { cells: [{ value: "见", link: { sheet: "单位", address: "A1" } }] });
  const { Sheets, SheetNames } = read(writer.finish());
  expect(SheetNames).toEqual(["单位", "问题"]);
  expect(Sheets.单位!.A1).toMatchObject({ t: "s", v: "辛店镇" });
  expect(Sheets.问题!.A1).toMatchObject({ t: "s", v: "=1+1" });
  expect(Sheets.问题!.A1).not.toHaveProperty("f");
  expect(Sheets.问题!.B1).toMatchObject({ t: "n", v: -0.5 });
  expect(Sheets.问题!.A2).toMatchObject({ l: { Target: "#'单位'!A1" } });
});

test("of many rows none is lost, and our own reader takes the checksums for right", () => {
  const writer = new WorkbookWriter([{ name: "问题" }]);
  const count = 5_000;
  for (let index = 0; index < count; index++) writer.add(0, row(index, `第 ${index} 行：办理结果合计 ${index * 7}`));
  const { sheets } = readWorkbook(writer.finish());
  expect(sheets[0]!.rows).toHaveLength(count);
  expect(sheets[0]!.rows.at(-1)!.cells[1]!.value).toBe(`第 ${count - 1} 行：办理结果合计 ${(count - 1) * 7}`);
});

test.each([
  ["a sheet of a name that none can have", () => new WorkbookWriter([{ name: "a/b" }])],
  ["a text that no cell can hold", () => new WorkbookWriter([{ name: "甲" }]).add(0, row("字".repeat(40_000)))],
  [
    "a format that the sheet does not have",
    () => new WorkbookWriter([{ name: "甲" }]).add(0, { cells: [{ value: 1, style: "粗" }] }),
  ],
])("%s is refused", (_what, act) => {
  expect(act).toThrow(XlsxError);
});
