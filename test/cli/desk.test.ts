import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { read, utils, type WorkSheet } from "@e965/xlsx";
import ExcelJS from "exceljs";
import { checkFile } from "../../src/batch/check-file";
import { cellAddress } from "../../src/tables/address";
import { SECTIONS, tableOf } from "../../src/tables/formats";
import { SECTION_NAMES } from "../../src/tables/sections";
import { COMPLETE_REPORTS, type Report } from "../fixtures/reports";
import { makeWorkbook } from "../fixtures/workbooks";
import { goujiOn } from "./terminal";

const report = (id: string) => COMPLETE_REPORTS.find((candidate) => candidate.id === id)!;
const suqian = report("008-suqian-2023");

/** The same year and format everywhere; amounts that binary floats add up wrongly. */
const UNITS: readonly Report[] = [
  suqian,
  { ...suqian, unit: "沭阳市", tables: { ...suqian.tables, section2: change(suqian, "section2", "fees.amount", 0.1) } },
  {
    ...suqian,
    unit: "=泗阳市",
    tables: { ...suqian.tables, section2: change(suqian, "section2", "fees.amount", 0.2) },
  },
];

function change({ tables }: Report, section: "section2", key: `${string}.${string}`, value: number) {
  const table = tables[section]!;
  return { ...table, numbers: { ...table.numbers, [key]: value } };
}

const FOLDER = Object.fromEntries(UNITS.map((unit, index) => [`县/${index}.xlsx`, makeWorkbook(unit)]));
const WITH_FAILING = { ...FOLDER, "县/金湖.xlsx": makeWorkbook(report("012-jinhu-2023")) };

const book = (bytes: Uint8Array) => read(bytes, { type: "array", cellFormula: true });
const rowsOf = (sheet: WorkSheet) => utils.sheet_to_json<(string | number)[]>(sheet, { header: 1 });

async function loaded(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  return workbook;
}

/** The first row in which a column has a text. */
function rowNumberOf(sheet: ExcelJS.Worksheet, text: string, column = 1): number {
  const numbers = Array.from({ length: sheet.rowCount }, (_, index) => index + 1);
  return numbers.find((row) => sheet.getCell(row, column).text.includes(text))!;
}

