import { COMPLETE_REPORTS, type Report } from "../fixtures/reports";
import { makeWorkbook } from "../fixtures/workbooks";
import { readText } from "../recognise/report/fixtures";
import { goujiOn } from "./terminal";

/*
 * Reports of following years as they were published, through the command. The figures were read by a person from the reports
 * whose sources test/fixtures/published and test/fixtures/reports name.
 */

interface Told {
  verdict: string;
  previous: { match: string; held: number; undecided: number };
  findings: { rule: string; cells: string[]; actual: string; expected: string; message: string }[];
}

async function compare(files: Record<string, Uint8Array>, current: string, previous: string): Promise<Told> {
  const { out } = await goujiOn(files, "check", current, "--previous", previous, "--json");
  return (JSON.parse(out) as { files: Told[] }).files[0]!;
}

const betweenYears = ({ findings }: Told) => findings.filter(({ rule }) => rule.startsWith("X."));
const textOf = (name: string) => new TextEncoder().encode(readText(name));
const reportOf = (id: string): Report => COMPLETE_REPORTS.find((report) => report.id === id)!;

describe("平潭综合实验区, as the pages say it", () => {
  const PAGES = Object.fromEntries(
    [2019, 2020, 2021, 2022].map((year) => [`${year}/平潭.txt`, textOf(`pingtan-${year}.txt`)]),
  );

  test.each([
    // 上年结转 by applicant, 总计 last; as 结转下年度 of the year before
    [2019, 2020, [0, 0, 0, 0, 0, 0, 0]],
    [2020, 2021, [0, 0, 0, 0, 0, 0, 0]],
    [2021, 2022, [1, 0, 0, 0, 0, 0, 1]],
  ])("%i to %i: all seven columns carry over", async (before, now, carried) => {
    const told = await compare(PAGES, `${now}/平潭.txt`, `${before}/平潭.txt`);
    expect(betweenYears(told)).toEqual([]);
    expect(told.previous.held).toBeGreaterThanOrEqual(carried.length);
    // one more on either side is found, in its column and in 总计 alone
    const page = readText(`pingtan-${now}.txt`);
    const [line = ""] = /二、上年结转政府信息公开申请数量 ?\d{7}/.exec(page) ?? [];
    expect(line.slice(-carried.length)).toBe(carried.join(""));
    const more = [carried[0]! + 1, ...carried.slice(1, -1), carried.at(-1)! + 1].join("");
    const changed = page.replace(line, line.slice(0, -carried.length) + more);
    const files = { ...PAGES, "改过/平潭.txt": new TextEncoder().encode(changed) };
    const found = betweenYears(await compare(files, "改过/平潭.txt", `${before}/平潭.txt`));
    expect(found.map(({ rule, actual, expected }) => [rule, actual, expected])).toEqual([
      ["X.CARRY", String(carried[0]! + 1), String(carried[0])],
      ["X.CARRY", String(carried.at(-1)! + 1), String(carried.at(-1))],
    ]);
  });
});

test.each([
  // 现行有效 = that of the year before + 制发 - 废止, for 规章 and for 行政规范性文件
  ["003-pingtan-2021", "004-pingtan-2022", { regulations: [0, 0, 0, 0], normative: [665, 88, 55, 698] }],
  ["008-suqian-2023", "009-suqian-2024", { regulations: [11, 2, 1, 12], normative: [597, 50, 227, 420] }],
])(
  "%s to %s as workbooks: 现行有效 follows, and one more does not",
  async (before, now, { regulations, normative }) => {
    const [previous, current] = [reportOf(before), reportOf(now)];
    for (const [row, [last, issued, repealed, valid]] of Object.entries({
      regulations,
      normativeDocuments: normative,
    })) {
      const of = (column: string) => current.tables.section2!.numbers[`${row}.${column}`];
      expect(previous.tables.section2!.numbers[`${row}.valid`]).toBe(last);
      expect([of("issued"), of("repealed"), of("valid")]).toEqual([issued, repealed, valid]);
      expect(last! + issued! - repealed!).toBe(valid);
    }
    const files = {
      "上年.xlsx": makeWorkbook(previous),
      "本年.xlsx": makeWorkbook(current),
      "改过.xlsx": makeWorkbook(current, (_section, key, value) => (key.endsWith(".valid") ? value + 1 : value)),
    };
    const told = await compare(files, "本年.xlsx", "上年.xlsx");
    expect(told).toMatchObject({ verdict: "pass", previous: { match: "name", held: 9, undecided: 0 } });
    expect(betweenYears(told)).toEqual([]);
    const found = betweenYears(await compare(files, "改过.xlsx", "上年.xlsx"));
    expect(found.map(({ rule, actual, expected }) => [rule, actual, expected])).toEqual([
      ["X.VALID", String(regulations[3]! + 1), String(regulations[3])],
      ["X.VALID", String(normative[3]! + 1), String(normative[3])],
    ]);
  },
);

test("cells that are probably wrong in a page, which has no addresses, are told by their lines", async () => {
  const { out } = await goujiOn({ "平潭.txt": textOf("pingtan-2020.txt") }, "check", "平潭.txt");
  expect(out).toContain("疑似错格：“（二）部分公开”行“自然人”列 6 → 0、“（二）部分公开”行“总计”列 6 → 0（");
});
