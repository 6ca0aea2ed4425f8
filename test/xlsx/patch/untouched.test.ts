import { Zip, ZipDeflate, ZipPassThrough } from "fflate";
import fc from "fast-check";
import { patchWorkbook, readWorkbook, type WorkbookChanges } from "../../../src/xlsx";
import { fixture, makeXlsx, plainParts } from "../make";
import { problemOf } from "../problem";
import { rawEntries, toZip64 } from "../zip-parts";

/** The same workbook as a program writes it that does not know sizes beforehand: with data descriptors. */
function streamed(): Uint8Array {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  for (const [index, [name, part]] of Object.entries(plainParts()).entries()) {
    const entry = index % 2 ? new ZipPassThrough(name) : new ZipDeflate(name);
    entry.mtime = new Date(2020, 1, 1);
    zip.add(entry);
    entry.push(part, true);
  }
  zip.end();
  return new Uint8Array(Buffer.concat(chunks));
}

const BOOKS: Record<string, Uint8Array> = {
  plain: makeXlsx(),
  "data descriptors": streamed(),
  zip64: toZip64(makeXlsx()),
  "a comment that looks like an end": withComment(makeXlsx()),
  ...Object.fromEntries(
    [
      "excel-chart-sheet.xlsx",
      "excel-comments.xlsx",
      "excel-mac-escapes.xlsx",
      "excel-merges.xlsx",
      "excel-pictures.xlsx",
      "excel-shared-formulas.xlsx",
      "excel-tables.xlsx",
      "google-sheets.xlsx",
      "libreoffice.xlsx",
    ].map((name) => [name, fixture(name)]),
  ),
};

function withComment(bytes: Uint8Array): Uint8Array {
  const comment = Buffer.from("PK\x05\x06 is not the end");
  const zip = Buffer.concat([bytes, comment]);
  zip.writeUInt16LE(comment.length, bytes.length - 2);
  return new Uint8Array(zip);
}

/** Every entry but those named is there as it was: header, packed bytes, record, and in the same order. */
function expectUntouched(before: Uint8Array, after: Uint8Array, touched: readonly string[]): void {
  const old = rawEntries(before).filter(({ name }) => !touched.includes(name));
  const kept = new Set(old.map(({ name }) => name));
  const now = rawEntries(after).filter(({ name }) => kept.has(name));
  expect(now.map(({ name }) => name)).toEqual(old.map(({ name }) => name));
  for (const [index, { raw, record }] of old.entries()) {
    expect(now[index]!.raw.equals(raw)).toBe(true);
    expect(now[index]!.record.equals(record)).toBe(true);
  }
}

const STAMP: WorkbookChanges = {
  customProperties: { 校验结论: "通过" },
  customXml: [{ namespace: "urn:gouji", xml: `<g xmlns="urn:gouji"/>` }],
};
const STAMPED = ["[Content_Types].xml", "_rels/.rels", "xl/_rels/workbook.xml.rels", "docProps/custom.xml"];

describe.each(Object.entries(BOOKS))("%s", (_, bytes) => {
  test("no change gives the same bytes", () => {
    expect(Buffer.from(patchWorkbook(bytes, {})).equals(bytes)).toBe(true);
  });

  test("a stamp leaves every other entry as it was", () => {
    const stamped = patchWorkbook(bytes, STAMP);
    expectUntouched(bytes, stamped, STAMPED);
    const book = readWorkbook(stamped);
    expect(book.properties.custom).toMatchObject({ 校验结论: "通过" });
    expect(book.customXml.map(({ namespace }) => namespace)).toContain("urn:gouji");
    expect(book.sheets).toEqual(readWorkbook(bytes).sheets);
    expect(Buffer.from(patchWorkbook(bytes, STAMP)).equals(stamped)).toBe(true);
  });
});

test("whatever is changed, nothing else changes", () => {
  const word = fc.stringMatching(/^[a-z一-龥<&"' ]{1,8}$/).filter((one) => one.trim() !== "");
  const changes = fc.record(
    {
      customProperties: fc.dictionary(word, fc.oneof(word, fc.integer(), fc.boolean(), fc.constant(null))),
      customXml: fc.array(
        fc
          .tuple(fc.constantFrom("urn:a", "urn:b"), fc.boolean())
          .map(([namespace, isRemoved]) => ({ namespace, xml: isRemoved ? null : `<a xmlns="${namespace}"/>` })),
        { maxLength: 3 },
      ),
      cells: fc.array(
        fc.record({
          row: fc.nat(30),
          column: fc.nat(12),
          value: fc.oneof(word, fc.integer(), fc.boolean(), fc.constant(null)),
        }),
        { maxLength: 6 },
      ),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(BOOKS)), changes, (name, { cells = [], ...rest }) => {
      const before = BOOKS[name]!;
      const old = readWorkbook(before);
      const sheet = old.sheets.find(({ kind }) => kind === "worksheet")!;
      const after = patchWorkbook(before, { ...rest, cells: cells.map((cell) => ({ ...cell, sheet: sheet.name })) });
      const touched = [...STAMPED, "xl/workbook.xml", "xl/calcChain.xml", sheet.part, "customXml/item1.xml"];
      expectUntouched(before, after, touched);
      const now = readWorkbook(after);
      for (const [index, { rows, ...other }] of now.sheets.entries()) {
        if (other.part !== sheet.part) expect({ rows, ...other }).toEqual(old.sheets[index]);
      }
    }),
    { numRuns: 150 },
  );
});

test("a file that must not be read must not be changed either", () => {
  expect(problemOf(() => patchWorkbook(fixture("excel-password.xlsx"), STAMP)).code).toBe("passwordProtected");
  expect(problemOf(() => patchWorkbook(makeXlsx().subarray(0, 900), STAMP)).code).toBe("damaged");
});

test.each(Object.keys(BOOKS))("%s: a buffer of Node, whose slices are no copies, is left as it was given", (name) => {
  const given = Buffer.from(BOOKS[name]!);
  const before = new Uint8Array(given);
  const patched = patchWorkbook(given, { customProperties: { 勾稽: "甲" }, sheets: [{ name: "新", rows: [] }] });
  expect(given.equals(before)).toBe(true);
  expect(readWorkbook(patched).properties.custom).toMatchObject({ 勾稽: "甲" });
});
