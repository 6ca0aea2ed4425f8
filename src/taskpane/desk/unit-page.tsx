import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { flushSync } from "react-dom";
import type { Desk } from "../../actions/desk/desk";
import type { Chosen } from "../../actions/desk/desk-state";
import { contradictsFile } from "../../batch/blank-count";
import { placesOf } from "../../batch/finding-places";
import { sentenceOf } from "../../batch/results-workbook";
import { suspectLines } from "../../batch/suspect-lines";
import { findingsOf } from "../../batch/unit-finding";
import { outcomeOf } from "../../batch/unit-remarks";
import { unreadLines } from "../../batch/unread-cells";
import type { Comparison, UnitCheck } from "../../batch/units/compare-units";
import { matchSentence } from "../../batch/units/match-words";
import type { Standing } from "../../record/explanation-book";
import { earlierOf, isAnswered } from "../../record/history";
import { fullAddress } from "../../tables/address";
import { EarlierExplanations } from "../record/earlier-explanations";
import { ExplanationText } from "../record/explanation-text";
import { StateMark } from "../record/state-mark";
import { SeverityIcon } from "../verdict-icon";
import { ViewHeader } from "../view-header";
import { unitName } from "./list-units";
import { ReportChoice, UnclaimedReports } from "./report-choice";
import { OutcomeIcon } from "./outcome-icon";
import { TwoYearsTable } from "./two-years";
import { useBatchLocale } from "./use-batch-locale";
import { useTakenFiles } from "./use-taken-files";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: "10px", padding: "4px 12px 16px", minWidth: 0 },
  over: { backgroundColor: tokens.colorNeutralBackground1Hover },
  neighbours: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "6px" },
  verdict: { display: "flex", alignItems: "center", gap: "8px", fontWeight: tokens.fontWeightSemibold },
  print: { marginLeft: "auto" },
  file: { display: "flex", alignItems: "center", justifyContent: "space-between", gap: "8px" },
  hint: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  fault: { margin: 0, color: tokens.colorPaletteRedForeground1 },
  heading: { margin: "6px 0 0", fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold },
  led: { outline: "none" },
  list: { display: "flex", flexDirection: "column", gap: "8px", listStyleType: "none", margin: 0, padding: 0 },
  finding: { display: "grid", gridTemplateColumns: "16px minmax(0, 1fr)", columnGap: "8px" },
  place: { color: tokens.colorNeutralForeground3 },
  sure: { fontWeight: tokens.fontWeightSemibold, whiteSpace: "nowrap" },
});

/** What the unit wrote about a warning. What it is to be compared with, because it was not accepted, stands open below. */
function Written({ standing }: { standing: Standing }) {
  const { state, last } = standing;
  const earlier = earlierOf(standing);
  return (
    <>
      <StateMark state={state} />
      {last && <ExplanationText explanation={last} state={state} />}
      {earlier.length > 0 && (
        <EarlierExplanations entries={earlier} isOpenFirst={isAnswered(standing) || state === "resent"} />
      )}
    </>
  );
}

