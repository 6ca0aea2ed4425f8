import { Link, makeStyles, tokens } from "@fluentui/react-components";
import { lazy, Suspense, useId, useState } from "react";
import { reportSubjectOf } from "../record/subject";
import { isReportToExplain, placesOf, type ReportCheck } from "../rules/report/check-reports";
import type { ReportFinding } from "../rules/report/report-finding";
import { useApp, useAppState } from "./app-context";
import { FindingLine } from "./finding-line";
import { useLocale } from "./locale-context";
import { useRun } from "./runner";
import { useGoToView } from "./view";

const ExplanationBox = lazy(() => import("./record/explanation-box"));

/** More rows at once are of no use to a person. */
const ROWS = 10;

const useStyles = makeStyles({
  heading: {
    margin: 0,
    padding: "5px 12px 3px 12px",
    fontSize: "inherit",
    fontWeight: tokens.fontWeightSemibold,
  },
  subject: { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground3 },
  findings: { margin: 0, padding: "0 0 6px", listStyleType: "none" },
  more: { margin: 0, padding: "2px 12px 6px 36px" },
  link: { fontSize: "inherit" },
});

interface ReportRowProps {
  finding: ReportFinding;
  report: ReportCheck;
}

/** One finding about a report: leads to the first table that it is about, or to where a missing one is inserted. */
function ReportRow({ finding, report }: ReportRowProps) {
  const locale = useLocale();
  const app = useApp();
  const run = useRun();
  const goToView = useGoToView();
  const { words } = locale;
  // Not a subscription: where the tables stand only matters when a person goes there.
  const { tables } = app.getState();
  const sections = tables.map(({ filled }) => filled.placement.table.section);
  const [place] = placesOf(finding, report, sections);
  const table = place && tables[place.table];
  const { unit, year } = report;
  const target = table
    ? { title: words["table.select"], onGo: () => void run("show", { tableId: table.id }) }
    : finding.kind === "missing"
      ? {
          title: words["action.insert"],
          onGo: () => goToView({ name: "insert", wanted: { unit, year, sections: [finding.section] } }),
        }
      : undefined;
  return (
    <FindingLine finding={finding} text={locale.describeReportFinding(finding)} {...(target && { target })}>
      {isReportToExplain(finding) && (
        <Suspense fallback={null}>
          <ExplanationBox subject={reportSubjectOf(finding, report)} />
        </Suspense>
      )}
    </FindingLine>
  );
}

/** What is to be said about one report as a whole. */
function Report({ report, isOnly }: { report: ReportCheck; isOnly: boolean }) {
  const styles = useStyles();
  const { words, describeSubject } = useLocale();
  const headingId = useId();
  const subject = isOnly ? "" : describeSubject(report);
  return (
    <section aria-labelledby={headingId}>
      <h2 id={headingId} className={styles.heading}>
        {words["report.heading"]} {subject && <span className={styles.subject}>{subject}</span>}
      </h2>
      <ul className={styles.findings}>
        {report.findings.map((finding, index) => (
          <ReportRow key={`${finding.rule} ${index}`} finding={finding} report={report} />
        ))}
      </ul>
    </section>
  );
}

/** Findings about whole reports, above those of the tables. Nothing when there are none. */
export function ReportGroups() {
  const styles = useStyles();
  const { words } = useLocale();
  const reports = useAppState((state) => state.reports);
  const [limit, setLimit] = useState(ROWS);
  const found = reports.filter(({ findings }) => findings.length > 0);
  const hidden = found.length - limit;
  return (
    <>
      {found.slice(0, limit).map((report) => (
        <Report key={report.tables[0]} report={report} isOnly={reports.length === 1} />
      ))}
      {hidden > 0 && (
        <p className={styles.more}>
          <Link className={styles.link} as="button" inline onClick={() => setLimit(limit + ROWS)}>
            {words["reports.more"](hidden)}
          </Link>
        </p>
      )}
    </>
  );
}
