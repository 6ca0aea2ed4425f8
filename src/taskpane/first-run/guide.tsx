import { Button, Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircle16Filled } from "@fluentui/react-icons/svg/checkmark-circle";
import { Circle16Regular } from "@fluentui/react-icons/svg/circle";
import { useId, useState, type ReactNode } from "react";
import { useAppState, useIsEnabled } from "../app-context";
import { useWords } from "../locale-context";
import { useRun } from "../runner";

const useStyles = makeStyles({
  root: {
    margin: "8px 12px 0",
    padding: "8px 10px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  title: { margin: 0, fontSize: "inherit", fontWeight: tokens.fontWeightSemibold },
  steps: {
    display: "flex",
    flexDirection: "column",
    gap: "4px",
    margin: "4px 0 6px",
    padding: 0,
    listStyleType: "none",
  },
  step: { display: "grid", gridTemplateColumns: "16px minmax(0, 1fr)", columnGap: "8px" },
  icon: { marginTop: "1px", color: tokens.colorNeutralForeground3 },
  done: { color: tokens.colorStatusSuccessForeground1 },
  current: { fontWeight: tokens.fontWeightSemibold },
  body: {
    gridColumn: "2",
    display: "flex",
    flexDirection: "column",
    alignItems: "start",
    gap: "6px",
    color: tokens.colorNeutralForeground2,
  },
  paragraph: { margin: 0 },
  link: { fontSize: "inherit" },
});

interface StepProps {
  name: string;
  isDone: boolean;
  isCurrent: boolean;
  children: ReactNode;
}

function Step({ name, isDone, isCurrent, children }: StepProps) {
  const styles = useStyles();
  const words = useWords();
  return (
    <li className={styles.step} aria-current={isCurrent ? "step" : undefined}>
      {isDone ? (
        <CheckmarkCircle16Filled className={mergeClasses(styles.icon, styles.done)} aria-label={words["guide.done"]} />
      ) : (
        <Circle16Regular className={styles.icon} aria-hidden />
      )}
      <span className={isCurrent ? styles.current : undefined}>{name}</span>
      {isCurrent && <div className={styles.body}>{children}</div>}
    </li>
  );
}

/** Whether the workbook was validated while the guide was shown. */
function useHasValidated(): boolean {
  const isValidating = useAppState(({ running }) => running === "validate");
  const [hasValidated, setValidated] = useState(false);
  if (isValidating && !hasValidated) setValidated(true);
  return hasValidated;
}

/**
 * The whole way in three steps, for a person's first minutes. Each step is done when the workbook says so, whichever way the
 * person took; nothing waits for the guide.
 */
export default function Guide({ onDismiss }: { onDismiss: () => void }) {
  const styles = useStyles();
  const words = useWords();
  const run = useRun();
  const titleId = useId();
  const canInsert = useIsEnabled("insertExercise");
  const hasTables = useAppState(({ tables }) => tables.length > 0);
  const isRight = useAppState(({ summary }) => summary.verdict === "pass") && hasTables;
  const hasValidated = useHasValidated();
  const done = [hasTables, isRight, isRight && hasValidated];
  const current = done.indexOf(false);
  return (
    <section className={styles.root} aria-labelledby={titleId}>
      <h2 id={titleId} className={styles.title}>
        {words["guide.title"]}
      </h2>
      <ol className={styles.steps}>
        <Step name={words["guide.insert"]} isDone={hasTables} isCurrent={current === 0}>
          <p className={styles.paragraph}>{words["guide.insertHint"]}</p>
          <Button size="small" disabledFocusable={!canInsert} onClick={() => void run("insertExercise", undefined)}>
            {words["guide.exercise"]}
          </Button>
        </Step>
        <Step name={words["guide.fix"]} isDone={isRight} isCurrent={current === 1}>
          <p className={styles.paragraph}>{words["guide.fixHint"]}</p>
        </Step>
        <Step name={words["guide.finish"]} isDone={isRight && hasValidated} isCurrent={current === 2}>
          <p className={styles.paragraph}>{words["guide.finishHint"]}</p>
        </Step>
      </ol>
      <Link className={styles.link} as="button" inline onClick={onDismiss}>
        {words[current < 0 ? "guide.close" : "guide.dismiss"]}
      </Link>
    </section>
  );
}
