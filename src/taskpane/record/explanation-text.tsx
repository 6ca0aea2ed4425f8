import { makeStyles, tokens } from "@fluentui/react-components";
import { contentFrom } from "../../record/content";
import type { Explanation } from "../../record/explanation";
import type { EntryState } from "../../record/history";
import { isOfLastYear } from "../../record/subject";
import type { Locale } from "../../locales";
import { useLocale } from "../locale-context";
import { RemarkText } from "./remark-text";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: "4px" },
  note: { margin: 0, color: tokens.colorNeutralForeground3, overflowWrap: "anywhere" },
  objection: { fontWeight: tokens.fontWeightSemibold },
});

function figuresOf({ subject }: Explanation, { record, words, id }: Locale): string {
  const contents = subject.figures.map((figure) => {
    const content = record.describeContent(contentFrom(figure.code) ?? null);
    return isOfLastYear(figure) ? words["explanation.lastYear"](content) : content;
  });
  return contents.join(id === "zh-CN" ? "、" : ", ");
}

interface ExplanationTextProps {
  explanation: Explanation;
  state: EntryState;
}

/** An explanation with what has become of it: for which numbers it was, why it was not accepted, and what of that was taken back. */
export function ExplanationText({ explanation, state }: ExplanationTextProps) {
  const styles = useStyles();
  const locale = useLocale();
  const { words, record } = locale;
  const { objection, retracted, subject } = explanation;
  return (
    <div className={styles.root}>
      <RemarkText remark={explanation} isOld={state !== "explained"} />
      {state === "lapsed" && subject.figures.length > 0 && (
        <p className={styles.note}>{words["explanation.figures"](figuresOf(explanation, locale))}</p>
      )}
      {state === "hollow" && explanation.fault && <p className={styles.note}>{record.faults[explanation.fault]}</p>}
      {state === "resent" && <p className={styles.note}>{record.faults.empty}</p>}
      {retracted.map((one) => (
        <p key={one.at} className={styles.note}>
          {record.describeRetracted(one)}
        </p>
      ))}
      {objection && (
        <div>
          <span className={styles.objection}>{words["explanation.objection"]}</span>
          <RemarkText remark={objection} />
        </div>
      )}
    </div>
  );
}
