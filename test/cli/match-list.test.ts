import { read, utils, write } from "@e965/xlsx";
import { csvOf, readMatchList } from "../../src/cli/match-list";
import { COMPLETE_REPORTS, type Report } from "../fixtures/reports";
import { makeWorkbook } from "../fixtures/workbooks";
import { goujiOn } from "./terminal";

const [before, now] = ["008-suqian-2023", "009-suqian-2024"].map((id) =>
  COMPLETE_REPORTS.find((candidate) => candidate.id === id)!,
);
const named = (report: Report | undefined, unit: string) => makeWorkbook({ ...report!, unit });

const FILES = {
  "今年/农业.xlsx": named(now, "清河市农业农村局"),
  "今年/教育.xlsx": named(now, "清河市教育局"),
  "今年/数据.xlsx": named(now, "清河市数据局"),
  "去年/农业.xlsx": named(before, "清河市农业局"),
  "去年/教育1.xlsx": named(before, "清河市教育局"),
  "去年/教育2.xlsx": named(before, "清河市教育局"),
};
const WORDS = ["check", "今年", "--previous", "去年"];
const gouji = (...words: string[]) => goujiOn(FILES, ...WORDS, ...words);

const rowsOf = (bytes: Uint8Array) => utils.sheet_to_json<string[]>(read(bytes, { type: "array" }).Sheets.Sheet1!, { header: 1 }); // prettier-ignore

/** A draft as a person gives it back, with a column filled in. */
async function filled(previous: Readonly<Record<string, string>>): Promise<string[][]> {
  const { written } = await gouji("--match-draft", "对应.csv");
  const [head, ...rows] = rowsOf(written.get("对应.csv")!);
  const column = head!.indexOf("上年文件");
  const fill = (row: string[]): string[] => row.map((text, index) => (index === 2 ? (previous[row[1]!] ?? "") : text));
  expect(column).toBe(2);
  return [head!, ...rows.map((row) => fill(Array.from(row, (text: string | undefined) => text ?? "")))];
}

const ANSWERS = { "今年/农业.xlsx": "去年/农业.xlsx", "今年/教育.xlsx": "教育2.xlsx", "今年/数据.xlsx": "无" };

test("a doubtful match could be confirmed in the pane only: the command drafts a list, and takes it back filled in", async () => {
  const draft = await gouji("--match-draft", "对应.csv");
  expect(draft.status).toBe(2);
  expect(draft.out).toContain("已写出 对应.csv，有 3 个单位待指定上年报告");
  const [, ...rows] = rowsOf(draft.written.get("对应.csv")!);
  expect(rows.map(([unit, file, , , ...candidates]) => [unit, file, candidates])).toEqual([
    ["清河市教育局", "今年/教育.xlsx", ["去年/教育1.xlsx", "去年/教育2.xlsx"]],
    ["清河市农业农村局", "今年/农业.xlsx", ["去年/农业.xlsx"]],
    ["清河市数据局", "今年/数据.xlsx", expect.anything()],
    // reports that nobody has
    [undefined, undefined, ["去年/教育1.xlsx"]],
    [undefined, undefined, ["去年/教育2.xlsx"]],
    [undefined, undefined, ["去年/农业.xlsx"]],
  ]);
});

