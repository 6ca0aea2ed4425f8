import { byLikeness } from "../../src/batch/units/likeness";
import { PreviousReports, type NamedReport } from "../../src/batch/units/match-units";
import { readUnitName } from "../../src/batch/units/unit-name";

const report = (
  unit: string | null,
  year: number | null = 2023,
  file = `去年/${unit ?? "无名"}.xlsx`,
): NamedReport => ({
  file,
  unit,
  year,
});
const matchOf = (current: NamedReport, ...previous: NamedReport[]) => {
  const match = new PreviousReports(previous).match(current);
  if (match.kind === "found") return [match.way, match.report.file];
  return match.kind === "none" ? ["none"] : [match.doubt, match.candidates.map(({ file }) => file)];
};

test.each([
  ["新郑市辛店镇人民政府", "新郑市辛店镇"],
  ["新郑市辛店镇人民政府办公室", "新郑市辛店镇"],
  ["2023年度新郑市 辛店镇", "新郑市辛店镇"],
  ["新郑市辛店镇（本级）", "新郑市辛店镇"],
  ["宿迁市", "宿迁市"],
  ["洪泽区人民政府", "洪泽区"],
  ["东风街道办公室", "东风街道"],
  ["平安县政府办公室", "平安县政府办公室"],
  ["平安县人民政府办公室", "平安县政府办公室"],
  ["平安县外事办公室", "平安县外事办公室"],
  ["2023辛店镇", "辛店镇"],
  ["辛店镇_2023", "辛店镇"],
  ["辛店镇二〇二三年", "辛店镇"],
  ["示例县第2000镇2023年", "示例县第2000镇"],
  ["2019大道街道", "2019大道街道"],
  ["二零一路街道", "二零一路街道"],
])("%s is read as %s", (text, whole) => {
  expect(readUnitName(text).whole).toBe(whole);
});

test("of reports that are no unit's those come first that share most of its name", () => {
  const before = ["新城镇", "司法局", "商务和粮食局", "教育局"].map((name) => report(`平安县${name}`));
  expect(byLikeness(report("平安县商务局", 2024), before)[0]!.unit).toBe("平安县商务和粮食局");
});

test.each<[string, NamedReport, NamedReport[], unknown]>([
  [
    "the same name",
    report("洪泽区", 2024),
    [report("洪泽区人民政府"), report("金湖县")],
    ["name", "去年/洪泽区人民政府.xlsx"],
  ],
  ["a government and its office", report("平安县", 2024), [report("平安县人民政府办公室")], ["similar", ["去年/平安县人民政府办公室.xlsx"]]], // prettier-ignore
  [
    "the name with a higher unit in front",
    report("辛店镇", 2024),
    [report("新郑市辛店镇")],
    ["prefix", "去年/新郑市辛店镇.xlsx"],
  ],
  [
    "the name without it",
    report("河南省新郑市辛店镇", 2024),
    [report("辛店镇人民政府")],
    ["prefix", "去年/辛店镇人民政府.xlsx"],
  ],
  [
    "a name that two have once the higher unit is left out",
    report("城关镇", 2024),
    [report("新郑市城关镇"), report("新密市城关镇")],
    ["several", ["去年/新郑市城关镇.xlsx", "去年/新密市城关镇.xlsx"]],
  ],
  [
    "a name that has a number like a year in it",
    report("示例县第2001镇", 2024),
    [report("示例县第2000镇"), report("示例县第2001镇")],
    ["name", "去年/示例县第2001镇.xlsx"],
  ],
  [
    "another unit of the same kind",
    report("新郑市城关镇", 2024),
    [report("新密市城关镇")],
    ["similar", ["去年/新密市城关镇.xlsx"]],
  ],
  [
    "a name that is only like it",
    report("新郑市新店镇", 2024),
    [report("新郑市辛店镇")],
    ["similar", ["去年/新郑市辛店镇.xlsx"]],
  ],
  [
    "two reports of it",
    report("辛店镇", 2024),
    [report("辛店镇"), report("辛店镇", 2023, "去年/副本.xlsx")],
    ["several", ["去年/辛店镇.xlsx", "去年/副本.xlsx"]],
  ],
  ["a report of another year", report("辛店镇", 2024), [report("辛店镇", 2022)], ["year", ["去年/辛店镇.xlsx"]]],
  [
    "its own report among those of several years",
    report("辛店镇", 2024),
    [report("辛店镇", 2022, "a"), report("辛店镇", 2023, "b")],
    ["name", "b"],
  ],
  [
    "no title, but the same name of the file",
    report(null, 2024, "今年/辛店镇2024.xlsx"),
    [report(null, 2023, "去年/辛店镇2023年.xlsx")],
    ["file", "去年/辛店镇2023年.xlsx"],
  ],
  // a renamed unit found no report, and none could be chosen for it
  [
    "a town that has become a sub-district (撤镇设街道)",
    report("平安县新城街道", 2024),
    [report("平安县新城镇"), report("平安县旧城镇")],
    ["similar", ["去年/平安县新城镇.xlsx"]],
  ],
  [
    "a township that has become a town (撤乡设镇), named without its county",
    report("平安县白塔镇", 2024),
    [report("白塔乡")],
    ["similar", ["去年/白塔乡.xlsx"]],
  ],
  ["a county that has become a city", report("平安市", 2024), [report("平安县")], ["similar", ["去年/平安县.xlsx"]]],
  ["a county beside a town of its name", report("平安镇", 2024), [report("平安县")], ["none"]],
  [
    "the office of a sub-district",
    report("新城街道办事处", 2024),
    [report("新城街道")],
    ["name", "去年/新城街道.xlsx"],
  ],
  ["nothing like it", report("辛店镇", 2024), [report("金湖县")], ["none"]],
])("%s", (_, current, previous, expected) => {
  expect(matchOf(current, ...previous)).toEqual(expected);
});
