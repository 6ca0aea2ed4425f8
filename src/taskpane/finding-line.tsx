import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronDown16Regular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronUp16Regular } from "@fluentui/react-icons/svg/chevron-up";
import { useId, useState, type ReactNode } from "react";
import type { AnyRuleId } from "../rules/cross/any-finding";
import type { Severity } from "../rules/rule";
import type { FindingText } from "../locales";
import { FindingDetails } from "./finding-details";
import { useLocale } from "./locale-context";
import { useRowStyles } from "./use-row-styles";
import { SeverityIcon } from "./verdict-icon";

const useStyles = makeStyles({
  root: { padding: "0 12px 0 6px" },
  line: { display: "grid", gridTemplateColumns: "1fr auto", alignItems: "start", columnGap: "2px" },
  main: { display: "grid", gridTemplateColumns: "16px 1fr auto", columnGap: "8px", alignItems: "start" },
  still: { padding: "5px 6px" },
  title: { fontWeight: tokens.fontWeightSemibold },
  address: { color: tokens.colorNeutralForeground3, fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" },
  sentence: {
    gridColumn: "2 / 4",
    color: tokens.colorNeutralForeground2,
    overflowWrap: "anywhere",
  },
  details: { padding: "0 0 6px 30px" },
  expander: { marginTop: "2px" },
});

/** No line begins with a number or a sign whose word stands at the end of the line before. */
const keepTogether = (sentence: string) => sentence.replace(/ (?=[\d-])/g, "\u00a0");

interface FindingLineProps {
  finding: { rule: AnyRuleId; severity: Severity };
  text: FindingText;
  /** Where the row leads, and what it says about that; a finding that stands nowhere leads nowhere. */
  target?: { title: string; onGo: () => void };
  /** What stands right below it. */
  children?: ReactNode;
}

/** One finding: the whole row leads to what it is about, the arrow beside it opens the explanation. */
export function FindingLine({ finding, text, target, children }: FindingLineProps) {
  const styles = useStyles();
  const row = useRowStyles();
  const locale = useLocale();
  const detailsId = useId();
  const [isOpen, setOpen] = useState(false);
  const { title, address, sentence, sides } = text;
  const content = (
    <>
      <SeverityIcon severity={finding.severity} label={locale.severities[finding.severity]} />
      <span className={styles.title}>{title}</span>
      <span className={styles.address}>{address}</span>
      <span className={styles.sentence}>{keepTogether(sentence)}</span>
    </>
  );
  return (
    <li className={styles.root}>
      <div className={styles.line}>
        {target ? (
          <button
            type="button"
            className={mergeClasses(row.button, styles.main)}
            data-stop
            title={target.title}
            onClick={target.onGo}
          >
            {content}
          </button>
        ) : (
          <div className={mergeClasses(styles.main, styles.still)}>{content}</div>
        )}
        <Button
          className={styles.expander}
          appearance="subtle"
          size="small"
          icon={isOpen ? <ChevronUp16Regular /> : <ChevronDown16Regular />}
          aria-expanded={isOpen}
          aria-controls={isOpen ? detailsId : undefined}
          aria-label={locale.words["finding.explain"](title, address)}
          onClick={() => setOpen(!isOpen)}
        />
      </div>
      {children}
      {isOpen && (
        <div id={detailsId} className={styles.details}>
          <FindingDetails finding={finding} sides={sides} />
        </div>
      )}
    </li>
  );
}
