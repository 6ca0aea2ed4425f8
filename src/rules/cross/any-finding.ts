import type { Finding } from "../finding";
import type { RuleId } from "../rule";
import type { CrossFinding } from "./cross-finding";
import type { CrossRuleId } from "./cross-rule";

/** A finding of a table: by itself, or beside last year's. */
export type AnyFinding = Finding | CrossFinding;
export type AnyRuleId = RuleId | CrossRuleId;
