import { makeOfficialWorkbook } from "../../src/batch/official-workbook";
import { zhCN } from "../../src/locales";
import { SECTIONS, tableOf } from "../../src/tables/formats";
import { readWorkbook } from "../../src/xlsx";
import { sealFile } from "../batch/sealed-file";
import { COMPLETE_REPORTS } from "../fixtures/reports";
import { makeWorkbook } from "../fixtures/workbooks";
import { goujiOn } from "./terminal";

const report = COMPLETE_REPORTS.find(({ id }) => id === "015-hangzhou-2025")!;
const { stamp } = zhCN.sheet;
const OPEN_CELL = "该工作簿自身按“空白按 0 计”校验";

/** The report without its zeros. */
const withBlanks = (): Uint8Array => makeWorkbook(report, (_section, _key, value) => (value === 0 ? undefined : value));

/** The same with the flags of the add-in in it. */
const withFlags = (blankIsZero: boolean): Promise<Uint8Array> =>
  makeOfficialWorkbook(
    {
      unit: report.unit,
      year: report.year,
      tables: SECTIONS.map((section) => ({
        table: tableOf("2021", section),
        contents: Object.fromEntries(
          Object.entries(report.tables[section]!.numbers).flatMap(([key, value]) =>
            value === 0 ? [] : [[key, { type: "number" as const, value }]],
          ),
        ),
      })),
    },
    { options: { blankIsZero }, totals: "typed", validation: zhCN.sheet.validation },
  );

const textsIn = (bytes: Uint8Array): string[] =>
  readWorkbook(bytes).sheets.flatMap(({ rows }) =>
    rows.flatMap(({ cells }) => cells.flatMap(({ value }) => (typeof value === "string" ? [value] : []))),
  );

describe("a workbook that counts its blanks as 0", () => {
  test("was passed in its own pane and incomplete in the batch, and nothing said why", async () => {
    const files = {
      "标记.xlsx": await withFlags(true),
      "校验戳.xlsx": await sealFile(withBlanks(), true),
      "不计.xlsx": await sealFile(await withFlags(false), false),
    };
    for (const file of ["标记.xlsx", "校验戳.xlsx"]) {
      const { out, status } = await goujiOn(files, "check", file);
      expect([file, status, out]).toEqual([file, 2, expect.stringContaining(OPEN_CELL)]);
      const json = JSON.parse((await goujiOn(files, "check", file, "--json")).out) as { files: object[] };
      expect(json.files[0]).toMatchObject({ blankIsZeroInFile: true });
    }
    expect((await goujiOn(files, "check", "不计.xlsx")).out).not.toContain(OPEN_CELL);
    expect((await goujiOn(files, "check", "标记.xlsx", "--blank-is-zero")).out).not.toContain(OPEN_CELL);
  });

  test("results and sums that count blanks as 0 did not say so", async () => {
    const files = { "杭州.xlsx": withBlanks() };
    const zeros = SECTIONS.flatMap((section) => Object.values(report.tables[section]!.numbers)).filter((one) => !one);
    const { out, written } = await goujiOn(files, "check", "杭州.xlsx", "--blank-is-zero", "--xlsx", "结果.xlsx");
    expect(out).toContain("空着的格按 0 计。");
    expect(textsIn(written.get("结果.xlsx")!)).toEqual(
      expect.arrayContaining(["未填格（空白按 0 计）", "空着的格按 0 计。"]),
    );
    const sum = await goujiOn(files, "rollup", "杭州.xlsx", "--blank-is-zero", "-o", "和.xlsx", "--unit", "某省");
    const note = `注意：空白按 0 计，有 ${zeros.length} 格空着，作为 0 计入。`;
    expect([sum.status, sum.out]).toEqual([0, expect.stringContaining(note)]);
    expect(sum.out).not.toContain("没有计入");
    const texts = textsIn(sum.written.get("和.xlsx")!);
    expect(texts).toContain(note);
    expect(texts.filter((text) => text.includes(`有 ${zeros.length} 格空着，按 0 计`))).toHaveLength(SECTIONS.length);
    const strict = await goujiOn({ "和.xlsx": sum.written.get("和.xlsx")! }, "check", "和.xlsx");
    expect([strict.status, strict.out]).toEqual([0, expect.not.stringContaining("未填")]);
  });

  test("its seal says so, where people see it and where the verdict is told", async () => {
    const sealed = await sealFile(withBlanks(), true);
    expect(readWorkbook(sealed).properties.custom).toMatchObject({
      [stamp.blanks]: "按 0 计",
      [stamp.verdict]: "通过",
    });
    const { out, status } = await goujiOn({ "封.xlsx": sealed }, "verify", "封.xlsx");
    expect([status, out]).toEqual([0, expect.stringContaining("结论为“通过”（空白按 0 计）")]);
    expect(readWorkbook(await sealFile(makeWorkbook(report))).properties.custom).not.toHaveProperty([stamp.blanks]);
  });
});
