import { makeStyles, tokens } from "@fluentui/react-components";
import { CheckmarkCircle16Regular } from "@fluentui/react-icons/svg/checkmark-circle";
import { Clock16Regular } from "@fluentui/react-icons/svg/clock";
import { CommentOff16Regular } from "@fluentui/react-icons/svg/comment-off";
import { CommentError16Regular } from "@fluentui/react-icons/svg/comment-error";
import { CommentEdit16Regular } from "@fluentui/react-icons/svg/comment-edit";
import { ArrowRepeatAll16Regular } from "@fluentui/react-icons/svg/arrow-repeat-all";
import { History16Regular } from "@fluentui/react-icons/svg/history";
import type { EntryState } from "../../record/history";
import { useLocale } from "../locale-context";

const useStyles = makeStyles({
  root: {
    display: "inline-flex",
    alignItems: "center",
    columnGap: "4px",
    whiteSpace: "nowrap",
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
});

/** Each state has a shape of its own besides its word. */
const ICONS = {
  none: CommentEdit16Regular,
  explained: CheckmarkCircle16Regular,
  objected: CommentError16Regular,
  resent: ArrowRepeatAll16Regular,
  lapsed: Clock16Regular,
  hollow: CommentOff16Regular,
  answered: CommentError16Regular,
  replaced: History16Regular,
} satisfies Record<EntryState, unknown>;

/** How a warning stands, or what has become of an explanation, in a word. */
export function StateMark({ state }: { state: EntryState }) {
  const styles = useStyles();
  const { record } = useLocale();
  const Icon = ICONS[state];
  return (
    <span className={styles.root}>
      <Icon aria-hidden />
      {record.states[state]}
    </span>
  );
}
