import { MOST_FILES, MOST_NAMES } from "./batch";
import type { LocaleId } from "./locale";
import { MATCH_TEXTS, type Said } from "./match-list";

/** What is told of a batch as a whole: the codes of `batch/remarks`. */
type Remark =
  | { code: "ownResults"; files: readonly string[] }
  | { code: "ownRollUp"; files: readonly string[]; units: readonly string[] }
  | { code: "severalReports"; files: readonly string[]; units: readonly string[] }
  | { code: "doubledUnit"; files: readonly string[]; units: readonly string[] }
  | { code: "similarUnits"; files: readonly string[]; units: readonly string[] }
  | { code: "otherYear"; files: readonly string[]; year: number; usual: number }
  | { code: "sumOfOthers"; files: readonly string[]; unit: string; others: number }
  | { code: "sameFigures"; files: readonly string[]; units: readonly string[] }
  | { code: "unnamed"; files: readonly string[] }
  | { code: "higherUnit"; files: readonly string[]; unit: string; below: number }
  | { code: "unreadPrevious"; files: readonly string[] }
  | { code: "blankIsZero"; files: readonly [] }
  | { code: "sameFile"; files: readonly string[]; listed: readonly string[] }
  | { code: "notReported"; units: readonly string[]; files: readonly string[]; alike: readonly (string | null)[] }
  | { code: "unusedMatch"; files: readonly string[]; said: readonly Said[] };

type SameFile = Extract<Remark, { code: "sameFile" }>;
type NotReported = Extract<Remark, { code: "notReported" }>;

/** The sentence about a remark on a batch. */
export type DescribeRemark = (remark: Remark) => string;

const listZh = (names: readonly string[], most = MOST_NAMES): string =>
  `${names.slice(0, most).join("、")}${names.length > most ? ` 等 ${names.length} 个` : ""}`;

const listEn = (names: readonly string[], most = MOST_NAMES): string =>
  `${names.slice(0, most).join(", ")}${names.length > most ? ` and ${names.length - most} more` : ""}`;

/** Paths to files that were listed, with the other path where that is another one. */
const pathsOf = ({ files, listed }: SameFile, also: (file: string, listed: string) => string): string[] =>
  files.map((file, index) => (file === listed[index] ? file : also(file, listed[index]!)));

/** Units that have not reported, with the one that each may be now. */
const missingUnits = ({ units, alike }: NotReported, perhaps: (now: string) => string): string[] =>
  units.map((unit, index) => {
    const now = alike[index] ?? null;
    return now === null ? unit : `${unit}${perhaps(now)}`;
  });

/** Whether the units are known by more than their files. */
const hasOwnNames = ({ units, files }: Extract<Remark, { code: "sameFigures" }>): boolean =>
  units.some((unit) => !files.includes(unit));

