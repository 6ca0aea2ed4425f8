/** @jest-environment node */
import { read, type CellObject } from "@e965/xlsx";
import ExcelJS from "exceljs";
import { readWorkbook } from "../../../src/xlsx";
import { openWorkbook } from "../../../src/workbench/file/open-workbook";
import { saveWorkbook } from "../../../src/workbench/file/save-workbook";
import { fixture } from "../../xlsx/make";
import { makeFullBook } from "./make-book";

async function roundTrip(bytes: Uint8Array): Promise<Uint8Array> {
  const { data, extras } = await openWorkbook(bytes);
  // What the page does in between: the snapshot goes through the grid, which keeps it as plain data.
  return saveWorkbook(structuredClone(data), structuredClone(extras));
}

async function loaded(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.slice().buffer);
  return book;
}

type View = Partial<ExcelJS.WorksheetViewFrozen & ExcelJS.WorksheetViewCommon>;

describe("a workbook with everything that is to be kept", () => {
  let before: Uint8Array;
  let after: Uint8Array;
  let old: ExcelJS.Workbook;
  let now: ExcelJS.Workbook;

  beforeAll(async () => {
    before = await makeFullBook();
    after = await roundTrip(before);
    [old, now] = [await loaded(before), await loaded(after)];
  });

  test("nothing is told as lost", async () => {
    expect((await openWorkbook(before)).lost).toEqual([]);
  });

  test("values, formulas, cached values and number formats, read by SheetJS", () => {
    const options = { type: "array", cellFormula: true, cellNF: true } as const;
    const [first, second] = [read(before, options), read(after, options)];
    expect(second.SheetNames).toEqual(first.SheetNames);
    for (const name of first.SheetNames) {
      const [a, b] = [first.Sheets[name]!, second.Sheets[name]!];
      const keep = ([, cell]: [string, CellObject]): boolean => cell.v !== undefined || cell.f !== undefined;
      const cells = (sheet: typeof a) =>
        Object.entries(sheet)
          .filter(([address]) => !address.startsWith("!"))
          .map(([address, cell]): [string, CellObject] => [address, cell as CellObject])
          .filter(keep)
          .map(([address, { t, v, f, z }]) => ({ address, t, v, f, z }));
      expect(cells(b)).toEqual(cells(a));
      expect(b["!merges"]).toEqual(a["!merges"]);
    }
  });

  test("fonts, fills, borders, alignment and locks, read by exceljs", () => {
    const looks = (book: ExcelJS.Workbook): unknown[] => {
      const all: unknown[] = [];
      book.eachSheet((sheet) =>
        sheet.eachRow({ includeEmpty: false }, (row) =>
          row.eachCell({ includeEmpty: true }, ({ address, style }) => {
            const { font, fill, border, alignment, protection } = style;
            const { name, size, bold, italic, underline, strike, color } = font ?? {};
            const face = { name, size, bold, italic, underline, strike, color };
            const shade = fill?.type === "pattern" && fill.pattern === "solid" ? fill.fgColor : undefined;
            const locked = protection?.locked ?? true;
            all.push([
              sheet.name,
              address,
              face.name && plainFont(face),
              shade,
              plainBorder(border),
              alignment,
              locked,
            ]);
          }),
        ),
      );
      return all;
    };
    expect(looks(now)).toEqual(looks(old));
  });

  test("sizes, what is hidden, frozen, coloured and shown", () => {
    const frame = (book: ExcelJS.Workbook): unknown[][] =>
      book.worksheets.map(({ name, state, views, properties, columns }) => {
        const [view = {}] = (views as ExcelJS.WorksheetView[] | null) ?? [];
        const { state: frozen = "normal", xSplit, ySplit, showGridLines = true, zoomScale = 100 } = view as View;
        const widths = (columns ?? []).map(({ width, hidden }) => [width && Math.round(width * 7), hidden]);
        const rows = [1, 2, 9].map((row) => book.getWorksheet(name)!.getRow(row)).map(({ height, hidden }) => [height, hidden]); // prettier-ignore
        return [
          name,
          state,
          frozen,
          xSplit,
          ySplit,
          showGridLines,
          zoomScale,
          properties.tabColor,
          widths.slice(0, 6),
          rows,
        ];
      });
    expect(frame(now)).toEqual(frame(old));
  });

  test("protection with its options and password, names, page set-up", () => {
    const rest = (book: ExcelJS.Workbook): unknown[] =>
      book.worksheets.map((sheet) => {
        const { paperSize, orientation, fitToPage, fitToWidth, fitToHeight, horizontalCentered, margins, printArea, printTitlesRow } = sheet.pageSetup; // prettier-ignore
        const protection = (sheet as unknown as { sheetProtection: unknown }).sheetProtection;
        const print = { paperSize, orientation, fitToPage, horizontalCentered: horizontalCentered ?? false, margins, printArea, printTitlesRow }; // prettier-ignore
        const fit = fitToPage ? { fitToWidth, fitToHeight } : {};
        return {
          protection,
          print: sheet.name === "表三" ? { ...print, ...fit } : null,
          footer: (sheet.headerFooter as { oddFooter?: string } | null)?.oddFooter,
        };
      });
    expect(rest(now)).toEqual(rest(old));
    expect(now.definedNames.model).toEqual(old.definedNames.model);
  });

  test("data validations", () => {
    type Validations = { dataValidations: { model: Record<string, ExcelJS.DataValidation> } };
    const rules = (book: ExcelJS.Workbook): unknown =>
      Object.entries((book.worksheets[0] as unknown as Validations).dataValidations.model).map(([address, rule]) => {
        // Without a title or text there is nothing to show: then the two ways of saying so are the same.
        const { type, operator = "between", formulae, allowBlank = false, errorStyle = "stop", error, errorTitle, prompt, promptTitle } = rule; // prettier-ignore
        return [address, { type, operator, formulae, allowBlank, errorStyle, error, errorTitle, prompt, promptTitle }];
      });
    expect(rules(now)).toEqual(rules(old));
  });

  test("conditional formats with what they change", () => {
    type Formats = { conditionalFormattings: ExcelJS.ConditionalFormattingOptions[] };
    const rules = (book: ExcelJS.Workbook): unknown[] =>
      (book.worksheets[0] as unknown as Formats).conditionalFormattings
        .flatMap(({ ref, rules: own }) => own.map((rule) => ({ ref, ...(rule as ExcelJS.ExpressionRuleType) })))
        .sort((a, b) => a.priority - b.priority)
        .map(({ ref, type, formulae, style, ...more }) => {
          const fill = style?.fill?.type === "pattern" ? style.fill.bgColor : undefined;
          const { operator, text } = more as { operator?: string; text?: string };
          return { ref, type, operator, text, formulae: formulae?.map(String), fill, font: style?.font, border: plainBorder(style?.border) }; // prettier-ignore
        });
    const [first, second] = [rules(old), rules(now)];
    expect(second).toHaveLength(5);
    // A comparison with a cell is a formula in the grid: the same cells are coloured.
    first[3] = { ...(first[3] as object), type: "expression", operator: undefined, formulae: ["D6>($A$2)"] };
    // exceljs writes no formula for text; readers other than Excel need it.
    (first[4] as { formulae: unknown }).formulae = (second[4] as { formulae: unknown }).formulae;
    expect(second).toEqual(first);
    expect((second[4] as { formulae: unknown }).formulae).toEqual(['NOT(ISERROR(SEARCH("件",D6)))']);
  });

  test("notes and links", () => {
    const said = (book: ExcelJS.Workbook): unknown[] =>
      ["A1", "A2"].map((address) => {
        const { text, hyperlink } = book.getWorksheet("O'Neil 表")!.getCell(address);
        return [text, hyperlink];
      });
    expect(said(now)[1]).toEqual(said(old)[1]);
    const { note } = now.getWorksheet("表三")!.getCell("D6");
    const text = typeof note === "string" ? note : note.texts?.map((run) => run.text).join("");
    expect(text).toBe("请核实\n第二行");
    const links = read(after, { type: "array" }).Sheets["O'Neil 表"]!;
    expect((links.A1 as CellObject).l?.Target).toBe("#'表三'!D27");
  });

  test("properties, custom properties and custom XML, under the same ids", () => {
    const parts = (bytes: Uint8Array): unknown => {
      const { properties, customXml } = readWorkbook(bytes);
      const { creator, title, keywords, created } = properties.core;
      const { custom } = properties;
      return { creator, title, keywords, created, custom, xml: customXml.map(({ id, xml }) => ({ id, xml })) };
    };
    expect(parts(after)).toEqual(parts(before));
    expect(now.company).toBe("辛店镇人民政府");
  });

  test("what was saved opens as the same data again", async () => {
    const [first, second] = [await openWorkbook(before), await openWorkbook(after)];
    expect(second.extras).toEqual(first.extras);
    expect(second.data).toEqual(first.data);
  });
});

