import { COMPLETE_REPORTS } from "../fixtures/reports";
import { patchWorkbook } from "../../src/xlsx";
import { makeWorkbook } from "../fixtures/workbooks";
import { goujiOn } from "./terminal";

const report = (id: string) => COMPLETE_REPORTS.find((candidate) => candidate.id === id)!;

const blankRows = (length: number) => Array.from({ length }, () => ({ cells: [] }));

const FILES: Record<string, Uint8Array> = {
  "杭州.xlsx": makeWorkbook(report("015-hangzhou-2025")),
  "金湖.xlsx": makeWorkbook(report("012-jinhu-2023")),
  "未填.xlsx": makeWorkbook(report("015-hangzhou-2025"), () => undefined),
  "文本.xlsx": makeWorkbook(report("015-hangzhou-2025"), (section, key, value) =>
    key === "granted.naturalPerson" && section === "section3" ? "５345件" : value,
  ),
  "错格.xlsx": makeWorkbook(report("015-hangzhou-2025"), (section, key, value) => {
    if (section === "section3" && key === "granted.naturalPerson") return 53345;
    return section === "section4" && key === "review.total" ? value + 1 : value;
  }),
  "台账.xlsx": patchWorkbook(makeWorkbook(report("015-hangzhou-2025")), {
    sheets: [{ name: "台账", rows: [{ cells: [{ value: 1 }] }, ...blankRows(2_000), { cells: [{ value: "底" }] }] }],
  }),
  "改名.xlsx": new TextEncoder().encode("收到申请 12 件"),
};

const gouji = (...words: string[]) => goujiOn(FILES, ...words);

interface Json {
  version: string;
  rules: string;
  files: {
    file: string;
    unit: string;
    year: number;
    verdict: string;
    error?: { code: string; message: string };
    tables: { table: string; format: string; sheet: string; range: string; verdict: string }[];
    findings: {
      rule: string;
      severity: string;
      table: string;
      cells: string[];
      keys: string[];
      expected: string;
      actual: string;
      message: string;
    }[];
    suspects: {
      table: string;
      group: number;
      rank: number;
      cells: { cell: string; key: string; current: string; suggested: string | null }[];
      evidence: string[];
      certain: boolean;
    }[];
  }[];
  summary: Record<string, number>;
}

async function goujiJson(...words: string[]) {
  const { status, out } = await gouji(...words, "--json");
  return { status, json: JSON.parse(out) as Json };
}

test("a workbook of which a sheet was not read to its end is incomplete although all that was read holds", async () => {
  const { status, json } = await goujiJson("check", "台账.xlsx");
  expect(status).toBe(2);
  expect(json.files[0]).toMatchObject({
    verdict: "incomplete",
    tables: [{ verdict: "pass" }, { verdict: "pass" }, { verdict: "pass" }],
    cutSheets: [{ sheet: "台账", range: "A1:A2000" }],
  });
  const { out } = await gouji("check", "台账.xlsx");
  expect(out).toContain("台账.xlsx：未完成\n  工作表“台账”过大，只读取了 A1:A2000，这以外的内容没有校验。\n");
});

test("a report that holds passes with status 0", async () => {
  const { status, json } = await goujiJson("check", "杭州.xlsx");
  expect(status).toBe(0);
  expect(json.files[0]).toMatchObject({
    file: "杭州.xlsx",
    unit: "杭州市",
    year: 2025,
    verdict: "pass",
    findings: [],
    suspects: [],
  });
  expect(json.files[0]!.tables[1]).toEqual({
    table: "section3",
    format: "2021",
    sheet: "表三",
    range: "表三!A2:J29",
    verdict: "pass",
  });
});

test("a broken sum is named to its cell with both sides, status 1", async () => {
  const { status, json } = await goujiJson("check", "金湖.xlsx");
  expect(status).toBe(1);
  expect(json.files[0]!.findings).toEqual([
    expect.objectContaining({
      rule: "S4.TOTAL",
      severity: "error",
      table: "section4",
      cells: ["表四!J5"],
      keys: ["directLitigation.total"],
      expected: "3",
      actual: "0",
    }),
  ]);
  const { out } = await gouji("check", "金湖.xlsx");
  expect(out).toContain("J5");
  expect(out).toContain("共 1 个文件：通过 0，有错误 1，未完成 0。");
});

