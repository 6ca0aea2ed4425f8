import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { AppState } from "../actions/state";
import type { Locale } from "../locales";
import { useAppState } from "./app-context";
import { useLocale } from "./locale-context";
import { VerdictIcon } from "./verdict-icon";

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    display: "grid",
    gridTemplateColumns: "auto 1fr auto",
    columnGap: "10px",
    alignItems: "center",
    padding: "10px 12px 10px 9px",
    minHeight: "40px",
    borderLeft: "3px solid",
    backgroundColor: tokens.colorNeutralBackground3,
  },
  pass: { borderLeftColor: tokens.colorStatusSuccessForeground1 },
  fail: { borderLeftColor: tokens.colorStatusDangerForeground1 },
  incomplete: { borderLeftColor: tokens.colorNeutralForeground3 },
  verdict: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
  },
  modes: { alignSelf: "start", display: "flex", flexDirection: "column", alignItems: "end", rowGap: "3px" },
  mode: {
    padding: "1px 6px",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  counts: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: "12px",
    margin: 0,
    padding: 0,
    listStyleType: "none",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: "tabular-nums",
  },
});

/** The facts behind a verdict, each in a few words. */
export function countsOf(
  { summary, comparison }: Pick<AppState, "summary" | "comparison">,
  { words, severities }: Locale,
): string[] {
  const { verdict, tables, findings, unexplained, blanks, undecided, cutSheets } = summary;
  if (tables === 0) return [words["banner.noTables"]];
  const facts = [
    ...(["error", "warning"] as const)
      .filter((severity) => findings[severity] > 0)
      .map((severity) => words["banner.count"](severities[severity], findings[severity])),
    ...(verdict === "pass" && findings.warning > 0 ? [words["banner.allExplained"]] : []),
    ...(unexplained > 0 ? [words["banner.unexplained"](unexplained)] : []),
    ...(blanks > 0 ? [words["banner.blanks"](blanks)] : []),
    ...(verdict === "incomplete" && undecided > 0 ? [words["banner.undecided"](undecided)] : []),
    // what waits for an explanation is counted above
    ...(comparison?.verdict === "incomplete" && comparison.unexplained === 0 ? [words["banner.lastYear"]] : []),
  ];
  return [
    ...(facts.length === 0 ? [words["banner.allHold"](tables)] : facts),
    ...(cutSheets > 0 ? [words["banner.cutSheets"](cutSheets)] : []),
  ];
}

/**
 * The verdict on the whole workbook, always in sight.
 * @param isAside whether what stands below is about other files, with verdicts of their own
 */
export function Banner({ isAside }: { isAside: boolean }) {
  const styles = useStyles();
  const locale = useLocale();
  const { words, verdicts } = locale;
  const isStarting = useAppState(({ phase }) => phase === "starting");
  const isStale = useAppState((state) => state.isStale);
  const isReviewing = useAppState((state) => state.isReviewing);
  const blankIsZero = useAppState(({ options }) => options.blankIsZero);
  const summary = useAppState((state) => state.summary);
  const comparison = useAppState((state) => state.comparison);
  const verdict = isStarting ? "incomplete" : summary.verdict;
  const counts = isStarting ? [words["banner.starting"]] : countsOf({ summary, comparison }, locale);
  return (
    <section className={mergeClasses(styles.root, styles[verdict])} aria-label={words["banner.label"]}>
      <VerdictIcon verdict={verdict} size={24} />
      <div>
        <h1 className={styles.verdict}>{verdicts[verdict]}</h1>
        <ul className={styles.counts}>
          {[...counts, ...(isStale ? [words["banner.stale"]] : [])].map((count) => (
            <li key={count}>{count}</li>
          ))}
        </ul>
      </div>
      <div className={styles.modes}>
        {isAside && <span className={styles.mode}>{words["banner.workbook"]}</span>}
        {isReviewing && <span className={styles.mode}>{words["banner.reviewing"]}</span>}
        {blankIsZero && <span className={styles.mode}>{words["banner.blankIsZero"]}</span>}
      </div>
    </section>
  );
}
