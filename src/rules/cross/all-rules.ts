import { RULES } from "../catalogue";
import type { Rule } from "../rule";
import type { AnyRuleId } from "./any-finding";
import { CROSS_RULES } from "./cross-catalogue";
import type { CrossRule } from "./cross-rule";

/** Every rule by its id, those of one report before those between years. */
export const ALL_RULES: Readonly<Record<AnyRuleId, Rule | CrossRule>> = { ...RULES, ...CROSS_RULES };
