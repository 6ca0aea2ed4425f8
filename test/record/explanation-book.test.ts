import fc from "fast-check";
import { ExplanationBook } from "../../src/record/explanation-book";
import { earlierOf, isAnswered } from "../../src/record/history";
import type { Subject } from "../../src/record/subject";
import { reportSubjectOf, subjectOf } from "../../src/record/subject";
import { checkTable } from "../../src/rules/check";
import { tableOf } from "../../src/tables/formats";
import { fillTable, placeTable } from "../locales/filled";

const subject = (valid: number, year = 2023): Subject => ({
  rule: "S2.VALID",
  table: { section: "section2", format: "2021", unit: "某镇", year },
  detail: "",
  figures: [
    { key: "normativeDocuments.valid", code: `n${valid}` },
    { key: "normativeDocuments.issued", code: "n5" },
  ],
});

const remark = (text: string, hour = 1) => ({ text, by: null, at: `2026-01-31T0${hour}:00:00Z` });
const WHY = "3件在制发当年废止，均已公告。";

test("a warning is not explained until somebody does, and then it is", () => {
  const book = ExplanationBook.EMPTY;
  expect(book.standing(subject(2))).toEqual({ state: "none", last: null, earlier: [] });
  const explained = book.explain(subject(2), remark(WHY));
  expect(explained.standing(subject(2))).toMatchObject({ state: "explained", last: { text: WHY, objection: null } });
  expect(book.entries).toEqual([]);
});

test("it lapses when a number that it explains changes, with its text kept, and counts again when the number comes back", () => {
  const book = ExplanationBook.EMPTY.explain(subject(2), remark(WHY));
  expect(book.standing(subject(3))).toMatchObject({ state: "lapsed", last: { text: WHY } });
  const both = book.explain(subject(3), remark("另有2件废止。", 2));
  expect(both.standing(subject(3))).toMatchObject({
    state: "explained",
    last: { text: "另有2件废止。" },
    earlier: [{ text: WHY }],
  });
  expect(both.standing(subject(2))).toMatchObject({ state: "explained", last: { text: WHY } });
});

test("an explanation of another year's or unit's table is none", () => {
  const book = ExplanationBook.EMPTY.explain(subject(2, 2022), remark(WHY));
  expect(book.standing(subject(2, 2023)).state).toBe("none");
});

test("the order in which a finding names its cells does not matter", () => {
  const one = subject(2);
  const book = ExplanationBook.EMPTY.explain(one, remark(WHY));
  expect(book.standing({ ...one, figures: [...one.figures].reverse() }).state).toBe("explained");
});

test("a supervisor's objection takes it out of force; a new explanation answers it, and the old exchange stays to be read", () => {
  const refused = ExplanationBook.EMPTY.explain(subject(2), remark(WHY)).object(
    subject(2),
    remark("请附废止公告文号", 2),
  );
  expect(refused.standing(subject(2))).toMatchObject({
    state: "objected",
    last: { objection: { text: "请附废止公告文号" } },
  });
  const answered = refused.explain(subject(2), remark("废止公告为某政发〔2023〕8号。", 3));
  expect(answered.standing(subject(2))).toMatchObject({
    state: "explained",
    last: { text: "废止公告为某政发〔2023〕8号。" },
    earlier: [{ text: WHY, objection: { text: "请附废止公告文号" } }],
  });
  expect(refused.accept(subject(2), { by: "王五", at: "2026-02-01T00:00:00Z" }).standing(subject(2))).toMatchObject({
    state: "explained",
    last: {
      objection: null,
      retracted: [{ text: "请附废止公告文号", retracted: { by: "王五", at: "2026-02-01T00:00:00Z" } }],
    },
  });
});

test("what is in force is edited in its place, and can be taken back", () => {
  const book = ExplanationBook.EMPTY.explain(subject(2), remark("写错了的说明文字")).explain(
    subject(2),
    remark(WHY, 2),
  );
  expect(book.entries.map(({ text }) => text)).toEqual([WHY]);
  expect(book.withdraw(subject(2)).entries).toEqual([]);
});

test("the text that was not accepted counts no more when it stands there again, until the refusal is taken back", () => {
  const refused = ExplanationBook.EMPTY.explain(subject(2), remark(WHY)).object(subject(2), remark("请附公告", 2));
  const again = refused.explain(subject(2), remark(`${WHY.slice(0, -1)} `, 3));
  expect(again.standing(subject(2))).toMatchObject({ state: "resent", earlier: [{ text: WHY }] });
  expect(earlierOf(again.standing(subject(2))).map(({ state }) => state)).toEqual(["objected"]);
  expect(refused.isRefused(subject(2), "３件，在制发当年废止\n均已公告")).toBe(true);
  expect(refused.isRefused(subject(2), "3件在制发当年废止，均已公告，文号见附件二。")).toBe(false);
  // for other numbers it may be what was asked for
  expect(refused.isRefused(subject(3), WHY)).toBe(false);
  expect(again.accept(subject(2), remark("", 4)).standing(subject(2)).state).toBe("explained");
});

