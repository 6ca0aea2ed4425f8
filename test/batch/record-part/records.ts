import fc from "fast-check";
import type { HeldContent } from "../../../src/record/content";
import { codeOf, held } from "../../../src/record/content";
import type { Explanation, Remark, RetractedObjection } from "../../../src/record/explanation";
import { ConfirmedCells } from "../../../src/record/confirmed-cells";
import { ExplanationBook } from "../../../src/record/explanation-book";
import type { WorkbookRecord } from "../../../src/record/record";
import type { Seal, SealedTable } from "../../../src/record/seal/seal";
import type { Figure, ReportIdentity, Subject, TableIdentity } from "../../../src/record/subject";
import { judgeSubstance } from "../../../src/record/substance";
import type { CellContent } from "../../../src/tables/filled";
import { tableOf } from "../../../src/tables/formats";

/** Any text, with what XML has trouble with. */
const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.constantFrom("<a>&\"'", "]]>", "一\n二\t", "_x000B_", "\u000b\uffff", " 前后 ", ""),
);
const time = fc
  .date({ min: new Date(0), max: new Date("2100-01-01"), noInvalidDate: true })
  .map((one) => one.toISOString());
/** As explanations are tidied before they are kept. */
const tidy = fc.constantFrom("因机构改革划入", "<b>&amp;\n第二行", "_x0041_ 原样", "𠮷野家");

const remark: fc.Arbitrary<Remark> = fc.record({ text: tidy, by: fc.option(tidy), at: time });

const retracted: fc.Arbitrary<RetractedObjection> = fc
  .tuple(remark, fc.record({ by: fc.option(tidy), at: time }))
  .map(([objection, signature]) => ({ ...objection, retracted: signature }));

const identity: fc.Arbitrary<TableIdentity> = fc.record({
  section: fc.constantFrom("section2", "section3", "section4"),
  format: fc.constantFrom("2019", "2021"),
  unit: fc.option(text),
  year: fc.option(fc.integer({ min: 2019, max: 2099 })),
});

export const content: fc.Arbitrary<HeldContent> = fc
  .option(
    fc.oneof(
      fc.constant<CellContent>({ type: "blank" }),
      fc
        .oneof(fc.nat(99), fc.double({ noNaN: true, noDefaultInfinity: true }))
        .map((value): CellContent => ({ type: "number", value })),
      text.map((one): CellContent => ({ type: "text", text: one })),
      fc.boolean().map((value): CellContent => ({ type: "boolean", value })),
      fc.constant<CellContent>({ type: "error", code: "#DIV/0!" }),
    ),
  )
  .map((one) => held(one ?? undefined));

export const sealedTable: fc.Arbitrary<SealedTable> = identity.chain((one) => {
  const keys = tableOf(one.format, one.section).numbers.map(({ key }) => key);
  return fc.record({
    section: fc.constant(one.section),
    format: fc.constant(one.format),
    unit: fc.constant(one.unit),
    year: fc.constant(one.year),
    sheet: text,
    range: fc.constant("A2:J27"),
    cells: fc
      .array(content, { minLength: keys.length, maxLength: keys.length })
      .map((contents) => new Map(keys.map((key, index) => [key, contents[index]!]))),
    computed: fc.option(fc.subarray([...keys]).map((some) => new Set(some))),
  });
});

const seal: fc.Arbitrary<Seal> = fc.record({
  at: time,
  rules: fc.constant("1.0.0"),
  verdict: fc.constantFrom("pass", "fail", "incomplete"),
  counts: fc.record({
    errors: fc.nat(9),
    warnings: fc.nat(9),
    unexplained: fc.nat(9),
    blanks: fc.nat(9),
    undecided: fc.nat(9),
  }),
  tables: fc.array(sealedTable, { maxLength: 3 }),
  digest: fc.stringMatching(/^[0-9a-f]{64}$/),
  explanations: fc.option(fc.stringMatching(/^[0-9a-f]{64}$/), { nil: null }),
  blankIsZero: fc.option(fc.boolean()),
  objections: fc.option(fc.stringMatching(/^[0-9a-f]{64}$/), { nil: null }),
  units: fc.option(fc.array(text, { maxLength: 3 })),
  properties: fc.option(fc.array(fc.tuple(text, text), { maxLength: 4 }).map((entries) => new Map(entries))),
});

const reportIdentity: fc.Arbitrary<ReportIdentity> = fc.record({
  section: fc.option(fc.constantFrom("section2", "section3", "section4")),
  format: fc.constant(null),
  unit: fc.option(text),
  year: fc.option(fc.integer({ min: 2019, max: 2099 })),
});

const figures = content.map((one): Figure[] => [{ key: "normativeDocuments.valid", code: codeOf(one) }]);

const subject: fc.Arbitrary<Subject> = fc.oneof(
  fc.record({ rule: fc.constant("S2.VALID"), table: identity, detail: text, figures }),
  fc.record({ rule: fc.constant("F.MISSING"), table: reportIdentity, detail: text, figures: fc.constant([]) }),
);

const explanation: fc.Arbitrary<Explanation> = fc
  .tuple(remark, subject, fc.option(remark), fc.array(retracted, { maxLength: 2 }))
  .map(([written, about, objection, takenBack]) => ({
    ...written,
    subject: about,
    objection,
    retracted: takenBack,
    fault: judgeSubstance(written.text),
  }));

export const record: fc.Arbitrary<WorkbookRecord> = fc.record({
  explanations: fc.array(explanation, { maxLength: 4 }).map((entries) => new ExplanationBook(entries)),
  confirmed: fc
    .array(fc.record({ table: identity, figures }), { maxLength: 3 })
    .map((tables) => new ConfirmedCells(tables)),
  seal: fc.option(seal),
});
