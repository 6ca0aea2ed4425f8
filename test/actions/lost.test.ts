import { matchPrinted } from "../../src/actions/report/match-printed";
import { zhCN } from "../../src/locales";
import { subjectOf } from "../../src/record/subject";
import { startWithZeros, type Started } from "./start";

const WHY = "本年制发的5件中有3件已于当年废止。";

let at: Started;

/** A report with an explained warning on its report sheet; the part that remembers it is lost, as other programs lose it. */
beforeEach(async () => {
  at = await startWithZeros();
  await at.host.type("表二", "B5", 5);
  await at.host.type("表二", "D5", 2);
  await at.caughtUp();
  const table = at.app.getState().tables[0]!;
  const subject = subjectOf(
    table.check.findings.find(({ rule }) => rule === "S2.VALID")!,
    table.filled,
  );
  await at.app.run("explain", { subject, text: WHY, by: "李四" });
  await at.app.run("validate", undefined);
  at.host.extras.customXmlParts = {};
  await at.app.run("refresh", undefined);
  await at.caughtUp();
});
afterEach(() => at.dispose());

const matched = () => {
  const { record, ...view } = at.app.getState();
  return matchPrinted(record.lost, view, zhCN.sheet.report);
};

test("a workbook that another program saved lost its explanations without a word, though its report sheet still shows them", () => {
  const { record, summary } = at.app.getState();
  expect(summary).toMatchObject({ verdict: "incomplete", unexplained: 1 });
  expect(record.lost).toMatchObject([{ rule: "S2.VALID", explanation: { text: WHY, by: "李四" } }]);
  expect(zhCN.record.lost(record.lost)).toContain("1 条核实说明（填写人：李四）");
});

test("what the sheet shows can be taken back as it was, as long as its numbers are the same", async () => {
  await at.host.type("表二", "D5", 1);
  await at.caughtUp();
  expect(matched()).toMatchObject([{ subject: null }]);
  await at.host.type("表二", "D5", 2);
  await at.caughtUp();
  const [{ printed, subject } = matched()[0]!] = matched();
  await at.app.run("explain", { subject: subject!, ...printed.explanation });
  const { record, summary } = at.app.getState();
  expect(summary).toMatchObject({ verdict: "pass", unexplained: 0 });
  expect(record.lost).toEqual([]);
  expect(record.explanations.entries).toMatchObject([{ text: WHY, by: "李四", at: printed.explanation.at }]);
});