test("the wrong cell is named with what it should be and why; ties are told as ties", async () => {
  const { json } = await goujiJson("check", "错格.xlsx");
  const [first, ...others] = json.files[0]!.suspects;
  expect(first).toMatchObject({
    table: "section3",
    group: 0,
    rank: 1,
    cells: [{ cell: "表三!D7", key: "granted.naturalPerson", current: "53345", suggested: "5345" }],
    evidence: ["digitDoubled"],
    certain: true,
  });
  expect(others.length).toBeGreaterThan(1);
  expect(others.every(({ table, group, certain }) => table === "section4" && group === 1 && !certain)).toBe(true);
  const { out } = await gouji("check", "错格.xlsx");
  expect(out).toContain("疑似错格：D7 53345 → 5345（一位数字写了两遍），可以确定");
});

test("blank tables are incomplete, status 2", async () => {
  const { status, json } = await goujiJson("check", "未填.xlsx");
  expect(status).toBe(2);
  expect(json.files[0]!.verdict).toBe("incomplete");
});

test("a number written as text is F.KIND with what was probably meant, and is not converted", async () => {
  const { status, json } = await goujiJson("check", "文本.xlsx");
  expect(status).toBe(1);
  expect(json.files[0]!.findings[0]).toMatchObject({
    rule: "F.KIND",
    cells: ["表三!D7"],
    actual: "５345件",
    expected: "5345",
  });
});

test("a file that is no workbook, and one that is not there, are said to be so while the rest goes on", async () => {
  const { status, json } = await goujiJson("check", "改名.xlsx", "没有.xlsx", "杭州.xlsx");
  expect(status).toBe(2);
  expect(json.files.map(({ verdict, error }) => [verdict, error?.code])).toEqual([
    ["incomplete", "notAnXlsx"],
    ["incomplete", "ENOENT"],
    ["pass", undefined],
  ]);
  expect(json.files[1]!.error!.message).toContain("没有.xlsx");
  expect(json.summary).toEqual({ files: 3, pass: 1, fail: 0, incomplete: 2 });
});

test.each([
  [["chekc", "a.xlsx"], "chekc"],
  [["check"], "文件夹"],
  [["check", "--jsno", "a.xlsx"], "--jsno"],
  [["check", "a.xlsx", "--language", "fr"], "fr"],
])("wrong arguments %j are named, status 2", async (words, named) => {
  const { status, err } = await gouji(...words);
  expect(status).toBe(2);
  expect(err).toContain(named);
});

test("speaks English when asked to", async () => {
  const { out } = await gouji("check", "金湖.xlsx", "--language", "en-US");
  expect(out).toContain("1 files: 0 pass, 1 fail, 0 incomplete.");
});

