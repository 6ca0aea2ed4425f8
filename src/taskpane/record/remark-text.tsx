import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Remark } from "../../record/explanation";
import { signature } from "../../locales";

const useStyles = makeStyles({
  root: {
    margin: 0,
    padding: "0 0 0 8px",
    borderLeft: `2px solid ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground1,
    overflowWrap: "anywhere",
    whiteSpace: "pre-wrap",
  },
  struck: { color: tokens.colorNeutralForeground3 },
  signature: { color: tokens.colorNeutralForeground3, fontVariantNumeric: "tabular-nums", whiteSpace: "normal" },
});

/** What somebody wrote, and when. `isOld`: it does not count any more. */
export function RemarkText({ remark, isOld = false }: { remark: Remark; isOld?: boolean }) {
  const styles = useStyles();
  return (
    <blockquote className={mergeClasses(styles.root, isOld && styles.struck)}>
      {remark.text}
      <div className={styles.signature}>{signature(remark)}</div>
    </blockquote>
  );
}
