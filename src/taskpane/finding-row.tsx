import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronDown16Regular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronUp16Regular } from "@fluentui/react-icons/svg/chevron-up";
import { lazy, memo, Suspense, useId, useMemo, useState } from "react";
import type { Finding } from "../rules/finding";
import type { FilledTable, Placement } from "../tables/filled";
import { FindingDetails } from "./finding-details";
import { useLocale } from "./locale-context";
import { useRun } from "./runner";
import { useRowStyles } from "./use-row-styles";
import { SeverityIcon } from "./verdict-icon";

const ExplanationBox = lazy(() => import("./record/explanation-box"));

const useStyles = makeStyles({
  root: { padding: "0 12px 0 6px" },
  line: { display: "grid", gridTemplateColumns: "1fr auto", alignItems: "start", columnGap: "2px" },
  main: { display: "grid", gridTemplateColumns: "16px 1fr auto", columnGap: "8px", alignItems: "start" },
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

interface FindingRowProps {
  tableId: string;
  finding: Finding;
  placement: Placement;
  /** Given when the finding passes with an explanation: that one is about the numbers. */
  filled?: FilledTable;
}

/** One finding: the whole row leads to its cells, the arrow beside it opens the explanation. */
export const FindingRow = memo(function FindingRow({ tableId, finding, placement, filled }: FindingRowProps) {
  const styles = useStyles();
  const row = useRowStyles();
  const locale = useLocale();
  const run = useRun();
  const detailsId = useId();
  const [isOpen, setOpen] = useState(false);
  const { title, address, sentence, sides } = useMemo(
    () => locale.describeFinding(finding, placement),
    [locale, finding, placement],
  );
  return (
    <li className={styles.root}>
      <div className={styles.line}>
        <button
          type="button"
          className={mergeClasses(row.button, styles.main)}
          data-stop
          title={locale.words["finding.goTo"]}
          onClick={() => void run("goTo", { tableId, finding })}
        >
          <SeverityIcon severity={finding.severity} label={locale.severities[finding.severity]} />
          <span className={styles.title}>{title}</span>
          <span className={styles.address}>{address}</span>
          <span className={styles.sentence}>{keepTogether(sentence)}</span>
        </button>
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
      {filled && (
        <Suspense fallback={null}>
          <ExplanationBox finding={finding} filled={filled} />
        </Suspense>
      )}
      {isOpen && (
        <div id={detailsId} className={styles.details}>
          <FindingDetails finding={finding} sides={sides} />
        </div>
      )}
    </li>
  );
});

/** Tells findings of one table apart, and stays when the numbers of a finding change. */
export function findingKey(finding: Finding): string {
  switch (finding.kind) {
    case "sum":
      return `${finding.rule} ${finding.line}`;
    case "kind":
      return `${finding.rule} ${finding.cells[0]!}`;
    case "blank":
      return finding.rule;
    case "label": {
      const { fault, expected, found, position } = finding.doubt;
      return [finding.rule, fault, ...expected, found, position?.row, position?.column].join(" ");
    }
  }
}
