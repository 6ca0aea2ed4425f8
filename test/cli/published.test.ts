import { read, utils } from "@e965/xlsx";
import { docxOf, htmlOf, reportOf } from "../batch/report-file/reports";
import { readText } from "../recognise/report/fixtures";
import { goujiOn } from "./terminal";

const bytesOf = (text: string) => new TextEncoder().encode(text);

const FILES: Record<string, Uint8Array> = {
  "杭州.docx": docxOf(reportOf("015-hangzhou-2025")),
  "金湖.html": bytesOf(htmlOf(reportOf("012-jinhu-2023"))),
  "两年.txt": bytesOf(readText("suqian-2023.txt")),
  "连写.txt": bytesOf(readText("pingtan-2023.txt")),
  "平潭2023.txt": bytesOf(readText("pingtan-2023.txt")),
  "平潭2022.txt": bytesOf(readText("pingtan-2022.txt")),
  "中断.txt": bytesOf(readText("tuofenglu-2020.txt")),
  "年报.pdf": bytesOf("%PDF-1.7"),
  "金湖.xlsx": bytesOf("原有的文件"),
  "改名.xlsx": bytesOf("收到申请 12 件"),
};

const gouji = (...words: string[]) => goujiOn(FILES, ...words);

describe("published reports", () => {
  test("are checked as they are: cells are named in words", async () => {
    const { status, out } = await gouji("check", "杭州.docx", "金湖.html", "--json");
    const [hangzhou, jinhu] = (JSON.parse(out) as { files: Record<string, unknown>[] }).files;
    expect(status).toBe(1);
    expect(hangzhou).toMatchObject({ published: "docx", unit: "杭州市", year: 2025, verdict: "pass", findings: [] });
    expect(jinhu).toMatchObject({
      published: "html",
      verdict: "fail",
      findings: [
        {
          rule: "S4.TOTAL",
          cells: ["表四“未经复议直接起诉”栏“总计”列"],
          keys: ["directLitigation.total"],
          expected: "3",
          actual: "0",
        },
      ],
    });
    expect((jinhu!.tables as unknown[])[2]).toEqual({
      table: "section4",
      format: "2021",
      sheet: "表四",
      range: null,
      verdict: "fail",
    });
  });

  test("what could not be told apart is not checked, and no pass", async () => {
    const { status, out } = await gouji("check", "连写.txt", "两年.txt", "年报.pdf");
    expect(status).toBe(2);
    expect(out).toMatch(/连写\.txt：未完成/);
    expect(out).toContain("表三（2024）");
    expect(out).toContain("这是 PDF 文件");
  });
});

describe("cells that could not be read for certain", () => {
  const SENTENCE = /表二“行政规范性文件”行“现行有效件数”列没有读准：原文这一行写作“77132470”，.*470/;
  const ROW =
    /表二“行政规范性文件”行没有读准：原文这一行写作“77132470”，有几种读法：本年制发件数 77.*；本年废止件数 132.*；现行有效件数 470.*。请对照原文填写。/;

  test("are told with what is printed and the readings", async () => {
    const { out: text } = await gouji("check", "连写.txt");
    expect(text).toMatch(ROW);
    // a row that runs together was told once for each of its cells
    expect(text.match(/没有读准/g)).toHaveLength(1);
    const { out } = await gouji("check", "连写.txt", "--json");
    const [file] = (JSON.parse(out) as { files: { unread: Record<string, unknown>[] }[] }).files;
    expect(file!.unread[2]).toMatchObject({
      table: "section2",
      keys: ["normativeDocuments.valid"],
      code: "asked",
      written: "77132470",
      readings: expect.arrayContaining(["470", "2470"]) as unknown,
      message: expect.stringMatching(SENTENCE) as unknown,
    });
  });

  test("stand in the results, and are named where the years cannot be compared", async () => {
    const { out, written } = await gouji("check", "连写.txt", "--xlsx", "结果.xlsx");
    expect(out).toContain("未完成");
    const { Sheets } = read(written.get("结果.xlsx")!);
    const words = (sheet: string) => utils.sheet_to_csv(Sheets[sheet]!);
    expect(words("单位")).toMatch(ROW);
    expect(words("问题")).toMatch(ROW);
    const { out: compared } = await gouji("check", "平潭2023.txt", "--previous", "平潭2022.txt");
    expect(compared).toMatch(/有 1 个数字.*无法与上年比对：.*上年表二 行政规范性文件 现行有效件数/);
  });
});