test("what a supervisor spoke of cannot be taken away: not by taking it back, by writing anew, or by changing a number meanwhile", () => {
  const refused = ExplanationBook.EMPTY.explain(subject(2), remark(WHY)).object(subject(2), remark("请附公告", 2));
  expect(refused.withdraw(subject(2)).entries).toEqual(refused.entries);
  expect(refused.withdraw(subject(3)).entries).toEqual(refused.entries);
  const accepted = refused.accept(subject(2), remark("", 3));
  expect(accepted.withdraw(subject(2)).entries).toEqual(accepted.entries);
  const anew = accepted.explain(subject(2), remark("公告为某政发〔2023〕8号。", 4));
  expect(anew.standing(subject(2))).toMatchObject({ state: "explained", earlier: accepted.entries });
  expect(earlierOf(anew.standing(subject(2))).map(({ state }) => state)).toEqual(["replaced"]);
});

test("an explanation that was not accepted and answered is told as that, and not as lapsed: its numbers are those of now", () => {
  const answered = ExplanationBook.EMPTY.explain(subject(2), remark(WHY))
    .object(subject(2), remark("请附公告", 2))
    .explain(subject(2), remark("公告为某政发〔2023〕8号。", 3));
  const states = (valid: number) => earlierOf(answered.standing(subject(valid))).map(({ state }) => state);
  expect([states(2), states(3)]).toEqual([["answered"], ["lapsed"]]);
  expect([isAnswered(answered.standing(subject(2))), isAnswered(answered.standing(subject(3)))]).toEqual([true, false]);
});

test("there is nothing to object to, or to accept, where nothing is explained", () => {
  const lapsed = ExplanationBook.EMPTY.explain(subject(2), remark(WHY));
  expect(lapsed.object(subject(3), remark("不对的")).entries).toEqual(lapsed.entries);
  expect(lapsed.accept(subject(2), remark("")).entries).toEqual(lapsed.entries);
});

test("explanations of warnings that are gone are still told", () => {
  const book = ExplanationBook.EMPTY.explain(subject(2), remark(WHY)).explain(subject(2, 2022), remark(WHY));
  expect(book.unused([subject(7)]).map(({ subject: { table } }) => table.year)).toEqual([2022]);
  expect(book.unused([]).map(({ subject: { table } }) => table.year)).toEqual([2022, 2023]);
});

test("texts are kept as a file can hold them", () => {
  const { last } = ExplanationBook.EMPTY.explain(subject(2), {
    ...remark("  一行\r\n二行\u0000\u000b\ud800  "),
    by: " 张\n三 ",
  }).standing(subject(2));
  expect(last).toMatchObject({ text: "一行\n二行", by: "张 三" });
  const long = ExplanationBook.EMPTY.explain(subject(2), remark("𠮷".repeat(3_000))).entries[0]!;
  expect([...long.text]).toHaveLength(2_000);
});

test("whatever changes of numbers come, exactly the explanations of the present numbers count", () => {
  const step = fc.record({ valid: fc.nat(3), writes: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      let book = ExplanationBook.EMPTY;
      const explained = new Set<number>();
      for (const { valid, writes } of steps) {
        if (writes) {
          book = book.explain(subject(valid), remark(WHY));
          explained.add(valid);
        }
        const expected = explained.has(valid) ? "explained" : explained.size > 0 ? "lapsed" : "none";
        expect(book.standing(subject(valid)).state).toBe(expected);
      }
      expect(book.entries).toHaveLength(explained.size);
    }),
  );
});

test("a label that reads differently is explained as it reads", () => {
  const doubt = (found: string) => ({ fault: "doubled", expected: ["（一）予以公开"], found, cells: [] }) as const;
  const filled = (found: string) => fillTable(placeTable(tableOf("2021", "section3")), {}, [doubt(found)]);
  const of = (found: string) => {
    const table = filled(found);
    const [finding] = checkTable(table, { blankIsZero: false }).findings;
    return subjectOf(finding!, table);
  };
  const book = ExplanationBook.EMPTY.explain(of("予以 公开"), remark(WHY));
  expect(book.standing(of("予以\n公开")).state).toBe("explained");
  expect(book.standing(of("公开")).state).toBe("none");
});

test("a warning about a report is explained for that unit and year, and lapses when it is another warning", () => {
  const absent = {
    kind: "missing",
    rule: "F.MISSING",
    severity: "warning",
    fault: "absent",
    section: "section4",
    isPublished: false,
  } as const;
  const report = { unit: "某镇", year: 2023 };
  const book = ExplanationBook.EMPTY.explain(reportSubjectOf(absent, report), remark("表四由法制科另行填报。"));
  expect(book.isReportExplained(absent, report)).toBe(true);
  expect(book.isReportExplained(absent, { ...report, year: 2024 })).toBe(false);
  expect(book.isReportExplained({ ...absent, section: "section2" }, report)).toBe(false);
  expect(book.isReportExplained({ ...absent, fault: "empty", table: 2 }, report)).toBe(false);
});
