import { checkFile } from "../../src/batch/check-file";
import { makeResult } from "../../src/batch/file-result";
import { ResultsBook } from "../../src/batch/results-workbook";
import { makeUnitCheck } from "../../src/batch/units/compare-units";
import { zhCN } from "../../src/locales";
import { withBatch } from "../../src/locales/batch-locale";
import { DESCRIBE_REMARK } from "../../src/locales/remarks";
import type { ExplanationBook } from "../../src/record/explanation-book";
import { subjectOf } from "../../src/record/subject";
import { countWords } from "../../src/taskpane/desk/count-words";
import { readWorkbook } from "../../src/xlsx";
import { goujiOn } from "../cli/terminal";
import { COMPLETE_REPORTS } from "../fixtures/reports";
import { makeWorkbook } from "../fixtures/workbooks";
import { remember } from "./sealed-file";

const OPTIONS = { blankIsZero: false };
const LOCALE = withBatch(zhCN);
const AT = "2026-01-20T02:00:00Z";
const WHY = "本年制发的规章中有一件当年废止。";
const REFUSAL = "没有写明是哪一件，请补充文号。";
const ANEW = "废止公告为某政发〔2025〕8号。";

const hangzhou = COMPLETE_REPORTS.find(({ id }) => id === "015-hangzhou-2025")!;
/** More regulations were issued than are in force: to be explained. */
const plain = makeWorkbook(hangzhou, (section, key, value) =>
  section === "section2" && key === "regulations.issued" ? value + 5000 : value,
);
const warned = checkFile("杭州.xlsx", plain, OPTIONS).tables.find(({ check }) =>
  check.findings.some(({ rule }) => rule === "S2.VALID"),
)!;
const subject = subjectOf(
  warned.check.findings.find(({ rule }) => rule === "S2.VALID")!,
  warned.filled,
);

const explained = (book: ExplanationBook) => book.explain(subject, { text: WHY, by: "王敏", at: AT });
const refused = (book: ExplanationBook) => explained(book).object(subject, { text: REFUSAL, by: "李强", at: AT });
const answered = (book: ExplanationBook) => refused(book).explain(subject, { text: ANEW, by: "王敏", at: AT });
const retracted = (book: ExplanationBook) => refused(book).accept(subject, { by: null, at: AT });

const withBook = (change: (book: ExplanationBook) => ExplanationBook): Uint8Array =>
  remember(plain, (record) => ({ ...record, explanations: change(record.explanations) }));
function unitOf(bytes: Uint8Array) {
  const result = makeResult(checkFile("杭州.xlsx", bytes, OPTIONS), { withFigures: false, hash: null });
  return makeUnitCheck(result, null, OPTIONS);
}

/** The cells of the sheet of findings. */
function writtenOf(bytes: Uint8Array): string {
  const book = new ResultsBook({ ...LOCALE, describeBatchRemark: DESCRIBE_REMARK["zh-CN"] }, OPTIONS);
  book.add(unitOf(bytes));
  const sheet = readWorkbook(book.make(new Date(AT))).sheets.find(({ name }) => name === "问题")!;
  return JSON.stringify(sheet);
}

test("in the list of units one that was refused looked like one that was never explained, and one answered like any other", () => {
  const said = (change: (book: ExplanationBook) => ExplanationBook) => countWords(unitOf(withBook(change)), LOCALE);
  expect([said((book) => book), said(explained), said(refused), said(answered)]).toEqual([
    "核实性 1（待说明 1）",
    "核实性 1",
    "核实性 1（未予认可 1）",
    "核实性 1（已重新说明 1）",
  ]);
});

test("one of which the refusal was taken back looked in the list like one that was never refused", () => {
  const modified = (book: ExplanationBook) => retracted(book).explain(subject, { text: ANEW, by: "王敏", at: AT });
  const again = (book: ExplanationBook) => retracted(book).object(subject, { text: REFUSAL, by: "李强", at: AT });
  const said = (change: (book: ExplanationBook) => ExplanationBook) => countWords(unitOf(withBook(change)), LOCALE);
  expect([said(retracted), said(modified), said(again)]).toEqual([
    "核实性 1（曾不予认可 1）",
    "核实性 1（曾不予认可 1）",
    "核实性 1（未予认可 1）",
  ]);
});

test("once the clerk had written anew, the refusal and the text that was refused were gone from the results", () => {
  const written = writtenOf(withBook(answered));
  for (const text of [ANEW, "未予认可，已重新说明", WHY, `不予认可的理由：${REFUSAL}`]) expect(written).toContain(text);
  expect(writtenOf(withBook(retracted))).toContain(`曾不予认可：${REFUSAL}`);
});

test("and from the command, in words and in JSON", async () => {
  const files = { "杭州.xlsx": withBook(answered), "撤销.xlsx": withBook(retracted) };
  const { out } = await goujiOn(files, "check", "杭州.xlsx", "撤销.xlsx");
  for (const text of [`已说明  ${ANEW}`, `未予认可，已重新说明  ${WHY}`, `不予认可的理由：${REFUSAL}`])
    expect(out).toContain(text);
  expect(out).toContain(`曾不予认可：${REFUSAL}`);
  const json = await goujiOn(files, "check", "杭州.xlsx", "--json");
  const [file] = (JSON.parse(json.out) as { files: { findings: { rule: string; explanation: unknown }[] }[] }).files;
  expect(file!.findings.find(({ rule }) => rule === "S2.VALID")!.explanation).toMatchObject({
    state: "explained",
    text: ANEW,
    objection: null,
    earlier: [{ state: "answered", text: WHY, objection: { text: REFUSAL, by: "李强" } }],
  });
});
