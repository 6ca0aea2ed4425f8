import { Link, makeStyles, tokens } from "@fluentui/react-components";
import { matchSentence } from "../../batch/units/match-words";
import type { Comparison } from "../../batch/units/compare-units";
import { useLocale } from "../locale-context";
import { useGoToView } from "../view";

const useStyles = makeStyles({
  root: { margin: 0, padding: "8px 12px 2px", color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  link: { fontSize: "inherit" },
});

/** Above the findings: with which report of last year they were compared, and what could not be. */
export default function LastYearNotice({ comparison }: { comparison: Comparison }) {
  const styles = useStyles();
  const { words, years } = useLocale();
  const goTo = useGoToView();
  const { match, check } = comparison;
  const said = [
    matchSentence(comparison, years),
    ...(check?.skipped ?? []).map((skipped) => years.skipped(skipped)),
    ...(check && check.undecided > 0 ? [years.undecided(check)] : []),
  ];
  return (
    <p className={styles.root}>
      {said.join(" ")}{" "}
      <Link className={styles.link} as="button" inline onClick={() => goTo({ name: "lastYear" })}>
        {words[match.kind === "found" ? "lastYear.change" : "lastYear.assign"]}
      </Link>
    </p>
  );
}