describe("a folder", () => {
  const bytes = FILES["杭州.xlsx"]!;
  const FOLDER = {
    "2024/乡镇10/年报.xlsx": bytes,
    "2024/乡镇2/年报.xlsx": FILES["金湖.xlsx"]!,
    "2024/乡镇2/~$年报.xlsx": new Uint8Array(165),
    "2024/.回收站/年报.xlsx": bytes,
    "2024/说明.png": new Uint8Array(8),
    "2024/旧表.xls": new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    "2024/汇总.xlsx": FILES["未填.xlsx"]!,
  };

  test("is checked with the folders in it, in the order in which people count, without lock files and what is hidden", async () => {
    const { status, out } = await goujiOn(FOLDER, "check", "2024", "--json");
    const { files, summary } = JSON.parse(out) as Json;
    expect(files.map(({ file, verdict, error }) => [file, verdict, error?.code])).toEqual([
      ["2024/汇总.xlsx", "incomplete", undefined],
      ["2024/旧表.xls", "incomplete", "notAnXlsx"],
      ["2024/乡镇2/年报.xlsx", "fail", undefined],
      ["2024/乡镇10/年报.xlsx", "pass", undefined],
    ]);
    expect(summary).toEqual({ files: 4, pass: 1, fail: 1, incomplete: 2 });
    expect(status).toBe(1);
  });

  test("is written as one JSON value, as if it were made in one piece", async () => {
    const { out } = await goujiOn(FOLDER, "check", "2024", "--json");
    expect(out).toBe(`${JSON.stringify(JSON.parse(out), null, 2)}\n`);
    const { out: none } = await goujiOn({ "空/说明.png": new Uint8Array(1) }, "check", "空", "--json");
    expect(JSON.parse(none)).toMatchObject({ files: [], summary: { files: 0 } });
  });

  test("without anything to check is not a pass", async () => {
    const { status, out } = await goujiOn({ "空/说明.png": new Uint8Array(1) }, "check", "空");
    expect(out).toContain("共 0 个文件");
    expect(status).toBe(2);
  });
});

describe("last year's reports", () => {
  const suqian = (id: string, change?: Parameters<typeof makeWorkbook>[1]) => makeWorkbook(report(id), change);
  const YEARS = {
    "2024/宿迁.xlsx": suqian("009-suqian-2024"),
    "2023/宿迁.xlsx": suqian("008-suqian-2023"),
    "改过/宿迁.xlsx": suqian("009-suqian-2024", (section, key, value) =>
      (section === "section3" && key === "carriedOver.naturalPerson") || key === "normativeDocuments.valid"
        ? value + 1
        : value,
    ),
    "2025/杭州.xlsx": FILES["杭州.xlsx"]!,
  };

  test("that are not where they should be end the command: every unit would look like one without a report", async () => {
    const { status, out, err } = await goujiOn(YEARS, "check", "2024", "--previous", "2032");
    expect([status, out]).toEqual([2, ""]);
    expect(err).toContain("从 --previous 所写的“2032”中没有读出上年报告");
  });

  test("agree with this year's: it passes, and it is said with which report it was compared", async () => {
    const { status, out } = await goujiOn(YEARS, "check", "2024", "--previous", "2023");
    expect(out).toContain("与上年报告比对：宿迁市 2023（2023/宿迁.xlsx）。");
    expect(status).toBe(0);
    const { out: json } = await goujiOn(YEARS, "check", "2024", "--previous", "2023", "--json");
    expect(JSON.parse(json)).toMatchObject({
      files: [{ verdict: "pass", previous: { match: "name", file: "2023/宿迁.xlsx", held: 9, undecided: 0 } }],
    });
  });

  test("do not agree: each figure is named with what it should be, and the report does not pass", async () => {
    const { status, out } = await goujiOn(YEARS, "check", "改过", "--previous", "2023", "--json");
    const [file] = (JSON.parse(out) as Json).files;
    expect(status).not.toBe(0);
    expect(file!.findings.filter(({ rule }) => rule.startsWith("X."))).toEqual([
      expect.objectContaining({ rule: "X.CARRY", cells: ["表三!D6"], actual: "119", expected: "118" }),
      expect.objectContaining({ rule: "X.VALID", cells: ["表二!D5"], actual: "421", expected: "420" }),
    ]);
    const { out: text } = await goujiOn(YEARS, "check", "改过", "--previous", "2023");
    expect(text).toContain(
      "“行政规范性文件”行：现行有效 421 ≠ 420（上年报告的现行有效 597 ＋ 本年制发 50 － 本年废止 227），多 1。",
    );
    expect(text).toContain("“自然人”列：上年结转 119 ≠ 上年报告的结转下年度 118，多 1。");
  });

  test("are not those of the unit: nothing is compared, that is said, and it is not a pass", async () => {
    const { status, out } = await goujiOn(YEARS, "check", "2025", "--previous", "2023", "2024");
    expect(out).toContain("没有找到本单位的上年报告");
    expect(status).toBe(2);
  });
});
