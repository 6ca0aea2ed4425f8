import { REPORTS, type Report } from "../fixtures/reports";
import { makeWorkbook } from "../fixtures/workbooks";
import { goujiOn } from "./terminal";

const report = (id: string): Report => REPORTS.find((candidate) => candidate.id === id)!;
const hangzhou = report("015-hangzhou-2025");

const FILES: Readonly<Record<string, Uint8Array>> = {
  "洪泽.xlsx": makeWorkbook(report("011-hongze-2024")),
  "底张.xlsx": makeWorkbook(report("026-dizhang-2023")),
  "缺表.xlsx": makeWorkbook({ ...hangzhou, tables: { ...hangzhou.tables, section4: null } }),
  "空表.xlsx": makeWorkbook(hangzhou, (section, _key, value) => (section === "section4" ? undefined : value)),
  "平潭.xlsx": makeWorkbook(report("001-pingtan-2019")),
};

const gouji = (...words: string[]) => goujiOn(FILES, ...words);

interface FindingJson {
  rule: string;
  severity: string;
  table: string | null;
  cells: string[];
  keys: string[];
  expected: string | null;
  actual: string | null;
  message: string;
  report?: { unit: string | null; year: number | null };
}

async function findingsIn(file: string): Promise<{ status: number; verdict: string; findings: FindingJson[] }> {
  const { status, out } = await gouji("check", file, "--json");
  const [found] = (JSON.parse(out) as { files: { verdict: string; findings: FindingJson[] }[] }).files;
  return { status, ...found! };
}

test("a report that mixes both formats fails as a whole", async () => {
  const { status, findings } = await findingsIn("洪泽.xlsx");
  expect(status).toBe(1);
  expect(findings).toEqual([
    {
      rule: "F.VERSION",
      severity: "error",
      table: null,
      cells: [],
      keys: [],
      expected: "2021",
      actual: "2021 / 2019",
      message:
        "一份报告混用了两种格式：表三有 2019 年版格式的项目，表二有 2021 年版格式的项目。2024 年度应当使用 2021 年版格式。",
      report: { unit: "淮安市洪泽区", year: 2024 },
    },
  ]);
});

test("an old table in a report of a new year is named to the table", async () => {
  const { status, findings } = await findingsIn("底张.xlsx");
  expect(status).toBe(1);
  expect(findings.slice(0, 3).map(({ rule, table, severity }) => [rule, table, severity])).toEqual([
    ["F.VERSION", "section2", "error"],
    ["F.MISSING", "section3", "warning"],
    ["F.MISSING", "section4", "warning"],
  ]);
});

test.each([
  ["缺表.xlsx", "工作簿中没有表四（政府信息公开行政复议、行政诉讼情况）。"],
  ["空表.xlsx", "表四（政府信息公开行政复议、行政诉讼情况）没有填报任何数据。"],
])("%s is incomplete and says so before its tables", async (file, message) => {
  const { status, verdict, findings } = await findingsIn(file);
  expect([status, verdict]).toEqual([2, "incomplete"]);
  expect(findings[0]).toMatchObject({ rule: "F.MISSING", severity: "warning", table: "section4", message });
  const { out } = await gouji("check", file);
  expect(out.split("\n").slice(1, 3)).toEqual(["  整份报告（杭州市 2025 年度）  未完成", `    [核实性] ${message}`]);
});

test("a unit slip is a warning of its cell, with what was probably meant", async () => {
  const { status, findings } = await findingsIn("平潭.xlsx");
  expect(status).toBe(2);
  expect(findings).toMatchObject([
    {
      rule: "S2.UNIT",
      severity: "warning",
      table: "section2",
      cells: ["表二!C19"],
      keys: ["procurement.amount"],
      expected: "7539.443252",
      actual: "75394432.52",
    },
  ]);
});

test("in English, too", async () => {
  const { out } = await gouji("check", "缺表.xlsx", "--language", "en-US");
  expect(out).toContain("[To verify] Table 四 (政府信息公开行政复议、行政诉讼情况) is not in the workbook.");
});
