import fc from "fast-check";
import { readPart } from "../../../src/batch/record-part/read-part";
import { writePart } from "../../../src/batch/record-part/write-part";
import { ExplanationBook } from "../../../src/record/explanation-book";
import { EMPTY_RECORD, RecordError, type WorkbookRecord } from "../../../src/record/record";
import { record } from "./records";

const plain = ({ explanations, confirmed, seal }: WorkbookRecord) => ({
  confirmed: confirmed.tables,
  explanations: explanations.entries,
  seal: seal && { ...seal, tables: seal.tables.map((table) => ({ ...table, cells: [...table.cells] })) },
});

test("a record survives its part, also when it is written over another", () => {
  fc.assert(
    fc.property(record, record, (before, after) => {
      const first = writePart(null, before);
      expect(plain(readPart(first))).toEqual(plain(before));
      expect(plain(readPart(writePart(first, after)))).toEqual(plain(after));
    }),
    { numRuns: 60 },
  );
});

test("the same record over itself gives the same text", () => {
  fc.assert(
    fc.property(record, (one) => {
      const text = writePart(null, one);
      expect(writePart(text, readPart(text))).toBe(text);
    }),
    { numRuns: 40 },
  );
});

const withOne: WorkbookRecord = {
  ...EMPTY_RECORD,
  explanations: ExplanationBook.EMPTY.explain(
    {
      rule: "S2.VALID",
      table: { section: "section2", format: "2021", unit: null, year: null },
      detail: "",
      figures: [],
    },
    { text: "因机构改革划入", by: null, at: "2026-01-31T01:05:00Z" },
  ),
};
const ROOT = '<record xmlns="urn:gouji:record" version="1">';

test("what others put into the part stays as it is, and another prefix is kept", () => {
  const given =
    '<?xml version="1.0" encoding="UTF-8"?><!-- theirs --><g:record xmlns:g="urn:gouji:record" xmlns:o="urn:other" o:note="1" version="1">' +
    '<o:extra a="&lt;"><o:deep/> text </o:extra><g:later>kept</g:later></g:record>';
  const written = writePart(given, withOne);
  expect(written).toContain('<o:extra a="&lt;"><o:deep/> text </o:extra><g:later>kept</g:later><g:explanation');
  expect(written).toContain("<!-- theirs -->");
  expect(written).toContain('o:note="1"');
  expect(readPart(written).explanations.entries).toEqual(withOne.explanations.entries);
  expect(writePart(written, EMPTY_RECORD)).toBe(given);
});

const problemOf = (xml: string) => {
  try {
    readPart(xml);
  } catch (error) {
    if (error instanceof RecordError) return error.problem;
    throw error;
  }
  return null;
};

const text = writePart(null, withOne);

test.each([
  ["an entity", `<!DOCTYPE record [<!ENTITY a "b">]>${ROOT}&a;</record>`],
  ["a doctype that fetches", `<!DOCTYPE record SYSTEM "http://x.test/a.dtd">${ROOT}</record>`],
  ["an entity that nobody declared", `${ROOT}&b;</record>`],
  ["a depth that exhausts a reader", ROOT + "<a>".repeat(300) + "</a>".repeat(300) + "</record>"],
  ["no end", ROOT],
  ["no XML", "{}"],
  ["nothing", ""],
  ["another root", '<other xmlns="urn:gouji:record" version="1"/>'],
  ["another namespace", '<record xmlns="urn:other" version="1"/>'],
  ["no version", '<record xmlns="urn:gouji:record"/>'],
  ["a version that is no number", '<record xmlns="urn:gouji:record" version="1e9"/>'],
  ["an explanation without a rule", text.replace(/ rule="[^"]*"/, "")],
  ["an unknown section", text.replace("section2", "section9")],
  ["a year that is none", text.replace('format="2021"', 'format="2021" year="二〇二一"')],
  ["a time that is none", text.replace("2026-01-31T01:05:00Z", "yesterday")],
  ["a list that is no list", text.replace("[]", "{}")],
  ["a list of other length", text.replace("[]", '["n1"]')],
  ["a key that is none", text.replace('keys=""', 'keys="a/b"').replace("[]", '["n1"]')],
  ["a text without end", text.replace("因机构改革划入", "长".repeat(4_001))],
  ["two seals", `${ROOT}<seal/><seal/></record>`],
  [
    "a seal without a digest",
    `${ROOT}<seal at="2026-01-31T01:05:00Z" rules="1" verdict="pass" errors="0" warnings="0" unexplained="0" blanks="0" undecided="0"/></record>`,
  ],
])("a part with %s is refused as damaged", (_, xml) => {
  expect(problemOf(xml)).toBe("damaged");
});

test("a part of a later version is told from a damaged one, and a huge one is not even parsed", () => {
  expect(problemOf('<record xmlns="urn:gouji:record" version="2"><new/></record>')).toBe("newer");
  expect(problemOf("x".repeat(16 * 1024 * 1024 + 1))).toBe("tooLarge");
});

test("whatever is in a part, reading it gives a record or a RecordError", () => {
  const mutation = fc.tuple(fc.nat(text.length), fc.nat(8), fc.string({ maxLength: 4 }));
  fc.assert(
    fc.property(mutation, ([at, removed, inserted]) => {
      problemOf(text.slice(0, at) + inserted + text.slice(at + removed));
    }),
  );
});