describe("gouji rollup", () => {
  test("writes official tables whose every cell is the exact sum, and what each unit contributed", async () => {
    const { status, out, written } = await goujiOn(FOLDER, "rollup", "县", "-o", "汇总.xlsx", "--unit", "宿迁市汇总");
    expect(out).toContain("汇总 3 个单位");
    expect(status).toBe(0);
    const { Sheets, SheetNames } = book(written.get("汇总.xlsx")!);
    expect(SheetNames).toEqual(["表二", "表三", "表四", "汇总明细", "汇总单位"]);
    const parts = rowsOf(Sheets["汇总明细"]!).slice(1);
    for (const section of SECTIONS) {
      const { sheet } = SECTION_NAMES[section];
      for (const { key, row, column } of tableOf("2021", section).numbers) {
        const address = cellAddress({ row: row + 1, column });
        const numbers = UNITS.map(({ tables }) => tables[section]!.numbers[key]!);
        // exact in millionths, which is what amounts may have
        const sum = numbers.reduce((total, value) => total + Math.round(value * 1e6), 0) / 1e6;
        expect([address, (Sheets[sheet]![address] as { v: number }).v]).toEqual([address, sum]);
        const contributed = parts.filter(([cell]) => cell === `${sheet}!${address}`).map(([, , , , value]) => value);
        expect(contributed).toEqual(numbers.filter((value) => value !== 0));
      }
    }
    const fees = tableOf("2021", "section2").numbers.find(({ key }) => key === "fees.amount")!;
    const address = cellAddress({ row: fees.row + 1, column: fees.column });
    expect((Sheets["表二"]![address] as { v: number }).v).toBe(59237.5449);
  });

  test("refuses while a unit does not pass, and writes nothing", async () => {
    const { status, err, written } = await goujiOn(WITH_FAILING, "rollup", "县", "-o", "汇总.xlsx");
    expect(err).toContain("有 1 个单位没有通过校验：金湖县");
    expect(status).toBe(1);
    expect(written.size).toBe(0);
  });

  test("adds failing units when told to, and says so in the result", async () => {
    const { status, out, written } = await goujiOn(
      WITH_FAILING,
      "rollup",
      "县",
      "-o",
      "汇总.xlsx",
      "--even-if-failing",
    );
    expect(status).toBe(2);
    expect(out).toContain("有 1 个单位没有通过校验，仍计入汇总：金湖县");
    const [, note] = rowsOf(book(written.get("汇总.xlsx")!).Sheets["汇总单位"]!);
    expect(note![0]).toContain("仍计入汇总：金湖县");
  });

  test.each([
    [
      "two formats",
      { "县/a.xlsx": makeWorkbook(suqian), "县/b.xlsx": makeWorkbook(report("000-xindian-2020")) },
      "报告格式不一致",
    ],
    [
      "two years",
      { "县/a.xlsx": makeWorkbook(suqian), "县/b.xlsx": makeWorkbook({ ...suqian, unit: "甲", year: 2022 }) },
      "报告年度不一致",
    ],
    [
      "a unit twice",
      { "县/a.xlsx": makeWorkbook(suqian), "县/b.xlsx": makeWorkbook(suqian) },
      "同一单位有不止一份报告",
    ],
  ])("never adds %s", async (_, files, reason) => {
    const { status, err, written } = await goujiOn(files, "rollup", "县", "-o", "汇总.xlsx");
    expect(err).toContain(reason);
    expect([status, written.size]).toEqual([1, 0]);
  });

  test("names what cannot be read and what is missing, in words and on the sheet of units", async () => {
    const locked = new Uint8Array(readFileSync("test/fixtures/xlsx/excel-password.xlsx"));
    const { section3 } = suqian.tables;
    const part = makeWorkbook({ ...suqian, unit: "甲镇", tables: { section3 } as typeof suqian.tables });
    const files = { ...FOLDER, "县/公安局.xlsx": locked, "县/甲镇.xlsx": part };
    const { status, out, written } = await goujiOn(files, "rollup", "县", "-o", "汇总.xlsx", "--even-if-failing");
    expect(status).toBe(2);
    expect(out).toContain("有 1 个文件无法读取或没有报表，没有计入汇总：县/公安局.xlsx");
    expect(out).toContain("有 1 个单位缺表，所缺的没有计入：甲镇（缺表二、表四）");
    const rows = rowsOf(book(written.get("汇总.xlsx")!).Sheets["汇总单位"]!);
    const missing = tableOf("2021", "section2").numbers.length + tableOf("2021", "section4").numbers.length;
    expect(rows).toContainEqual([
      expect.anything(),
      "甲镇",
      expect.anything(),
      missing,
      "缺表二、表四",
      "县/甲镇.xlsx",
    ]);
    expect(rows.at(-1)).toEqual(["", "", "未计入", "", expect.stringContaining("密码"), "县/公安局.xlsx"]);
  });

  test("names all that stands in the way at once, with the files", async () => {
    const files = {
      "县/a.xlsx": makeWorkbook(suqian),
      "县/a（改）.xlsx": makeWorkbook(suqian),
      "县/b.xlsx": makeWorkbook(report("000-xindian-2020")),
      "县/金湖.xlsx": makeWorkbook({ ...report("012-jinhu-2023") }),
    };
    const { err, status } = await goujiOn(files, "rollup", "县", "-o", "汇总.xlsx");
    expect(status).toBe(1);
    expect(err).toContain("2019 年版 1 份（县/b.xlsx）");
    expect(err).toContain("2020 年 1 份（县/b.xlsx）");
    expect(err).toContain("宿迁市（县/a.xlsx、县/a（改）.xlsx）");
    expect(err).toContain("  金湖县（县/金湖.xlsx）\n");
    expect(err).toContain("--even-if-failing");
  });

  test("tells why the sum itself does not pass and from which unit that comes, and says below each table what is in it", async () => {
    const words = ["rollup", "县", "-o", "汇总.xlsx", "--unit", "某市", "--even-if-failing"];
    const { out, written } = await goujiOn(WITH_FAILING, ...words);
    expect(out).toMatch(/汇总表自身的校验结论：有错误。\n表四 J5 {2}.*≠.*同样的问题出在：金湖县。\n/);
    const bytes = written.get("汇总.xlsx")!;
    const { Sheets, Workbook } = book(bytes);
    for (const [name, last] of [
      ["表二", 16],
      ["表三", 30],
      ["表四", 6],
    ] as const) {
      const notice = Sheets[name]![`A${last}`] as { v: string };
      expect(notice.v).toBe("汇总 4 个单位，其中 1 个没有通过校验，汇总表自身的校验结论：有错误，详见“汇总单位”表。");
      const area = Workbook!.Names!.find(({ Name, Ref }) => Name.endsWith("Print_Area") && Ref.includes(name));
      expect(area!.Ref).toMatch(new RegExp(`[A-Z]\\$?${last}$`));
    }
    expect(rowsOf(Sheets["汇总单位"]!).flat()).toContainEqual(expect.stringMatching(/^表四 J5 /));
    // the notice is no part of the tables
    const { tables, verdict } = checkFile("汇总.xlsx", bytes, { blankIsZero: false });
    expect([tables.length, verdict]).toEqual([3, "fail"]);
    expect(tables.flatMap(({ check }) => check.findings.map(({ rule }) => rule))).toContain("S4.TOTAL");
    const clean = await goujiOn(FOLDER, "rollup", "县", "-o", "汇总.xlsx");
    expect(book(clean.written.get("汇总.xlsx")!).Sheets["表二"]!.A16).toBeUndefined();
  });

  test("prints with a head on each page; texts that wrap have room, and the notes stand over the whole width", async () => {
    const { written } = await goujiOn(
      WITH_FAILING,
      "rollup",
      "县",
      "-o",
      "汇总.xlsx",
      "--unit",
      "某市",
      "--even-if-failing",
    );
    const workbook = await loaded(written.get("汇总.xlsx")!);
    const [parts, units] = ["汇总明细", "汇总单位"].map((name) => workbook.getWorksheet(name)!);
    const header = "&L某市2023年度汇总表（有错误，含未通过单位）&R&P / &N";
    for (const sheet of [parts!, units!]) {
      expect(sheet.pageSetup).toMatchObject({ orientation: "landscape", paperSize: 9, fitToWidth: 1, fitToHeight: 0 });
      expect(sheet.headerFooter.oddHeader).toBe(header);
    }
    const head = rowNumberOf(units!, "序号");
    expect([parts!.pageSetup.printTitlesRow, units!.pageSetup.printTitlesRow]).toEqual(["1:1", `${head}:${head}`]);
    expect(parts!.autoFilter).toMatch(/^A1:F\d+$/);
    for (let row = 1; row < head - 1; row++) {
      expect(units!.getCell(row, 6).master.address).toBe(`A${row}`);
      expect(units!.getCell(row, 1).alignment.wrapText).toBe(true);
    }
    const long = rowNumberOf(parts!, "逾期不补正", 2);
    expect(parts!.getRow(long).height).toBeGreaterThan(30);
  });

  test("leaves its own sum out of the folder that it was written into, and says so", async () => {
    const { written } = await goujiOn(FOLDER, "rollup", "县", "-o", "县/汇总.xlsx", "--unit", "某县");
    const sum = written.get("县/汇总.xlsx")!;
    const again = await goujiOn({ ...FOLDER, "县/旧汇总.xlsx": sum }, "rollup", "县", "-o", "汇总.xlsx");
    expect(again.status).toBe(0);
    expect(again.out).toContain("汇总 3 个单位");
    expect(again.out).toContain("县/旧汇总.xlsx 是本程序导出的汇总表");
    const cellOf = (bytes: Uint8Array) => (book(bytes).Sheets["表三"]!.J5 as { v: number }).v;
    expect(cellOf(again.written.get("汇总.xlsx")!)).toBe(cellOf(sum));
  });

  test("wants to be told where to write", async () => {
    const { status, err } = await goujiOn(FOLDER, "rollup", "县");
    expect(err).toContain("-o");
    expect(status).toBe(2);
  });
});

