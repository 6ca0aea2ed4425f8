import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircle16Filled, CheckmarkCircle24Filled } from "@fluentui/react-icons/svg/checkmark-circle";
import { CircleHalfFill16Filled, CircleHalfFill24Filled } from "@fluentui/react-icons/svg/circle-half-fill";
import { ErrorCircle16Filled, ErrorCircle24Filled } from "@fluentui/react-icons/svg/error-circle";
import { Info16Filled } from "@fluentui/react-icons/svg/info";
import { Warning16Filled } from "@fluentui/react-icons/svg/warning";
import type { Verdict } from "../rules/check";
import type { Severity } from "../rules/rule";

const useStyles = makeStyles({
  icon: { flexShrink: 0 },
  pass: { color: tokens.colorStatusSuccessForeground1 },
  fail: { color: tokens.colorStatusDangerForeground1 },
  incomplete: { color: tokens.colorNeutralForeground3 },
  error: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground1 },
  unfilled: { color: tokens.colorNeutralForeground3 },
  hint: { color: tokens.colorNeutralForeground3 },
});

const VERDICTS = {
  pass: { 16: CheckmarkCircle16Filled, 24: CheckmarkCircle24Filled },
  fail: { 16: ErrorCircle16Filled, 24: ErrorCircle24Filled },
  incomplete: { 16: CircleHalfFill16Filled, 24: CircleHalfFill24Filled },
} as const;

/** Each verdict has a shape of its own. The word stands beside it, so the icon itself says nothing. */
export function VerdictIcon({ verdict, size }: { verdict: Verdict; size: 16 | 24 }) {
  const styles = useStyles();
  const Icon = VERDICTS[verdict][size];
  return <Icon className={mergeClasses(styles.icon, styles[verdict])} aria-hidden />;
}

const SEVERITIES = {
  error: ErrorCircle16Filled,
  warning: Warning16Filled,
  unfilled: CircleHalfFill16Filled,
  hint: Info16Filled,
} as const;

/** A circle for what must be put right, a triangle for what must be looked at, a half for what must be filled, an i for what is good to know. */
export function SeverityIcon({ severity, label }: { severity: Severity; label: string }) {
  const styles = useStyles();
  const Icon = SEVERITIES[severity];
  return <Icon className={mergeClasses(styles.icon, styles[severity])} aria-label={label} />;
}
