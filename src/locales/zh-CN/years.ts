import type { CrossFinding, CrossObstacle, CrossTerm } from "../../rules/cross/cross-finding";
import { CROSS_RULES } from "../../rules/cross/cross-catalogue";
import type { Placement } from "../../tables/filled";
import { addressesOf, columnOf, lineName, rowOf } from "../lines";
import type { FindingText } from "../locale";
import { nameOpenFigures } from "../open-figures";
import { magnitude } from "../sums";
import type { YearTexts } from "../years";

const rules: YearTexts["rules"] = {
  "X.CARRY": {
    name: "结转衔接",
    broken: "上年结转不衔接",
    statement: "本年报告的上年结转＝上年报告的结转下年度，逐列相等",
    explanation:
      "上一年结转下来的申请，就是本年的上年结转。先核对本年是否照抄有误；确因上年报告有误或机构调整而不同的，请写明原因。",
  },
  "X.VALID": {
    name: "现行有效衔接",
    broken: "现行有效件数不衔接",
    statement: "现行有效件数＝上年报告的现行有效件数＋本年制发件数－本年废止件数",
    explanation:
      "年末现行有效的文件，是上年末有效的加上本年制发的，再减去本年废止的。因集中清理、统计口径或机构调整而不同的，请写明原因。",
  },
  "X.PREVITEMS": {
    name: "项目数量衔接",
    broken: "上一年项目数量不衔接",
    statement: "上一年项目数量＝上年报告的上一年项目数量＋上年报告的本年增/减",
    explanation:
      "本年报告的上一年项目数量，就是上年末的项目数量。增加填正数，减少填负数。因权力清单调整等原因而不同的，请写明原因。",
  },
};

/** What the lines of these rules are called, short. */
const LINES: Readonly<Record<string, string>> = {
  carriedOver: "上年结转",
  carriedForward: "结转下年度",
  valid: "现行有效",
  issued: "本年制发",
  repealed: "本年废止",
  previousItems: "上一年项目数量",
  change: "本年增/减",
};

/** 上年现行有效 698 ＋ 本年制发 77 － 本年废止 132. */
function writeAddends({ rule, addends }: CrossFinding): string {
  const { addends: lines } = CROSS_RULES[rule];
  return addends
    .map(({ value, year, sign }: CrossTerm, index) => {
      const name = `${year === "previous" ? "上年报告的" : ""}${LINES[lines[index]!.line] ?? ""}`;
      const isMinus = sign < 0 !== value.startsWith("-");
      const operator = index === 0 ? (isMinus ? "－" : "") : isMinus ? " － " : " ＋ ";
      return `${operator}${name} ${magnitude(value)}`;
    })
    .join("");
}

function describe(finding: CrossFinding, placement: Placement): FindingText {
  const { rule, line, figure, expected, difference, flags, addends } = finding;
  const { per, figure: figureLine } = CROSS_RULES[rule];
  const { table } = placement;
  const place = per === "row" ? `“${lineName(rowOf(table, line))}”行` : `“${lineName(columnOf(table, line))}”列`;
  const sum = writeAddends(finding);
  const right = addends.length === 1 ? sum : `${expected}（${sum}）`;
  const more = difference.startsWith("-") ? "少" : "多";
  return {
    title: rules[rule].broken,
    place,
    address: addressesOf(flags, placement)[0] ?? "",
    sentence: `${place}：${LINES[figureLine]} ${figure.value} ≠ ${right}，${more} ${magnitude(difference)}。`,
    sides: [],
  };
}

const OBSTACLES: Readonly<Record<CrossObstacle, string>> = {
  format: "两年的报告格式不同，没有可比的数字",
  currentMissing: "本年报告没有这张表",
  previousMissing: "上年报告没有这张表",
  currentDoubled: "本年文件里有不止一张这样的表",
  previousDoubled: "上年文件里有不止一张这样的表",
};

const DOUBTS: Readonly<Record<"several" | "similar" | "year", string>> = {
  several: "有不止一份上年报告都像是本单位的",
  similar: "没有同名单位的上年报告，只有名称相近的",
  year: "找到的报告不是上一年度的",
};

const WAYS: Readonly<Record<"name" | "prefix" | "file" | "chosen", string>> = {
  name: "",
  prefix: "，单位名称不完全相同",
  file: "，按文件名对应",
  chosen: "，由人指定",
};

export const years: YearTexts = {
  rules,
  describe,
  skipped: ({ rule, obstacle }) => `${rules[rule].name}未核对：${OBSTACLES[obstacle]}。`,
  found: (way, report) => `与上年报告比对：${report}${WAYS[way]}。`,
  doubtful: (doubt, reports) => `未与上年比对：${DOUBTS[doubt]}（${reports.join("；")}），请核对后指定。`,
  none: "未与上年比对：没有找到本单位的上年报告。",
  absent: "不与上年比对：已确认本单位上年没有报告。",
  undecided: ({ undecided, open }) => {
    const { names, more } = nameOpenFigures(open, { current: "本年", previous: "上年" });
    const rest = more > 0 ? ` 等 ${open.length} 格` : "";
    return `有 ${undecided} 个数字因未填、没有读准或不是数字，无法与上年比对：${names.join("、")}${rest}。`;
  },
  agrees: (figures) => `与上年报告衔接，核对了 ${figures} 个数字。`,
};
