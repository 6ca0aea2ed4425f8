import type { CellRule, LabelRule, ReportRule, Rule, RuleId, SumRule } from "./rule";
import { SOFT_RULES } from "./soft/soft-catalogue";

/** Goes into reports and seals: which rules a result was reached with. Raise it when a rule changes what it finds. */
export const RULE_SET_VERSION = "1.2.0";

const BOTH = ["G60", "G30"] as const;

/** Printed in the tables of section 三, or evident from their 总计 cells. */
export const SUM_RULES: readonly SumRule[] = [
  {
    id: "S3.ROW",
    kind: "sum",
    severity: "error",
    origins: BOTH,
    section: "section3",
    per: "row",
    left: ["total"],
    right: ["naturalPerson", "commercial", "research", "welfare", "legalService", "otherOrganisation"],
    flags: ["total"],
  },
  {
    id: "S3.RESULTS",
    kind: "sum",
    severity: "error",
    origins: BOTH,
    section: "section3",
    per: "column",
    left: ["resultsTotal"],
    right: ["granted", "partiallyGranted", "denied.*", "unavailable.*", "notProcessed.*", "other", "other.*"],
    flags: ["resultsTotal"],
  },
  {
    id: "S3.BALANCE",
    kind: "sum",
    severity: "error",
    origins: BOTH,
    section: "section3",
    per: "column",
    left: ["newlyReceived", "carriedOver"],
    right: ["resultsTotal", "carriedForward"],
    flags: ["newlyReceived", "carriedOver", "resultsTotal", "carriedForward"],
  },
  {
    id: "S4.TOTAL",
    kind: "sum",
    severity: "error",
    origins: BOTH,
    section: "section4",
    per: "row",
    left: ["total"],
    right: ["upheld", "corrected", "otherOutcome", "pending"],
    flags: ["total"],
  },
];

const OTHER_RULES = {
  "F.KIND": { id: "F.KIND", kind: "cell", severity: "error", origins: BOTH },
  "F.BLANK": { id: "F.BLANK", kind: "cell", severity: "unfilled", origins: BOTH },
  "F.LABEL": { id: "F.LABEL", kind: "label", severity: "error", origins: BOTH },
  "F.VERSION": { id: "F.VERSION", kind: "report", severity: "error", origins: BOTH },
  "F.MISSING": { id: "F.MISSING", kind: "report", severity: "warning", origins: BOTH },
} as const satisfies Record<string, CellRule | LabelRule | ReportRule>;

/** Every rule by its id. */
export const RULES = {
  ...(Object.fromEntries(SUM_RULES.map((rule) => [rule.id, rule])) as Record<SumRule["id"], SumRule>),
  ...OTHER_RULES,
  ...SOFT_RULES,
} as const satisfies Record<RuleId, Rule>;
