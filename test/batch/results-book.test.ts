import { read, utils } from "@e965/xlsx";
import { checkFile } from "../../src/batch/check-file";
import { makeResult } from "../../src/batch/file-result";
import { ownFileOf } from "../../src/batch/own-file";
import { ResultsBook } from "../../src/batch/results-workbook";
import { makeUnitCheck } from "../../src/batch/units/compare-units";
import { zhCN } from "../../src/locales";
import { withBatch } from "../../src/locales/batch-locale";
import { DESCRIBE_REMARK } from "../../src/locales/remarks";
import { COMPLETE_REPORTS } from "../fixtures/reports";
import { makeWorkbook } from "../fixtures/workbooks";

const options = { blankIsZero: false };
const texts = { ...withBatch(zhCN), describeBatchRemark: DESCRIBE_REMARK["zh-CN"] };
const jinhu = makeWorkbook(COMPLETE_REPORTS.find(({ id }) => id === "012-jinhu-2023")!);

/** A unit with an error and a cell that is probably wrong. */
const unit = (file: string) =>
  makeUnitCheck(makeResult(checkFile(file, jinhu, options), { withFigures: false, hash: null }), null, options);

test("results of more findings than a sheet has rows ended in an error: they go on on further sheets, none is lost", () => {
  const book = new ResultsBook(texts, options, 4);
  const files = Array.from({ length: 7 }, (_, index) => `${index}.xlsx`);
  for (const file of files) book.add(unit(file));
  const bytes = book.make(new Date(0));
  const { Sheets, SheetNames, Workbook } = read(bytes, { type: "array" });
  const continued = (name: string) => [name, `${name} (2)`, `${name} (3)`];
  const all = ["单位", "问题", "疑似错格"].flatMap(continued);
  expect([...SheetNames].sort()).toEqual([...all, "规则频次"].sort());
  for (const name of ["单位", "问题", "疑似错格"]) {
    const parts = continued(name).map((sheet) =>
      utils.sheet_to_json<(string | number)[]>(Sheets[sheet]!, { header: 1 }),
    );
    const [head] = parts[0]!;
    expect(parts.map(([own]) => own)).toEqual([head, head, head]);
    const rows = parts.flatMap((part) => part.slice(1));
    expect(rows.map(([number]) => number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(rows.map((row) => row.at(-1))).toEqual(files);
  }
  const filters = Workbook!.Names!.filter(({ Name }) => Name.includes("FilterDatabase"));
  expect(filters).toHaveLength(SheetNames.length);
  expect(ownFileOf(bytes)).toEqual({ kind: "results" });
});

test("a remark with more files than a cell has room for ended in an error: it is cut", () => {
  const book = new ResultsBook(texts, options);
  const files = Array.from({ length: 3_000 }, (_, index) => `某市/某县/某镇/年度报告（${index}）.xlsx`);
  book.addRemark({ code: "doubledUnit", files, unit: "某镇", units: ["某镇"] });
  const [, row] = utils.sheet_to_json<string[]>(read(book.make(new Date(0)), { type: "array" }).Sheets.问题!, { header: 1 }); // prettier-ignore
  expect(row!.at(-1)).toMatch(/^某市\/某县\/某镇\/年度报告（0）\.xlsx\n.*…$/s);
});