/** exceljs tells of each side only what the file says, which may be nothing at all or an empty element. */
function plainBorder(border: Partial<ExcelJS.Borders> | undefined): unknown {
  const sides = Object.entries(border ?? {}).filter(([, side]) => (side as { style?: string } | undefined)?.style);
  return Object.fromEntries(
    sides.map(([name, side]) => {
      const { style, color, up, down } = side as { style: string; color?: object; up?: boolean; down?: boolean };
      return [name, { style, color: color ?? { argb: "FF000000" }, up: up ?? false, down: down ?? false }];
    }),
  );
}

function plainFont({ color, ...font }: Partial<ExcelJS.Font>): unknown {
  // Theme colours are plain ones afterwards; text 1 is black.
  return { ...font, color: color === undefined || "theme" in color ? { argb: "FF000000" } : color };
}

describe.each([
  "excel-1904.xlsx",
  "excel-comments.xlsx",
  "excel-mac-escapes.xlsx",
  "excel-merges.xlsx",
  "excel-shared-formulas.xlsx",
  "excel-tables.xlsx",
  "google-sheets.xlsx",
  "libreoffice.xlsx",
  "wps-11.xlsx",
  "wps-7.xlsx",
])("%s of another program", (name) => {
  test("opens, is saved, and opens as the same data again", async () => {
    const first = await openWorkbook(fixture(name));
    const second = await openWorkbook(await saveWorkbook(first.data, first.extras));
    expect(second.data).toEqual(first.data);
    expect(second.extras).toEqual(first.extras);
    expect(second.lost).toEqual([]);
  });
});