describe("files that are there", () => {
  test.each([
    ["rollup", "县", "-o"],
    ["check", "县", "--xlsx"],
  ])("%s never overwrites a file that it reads, and others only when told to", async (command, folder, option) => {
    const files = { ...FOLDER, "底稿.xlsx": makeWorkbook(suqian) };
    const other = await goujiOn(files, command, folder, option, "底稿.xlsx");
    expect([other.status, other.written.size, other.out]).toEqual([2, 0, ""]);
    expect(other.err).toBe("底稿.xlsx 已经存在，没有改动。要覆盖它，请加 --force。\n");
    const forced = await goujiOn(files, command, folder, option, "底稿.xlsx", "--force");
    expect([forced.status, forced.written.size]).toEqual([0, 1]);
    for (const more of [[], ["--force"]]) {
      const own = await goujiOn(files, command, folder, option, "县/0.xlsx", ...more);
      expect([own.status, own.written.size]).toEqual([2, 0]);
    }
    const { err } = await goujiOn(files, command, folder, option, "县/0.xlsx", "--force");
    expect(err).toContain("县/0.xlsx 是这次要读取的文件，不能写到它上面");
  });

  test.each([
    ["rollup", "-o", "check", "--xlsx"],
    ["check", "--xlsx", "rollup", "-o"],
  ])("what %s wrote earlier it brings up to date, in the same folder, too", async (command, option, other, its) => {
    const first = await goujiOn(FOLDER, command, "县", option, "县/出.xlsx");
    const files = { ...FOLDER, "县/出.xlsx": first.written.get("县/出.xlsx")! };
    const again = await goujiOn(files, command, "县", option, "县/出.xlsx");
    expect([again.status, again.written.size, again.err]).toEqual([0, 1, ""]);
    expect((await goujiOn(files, other, "县", its, "县/出.xlsx")).status).toBe(2);
  });

  test("a county's sum from which a city adds up is read, and so never overwritten", async () => {
    const { written } = await goujiOn(FOLDER, "rollup", "县", "-o", "县/汇总.xlsx", "--unit", "某市");
    const files = {
      "市/某市.xlsx": written.get("县/汇总.xlsx")!,
      "市/另一市.xlsx": makeWorkbook({ ...suqian, unit: "另一市" }),
    };
    const { status, err, ...city } = await goujiOn(files, "rollup", "市", "-o", "市/某市.xlsx", "--even-if-failing");
    expect([status, city.written.size]).toEqual([2, 0]);
    expect(err).toContain("不能写到它上面");
  });

  test("last year's reports are files that are read", async () => {
    const files = { ...FOLDER, "去年/0.xlsx": makeWorkbook({ ...suqian, year: 2022 }) };
    const words = ["check", "县", "--previous", "去年", "--xlsx", "去年/0.xlsx", "--force"];
    expect((await goujiOn(files, ...words)).written.size).toBe(0);
  });
});

