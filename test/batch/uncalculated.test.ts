import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { checkFile } from "../../src/batch/check-file";
import { makeResult } from "../../src/batch/file-result";
import { fileLines } from "../../src/cli/lines";
import { makeUnitCheck } from "../../src/batch/units/compare-units";
import { zhCN } from "../../src/locales";
import { withBatch } from "../../src/locales/batch-locale";
import { officialWorkbook } from "./official-file";

const locale = withBatch(zhCN);

/** The report as a program leaves it that writes formulas and does not calculate them. */
async function uncalculated(): Promise<Uint8Array> {
  const parts = unzipSync(await officialWorkbook());
  const plain = Object.entries(parts).map(([name, bytes]) => {
    if (!name.startsWith("xl/worksheets/sheet")) return [name, bytes] as const;
    const xml = strFromU8(bytes).replace(/(<\/f>)<v>[^<]*<\/v>/g, "$1<v></v>");
    return [name, strToU8(xml)] as const;
  });
  return zipSync(Object.fromEntries(plain));
}

test.each([false, true])(
  "a formula that was never calculated was called a blank cell to be filled with 0 (blanks as 0: %s)",
  async (blankIsZero) => {
    const options = { blankIsZero };
    const checked = checkFile("年报.xlsx", await uncalculated(), options);
    const { verdict, summary, tables } = checked;
    expect([verdict, summary.blanks]).toEqual(["fail", 0]);
    const result = makeResult(checked, { withFigures: true, hash: null });
    const text = fileLines(makeUnitCheck(result, null, options), locale).join("\n");
    expect(text).toContain("行“总计”列 等 31 格：公式没有计算结果。请在 Excel 中打开工作簿并保存一次。");
    expect(text).not.toContain("未填");
    expect(text).not.toContain("疑似错格");
    expect(tables.flatMap(({ check }) => check.findings.map(({ kind }) => kind))).not.toContain("sum");
  },
);
