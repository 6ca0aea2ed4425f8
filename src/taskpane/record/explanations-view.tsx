import { makeStyles, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import type { Explanation } from "../../record/explanation";
import { earlierOf } from "../../record/history";
import { reportSubjectOf, subjectOf, type Subject } from "../../record/subject";
import { isToExplain } from "../../rules/explained";
import { isReportToExplain } from "../../rules/report/check-reports";
import type { AnyRuleId } from "../../rules/cross/any-finding";
import { CROSS_RULES } from "../../rules/cross/cross-catalogue";
import { tableOfFinding } from "../../rules/cross/table-of-finding";
import { SECTION_NAMES } from "../../tables/sections";
import { useAppState } from "../app-context";
import type { DestinationProps } from "../destinations";
import { useLocale } from "../locale-context";
import { ViewHeader } from "../view-header";
import ExplanationBox from "./explanation-box";
import { ExplanationText } from "./explanation-text";
import { StateMark } from "./state-mark";

const useStyles = makeStyles({
  body: { padding: "4px 16px 16px", color: tokens.colorNeutralForeground2 },
  paragraph: { margin: "4px 0 0" },
  list: { margin: 0, padding: 0, listStyleType: "none" },
  item: {
    display: "flex",
    flexDirection: "column",
    gap: "4px",
    padding: "10px 0",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ":first-child": { marginTop: "8px" },
  },
  heading: {
    margin: 0,
    fontSize: "inherit",
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
  },
  place: { color: tokens.colorNeutralForeground3 },
});

/**
 * Every explanation in the workbook, in force or not: nothing that somebody wrote is out of reach. What is in force can be refused,
 * or written anew, here as at its warning.
 */
export default function ExplanationsView({ onBack }: DestinationProps) {
  const styles = useStyles();
  const { words } = useLocale();
  const book = useAppState(({ record }) => record.explanations);
  const tables = useAppState((state) => state.tables);
  const reports = useAppState((state) => state.reports);
  const comparison = useAppState((state) => state.comparison);
  const subjects = useMemo(
    () => [
      ...reports.flatMap((report) =>
        report.findings.filter(isReportToExplain).map((one) => reportSubjectOf(one, report)),
      ),
      ...tables.flatMap(({ filled, check }) => check.findings.filter(isToExplain).map((one) => subjectOf(one, filled))),
      ...(comparison?.check?.findings ?? []).map((one) =>
        subjectOf(one, tableOfFinding(one, tables, ({ filled }) => filled.placement.table.section).filled),
      ),
    ],
    [reports, tables, comparison],
  );
  const unused = new Set(book.unused(subjects));
  const isCompared = comparison?.check != null;
  const states = new Map(
    subjects.flatMap((subject) =>
      earlierOf(book.standing(subject)).map(({ state, explanation }) => [explanation, state] as const),
    ),
  );
  const subjectFor = (explanation: Explanation) =>
    subjects.find((one) => book.standing(one).last === explanation) ?? null;
  return (
    <>
      <ViewHeader title={words["explanations.title"]} back={words["view.back"]} onBack={onBack} />
      <div className={styles.body}>
        <p className={styles.paragraph}>
          {book.entries.length === 0 ? words["explanations.none"] : words["explanations.kept"]}
        </p>
        <ul className={styles.list}>
          {[...book.entries].reverse().map((explanation) => {
            const subject = subjectFor(explanation);
            const state = states.get(explanation) ?? "lapsed";
            return (
              <li key={`${explanation.at} ${JSON.stringify(explanation.subject)}`} className={styles.item}>
                <SubjectHeading subject={explanation.subject} />
                {subject ? (
                  <ExplanationBox subject={subject} isListed />
                ) : (
                  <>
                    <span>
                      {isCompared || !(explanation.subject.rule in CROSS_RULES) ? (
                        <>
                          <StateMark state={state} />
                          {unused.has(explanation) && <> {words["explanations.unused"]}</>}
                        </>
                      ) : (
                        words["explanations.notCompared"]
                      )}
                    </span>
                    <ExplanationText explanation={explanation} state={state} />
                  </>
                )}
              </li>
            );
          })}
        </ul>
      </div>
    </>
  );
}

function SubjectHeading({ subject: { rule, table } }: { subject: Subject }) {
  const styles = useStyles();
  const { rules } = useLocale();
  // A rule of an earlier or later version may have no words here.
  const name = rules[rule as AnyRuleId]?.name ?? rule;
  const sheet = table.section && SECTION_NAMES[table.section].sheet;
  const place = [sheet, table.unit, table.year].filter((part) => part !== null).join(" ");
  return (
    <h3 className={styles.heading}>
      {name} <span className={styles.place}>{place}</span>
    </h3>
  );
}
