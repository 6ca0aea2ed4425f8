import type { CrossRule, CrossRuleId } from "./cross-rule";

/** What came over from last year is what last year left over. The same lines in both formats, so it also holds from 2020 to 2021. */
const CARRY: CrossRule = {
  id: "X.CARRY",
  kind: "cross",
  severity: "warning",
  origins: [],
  section: "section3",
  format: null,
  per: "column",
  figure: "carriedOver",
  addends: [{ year: "previous", line: "carriedForward", sign: 1 }],
};

/** What is in force at the end of a year is what was at its beginning, with what was issued and without what was repealed. */
const VALID: CrossRule = {
  id: "X.VALID",
  kind: "cross",
  severity: "warning",
  origins: [],
  section: "section2",
  format: "2021",
  per: "row",
  figure: "valid",
  addends: [
    { year: "previous", line: "valid", sign: 1 },
    { year: "current", line: "issued", sign: 1 },
    { year: "current", line: "repealed", sign: -1 },
  ],
};

/** The number of items that a year begins with is what last year began with and its change. */
const PREVIOUS_ITEMS: CrossRule = {
  id: "X.PREVITEMS",
  kind: "cross",
  severity: "warning",
  origins: [],
  section: "section2",
  format: "2019",
  per: "row",
  figure: "previousItems",
  addends: [
    { year: "previous", line: "previousItems", sign: 1 },
    { year: "previous", line: "change", sign: 1 },
  ],
};

/** Every rule between two years by its id. */
export const CROSS_RULES: Readonly<Record<CrossRuleId, CrossRule>> = {
  "X.CARRY": CARRY,
  "X.VALID": VALID,
  "X.PREVITEMS": PREVIOUS_ITEMS,
};
