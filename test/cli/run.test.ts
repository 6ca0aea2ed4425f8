import { run } from "../../src/cli/run";
import { COMPLETE_REPORTS } from "../fixtures/reports";
import { makeWorkbook } from "../fixtures/workbooks";

const report = (id: string) => COMPLETE_REPORTS.find((candidate) => candidate.id === id)!;

const FILES: Record<string, Uint8Array> = {
  "杭州.xlsx": makeWorkbook(report("015-hangzhou-2025")),
  "金湖.xlsx": makeWorkbook(report("012-jinhu-2023")),
  "未填.xlsx": makeWorkbook(report("015-hangzhou-2025"), () => undefined),
  "文本.xlsx": makeWorkbook(report("015-hangzhou-2025"), (section, key, value) =>
    key === "granted.naturalPerson" && section === "section3" ? "５345件" : value,
  ),
  "错格.xlsx": makeWorkbook(report("015-hangzhou-2025"), (section, key, value) => {
    if (section === "section3" && key === "granted.naturalPerson") return value + 9;
    return section === "section4" && key === "review.total" ? value + 1 : value;
  }),
  "改名.xlsx": new TextEncoder().encode("收到申请 12 件"),
};

async function gouji(...words: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const readFile = (path: string) => {
    const bytes = FILES[path];
    if (bytes) return Promise.resolve(bytes);
    return Promise.reject(Object.assign(new Error(path), { code: "ENOENT", syscall: "open" }));
  };
  const status = await run(words, { readFile, out: (line) => out.push(line), err: (line) => err.push(line) });
  return { status, out: out.join("\n"), err: err.join("\n") };
}

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
    cells: [{ cell: "表三!D7", key: "granted.naturalPerson", current: "5354", suggested: "5345" }],
    evidence: ["digitsSwapped"],
    certain: true,
  });
  expect(others.length).toBeGreaterThan(1);
  expect(others.every(({ table, group, certain }) => table === "section4" && group === 1 && !certain)).toBe(true);
  const { out } = await gouji("check", "错格.xlsx");
  expect(out).toContain("疑似错格：D7 5354 → 5345（两位数字颠倒），可以确定");
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
  [["check"], "文件"],
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