describe("gouji import", () => {
  test("makes a workbook that says what the report says, status 0", async () => {
    const { status, out, written } = await gouji("import", "杭州.docx", "-o", "新.xlsx");
    expect([status, [...written.keys()]]).toEqual([0, ["新.xlsx"]]);
    expect(out).toContain("单位：杭州市；报告年度：2025");
    expect(out).toContain("表三：共 175 格，读出 175");
    const { status: checked } = await goujiOn(Object.fromEntries(written), "check", "新.xlsx");
    expect(checked).toBe(0);
  });

  test("a report that breaks rules is made all the same, status 1", async () => {
    const { status, out, written } = await gouji("import", "金湖.html", "-o", "新.xlsx", "--unit", "金湖县");
    expect([status, [...written.keys()]]).toEqual([1, ["新.xlsx"]]);
    expect(out).toContain("J5");
  });

  test("cells that are not sure are listed and left blank, status 2", async () => {
    const { status, out, written } = await gouji(
      "import",
      "连写.txt",
      "-o",
      "新.xlsx",
      "--unit",
      "平潭",
      "--year",
      "2023",
    );
    expect([status, [...written.keys()]]).toEqual([2, ["新.xlsx"]]);
    expect(out).toMatch(/行政规范性文件 .*有几种读法/);
  });

  test.each([
    [["import", "两年.txt", "-o", "新.xlsx"], "--year"],
    [["import", "杭州.docx", "-o", "金湖.xlsx"], "--force"],
    [["import", "年报.pdf", "-o", "新.xlsx"], "PDF"],
    [["import", "没有.docx", "-o", "新.xlsx"], "没有.docx"],
    [["import", "改名.xlsx", "-o", "新.xlsx"], "没有找到"],
    [["import", "杭州.docx"], "-o"],
    [["import", "-o", "新.xlsx"], "import"],
    [["import", "杭州.docx", "-o", "新.xlsx", "--year", "二四"], "--year"],
  ])("%j writes nothing and says why", async (words, named) => {
    const { status, err, written } = await gouji(...words);
    expect([status, written.size]).toEqual([2, 0]);
    expect(err).toContain(named);
  });

  test("of several years the chosen one; an existing file only by force", async () => {
    const { status, out, written } = await gouji(
      ...["import", "两年.txt", "-o", "金湖.xlsx", "--year", "2024", "--unit", "宿迁市", "--force"],
    );
    expect([...written.keys()]).toEqual(["金湖.xlsx"]);
    expect([status, out.includes("报告年度：2024")]).toEqual([0, true]);
  });
});

test("cells of a report without addresses that were named with nothing but commas are named in words, whole rows as rows", async () => {
  const { out } = await gouji("check", "中断.txt");
  expect(out).toContain("未填：“一、本年新收政府信息公开申请数量”行“自然人”列、");
  expect(out).toMatch(/表三“（一）予以公开”行没有读准：原文这一行没有数字，原文到这里中断。/);
  expect(out).toMatch(/表三“（二）部分公开”行、.* 等 140 格没有读准：原文中没有找到这一格。/);
});

test("wrong cells of a report without addresses were named by nothing: they are named by row and column", async () => {
  const { out, written } = await gouji("check", "金湖.html", "--xlsx", "结果.xlsx");
  expect(out).toMatch(/疑似错格：“未经复议直接起诉”栏“总计”列 0 → 3/);
  const { Sheets } = read(written.get("结果.xlsx")!);
  expect(utils.sheet_to_json<string[]>(Sheets["问题"]!, { header: 1 })[1]![5]).toBe("表四");
});