describe("gouji check of a folder with files of our own", () => {
  test("counts neither a sum of the units nor earlier results, and says so; a sum alone is checked", async () => {
    const { written } = await goujiOn(FOLDER, "rollup", "县", "-o", "汇总.xlsx", "--unit", "某市");
    const results = await goujiOn(FOLDER, "check", "县", "--xlsx", "结果.xlsx");
    const own = { "县/00.xlsx": written.get("汇总.xlsx")!, "县/结果.xlsx": results.written.get("结果.xlsx")! };
    const { status, out } = await goujiOn({ ...FOLDER, ...own }, "check", "县");
    expect(out).toContain("县/00.xlsx 是本程序导出的汇总表");
    expect(out).toContain("县/结果.xlsx 是本程序导出的校验结果");
    expect(out).toContain("共 3 个文件：通过 3");
    expect(status).toBe(0);
    const alone = await goujiOn(own, "check", "县/00.xlsx");
    expect(alone.out).toContain("共 1 个文件：通过 1");
  });

  test("tells what only all files together show, in words and as JSON", async () => {
    const files = {
      ...FOLDER,
      "县/0（改）.xlsx": makeWorkbook(suqian),
      "县/旧.xlsx": makeWorkbook({ ...suqian, unit: "甲市", year: 2022 }, (_section, _key, value) => 2 * value),
    };
    const { out } = await goujiOn(files, "check", "县");
    expect(out).toContain("宿迁市 同一年度有 2 份报告：县/0.xlsx、县/0（改）.xlsx。");
    expect(out).toContain("县/旧.xlsx 是 2022 年度的报告，其他多为 2023 年度。");
    const { written } = await goujiOn(files, "check", "县", "--xlsx", "结果.xlsx");
    expect(rowsOf(book(written.get("结果.xlsx")!).Sheets["问题"]!).slice(-2)).toEqual([
      [
        1,
        "宿迁市",
        "提示性",
        "",
        "整批提示",
        "",
        expect.stringContaining("有 2 份报告"),
        "",
        "县/0.xlsx\n县/0（改）.xlsx",
      ],
      [2, "", "提示性", "", "整批提示", "", expect.stringContaining("2022 年度"), "", "县/旧.xlsx"],
    ]);
    const { out: json } = await goujiOn(files, "check", "县", "--json");
    expect((JSON.parse(json) as { remarks: unknown }).remarks).toMatchObject([
      { code: "doubledUnit", unit: "宿迁市", files: ["县/0.xlsx", "县/0（改）.xlsx"] },
      { code: "otherYear", year: 2022, usual: 2023, files: ["县/旧.xlsx"] },
    ]);
  });
});

