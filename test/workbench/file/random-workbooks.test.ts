/** @jest-environment node */
import { read, type CellObject } from "@e965/xlsx";
import { CellValueType, type ICellData, type IStyleData, type IWorkbookData, LocaleType } from "@univerjs/core";
import fc from "fast-check";
import { formatAddress } from "../../../src/xlsx";
import { openWorkbook } from "../../../src/workbench/file/open-workbook";
import { saveWorkbook } from "../../../src/workbench/file/save-workbook";
import type { WorkbookExtras } from "../../../src/workbench/extras";

const EXTRAS: WorkbookExtras = { properties: {}, customProperties: {}, customXmlParts: {}, settings: {}, sheets: {} };

const text = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 10 })
  .filter((one) => one.trim() !== "" && !one.startsWith("#") && Number.isNaN(Number(one)) && !/[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(one)); // prettier-ignore
const colour = fc.integer({ min: 0, max: 0xffffff }).map((one) => ({ rgb: `#${one.toString(16).toUpperCase().padStart(6, "0")}` })); // prettier-ignore
const side = fc.record({ s: fc.integer({ min: 1, max: 13 }), cl: colour });
const on = fc.constant(1);
const style = fc.record(
  {
    ff: fc.constantFrom("宋体", "Arial", "仿宋_GB2312"),
    fs: fc.integer({ min: 6, max: 40 }),
    bl: on,
    it: on,
    ul: fc.constant({ s: 1 }),
    st: fc.constant({ s: 1 }),
    cl: colour,
    bg: colour,
    bd: fc.record({ t: side, r: side, b: side, l: side }, { requiredKeys: ["t"] }),
    n: fc.constantFrom({ pattern: "0.00%" }, { pattern: '0.0000"万元"' }, { pattern: "@" }),
    ht: fc.constantFrom(1, 2, 3),
    vt: fc.constantFrom(1, 2),
    tb: fc.constant(3),
    tr: fc.oneof(fc.integer({ min: 1, max: 90 }), fc.integer({ min: -90, max: -1 })).map((a) => ({ a })),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<IStyleData>;
const content: fc.Arbitrary<ICellData> = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter((v) => !Object.is(v, -0)).map((v) => ({ v, t: CellValueType.NUMBER })),
  text.map((v) => ({ v, t: CellValueType.STRING })),
  fc.integer().map((v) => ({ v: String(v), t: CellValueType.FORCE_STRING })),
  fc.constantFrom(0, 1).map((v) => ({ v, t: CellValueType.BOOLEAN })),
  fc.integer().map((v) => ({ f: "=SUM(A1:B2)", v, t: CellValueType.NUMBER })),
  text.map((v) => ({ f: '=IF(A1="<&>",B1,C1)', v, t: CellValueType.STRING })),
  fc.constant({ v: "#N/A", t: CellValueType.STRING }),
); // prettier-ignore
const place = fc.record({ row: fc.nat(150), column: fc.nat(19) });
const cells = fc.uniqueArray(fc.tuple(place, content, fc.option(style)), {
  maxLength: 25,
  selector: ([at]) => formatAddress(at),
});

function makeData(cellsOf: [{ row: number; column: number }, ICellData, IStyleData | null][][]): IWorkbookData {
  const sheets = cellsOf.map((all, index) => {
    const cellData: Record<number, Record<number, ICellData>> = {};
    for (const [{ row, column }, data, s] of all) (cellData[row] ??= {})[column] = s === null ? data : { ...data, s };
    return { id: `sheet-${index + 1}`, name: `表${index + 1}`, cellData };
  });
  return {
    id: "workbook",
    name: "",
    appVersion: "0.25.1",
    locale: LocaleType.ZH_CN,
    styles: {},
    defaultStyle: { ff: "等线", fs: 11 },
    sheetOrder: sheets.map(({ id }) => id),
    sheets: Object.fromEntries(sheets.map((sheet) => [sheet.id, sheet])),
  };
}

/** Cells with their styles spelled out, without what the standard format gives anyway. */
function plain(data: IWorkbookData): unknown {
  return data.sheetOrder.map((id) => {
    const found: Record<string, unknown> = {};
    for (const [row, cellsOf] of Object.entries(data.sheets[id]!.cellData ?? {})) {
      for (const [column, { s, ...cell }] of Object.entries(cellsOf as Record<string, ICellData>)) {
        const own = typeof s === "string" ? data.styles[s] : s;
        const composed = Object.entries({ ...data.defaultStyle as IStyleData, ...own }).filter(([, value]) => value !== null); // prettier-ignore
        found[`${row},${column}`] = { ...cell, style: Object.fromEntries(composed) };
      }
    }
    return found;
  });
}

test("what is saved opens as it was, and SheetJS reads the same values", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(cells, { minLength: 1, maxLength: 2 }), async (cellsOf) => {
      const data = makeData(cellsOf);
      const bytes = await saveWorkbook(data, EXTRAS);
      const opened = await openWorkbook(bytes);
      expect(plain(opened.data)).toEqual(plain(data));
      expect(opened.lost).toEqual([]);
      const theirs = read(bytes, { type: "array", cellFormula: true, cellDates: false });
      for (const [index, all] of cellsOf.entries()) {
        for (const [at, { v, f, t }] of all) {
          const cell = theirs.Sheets[`表${index + 1}`]![formatAddress(at)] as CellObject;
          const expected = t === CellValueType.BOOLEAN ? v === 1 : v;
          expect([cell.t === "e" ? cell.w : cell.v, cell.f]).toEqual([expected, f?.slice(1)]);
        }
      }
    }),
    { numRuns: 60 },
  );
});
