import { readPart } from "../../src/batch/record-part/read-part";
import { subjectOf, type Subject } from "../../src/record/subject";
import { startWithZeros, type Started } from "./start";

const WHY = "本年制发的5件中有3件已于当年废止。";

let at: Started;

/** Section 二 of the format of 2021 in which fewer documents are in force than were issued; all else is 0. */
beforeAll(async () => {
  at = await startWithZeros();
  await at.host.type("表二", "B5", 5);
});
beforeEach(async () => {
  at.host.extras.customXmlParts = {};
  await at.host.type("表二", "D5", 2);
  await at.app.run("refresh", undefined);
  await at.caughtUp();
});
afterAll(() => at.dispose());

const verdict = () => at.app.getState().summary.verdict;
const unexplained = () => at.app.getState().summary.unexplained;

function subject(): Subject {
  const table = at.app.getState().tables.find(({ filled }) => filled.placement.table.section === "section2")!;
  const finding = table.check.findings.find(({ rule }) => rule === "S2.VALID")!;
  return subjectOf(finding, table.filled);
}
const standing = () => at.app.getState().record.explanations.standing(subject()).state;
const explain = (text = WHY, by: string | null = "张三") => at.app.run("explain", { subject: subject(), text, by });
const parts = () => Object.values(at.host.extras.customXmlParts);
const written = () => parts().flatMap((xml) => readPart(xml).explanations.entries.map(({ text }) => text));

test("a warning that is explained lets the workbook pass; the explanation is in the workbook, and is found there again", async () => {
  expect([verdict(), unexplained(), standing()]).toEqual(["incomplete", 1, "none"]);
  at.host.counters.reset();
  await explain();
  expect(at.host.counters.batches).toBe(2);
  expect([verdict(), unexplained(), standing()]).toEqual(["pass", 0, "explained"]);
  expect(written()).toEqual([WHY]);
  await at.app.run("refresh", undefined);
  expect([verdict(), standing()]).toEqual(["pass", "explained"]);
});

test("typing writes nothing, lapses what the number explained, and the number's return brings it back", async () => {
  await explain();
  const before = parts();
  at.host.counters.reset();
  await at.host.type("表二", "D5", 1);
  await at.caughtUp();
  expect(at.host.counters.each.map(({ writes }) => writes)).toEqual([0]);
  expect([verdict(), standing()]).toEqual(["incomplete", "lapsed"]);
  await at.host.type("表二", "D5", 2);
  await at.caughtUp();
  expect([verdict(), standing()]).toEqual(["pass", "explained"]);
  expect(parts()).toEqual(before);
});

test("what says nothing is refused, and nothing is written", async () => {
  await expect(explain("经核实，情况属实。")).rejects.toMatchObject({
    code: "Insubstantial",
    details: { fault: "hollow" },
  });
  expect([parts(), verdict()]).toEqual([[], "incomplete"]);
});

test("numbers that changed while the person wrote are not taken for explained", async () => {
  const seen = subject();
  await at.host.type("表二", "D5", 1);
  await at.caughtUp();
  await at.app.run("explain", { subject: seen, text: WHY, by: null });
  expect([verdict(), standing()]).toEqual(["incomplete", "lapsed"]);
});

test("a supervisor's objection takes it back out of force, until it is taken back or answered", async () => {
  await explain();
  await at.app.run("objectToExplanation", { subject: subject(), text: "请附废止公告的文号", by: "李四" });
  expect([verdict(), standing()]).toEqual(["incomplete", "objected"]);
  await at.app.run("acceptExplanation", { subject: subject(), by: null });
  expect([verdict(), standing()]).toEqual(["pass", "explained"]);
  await at.app.run("objectToExplanation", { subject: subject(), text: "请附废止公告的文号", by: "李四" });
  await explain("废止公告为某政发〔2025〕8号。");
  expect([verdict(), standing()]).toEqual(["pass", "explained"]);
  expect(written()).toEqual([WHY, "废止公告为某政发〔2025〕8号。"]);
  await at.app.run("withdrawExplanation", { subject: subject() });
  expect([verdict(), standing()]).toEqual(["incomplete", "objected"]);
});

