import { overlook, type BatchEntry } from "../../src/batch/remarks";

const PLAIN = { own: null, blankIsZero: false, isUnnamed: false, print: null };

const entry = (file: string, unit: string, year: number | null = 2024, own: BatchEntry["own"] = null): BatchEntry => ({
  ...PLAIN,
  file,
  own,
  reports: [{ unit, year }],
});
const sum = (file: string, unit: string, units: readonly string[]) =>
  entry(file, unit, 2024, { kind: "rollUp", units });

test("a batch of one report of one year from each unit gives rise to no remark", () => {
  const { remarks, leftOut } = overlook([entry("a", "甲镇"), entry("b", "乙镇"), entry("c", "丙镇", null)]);
  expect(remarks).toEqual([]);
  expect(leftOut.size).toBe(0);
});

test("a sum beside the units that it contains is left out, and counts for no other remark", () => {
  const { remarks, leftOut } = overlook([
    entry("a", "甲镇"),
    entry("b", "乙镇"),
    sum("汇总", "甲镇", ["甲镇", "乙镇", "丙镇"]),
  ]);
  expect(remarks).toEqual([{ code: "ownRollUp", files: ["汇总"], units: ["甲镇", "乙镇"] }]);
  expect([...leftOut]).toEqual(["汇总"]);
});

test("sums of counties are the reports from which a city makes its own", () => {
  const { remarks } = overlook([sum("清河", "清河县", ["甲镇"]), sum("临江", "临江县", ["乙镇"])]);
  expect(remarks).toEqual([]);
});

test("results of an earlier run are no report", () => {
  const results: BatchEntry = { ...PLAIN, file: "结果", own: { kind: "results" }, reports: [] };
  expect(overlook([results])).toEqual({
    remarks: [{ code: "ownResults", files: ["结果"] }],
    leftOut: new Set(["结果"]),
  });
});

test("several reports of one year in a file are told, those of several years are not", () => {
  const years = { ...PLAIN, file: "两年", reports: [2023, 2024].map((year) => ({ unit: "丙镇", year })) };
  const { remarks } = overlook([{ ...PLAIN, file: "两家", reports: [...entry("", "甲镇").reports, ...entry("", "乙镇").reports] }, years]); // prettier-ignore
  expect(remarks).toEqual([{ code: "severalReports", files: ["两家"], units: ["甲镇", "乙镇"] }]);
});

test("a unit that is there twice is told with its files, also under its longer name; two years are two reports", () => {
  const { remarks } = overlook([
    entry("a", "东风街道"),
    entry("a改", "东风街道办公室"),
    entry("b", "乙镇", 2023),
    entry("b", "乙镇"),
  ]);
  expect(remarks).toMatchObject([
    { code: "doubledUnit", files: ["a", "a改"], unit: "东风街道" },
    { code: "otherYear", files: ["b"], year: 2023, usual: 2024 },
  ]);
});

test("a county and its government's office, which reports beside it, are two units", () => {
  expect(overlook([entry("a", "平安县"), entry("b", "平安县人民政府办公室")]).remarks).toEqual([]);
});

test("a report of another year than most is told; where no year prevails, none is another", () => {
  const two = [entry("a", "甲镇"), entry("b", "乙镇", 2022)];
  expect(overlook(two).remarks).toEqual([]);
  expect(overlook([...two, entry("c", "丙镇")]).remarks).toEqual([
    { code: "otherYear", files: ["b"], year: 2022, usual: 2024 },
  ]);
});

test("a unit under two names is told as doubled where that is certain, as alike where it only may be", () => {
  const { remarks } = overlook([
    entry("a", "辛店镇"),
    entry("b", "新郑市辛店镇人民政府"),
    entry("c", "新郑市住建局"),
    entry("d", "新郑市住房和城乡建设局"),
    entry("e", "新郑市住房和城乡建设局", 2023),
    entry("无名.xlsx", "无名.xlsx"),
    entry("又无名.xlsx", "又无名.xlsx"),
  ]);
  expect(remarks.filter(({ code }) => code !== "otherYear")).toEqual([
    { code: "doubledUnit", files: ["a", "b"], unit: "新郑市辛店镇人民政府", units: ["新郑市辛店镇人民政府", "辛店镇"] },
    { code: "similarUnits", files: ["c", "d"], units: ["新郑市住建局", "新郑市住房和城乡建设局"] },
  ]);
});

// 平安县's own sum beside some of its units only equals no sum of all, and counted them twice without a word
test("a unit that most others belong to by name is told; one among strangers, or with few below it, is not", () => {
  const towns = ["平安县清水镇", "平安县白塔镇", "平安县马头镇", "白塔区教育局"].map((unit) => entry(unit, unit));
  expect(overlook([...towns, entry("县", "平安县人民政府")]).remarks).toEqual([
    { code: "higherUnit", files: ["县"], unit: "平安县人民政府", below: 3 },
  ]);
  expect(overlook([...towns.slice(1), entry("县", "平安县")]).remarks).toEqual([]);
  expect(overlook([...towns, entry("办公室", "平安县人民政府办公室")]).remarks).toEqual([]);
});
