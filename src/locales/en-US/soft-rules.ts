import type { SoftRuleId } from "../../rules/soft/soft-rule";
import type { RuleText } from "../locale";

/** Rules whose findings a person looks into and may explain. */
export const softRules: Readonly<Record<SoftRuleId, RuleText>> = {
  "S2.VALID": {
    name: "Documents in force",
    broken: "Fewer in force than issued",
    statement: "现行有效件数 ≥ 本年制发件数",
    explanation:
      "Documents issued this year are in force at its end unless they were repealed within it. See whether columns were mixed up, or a figure of the year stands where a running total belongs. What was issued and repealed in the same year needs a word.",
  },
  "S2.DISCLOSED": {
    name: "Made and disclosed",
    broken: "Doubtful numbers of documents",
    statement: "本年新公开数量 ≥ 本年新制作数量; 对外公开总数量 ≥ 本年新公开数量",
    explanation:
      "Normative documents are to be disclosed, and what was disclosed this year is among all that is disclosed. See whether columns were mixed up. Where some of what was made is not disclosed, say why.",
  },
  "S2.DECISIONS": {
    name: "Decisions",
    broken: "Doubtful number of decisions",
    statement: "处理决定数量 counts cases; it is not worked out from numbers of items",
    explanation:
      "上一年项目数量 and 本年增/减 count items, 处理决定数量 counts the cases decided this year. Where the three happen to add up, items were probably counted as cases.",
  },
  "S2.RULES": {
    name: "规章",
    broken: "Doubtful number of 规章",
    statement: "counties, townships and departments of governments usually have 0 规章",
    explanation:
      "规章 are made by ministries, provinces, and cities and prefectures with districts. Other units usually have 0 in this row. See whether normative documents were counted here.",
  },
  "S2.UNIT": {
    name: "Unit of amounts",
    broken: "Doubtful unit of an amount",
    statement: "amounts are in the unit of their header, in 万元 where it names none",
    explanation:
      "Yuan taken for 万元 make an amount ten thousand times too large. Compare both readings with the source of the figure; if it is right, say so.",
  },
  "T.TABLE": {
    name: "Text and tables",
    broken: "Text and table differ",
    statement: "figures in the text are those of the tables",
    explanation:
      "What the text says was received, closed, carried over or forward, granted, reviewed or litigated must agree with the tables. 收到 may mean what is new, or that and what was carried over: only what agrees with neither is shown.",
  },
  "N.SEC1": {
    name: "Length of part 一",
    broken: "Part 一 is too long",
    statement: "part 一 has no more than about 1000 characters",
    explanation: "The format of 2021 wants the overview brief, within about 1000 characters.",
  },
  "N.SEC5": {
    name: "Problems and improvements",
    broken: "Part 五 is not concrete",
    statement: "part 五 tells the main problems and what is done about them",
    explanation:
      "Problems and improvements are to be told concretely: not left out, not “无”, not the same every year.",
  },
  "N.SEC6": {
    name: "Fees for information",
    broken: "信息处理费 not reported",
    statement: "part 六 reports on 信息处理费",
    explanation:
      "信息处理费 is what is charged for handling requests; where nothing was charged, the report says so. It is not the 行政事业性收费 of item （八） in table 二, and neither stands for the other.",
  },
  "N.YEAR": {
    name: "Years in the text",
    broken: "Doubtful year in the text",
    statement: "years that the text speaks of fit the year of the report",
    explanation:
      "A sentence on what was done, or on what is planned, speaks of another year than it can mean: probably last year's text was not changed.",
  },
  "D.YEAR": {
    name: "Report year",
    broken: "Report years differ",
    statement: "title, period, file name and tables tell the same year",
    explanation:
      "One report tells several years as its own: probably last year's title was not changed. Correct it to the report year.",
  },
};
