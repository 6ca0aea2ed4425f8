import { loadLocale, LOCALE_IDS, zhCN } from "../../src/locales";
import type { EvidenceCode } from "../../src/repair/evidence";
import type { Suspect, SuspectCell } from "../../src/repair/suspects";
import { tableOf } from "../../src/tables/formats";
import { placeTable } from "./filled";

const placement = placeTable(tableOf("2021", "section3"));

/** The compiler sees to it that no code is left out here. */
const CODES: Record<EvidenceCode, true> = {
  digitsSwapped: true,
  digitWrong: true,
  digitDropped: true,
  digitDoubled: true,
  digitAdded: true,
  sign: true,
  otherUnit: true,
  rounded: true,
  leftAtZero: true,
  leftOut: true,
  countedTwice: true,
  neighbour: true,
  lastYear: true,
  followsLastYear: true,
  followed: true,
  exchanged: true,
  shifted: true,
  asText: true,
  converted: true,
  formula: true,
  unusable: true,
};

const cell = (change: Partial<SuspectCell> = {}): SuspectCell => ({
  key: "granted.naturalPerson",
  current: "85",
  suggested: "58",
  least: "58",
  most: "58",
  ...change,
});

const suspect = (change: Partial<Suspect> = {}): Suspect => ({
  group: 0,
  rank: 1,
  cells: [cell()],
  evidence: [{ code: "digitsSwapped", cell: "granted.naturalPerson", others: [] }],
  certain: false,
  ...change,
});

test("the cell, what stands there, what should, and why", () => {
  expect(zhCN.describeSuspect(suspect(), placement)).toEqual({
    cells: [{ address: "D7", current: "85", suggested: "58" }],
    change: "D7 85 → 58",
    reasons: ["两位数字颠倒"],
    sentence: "D7 85 → 58（两位数字颠倒）",
  });
});

test("of several cells each reason says which it is about", () => {
  const two = suspect({
    cells: [cell(), cell({ key: "denied.1.commercial", current: "", suggested: "3" })],
    evidence: [{ code: "leftOut", cell: "granted.naturalPerson", others: ["denied.1.commercial", "other.3.total"] }],
  });
  expect(zhCN.describeSuspect(two, placement).sentence).toBe("D7 85 → 58、E9 空白 → 3（D7 合计时漏加 E9 或 J27）");
});

test.each([
  ["12", "58", "12 至 58 之间的数"],
  ["0", "999998741", "请查原始数据"],
  [null, "58", "不大于 58 的数"],
  ["12", null, "不小于 12 的数"],
  [null, null, "其他数"],
])("where several values fit, between %s and %s, it says which: %s", (least, most, expected) => {
  const several = suspect({ cells: [cell({ suggested: null, least, most })], evidence: [] });
  expect(zhCN.describeSuspect(several, placement).sentence).toBe(`D7 85 → ${expected}`);
});

test.each(LOCALE_IDS)("in %s every kind of evidence has words of its own", async (id) => {
  const { describeSuspect } = await loadLocale(id);
  const reasons = (Object.keys(CODES) as EvidenceCode[]).map((code) => {
    const evidence = [{ code, cell: "granted.naturalPerson" as const, others: ["granted.commercial" as const] }];
    return describeSuspect(suspect({ evidence }), placement).reasons[0]!;
  });
  expect(new Set(reasons).size).toBe(reasons.length);
  expect(reasons.join()).not.toMatch(/undefined|null|NaN|\[object/);
});