function describeZh(remark: Remark): string {
  const files = listZh(remark.files);
  switch (remark.code) {
    case "ownResults":
      return `${files} 是本程序导出的校验结果，不是报表，未计入。`;
    case "ownRollUp":
      return `${files} 是本程序导出的汇总表，其中的 ${listZh(remark.units)} 已另有报表，为免重复，未计入。`;
    case "severalReports":
      return `${files} 里有不止一份报告（${listZh(remark.units)}）。请一个文件只放一个单位一个年度的报告。`;
    case "doubledUnit":
      return `${listZh(remark.units)} 同一年度有 ${remark.files.length} 份报告：${files}。请只保留一份。`;
    case "similarUnits":
      return `${listZh(remark.units)} 名称相近（${files}）。请核对是否同一单位重复报送。`;
    case "otherYear":
      return `${files} 是 ${remark.year} 年度的报告，其他多为 ${remark.usual} 年度。请核对是否报错了年度。`;
    case "sumOfOthers":
      return `${files} 的每个数都等于其他 ${remark.others} 份报告之和，多半是它们的汇总表。一起汇总会重复计入，请移出。`;
    case "sameFigures":
      return `${listZh(remark.units)}的数字完全相同${hasOwnNames(remark) ? `（${files}）` : ""}。请核对是否交错了表。`;
    case "higherUnit":
      return `${files} 是${remark.unit}的报告，按名称其他报告中有 ${remark.below} 个单位属于它。它的数字如已包含下属单位，一起汇总会重复计入，请核对。`;
    case "unreadPrevious":
      return `上年的 ${remark.files.length} 个文件里没有读出报告：${files}。其中的单位会显示为没有上年报告。`;
    case "unnamed":
      return `没有读出单位或年度，不能核对重名、年度和格式：${listZh(remark.files)}。请在标题或文件名中写明。`;
    case "blankIsZero":
      return "空着的格按 0 计。";
    case "unusedMatch":
      return MATCH_TEXTS["zh-CN"].unused(remark.said);
    case "sameFile":
      return `同一个文件重复列出，只计一次：${listZh(pathsOf(remark, (file, listed) => `${file}（即 ${listed}）`))}。`;
    case "notReported": {
      const missing = missingUnits(remark, (now) => `（可能已改名为${now}）`);
      return `有 ${missing.length} 个单位上年有报告，本年没有报表：${listZh(missing, MOST_FILES)}。请催报，或核对是否改名、撤并。`;
    }
  }
}

function describeEn(remark: Remark): string {
  const files = listEn(remark.files);
  switch (remark.code) {
    case "ownResults":
      return `${files} has results that this program exported. It is no report, and not counted.`;
    case "ownRollUp":
      return `${files} is a sum that this program exported. It contains ${listEn(remark.units)}, which are here themselves, and is not counted.`;
    case "severalReports":
      return `${files} has more than one report (${listEn(remark.units)}). Put one unit's report of one year in a file.`;
    case "doubledUnit":
      return `${listEn(remark.units)} has ${remark.files.length} reports of one year: ${files}. Keep one.`;
    case "similarUnits":
      return `${listEn(remark.units)} have names that are alike (${files}). See whether one unit reported twice.`;
    case "otherYear":
      return `${files} is a report of ${remark.year}; most others are of ${remark.usual}. See whether it is the right one.`;
    case "sumOfOthers":
      return `Every figure of ${files} is the sum of the ${remark.others} other reports: it is probably their sum. Added up with them, it counts everything twice; take it out.`;
    case "sameFigures":
      return `${listEn(remark.units)} have the same figures throughout${hasOwnNames(remark) ? ` (${files})` : ""}. See whether one handed in another's tables.`;
    case "higherUnit":
      return `${files} is the report of ${remark.unit}; by their names ${remark.below} of the other units belong to it. If it contains their figures, a sum with it counts them twice.`;
    case "unreadPrevious":
      return `No report was read from ${remark.files.length} of last year's files: ${files}. Their units will seem to have had none.`;
    case "unnamed":
      return `Nothing tells the unit or the year, so that neither doubles nor the year and its format can be checked: ${listEn(remark.files)}. Write them into the title or the file's name.`;
    case "blankIsZero":
      return "Blank cells count as 0.";
    case "unusedMatch":
      return MATCH_TEXTS["en-US"].unused(remark.said);
    case "sameFile":
      return `Listed more than once, and counted once: ${listEn(pathsOf(remark, (file, listed) => `${file} (which is ${listed})`))}.`;
    case "notReported": {
      const missing = missingUnits(remark, (now) => ` (perhaps ${now} now)`);
      const units =
        missing.length === 1
          ? "1 unit that reported last year has"
          : `${missing.length} units that reported last year have`;
      return `${units} no report this year: ${listEn(missing, MOST_FILES)}. Ask for it, or see whether the unit was renamed or merged.`;
    }
  }
}

export const DESCRIBE_REMARK: Readonly<Record<LocaleId, DescribeRemark>> = { "zh-CN": describeZh, "en-US": describeEn };
