import type { Locale } from "./locale";
import { describeError } from "./zh-CN/errors";
import { describeFinding, describePlace } from "./zh-CN/findings";
import { record } from "./zh-CN/record";
import { describeReportFinding, describeSubject } from "./zh-CN/report-findings";
import { rules, severities, verdicts } from "./zh-CN/rules";
import { sheet } from "./zh-CN/sheet";
import { describeSuspect } from "./zh-CN/suspects";
import { words } from "./zh-CN/words";
import { years } from "./zh-CN/years";

export const zhCN: Locale = {
  id: "zh-CN",
  words,
  verdicts,
  severities,
  rules,
  describeFinding,
  describePlace,
  describeSuspect,
  describeReportFinding,
  describeSubject,
  describeError,
  record,
  sheet,
  years,
};
