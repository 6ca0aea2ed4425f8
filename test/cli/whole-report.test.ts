import { REPORTS, type Report } from "../fixtures/reports";
import { makeWorkbook } from "../fixtures/workbooks";
import { goujiOn } from "./terminal";

const report = (id: string): Report => REPORTS.find((candidate) => candidate.id === id)!;
const hangzhou = report("015-hangzhou-2025");

/** In the form that 丰收乡 used for 2022, that of 2019; cells between bars. */
const OLD_TABLE = `丰收乡2022年政府信息公开工作年度报告
二、主动公开政府信息情况
第二十条第（一）项
信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量
规章 | 0 | 0 | 0
规范性文件 | 0 | 0 | 0
第二十条第（五）项
信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量
行政许可 | 0 | 0 | 0
其他对外管理服务事项 | 0 | 0 | 0
第二十条第（六）项
信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量
行政处罚 | 0 | 0 | 0
行政强制 | 0 | 0 | 0
第二十条第（八）项
信息内容 | 上一年项目数量 | 本年增/减
行政事业性收费 | 0 | 0
第二十条第（九）项
信息内容 | 采购项目数量 | 采购总金额
政府集中采购 | 0 | 0
`;

/** From the report of 黑河市气象局 for 2021: 第（一）项 in the form of 2019, the others in that of 2021. */
const MIXED_TABLE = `黑河市气象局2021年政府信息公开工作年度报告
二、主动公开政府信息情况
第二十条第(一)项 | ||||
信息内容 | 本年新 | 本年新 | 对外公开总数量 | |
规章 | 0 | 0 | 0 | |
规范性文件 | 0 | 0 | 0 | |
第二十条第(五)项 | ||||
信息内容 | 本年处理决定数量 | |||
行政许可 | 2 | |||
第二十条第(六)项 | ||||
信息内容 | 本年处理决定数量 | |||
行政处罚 | 0 | |||
行政强制 | 0 | |||
第二十条第(八)项 | ||||
信息内容 | 本年收费金额(单位:万元) | |||
行政事业性收费 | 0 |
`;

const FILES: Readonly<Record<string, Uint8Array>> = {
  "洪泽.xlsx": makeWorkbook(report("011-hongze-2024")),
  "底张.xlsx": makeWorkbook(report("026-dizhang-2023")),
  "缺表.xlsx": makeWorkbook({ ...hangzhou, tables: { ...hangzhou.tables, section4: null } }),
  "空表.xlsx": makeWorkbook(hangzhou, (section, _key, value) => (section === "section4" ? undefined : value)),
  "平潭.xlsx": makeWorkbook(report("001-pingtan-2019")),
  "丰收乡.txt": Buffer.from(OLD_TABLE),
  "黑河.txt": Buffer.from(MIXED_TABLE),
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

test.each([
  ["丰收乡.txt", "2022 年度应当使用 2021 年版格式，表二使用的是 2019 年版格式。"],
  [
    "黑河.txt",
    "一份报告混用了两种格式：表二有 2019 年版格式的项目，表二有 2021 年版格式的项目。2021 年度应当使用 2021 年版格式。",
  ],
])("the format is told of text as it was published: %s", async (file, message) => {
  const { status, findings } = await findingsIn(file);
  expect(status).toBe(1);
  const version = findings.filter(({ rule }) => rule === "F.VERSION");
  expect(version.map((finding) => [finding.severity, finding.message])).toEqual([["error", message]]);
});
