import { ReportError } from "../../../src/recognise/report/error";
import { LIMITS } from "../../../src/recognise/report/limits";
import { readReport } from "../../../src/recognise/report/read-report";
import { relationsOf } from "../../../src/rules/relations";
import { tableOf } from "../../../src/tables/formats";
import { cellsOf, WAYS } from "./print";

const read = (text: string, kind: "html" | "text" = "html") => readReport({ kind, text }, relationsOf);

/** The error that a source gets. */
function errorOf(text: string, kind: "html" | "text" = "html"): ReportError {
  try {
    read(text, kind);
  } catch (error) {
    if (error instanceof ReportError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

const section2 = tableOf("2021", "section2");
const figures = Object.fromEntries(section2.numbers.map(({ key }, index) => [key, String(index + 1)]));
const table = WAYS.html.print(section2, cellsOf(section2, figures));

describe("a page that attacks", () => {
  test("scripts, handlers, links and pictures are passed over; the tables among them are read", () => {
    const attacks = [
      "<script>document.write('<table><tr><td>规章</td><td>999</td></tr></table>')</script>",
      "<style>td::before { content: '9' }</style>",
      '<img src="https://example.invalid/x" onerror="throw new Error(1)">',
      '<iframe src="https://example.invalid/"></iframe><object data="https://example.invalid/"></object>',
      '<svg onload="alert(1)"><text>9</text></svg>',
      '<a href="javascript:alert(1)">年报</a>',
      "<template><table><tr><td>规章</td><td>7</td></tr></table></template>",
    ].join("\n");
    const report = read(`<html><body onload="alert(1)">${attacks}${table}${attacks}</body></html>`);
    expect(report.tables).toHaveLength(1);
    expect(report.tables[0]!.written).toEqual(figures);
    expect(JSON.stringify(report)).not.toMatch(/alert|onerror|javascript|example\.invalid/);
  });

  test.each([
    ["<div>", "depth"],
    ["<span><b>", "depth"],
    ["<p><font>", "depth"],
    ["<table><tr><td>", "tables"],
  ])("100 000 times %s within each other", (tag, detail) => {
    const error = errorOf(tag.repeat(100_000));
    expect(error.code).toBe("tooDeep");
    expect(error.details).toHaveProperty(detail);
    expect(error.message).toContain("tooDeep");
  });

  test("closing tags that close nothing", () => {
    expect(read(`${"</table></td>".repeat(100_000)}${table}`).tables).toHaveLength(1);
  });

  test("spans that would make a table of a thousand million cells", () => {
    const row = `<tr>${'<td colspan="99999999" rowspan="99999999">1</td>'.repeat(100)}</tr>`;
    expect(errorOf(`<table>${row.repeat(100)}</table>`).code).toBe("tooManyCells");
    expect(errorOf(`<table>${row.repeat(100)}</table>`).details).toEqual({
      cells: expect.any(Number) as number,
      limit: LIMITS.cells,
    });
  });

  test("tables without end", () => {
    const error = errorOf(table.repeat(2_000));
    expect([error.code, error.details]).toEqual(["tooLarge", { rows: expect.any(Number) as number, limit: 3_000 }]);
  });

  test("a span that reaches below the table", () => {
    const wide = table.replace("<td>规章", '<td rowspan="0">规章');
    expect(read(wide).tables[0]!.written).toEqual(figures);
    expect(read(table.replace("<td>行政强制", '<td rowspan="9">行政强制')).tables).toHaveLength(1);
  });

  test("an attribute, a comment and a tag that never end", () => {
    const tail = "x".repeat(1_000_000);
    for (const end of [`<td class="${tail}`, `<!--${tail}`, `<${tail}`, `&${tail}`, `<![CDATA[${tail}`]) {
      expect(read(table + end).tables).toHaveLength(1);
    }
  });

  test("tags within an attribute, and HTML escaped over and over", () => {
    let escaped = table;
    for (let times = 0; times < 6; times++) escaped = escaped.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
    expect(read(`<p>${escaped}</p>`).tables).toEqual([]);
    expect(read(`<td title="${table.replaceAll('"', "'")}">无</td>`).tables).toEqual([]);
  });
});

describe("a source that is no report", () => {
  test("50 MB of text", () => {
    const error = errorOf("规章 0 0 00\n".repeat(5_000_000), "text");
    expect([error.code, error.details]).toEqual(["tooLarge", { characters: 50_000_000, limit: LIMITS.characters }]);
  });

  test("more text than any report, although the page is within its limit", () => {
    expect(errorOf("字".repeat(LIMITS.textCharacters + 1), "text").code).toBe("tooLarge");
    expect(errorOf(`<p>${"字".repeat(LIMITS.textCharacters + 1)}</p>`).code).toBe("tooLarge");
  });

  test("figures without end", () => {
    expect(errorOf("行政许可 5 ".repeat(200_000), "text").code).toBe("tooManyCells");
    expect(errorOf("行政许可\t5\n".repeat(200_000), "text").code).toBe("tooManyCells");
  });

  test.each([
    ["", "empty"],
    [" \n\t ", "empty"],
    ["%PDF-1.7\n\0\u0001", "binary"],
    ["PK\u0003\u0004\0\0", "binary"],
  ])("%j is %s", (text, code) => {
    expect(errorOf(text, "text").code).toBe(code);
  });
});

describe("texts on which a careless pattern would take for ever", () => {
  const size = 300_000;
  test.each([
    ["spaces", " ".repeat(size)],
    ["tabs", `规章${"\t".repeat(size)}1`],
    ["empty lines", `规章${"\n".repeat(size)}1`],
    ["bars", `规章${"|".repeat(9_000)}1`],
    ["one number", `规章${"1".repeat(size)}`],
    ["zeros", `规章${"0".repeat(size)}行政规范性文件`],
    ["figures in one line", `规章 ${"1 ".repeat(20_000)}`],
    ["brackets", "（".repeat(size)],
    ["headings", "一、总体情况二、主动公开".repeat(20_000)],
    ["a sentence without end", `一、总体情况收到${"申请收到".repeat(60_000)}5件`],
    ["words of a negation", `一、总体情况${"未收到无".repeat(60_000)}。`],
    ["years", "2023年".repeat(60_000)],
    ["signs", "+-".repeat(size / 2)],
    ["dashes", "-".repeat(size)],
    ["points", `规章${"1.".repeat(20_000)}`],
    ["commas", `规章 ${"1,".repeat(20_000)}1`],
  ])("%s", (_name, text) => {
    expect(() => {
      try {
        read(text, "text");
      } catch (error) {
        if (!(error instanceof ReportError)) throw error;
      }
    }).not.toThrow();
  });
});