test("the very text that a supervisor did not accept passes as little when it is sent again, however it is set", async () => {
  await explain();
  await at.app.run("objectToExplanation", { subject: subject(), text: "请附废止公告的文号", by: "李四" });
  for (const text of [WHY, ` ${WHY.replace("，", "").replace("5", "５")}\n`]) {
    await expect(explain(text)).rejects.toMatchObject({ code: "Insubstantial", details: { fault: "refused" } });
  }
  expect([verdict(), standing(), written()]).toEqual(["incomplete", "objected", [WHY]]);
});

test("a refusal that is taken back leaves a trace in the workbook, and so does the text when it is written anew", async () => {
  await explain();
  await at.app.run("objectToExplanation", { subject: subject(), text: "请附废止公告的文号", by: "李四" });
  await at.app.run("acceptExplanation", { subject: subject(), by: "王五" });
  const trace = [expect.objectContaining({ text: "请附废止公告的文号", by: "李四" })];
  const retracted = () => parts().flatMap((xml) => readPart(xml).explanations.entries.map((one) => one.retracted));
  expect(retracted()).toEqual([trace]);
  await at.app.run("withdrawExplanation", { subject: subject() });
  expect([verdict(), retracted()]).toEqual(["pass", [trace]]);
  await explain("废止公告为某政发〔2025〕8号。");
  expect(retracted()).toEqual([trace, []]);
});

test("what somebody else wrote into the workbook meanwhile is not lost", async () => {
  await explain();
  const [[id, mine] = ["", ""]] = Object.entries(at.host.extras.customXmlParts);
  at.host.extras.customXmlParts[id] = mine
    .replace("</record>", '<theirs xmlns="urn:them"/></record>')
    .replace(WHY, "别人改过的说明文字");
  await at.host.type("表二", "D5", 1);
  await at.caughtUp();
  await explain("现在只有1件现行有效，其余已废止。");
  expect(written()).toEqual(["别人改过的说明文字", "现在只有1件现行有效，其余已废止。"]);
  expect(parts()[0]).toContain('<theirs xmlns="urn:them"/>');
});

test("parts of several workbooks that were merged become one, and other parts stay", async () => {
  await explain();
  const [mine = ""] = parts();
  at.host.extras.customXmlParts["{2}"] = mine
    .replace(WHY, "另一份工作簿中的说明")
    .replace("<explanation ", '<explanation detail="x" ');
  at.host.extras.customXmlParts["{3}"] = '<other xmlns="urn:other"/>';
  await at.app.run("refresh", undefined);
  expect(at.app.getState().record.explanations.entries).toHaveLength(2);
  await at.app.run("withdrawExplanation", { subject: subject() });
  expect(parts()).toHaveLength(2);
  expect(parts()[1]).toBe('<other xmlns="urn:other"/>');
});

test.each([
  ["damaged", '<record xmlns="urn:gouji:record" version="1"><explanation/></record>'],
  ["newer", '<record xmlns="urn:gouji:record" version="7"/>'],
])("a %s part is told, counts for nothing, and is never overwritten", async (problem, xml) => {
  at.host.extras.customXmlParts["{1}"] = xml;
  await at.app.run("refresh", undefined);
  expect(at.app.getState().record).toMatchObject({ problem });
  expect([verdict(), at.app.isEnabled("explain")]).toEqual(["incomplete", false]);
  await expect(explain()).rejects.toMatchObject({ code: "RecordUnreadable", details: { problem } });
  expect(parts()).toEqual([xml]);
});

test("a part that not even Excel can read is told, and keeps nobody from the tables", async () => {
  at.host.extras.customXmlParts["{1}"] =
    '<!DOCTYPE record [<!ENTITY a "b">]><record xmlns="urn:gouji:record">&b;</record>';
  await at.app.run("refresh", undefined);
  expect(at.app.getState().record).toMatchObject({ problem: "damaged" });
  expect(at.app.getState().tables).toHaveLength(3);
  await expect(explain()).rejects.toThrow();
});
