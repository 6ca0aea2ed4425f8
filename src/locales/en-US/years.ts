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
    name: "Carry-over between years",
    broken: "Carry-over does not follow from last year",
    statement: "Carried over (上年结转) = carried forward (结转下年度) of last year's report, in every column",
    explanation:
      "What last year left over is what this year begins with. Check whether the figure was copied wrongly; where last year's report was wrong or units were reorganised, write the reason down.",
  },
  "X.VALID": {
    name: "Documents in force between years",
    broken: "Documents in force do not follow from last year",
    statement: "In force (现行有效) = in force in last year's report + issued (制发) − repealed (废止) this year",
    explanation:
      "What is in force at the end of a year is what was in force a year before, with what was issued and without what was repealed. Where documents were reviewed, counted differently or units reorganised, write the reason down.",
  },
  "X.PREVITEMS": {
    name: "Items between years",
    broken: "Items of last year do not follow from its report",
    statement: "Items of last year (上一年项目数量) = the same in last year's report + its change (本年增/减)",
    explanation:
      "Items of last year are those at its end. Increases are positive, decreases negative. Where lists of powers were changed, write the reason down.",
  },
};

const LINES: Readonly<Record<string, string>> = {
  carriedOver: "上年结转",
  carriedForward: "结转下年度",
  valid: "现行有效",
  issued: "制发",
  repealed: "废止",
  previousItems: "上一年项目数量",
  change: "本年增/减",
};

function writeAddends({ rule, addends }: CrossFinding): string {
  const { addends: lines } = CROSS_RULES[rule];
  return addends
    .map(({ value, year, sign }: CrossTerm, index) => {
      const name = `${LINES[lines[index]!.line] ?? ""}${year === "previous" ? " of last year's report" : ""}`;
      const isMinus = sign < 0 !== value.startsWith("-");
      const operator = index === 0 ? (isMinus ? "−" : "") : isMinus ? " − " : " + ";
      return `${operator}${name} ${magnitude(value)}`;
    })
    .join("");
}

function describe(finding: CrossFinding, placement: Placement): FindingText {
  const { rule, line, figure, expected, difference, flags, addends } = finding;
  const { per, figure: figureLine } = CROSS_RULES[rule];
  const { table } = placement;
  const place = per === "row" ? `Row “${lineName(rowOf(table, line))}”` : `Column “${lineName(columnOf(table, line))}”`;
  const sum = writeAddends(finding);
  const right = addends.length === 1 ? sum : `${expected} (${sum})`;
  const more = difference.startsWith("-") ? "too little" : "too much";
  return {
    title: rules[rule].broken,
    place,
    address: addressesOf(flags, placement)[0] ?? "",
    sentence: `${place}: ${LINES[figureLine]} ${figure.value} ≠ ${right}, ${magnitude(difference)} ${more}.`,
    sides: [],
  };
}

const OBSTACLES: Readonly<Record<CrossObstacle, string>> = {
  format: "the two reports have different formats without comparable figures",
  currentMissing: "this year's report has no such table",
  previousMissing: "last year's report has no such table",
  currentDoubled: "this year's file has several such tables",
  previousDoubled: "last year's file has several such tables",
};

const DOUBTS: Readonly<Record<"several" | "similar" | "year", string>> = {
  several: "several reports of last year may be this unit's",
  similar: "no report of last year has the unit's name, only similar ones",
  year: "the report that was found is not of the year before",
};

const WAYS: Readonly<Record<"name" | "prefix" | "file" | "chosen", string>> = {
  name: "",
  prefix: ", the names differ a little",
  file: ", matched by file name",
  chosen: ", chosen by a person",
};

export const years: YearTexts = {
  rules,
  describe,
  skipped: ({ rule, obstacle }) => `${rules[rule].name} not checked: ${OBSTACLES[obstacle]}.`,
  found: (way, report) => `Compared with last year's report: ${report}${WAYS[way]}.`,
  doubtful: (doubt, reports) => `Not compared with last year: ${DOUBTS[doubt]} (${reports.join("; ")}); choose one.`,
  absent: "Not compared with last year: a person confirmed that the unit had no report.",
  none: "Not compared with last year: no report of this unit was found.",
  undecided: ({ undecided, open }) => {
    const { names, more } = nameOpenFigures(open, { current: "this year's ", previous: "last year's " });
    const rest = more > 0 ? ` and ${more} more` : "";
    return `${undecided} ${undecided === 1 ? "figure" : "figures"} could not be compared with last year (blank, not read for certain, or no number): ${names.join(", ")}${rest}.`;
  },
  agrees: (figures) => `Agrees with last year's report in ${figures} figures.`,
};
