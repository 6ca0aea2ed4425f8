import { utils, write, type WorkSheet } from "@e965/xlsx";
import ExcelJS from "exceljs";
import fc from "fast-check";
import { readWorkbook, type CellValue } from "../../src/xlsx";

/** Text that XML can carry: control characters are for `_x000B_`, which neither writer writes. */
const text = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 12 })
  .map((one) => one.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, "件"));
const number = fc.oneof(
  fc.integer(),
  fc.double({ noDefaultInfinity: true, noNaN: true }).filter((one) => !Object.is(one, -0)),
);
const value = fc.oneof(number, text, fc.boolean(), fc.constantFrom("１２", "1,234", " 空 ", "a\nb", "<&>\"'"));
const place = fc.record({
  row: fc.oneof(fc.nat(40), fc.nat(500)),
  column: fc.oneof(fc.nat(20), fc.nat(100)),
});
const cells = fc.uniqueArray(fc.tuple(place, value), {
  maxLength: 40,
  selector: ([at]) => at.row * 16384 + at.column,
});
const sheets = fc.array(cells, { minLength: 1, maxLength: 3 });
type Sheets = [{ row: number; column: number }, number | string | boolean][][];

function expected(all: Sheets): unknown[] {
  return all.map((sheet) =>
    [...sheet].sort(([a], [b]) => a.row - b.row || a.column - b.column).map(([at, one]) => [at.row, at.column, one]),
  );
}

function found(bytes: Uint8Array): unknown[] {
  return readWorkbook(bytes).sheets.map(({ rows }) =>
    rows.flatMap((row) => row.cells).map((cell): [number, number, CellValue] => [cell.row, cell.column, cell.value]),
  );
}

test("what SheetJS writes is read cell for cell, with and without shared strings", () => {
  fc.assert(
    fc.property(sheets, fc.boolean(), (all, bookSST) => {
      const book = utils.book_new();
      for (const sheet of all) {
        const into: WorkSheet = {};
        for (const [{ row: r, column: c }, one] of sheet) {
          const t = typeof one === "number" ? "n" : typeof one === "string" ? "s" : "b";
          into[utils.encode_cell({ r, c })] = { t, v: one };
        }
        const end = {
          r: Math.max(0, ...sheet.map(([one]) => one.row)),
          c: Math.max(0, ...sheet.map(([one]) => one.column)),
        };
        into["!ref"] = utils.encode_range({ s: { r: 0, c: 0 }, e: end });
        utils.book_append_sheet(book, into);
      }
      const bytes = new Uint8Array(write(book, { type: "array", bookSST, compression: true }) as ArrayBuffer);
      expect(found(bytes)).toEqual(expected(all));
    }),
    { numRuns: 25 },
  );
});

test("what exceljs writes is read cell for cell", async () => {
  await fc.assert(
    fc.asyncProperty(sheets, async (all) => {
      const book = new ExcelJS.Workbook();
      for (const [index, sheet] of all.entries()) {
        const into = book.addWorksheet(`表${index + 1}`);
        for (const [{ row, column }, one] of sheet) into.getCell(row + 1, column + 1).value = one;
      }
      const bytes = new Uint8Array(await book.xlsx.writeBuffer());
      expect(found(bytes)).toEqual(expected(all));
    }),
    { numRuns: 25 },
  );
});

test("bytes changed at random end in an XlsxError or a workbook, never in anything else", async () => {
  const book = new ExcelJS.Workbook();
  book.addWorksheet("A").addRow([1, "二", { formula: "A1+1", result: 2 }]);
  const bytes = new Uint8Array(await book.xlsx.writeBuffer());
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }), (edits) => {
      const copy = bytes.slice();
      for (const [at, byte] of edits) copy[at] = byte;
      try {
        readWorkbook(copy);
      } catch (error) {
        expect(error).toHaveProperty("name", "XlsxError");
      }
    }),
    { numRuns: 300 },
  );
});