function Findings({ unit }: { unit: UnitCheck }) {
  const styles = useStyles();
  const locale = useBatchLocale();
  const findings = findingsOf(unit);
  // what keeps a unit without findings from passing is told above and below
  if (findings.length === 0 && unit.verdict !== "pass") return null;
  return (
    <>
      <h3 className={styles.heading}>{locale.batch.desk.findings}</h3>
      {findings.length === 0 ? (
        <p className={styles.hint}>{locale.batch.desk.noFindings}</p>
      ) : (
        <ul className={styles.list}>
          {findings.map((found, index) => (
            <li key={index} className={styles.finding}>
              <SeverityIcon severity={found.finding.severity} label={locale.severities[found.finding.severity]} />
              <div>
                <div>
                  {locale.rules[found.finding.rule].name}{" "}
                  <span className={styles.place}>{placesOf(found, unit.result)}</span>
                </div>
                <div>{sentenceOf(found, locale)}</div>
                {found.standing && <Written standing={found.standing} />}
              </div>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** What is probably wrong: the likeliest answer to each independent part, and how sure it is. */
function Suspects({ unit }: { unit: UnitCheck }) {
  const styles = useStyles();
  const locale = useBatchLocale();
  const { certain, likely, oneOf } = locale.batch.suspects;
  const said = suspectLines(unit, locale);
  const confirmed = unit.tables.flatMap((table) =>
    table.confirmed.map((key) => fullAddress(table.sheet, table.cells[key]!)),
  );
  if (said.length === 0) return null;
  return (
    <>
      <h3 className={styles.heading}>{locale.batch.desk.suspects}</h3>
      <ul className={styles.list}>
        {said.map(({ sheet, sentence, ties, isCertain }, index) => (
          <li key={index}>
            <span className={styles.place}>{sheet}</span> {sentence}{" "}
            <span className={styles.sure}>{isCertain ? certain : ties > 1 ? oneOf(ties) : likely}</span>
          </li>
        ))}
      </ul>
      {confirmed.length > 0 && (
        <p className={styles.hint}>
          {locale.words["trusted.title"]}
          {confirmed.join(" ")}
        </p>
      )}
    </>
  );
}

function Years({ desk, unit, comparison }: { desk: Desk; unit: UnitCheck; comparison: Comparison }) {
  const styles = useStyles();
  const locale = useBatchLocale();
  const { desk: words } = locale.batch;
  const { match, check } = comparison;
  const isOpen = match.kind === "none" || match.kind === "doubtful";
  const offered = match.kind === "doubtful" ? match.candidates.map(({ file }) => file) : [];
  const others = desk.state.unclaimed.filter(({ file }) => !offered.includes(file));
  const heading = useRef<HTMLHeadingElement>(null);
  // the button that was pressed goes away with the question that it answered
  const say = (answer: () => void) => {
    flushSync(answer);
    heading.current?.focus();
  };
  const choose = (file: string) => say(() => desk.choosePrevious(unit.result.file, file));
  const { notPrevious } = desk.state;
  return (
    <>
      <h3 ref={heading} tabIndex={-1} className={mergeClasses(styles.heading, styles.led)}>
        {words.years}
      </h3>
      <p className={styles.hint}>{matchSentence(comparison, locale.years)}</p>
      {isOpen && notPrevious.length > 0 && (
        <p className={styles.fault}>{words.perhapsUnread(notPrevious.map(({ file }) => file))}</p>
      )}
      {match.kind === "doubtful" && <ReportChoice reports={match.candidates} onChoose={choose} />}
      {isOpen && <UnclaimedReports key={unit.result.file} unit={unit.result} reports={others} onChoose={choose} />}
      {isOpen && (
        <div>
          <Button size="small" onClick={() => say(() => desk.denyPrevious(unit.result.file))}>
            {words.deny}
          </Button>
        </div>
      )}
      {(match.kind === "absent" || (match.kind === "found" && match.way === "chosen")) && (
        <div>
          <Button size="small" onClick={() => say(() => desk.unchoosePrevious(unit.result.file))}>
            {words.unchoose}
          </Button>
        </div>
      )}
      {check?.skipped.map((skipped) => (
        <p key={skipped.rule} className={styles.hint}>
          {locale.years.skipped(skipped)}
        </p>
      ))}
      {check && check.undecided > 0 && <p className={styles.hint}>{locale.years.undecided(check)}</p>}
      {check?.findings.length === 0 && check.held > 0 && (
        <p className={styles.hint}>{locale.years.agrees(check.held)}</p>
      )}
      {match.kind === "found" && <TwoYearsTable current={unit.result} previous={match.report} />}
    </>
  );
}

interface UnitPageProps {
  desk: Desk;
  unit: UnitCheck;
  /** Of the units in the list, in its order. */
  files: readonly string[];
  /** The unit's place among them; -1 where it does not belong there any more. */
  at: number;
  onOpen: (file: string) => void;
  onBack: () => void;
  /** Takes files that are dropped here, as the list does. */
  onFiles: (chosen: Chosen) => void;
}

/** From one unit of the list to the next. */
function Neighbours({ files, at, onOpen }: Pick<UnitPageProps, "files" | "at" | "onOpen">) {
  const styles = useStyles();
  const { desk: words } = useBatchLocale().batch;
  if (at < 0 || files.length < 2) return null;
  const button = (to: number, label: string) => (
    <Button size="small" disabledFocusable={!files[to]} onClick={() => onOpen(files[to]!)}>
      {label}
    </Button>
  );
  return (
    <div className={styles.neighbours}>
      {button(at - 1, words.previousUnit)}
      {button(at + 1, words.nextUnit)}
      <span className={styles.hint}>{words.place(at + 1, files.length)}</span>
    </div>
  );
}

/** Everything about one unit: its findings, and its report beside that of the year before. */
export function UnitPage({ desk, unit, files, at, onOpen, onBack, onFiles }: UnitPageProps) {
  const styles = useStyles();
  const root = useRef<HTMLDivElement>(null);
  const { isOver, isEmpty } = useTakenFiles(root, true, onFiles);
  const remove = () => {
    onBack();
    desk.remove(unit.result.file);
  };
  const { file } = unit.result;
  // the next unit, too, begins at its top
  useEffect(() => {
    const scroller = root.current?.closest("main");
    if (scroller) scroller.scrollTop = 0;
  }, [file]);
  const locale = useBatchLocale();
  const { result, comparison } = unit;
  const { desk: words, noTables } = locale.batch;
  const title = result.year === null ? unitName(unit) : `${unitName(unit)} ${result.year}`;
  const error = result.error && locale.describeError(result.error.code, result.error.details);
  return (
    <div className="unit-page">
      <ViewHeader title={title} back={words.back} onBack={onBack} />
      <div ref={root} className={mergeClasses(styles.root, isOver && styles.over)}>
        <span role="status">{isEmpty ? words.nothing : ""}</span>
        <Neighbours files={files} at={at} onOpen={onOpen} />
        <div className={styles.verdict}>
          <OutcomeIcon unit={unit} />
          {locale.batch.outcomes[outcomeOf(unit)]}
          <Button size="small" className={styles.print} onClick={() => window.print()}>
            {words.print}
          </Button>
        </div>
        <div className={styles.file}>
          <span className={styles.hint}>{result.file}</span>
          <Button size="small" disabledFocusable={desk.state.running !== null} onClick={remove}>
            {words.remove}
          </Button>
        </div>
        {result.lost.length > 0 && <p className={styles.hint}>{locale.record.lost(result.lost)}</p>}
        {contradictsFile(result.blanks, result.summary.blanks) && (
          <p className={styles.hint}>{locale.batch.zeroInFile}</p>
        )}
        {result.cutSheets.map((cut) => (
          <p key={cut.sheet} className={styles.hint}>
            {locale.sheet.report.describeCut(cut)}
          </p>
        ))}
        {result.tables.flatMap((table) =>
          unreadLines(table, locale).map((sentence) => (
            <p key={sentence} className={styles.hint}>
              {sentence}
            </p>
          )),
        )}
        {error ? (
          <p className={styles.fault}>
            {error.what}
            {error.next}
          </p>
        ) : result.tables.length === 0 ? (
          <p className={styles.fault}>{noTables}</p>
        ) : (
          <>
            <Findings unit={unit} />
            <Suspects unit={unit} />
            {comparison && <Years desk={desk} unit={unit} comparison={comparison} />}
          </>
        )}
      </div>
    </div>
  );
}
