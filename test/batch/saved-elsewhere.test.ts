import { checkFile } from "../../src/batch/check-file";
import { SECTIONS } from "../../src/tables/formats";
import { patchWorkbook } from "../../src/xlsx";
import { goujiOn } from "../cli/terminal";
import { fixture } from "../xlsx/make";
import { PROGRAMS, type SaveIn } from "./programs";
import { OFFICIAL_REPORT, officialWorkbook } from "./official-file";
import { remember } from "./sealed-file";

const report = OFFICIAL_REPORT;
const numbersOf = (section: (typeof SECTIONS)[number]) => Object.entries(report.tables[section]!.numbers);

const ALL: Readonly<Record<string, SaveIn>> = {
  "nobody else": (bytes) => bytes,
  ...PROGRAMS,
  LibreOffice: () => fixture("official-libreoffice.xlsx"),
};

test.each(Object.entries(ALL))("the official tables, saved by %s, are found whole and pass", async (_program, save) => {
  const { verdict, unit, year, tables, error } = checkFile("年报.xlsx", await save(await officialWorkbook()), {
    blankIsZero: false,
  });
  expect({ verdict, unit, year, error }).toEqual({
    verdict: "pass",
    unit: report.unit,
    year: report.year,
    error: null,
  });
  expect(tables.map(({ filled }) => filled.placement.table.section)).toEqual(SECTIONS);
  for (const [index, section] of SECTIONS.entries()) {
    const { contents, doubts } = tables[index]!.filled;
    expect(doubts).toEqual([]);
    for (const [key, value] of numbersOf(section)) {
      expect([key, contents[key as keyof typeof contents]]).toEqual([key, { type: "number", value }]);
    }
  }
});

test("explanations that another program lost are told while the report sheet still shows them", async () => {
  const rows = [
    [1, "核实性\n已说明", "现行有效\nS2.VALID", "表二!B5:D5", "现行有效少于制发。"],
    [null, null, "核实说明", null, "本年制发的5件均于当年废止\n李四 2026-11-26 00:31"],
  ].map((cells) => ({ cells: cells.map((value) => ({ value })) }));
  const shown = patchWorkbook(await officialWorkbook(), { sheets: [{ name: "校验结果", rows }] });
  const { lost } = checkFile("年报.xlsx", await PROGRAMS.exceljs(shown), { blankIsZero: false });
  expect(lost).toMatchObject([{ rule: "S2.VALID", explanation: { text: "本年制发的5件均于当年废止", by: "李四" } }]);
  const { out } = await goujiOn({ "年报.xlsx": shown }, "check", "年报.xlsx");
  expect(out).toContain("[提示性] “校验结果”表中有 1 条核实说明（填写人：李四），但随文件保存的已丢失");
  const remembered = remember(shown, (record) => record);
  expect(checkFile("年报.xlsx", remembered, { blankIsZero: false }).lost).toBeUndefined();
});