describe("a list that was filled in", () => {
  const saved: Record<string, (rows: string[][]) => Uint8Array> = {
    "对应.csv": csvOf,
    "对应（UTF-16）.csv": (rows) => new Uint8Array(Buffer.from(`\ufeff${rows.map((row) => row.join("\t")).join("\r\n")}`, "utf16le")), // prettier-ignore
    "对应.xlsx": (rows) => {
      const book = utils.book_new();
      utils.book_append_sheet(book, utils.aoa_to_sheet(rows), "Sheet1");
      return new Uint8Array(write(book, { type: "buffer", bookType: "xlsx" }) as Buffer);
    },
  };

  test.each(Object.keys(saved))("is read as %s", async (name) => {
    const files = { ...FILES, [name]: saved[name]!(await filled(ANSWERS)) };
    const { out } = await goujiOn(files, ...WORDS, "--match", name);
    expect(out).not.toContain("未与上年比对");
    expect(out).toContain("与上年报告比对：清河市农业局 2023（去年/农业.xlsx），由人指定。");
    expect(out).toContain("去年/教育2.xlsx），由人指定。");
    expect(out).toContain("不与上年比对：已确认本单位上年没有报告。");
    expect(out).not.toContain("没有与上年报告对上");
  });

  test("with names that do not exist is refused before anything is checked, each with its line", async () => {
    const list = csvOf(
      await filled({ ...ANSWERS, "今年/农业.xlsx": "去年/农林.xlsx", "今年/教育.xlsx": "清河市教育局" }),
    );
    const { status, out, err } = await goujiOn({ ...FILES, "对应.csv": list }, ...WORDS, "--match", "对应.csv");
    expect([status, out]).toEqual([2, ""]);
    expect(err).toBe(
      "对应表第 2 行：“清河市教育局”有 2 份（去年/教育1.xlsx、去年/教育2.xlsx），请写明文件的路径。\n对应表第 3 行：上年报告中没有“去年/农林.xlsx”。\n",
    );
  });

  test("is never overwritten by the next draft, and what is still open can be drafted beside it", async () => {
    const list = csvOf(await filled({ "今年/农业.xlsx": "去年/农业.xlsx" }));
    const files = { ...FILES, "对应.csv": list };
    const words = [...WORDS, "--match", "对应.csv", "--match-draft"];
    expect((await goujiOn(files, ...words, "对应.csv", "--force")).err).toContain("对应.csv 是这次要读取的文件");
    const { written } = await goujiOn(files, ...words, "余下.csv");
    expect(rowsOf(written.get("余下.csv")!).map(([unit]) => unit)).toContain("清河市教育局");
    expect(rowsOf(written.get("余下.csv")!).map(([unit]) => unit)).not.toContain("清河市农业农村局");
  });
});

test("a pair in the command serves for a unit or two; what is said of units that are not there is told", async () => {
  const { out } = await gouji("--match", "清河市农业农村局=农业局", "--match", "清河市畜牧局=无");
  expect(out).toContain("去年/农业.xlsx），由人指定。");
  expect(out).toContain("指定的单位不在这次检查的报告中，没有用上：清河市畜牧局。");
  expect(out).toContain("有 2 个单位没有与上年报告对上。加上 --match-draft 对应.csv");
});

test.each([
  [["--match", "农业局"], "请写成“单位=上年文件”"],
  [["--match", "没有.csv"], "对应表 没有.csv 读不出来。找不到文件"],
  [["--match-draft", "对应.xls"], "对应表的文件名要以 .csv 结尾"],
])("%j is refused with one sentence", async (words, told) => {
  const { status, out, err } = await gouji(...words);
  expect([status, out]).toEqual([2, ""]);
  expect(err).toContain(told);
});

test("a list without last year's reports means nothing", async () => {
  const { err } = await goujiOn(FILES, "check", "今年", "--match", "a=b");
  expect(err).toContain("--match a=b：要与 --previous 一起用。");
});

test("a name never becomes a formula in Excel, and is read back as it was; two plain columns are enough", () => {
  const rows = [
    ["=HYPERLINK(1)", '甲"乙,丙'],
    ["+A1", "无"],
  ];
  const text = new TextDecoder().decode(csvOf(rows));
  expect(text).toBe(`'=HYPERLINK(1),"甲""乙,丙"\r\n'+A1,无\r\n`);
  expect(readMatchList(csvOf(rows))).toEqual([
    { line: 1, current: "=HYPERLINK(1)", previous: '甲"乙,丙' },
    { line: 2, current: "+A1", previous: null },
  ]);
});

test("a list with semicolons, as Excel writes it in some languages, is read; one that assigns nothing is refused before anything is checked", async () => {
  const list = (text: string) => goujiOn({ ...FILES, "l.csv": new TextEncoder().encode(text) }, ...WORDS, "--match", "l.csv"); // prettier-ignore
  const { out } = await list("清河市农业农村局;去年/农业.xlsx\r\n清河市数据局;无\r\n");
  expect(out).toContain("有 1 个单位没有与上年报告对上");
  for (const text of ["", "甲乙丙\r\n丁\r\n"]) {
    const { status, out: printed, err } = await list(text);
    expect([status, printed]).toEqual([2, ""]);
    expect(err).toContain("l.csv 里没有读出对应关系");
  }
});
