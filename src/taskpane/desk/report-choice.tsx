import { Button, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { byLikeness } from "../../batch/units/likeness";
import type { NamedReport } from "../../batch/units/match-units";
import { reportName } from "../../batch/units/match-words";
import { useBatchLocale } from "./use-batch-locale";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: "6px", minWidth: 0 },
  hint: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: { display: "flex", flexDirection: "column", gap: "6px", listStyleType: "none", margin: 0, padding: 0 },
  report: { display: "flex", alignItems: "center", justifyContent: "space-between", gap: "8px" },
  name: { minWidth: 0, overflowWrap: "anywhere" },
  button: { flexShrink: 0 },
});

interface ReportChoiceProps {
  reports: readonly NamedReport[];
  /** Given the file of the report. */
  onChoose: (file: string) => void;
}

/** Reports of last year, one of which a person may say is the unit's. */
export function ReportChoice({ reports, onChoose }: ReportChoiceProps) {
  const styles = useStyles();
  const { desk: words } = useBatchLocale().batch;
  return (
    <ul className={styles.list}>
      {reports.map((report) => (
        <li key={report.file} className={styles.report}>
          <span className={styles.name}>{reportName(report)}</span>
          <Button size="small" className={styles.button} onClick={() => onChoose(report.file)}>
            {words.choose}
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** Reports that are shown at once; of more a person looks for the one by its name. */
const SHOWN = 6;

/** The reports that no unit has taken, those first whose names are most like the unit's: names change altogether, too. */
export function UnclaimedReports({ unit, reports, onChoose }: ReportChoiceProps & { unit: NamedReport }) {
  const styles = useStyles();
  const { desk: words } = useBatchLocale().batch;
  const [search, setSearch] = useState("");
  if (reports.length === 0) return null;
  const wanted = search.trim().toLowerCase();
  const found = byLikeness(unit, reports).filter((report) => reportName(report).toLowerCase().includes(wanted));
  const more = found.length - SHOWN;
  return (
    <div className={styles.root} role="group" aria-label={words.unclaimed}>
      <p className={styles.hint}>{words.unclaimed}</p>
      {reports.length > SHOWN && (
        <Input
          size="small"
          type="search"
          aria-label={words.unclaimedSearch}
          placeholder={words.unclaimedSearch}
          value={search}
          onChange={(_event, { value }) => setSearch(value)}
        />
      )}
      <ReportChoice reports={found.slice(0, SHOWN)} onChoose={onChoose} />
      <p className={styles.hint} role="status">
        {found.length === 0 ? words.unclaimedNone : more > 0 ? words.unclaimedMore(more) : ""}
      </p>
    </div>
  );
}
