import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import type { NamedReport } from "../../batch/units/match-units";
import { matchSentence, reportName } from "../../batch/units/match-words";
import type { Comparison } from "../../batch/units/compare-units";
import { FINDINGS, useGoToView } from "../view";
import { useBatchLocale } from "../desk/use-batch-locale";

/** More reports at once are of no use to a person who looks for one. */
const MOST_CANDIDATES = 20;

const useStyles = makeStyles({
  line: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  candidates: { display: "flex", flexDirection: "column", gap: "6px", listStyleType: "none", margin: 0, padding: 0 },
  candidate: { display: "flex", alignItems: "center", justifyContent: "space-between", gap: "8px" },
  name: { overflowWrap: "anywhere", minWidth: 0 },
  link: { fontSize: "inherit" },
});

/** Which of the reports that were read may be meant; all of them where none has a name like that of the workbook. */
const candidatesOf = ({ match }: Comparison, reports: readonly NamedReport[]): readonly NamedReport[] =>
  match.kind === "found" ? [] : match.kind === "doubtful" ? match.candidates : reports.slice(0, MOST_CANDIDATES);

interface OutcomeProps {
  comparison: Comparison;
  /** Last year's reports that were read. */
  reports: readonly NamedReport[];
  onChoose: (file: string) => void;
}

/** With which report the workbook was compared, and what came of it. */
export function Outcome({ comparison, reports, onChoose }: OutcomeProps) {
  const styles = useStyles();
  const { years, words, batch } = useBatchLocale();
  const goTo = useGoToView();
  const { check } = comparison;
  const candidates = candidatesOf(comparison, reports);
  return (
    <>
      <p className={styles.line} role="status">
        {matchSentence(comparison, years)}
      </p>
      {candidates.length > 0 && (
        <ul className={styles.candidates}>
          {candidates.map((report) => (
            <li key={report.file} className={styles.candidate}>
              <span className={styles.name}>{reportName(report)}</span>
              <Button size="small" onClick={() => onChoose(report.file)}>
                {batch.desk.choose}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {check?.skipped.map((skipped) => (
        <p key={skipped.rule} className={styles.line}>
          {years.skipped(skipped)}
        </p>
      ))}
      {check && check.undecided > 0 && <p className={styles.line}>{years.undecided(check)}</p>}
      {check && check.findings.length === 0 && check.held > 0 && (
        <p className={styles.line}>{years.agrees(check.held)}</p>
      )}
      {check && check.findings.length > 0 && (
        <p className={styles.line}>
          {words["lastYear.findings"](check.findings.length)}{" "}
          <Link className={styles.link} as="button" inline onClick={() => goTo(FINDINGS)}>
            {words["lastYear.see"]}
          </Link>
        </p>
      )}
    </>
  );
}
