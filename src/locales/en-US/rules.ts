import type { Verdict } from "../../rules/check";
import type { AnyRuleId } from "../../rules/cross/any-finding";
import type { Severity } from "../../rules/rule";
import type { RuleText } from "../locale";
import { softRules } from "./soft-rules";
import { years } from "./years";

export const verdicts: Readonly<Record<Verdict, string>> = {
  pass: "Passed",
  fail: "Errors found",
  incomplete: "Incomplete",
};

export const severities: Readonly<Record<Severity, string>> = {
  error: "Mandatory",
  warning: "To verify",
  unfilled: "To fill",
  hint: "For information",
};

export const rules: Readonly<Record<AnyRuleId, RuleText>> = {
  "S3.ROW": {
    name: "Row total",
    broken: "Row total differs",
    statement: "总计 = 自然人 + 商业企业 + 科研机构 + 社会公益组织 + 法律服务机构 + 其他",
    explanation:
      "In table 三 the total of each row is the sum over all types of applicant. See first whether the total was added up wrongly, then whether one type was left out, counted twice, or typed into a neighbouring column.",
  },
  "S3.RESULTS": {
    name: "Sum of results",
    broken: "Sum of results differs",
    statement: "（七）总计 = sum of （一） to （六）",
    explanation:
      "In each column （七）总计 is the sum of all results in that column. Each application counts once, by its final result; one that was granted in part counts only there.",
  },
  "S3.BALANCE": {
    name: "Balance",
    broken: "Balance does not hold",
    statement: "item 一 + item 二 = item 三（七）总计 + item 四",
    explanation:
      "The header of table 三 says so: the first item plus the second equals the third plus the fourth. What was received this year or carried over from last year is, at the end of the year, either closed or carried forward.",
  },
  "S4.TOTAL": {
    name: "Reviews and lawsuits total",
    broken: "Reviews and lawsuits total differs",
    statement: "总计 = 结果维持 + 结果纠正 + 其他结果 + 尚未审结",
    explanation:
      "In each of the three groups the total is the sum of the four outcomes. A case with the reviewing body as co-defendant counts only at the body that did the original act.",
  },
  "F.KIND": {
    name: "Valid numbers",
    broken: "Not a valid number",
    statement:
      "counts: whole numbers from 0; yearly change: whole numbers, a decrease negative; amounts: 万元, at most six decimals",
    explanation:
      "Number cells hold digits only: no unit, no thousands separator, no full-width digits. Text takes no part in sums, so totals then seem wrong. The number in the message is a reading aid; nothing in the sheet is rewritten.",
  },
  "F.BLANK": {
    name: "All cells filled",
    broken: "Cells not filled",
    statement: "every cell holds a number; where there is nothing to report, 0",
    explanation:
      "A blank cell, “/” and “-” are not numbers and do not stand for 0. A rule that needs such a cell cannot be decided and the verdict is “Incomplete”. Type 0 where there is nothing, or turn on “Count blanks as 0” under Options and tools.",
  },
  "F.LABEL": {
    name: "Official labels",
    broken: "Labels differ",
    statement: "headers and row names are those of the official format",
    explanation:
      "Tables are known by their headers and row names. Where one was changed, deleted or doubled, some numbers cannot be told apart and their rules are not decided. Restore the official wording, or insert the table again.",
  },
  "F.VERSION": {
    name: "Format of the year",
    broken: "Wrong format",
    statement: "2019 and 2020: the format of 2019; from 2021 on: the format of 2021",
    explanation:
      "A report has one format, that of its year. The items of tables 二 and 三 differ between the two, so figures cannot simply be copied. Check the year in the title first; if it is right, insert the tables of that year and fill them.",
  },
  "F.MISSING": {
    name: "All tables there",
    broken: "Table missing",
    statement: "a report has tables 二, 三 and 四, each with data",
    explanation:
      "What did not happen is reported, too, as 0. Where a table is in another file, or not for this unit to fill, say so.",
  },
  ...softRules,
  ...years.rules,
};
