import { describeError } from "./en-US/errors";
import { describeFinding, describePlace } from "./en-US/findings";
import { record } from "./en-US/record";
import { describeReportFinding, describeSubject } from "./en-US/report-findings";
import { rules, severities, verdicts } from "./en-US/rules";
import { sheet } from "./en-US/sheet";
import { describeSuspect } from "./en-US/suspects";
import { words } from "./en-US/words";
import { years } from "./en-US/years";
import type { Locale } from "./locale";

export const enUS: Locale = {
  id: "en-US",
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
