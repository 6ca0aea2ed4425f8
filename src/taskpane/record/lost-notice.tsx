import { Button, makeStyles, MessageBar, MessageBarBody, MessageBarTitle, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import { matchPrinted, type MatchedExplanation } from "../../actions/report/match-printed";
import type { Locale } from "../../locales";
import { LOST_TEXTS } from "../../locales/lost";
import type { PrintedExplanation } from "../../record/printed";
import type { AnyRuleId } from "../../rules/cross/any-finding";
import { useAppState } from "../app-context";
import { useLocale } from "../locale-context";
import { useRun } from "../runner";
import { RemarkText } from "./remark-text";

const useStyles = makeStyles({
  bar: { alignItems: "start", paddingTop: "6px", paddingBottom: "6px" },
  text: { fontSize: tokens.fontSizeBase200, lineHeight: "18px", overflowWrap: "anywhere" },
  title: { display: "block", fontSize: "inherit", lineHeight: "inherit" },
  list: { display: "flex", flexDirection: "column", gap: "8px", margin: "6px 0", padding: 0, listStyleType: "none" },
  button: { marginTop: "8px" },
  note: { margin: "2px 0 0", color: tokens.colorNeutralForeground3 },
});

/**
 * Explanations that the workbook remembers no more and the report sheet still shows: all of them, and what can be taken back. The
 * person reads them and decides; whoever reviews what others report takes nothing back for them.
 */
export default function LostNotice({ lost }: { lost: readonly PrintedExplanation[] }) {
  const styles = useStyles();
  const { id, record, rules, words, sheet } = useLocale();
  const texts = LOST_TEXTS[id];
  const run = useRun();
  const tables = useAppState((state) => state.tables);
  const reports = useAppState((state) => state.reports);
  const comparison = useAppState((state) => state.comparison);
  const isReviewing = useAppState((state) => state.isReviewing);
  const isRunning = useAppState((state) => state.running !== null);
  const matched = useMemo(
    () => matchPrinted(lost, { tables, reports, comparison }, sheet.report),
    [lost, tables, reports, comparison, sheet],
  );
  const restorable = matched.filter(({ subject }) => subject !== null);
  const restore = async () => {
    for (const [index, { printed, subject }] of restorable.entries()) {
      const { explanation, objection } = printed;
      const say = (locale: Locale) => LOST_TEXTS[locale.id].restored(index + 1);
      if ((await run("explain", { subject: subject!, ...explanation }, say)) === null) return;
      if (objection) await run("objectToExplanation", { subject: subject!, ...objection }, say);
    }
  };
  const item = ({ printed, subject }: MatchedExplanation) => (
    <li key={`${printed.rule} ${printed.place} ${printed.message}`}>
      {rules[printed.rule as AnyRuleId]?.name ?? printed.rule} {printed.place}
      <RemarkText remark={printed.explanation} />
      {printed.objection && (
        <>
          {words["explanation.objection"]}
          <RemarkText remark={printed.objection} />
        </>
      )}
      {subject === null && <p className={styles.note}>{texts.changed}</p>}
    </li>
  );
  return (
    <MessageBar className={styles.bar} intent="warning" layout="multiline">
      <MessageBarBody className={styles.text}>
        <MessageBarTitle className={styles.title}>{record.lost(lost)}</MessageBarTitle>
        <ul className={styles.list} aria-label={texts.list}>
          {matched.map(item)}
        </ul>
        {!isReviewing && restorable.length > 0 && (
          <>
            <p className={styles.note}>{texts.hint}</p>
            <Button className={styles.button} size="small" disabledFocusable={isRunning} onClick={() => void restore()}>
              {texts.restore(restorable.length)}
            </Button>
          </>
        )}
      </MessageBarBody>
    </MessageBar>
  );
}
