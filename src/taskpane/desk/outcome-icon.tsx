import { makeStyles, tokens } from "@fluentui/react-components";
import { DismissCircle16Filled } from "@fluentui/react-icons/svg/dismiss-circle";
import { outcomeOf } from "../../batch/unit-remarks";
import type { UnitCheck } from "../../batch/units/compare-units";
import { VerdictIcon } from "../verdict-icon";

const useStyles = makeStyles({ icon: { flexShrink: 0, color: tokens.colorStatusDangerForeground1 } });

/** The verdict on a unit; a file that could not be read has a shape of its own: nobody can finish it. */
export function OutcomeIcon({ unit }: { unit: UnitCheck }) {
  const styles = useStyles();
  if (outcomeOf(unit) === "unreadable") return <DismissCircle16Filled className={styles.icon} aria-hidden />;
  return <VerdictIcon verdict={unit.verdict} size={16} />;
}
