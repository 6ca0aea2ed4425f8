import { FAILURE_CODES } from "../../src/actions/errors";
import { FILE_ERROR_CODES } from "../../src/batch/file-error";
import { OccupiedError } from "../../src/excel/errors";
import { ERROR_CODES, loadLocale, LOCALE_IDS, zhCN } from "../../src/locales";
import type { ReportFileProblem } from "../../src/batch/report-file/error";
import type { XlsxErrorCode } from "../../src/xlsx";

/** The compiler sees to it that no code of `xlsx` is left out here. */
const XLSX_CODES: Record<XlsxErrorCode, true> = {
  notAnXlsx: true,
  passwordProtected: true,
  damaged: true,
  zipBomb: true,
  missingPart: true,
  forbiddenXml: true,
  tooManyCells: true,
  unsupportedZip: true,
  badChange: true,
};

const REPORT_CODES: Record<ReportFileProblem["code"], true> = { notAReport: true, reportTooLarge: true };

/** Everything that any error tells about itself. */
const DETAILS = {
  address: "A1:J27",
  allowed: 1000,
  blanks: 12,
  cell: "J7",
  cells: "A1,B2",
  count: 2,
  damage: "truncated",
  detail: "表三",
  errors: 3,
  expected: "6",
  file: "辛店镇.xlsx",
  formula: "=SUM(D7:I7)",
  fault: "hollow",
  found: "xls",
  hostCode: "GeneralException",
  message: "went wrong",
  part: "xl/workbook.xml",
  problem: "newer",
  reason: "damaged",
  seconds: 60,
  sheet: "表三",
  unexplained: 2,
  year: 2018,
};

test("the words are for exactly the errors of Excel, of the actions, of .xlsx files, of published reports and of a batch", () => {
  expect([...ERROR_CODES].sort()).toEqual(
    [...FAILURE_CODES, ...Object.keys(XLSX_CODES), ...Object.keys(REPORT_CODES), ...FILE_ERROR_CODES].sort(),
  );
});

describe.each(LOCALE_IDS)("in %s", (id) => {
  test.each(ERROR_CODES)(
    "%s says what happened, what was not lost and what to do, in whole sentences",
    async (code) => {
      const { describeError } = await loadLocale(id);
      for (const details of [DETAILS, {}]) {
        const { what, kept, next } = describeError(code, details);
        for (const sentence of [what, kept]) expect(sentence).toMatch(id === "zh-CN" ? /。$/ : /\.$/);
        expect(next).toMatch(/[。.]$|went wrong$|[：:] ?$/);
        expect([what, kept, next].join()).not.toMatch(/undefined|null|NaN|\[object/);
      }
    },
  );
});

test("cells in the way are named", () => {
  const error = new OccupiedError("Sheet1", ["B2", "C3"]);
  expect(zhCN.describeError(error.code, error.details)).toEqual({
    what: "工作表“Sheet1”中有 2 个单元格已有内容：B2、C3。",
    kept: "这些内容没有改动。",
    next: "请另选位置，或确认覆盖后再插入。",
  });
});

test("an error without words of its own is told by its code", () => {
  expect(zhCN.describeError("SolarFlare", {}).what).toBe("出现意外错误（SolarFlare）。");
});