describe("gouji check --xlsx", () => {
  test("writes a sheet of units, one of findings, one of rules by frequency; no text becomes a formula", async () => {
    const files = { ...WITH_FAILING, "县/坏.xlsx": new TextEncoder().encode("<html>") };
    const { written, out } = await goujiOn(files, "check", "县", "--xlsx", "结果.xlsx");
    expect(out).toContain("县/坏.xlsx：无法读取");
    expect(out).toContain("未完成 1（其中无法读取 1）");
    const { Sheets, SheetNames } = book(written.get("结果.xlsx")!);
    expect(SheetNames).toEqual(["单位", "问题", "疑似错格", "规则频次"]);
    const units = rowsOf(Sheets["单位"]!);
    expect(units.slice(1).map((row) => [row[1] ?? "", row[3], row[4]])).toEqual([
      ["宿迁市", "通过", 0],
      ["沭阳市", "通过", 0],
      ["=泗阳市", "通过", 0],
      ["坏", "无法读取", 0],
      ["金湖县", "有错误", 1],
    ]);
    expect(units[4]![8]).toContain("这是网页");
    const [, , finding] = rowsOf(Sheets["问题"]!);
    expect(finding).toEqual([
      2,
      "金湖县",
      "强制性",
      "S4.TOTAL",
      expect.anything(),
      "表四!J5",
      expect.stringContaining("≠"),
      "",
      "县/金湖.xlsx",
    ]);
    expect(rowsOf(Sheets["规则频次"]!)[1]).toEqual(["S4.TOTAL", expect.anything(), "强制性", 1, 1]);
    for (const sheet of Object.values(Sheets)) {
      for (const cell of Object.values(sheet)) expect((cell as { f?: string }).f).toBeUndefined();
    }
    expect(Sheets["单位"]!.B4 as { t: string; v: string }).toMatchObject({ t: "s", v: "=泗阳市" });
  });

  test("names every unfilled cell, what cannot be read, what was not compared, and what is probably wrong", async () => {
    const jinhu = report("012-jinhu-2023");
    const blank = (section: string, key: string, value: number) =>
      section === "section3" && /^granted\.(research|commercial)$/.test(key) ? undefined : value;
    const files = {
      "县/坏.xlsx": new TextEncoder().encode("<html>"),
      "县/未填.xlsx": makeWorkbook({ ...suqian, unit: "甲镇" }, blank),
      "县/金湖.xlsx": makeWorkbook(jinhu),
      "去年/宿迁.xlsx": makeWorkbook({ ...suqian, year: suqian.year - 1 }),
    };
    const { written } = await goujiOn(files, "check", "县", "--previous", "去年", "--xlsx", "结果.xlsx");
    const bytes = written.get("结果.xlsx")!;
    const { Sheets } = book(bytes);
    const findings = rowsOf(Sheets["问题"]!).slice(1);
    expect(findings.map((row) => [row[1], row[2], row[5], row[6]])).toEqual(
      expect.arrayContaining([
        ["坏", "无法读取", "", expect.stringMatching(/网页.*请/)],
        ["甲镇", "未填", "表三!E7 F7", expect.stringContaining("2 格")],
        ["甲镇", "未完成", "", expect.stringContaining("没有找到本单位的上年报告")],
      ]),
    );
    expect(rowsOf(Sheets["疑似错格"]!)[1]).toEqual([
      1,
      "金湖县",
      "表四",
      expect.anything(),
      expect.stringContaining("→"),
      expect.anything(),
      "县/金湖.xlsx",
    ]);
    const parts = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
    const sheet = parts["xl/worksheets/sheet2.xml"]!;
    // a long sentence has room, whichever program opens it
    expect(sheet).toMatch(/<row r="2" ht="\d+" customHeight="1">/);
    expect(sheet).toContain(`<autoFilter ref="A1:I${findings.length + 1}"/>`);
    expect(sheet).toContain("批量校验结果，共 3 个文件，");
    expect(parts["xl/workbook.xml"]).toContain(`localSheetId="1">'问题'!$1:$1<`);
  });
});
