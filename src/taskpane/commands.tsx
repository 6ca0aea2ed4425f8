import { Button, makeStyles, ProgressBar, Spinner, tokens } from "@fluentui/react-components";
import { ArrowDownload16Regular } from "@fluentui/react-icons/svg/arrow-download";
import { ClipboardCheckmark16Regular } from "@fluentui/react-icons/svg/clipboard-checkmark";
import { TableAdd16Regular } from "@fluentui/react-icons/svg/table-add";
import {
  lazy,
  Suspense,
  useCallback,
  useEffect,
  useRef,
  useState,
  type ReactElement,
  type Ref,
  type RefObject,
} from "react";
import type { ActionId } from "../actions/action";
import { useAppState, useIsEnabled, useRunning } from "./app-context";
import { useWords } from "./locale-context";
import { MoreMenu } from "./more-menu";
import { useRun } from "./runner";

const JobProgress = lazy(() => import("./job-progress"));

/** Milliseconds that an action runs before it is said how far it is: most are done before anybody could read that. */
const PATIENCE = 700;

const useStyles = makeStyles({
  root: { flexShrink: 0, position: "relative", borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  buttons: { display: "flex", gap: "6px", padding: "8px 12px" },
  button: {
    minWidth: 0,
    maxWidth: "160px",
    flexGrow: 1,
    paddingLeft: "6px",
    paddingRight: "6px",
    whiteSpace: "nowrap",
  },
  progress: {
    position: "absolute",
    bottom: "-1px",
    left: 0,
    // Most actions are done before anybody could read a bar.
    animationName: { from: { opacity: 0 }, to: { opacity: 1 } },
    animationDelay: "300ms",
    animationDuration: "100ms",
    animationFillMode: "both",
  },
});

interface CommandProps {
  id: "validate" | "insert" | "export";
  icon: ReactElement;
  isPrimary?: boolean;
  onClick: () => void;
  buttonRef?: Ref<HTMLButtonElement>;
}

function Command({ id, icon, isPrimary, onClick, buttonRef }: CommandProps) {
  const styles = useStyles();
  const words = useWords();
  const isEnabled = useIsEnabled(id);
  const isRunning = useRunning() === id;
  return (
    <Button
      ref={buttonRef}
      className={styles.button}
      size="small"
      appearance={isPrimary ? "primary" : "secondary"}
      icon={isRunning ? <Spinner size="extra-tiny" aria-hidden /> : icon}
      disabledFocusable={!isEnabled}
      aria-busy={isRunning}
      onClick={onClick}
    >
      {words[`action.${id}`]}
    </Button>
  );
}

interface CommandsProps {
  onInsert: () => void;
  insertRef: Ref<HTMLButtonElement>;
  moreRef: RefObject<HTMLButtonElement>;
}

/** The action that has been running for so long that a person wonders; null for all others. */
function useLong(running: ActionId | null): ActionId | null {
  const [long, setLong] = useState<ActionId | null>(null);
  useEffect(() => {
    if (!running) return;
    const timer = setTimeout(() => setLong(running), PATIENCE);
    return () => {
      clearTimeout(timer);
      setLong(null);
    };
  }, [running]);
  return long;
}

/** That something runs, and of a long action how far it is. */
function Running({ id, onFocusLost }: { id: ActionId; onFocusLost: () => void }) {
  const styles = useStyles();
  const words = useWords();
  const isLong = useLong(id) !== null;
  const progress = useAppState((state) => state.progress);
  const bar = <ProgressBar className={styles.progress} aria-label={words[`running.${id}`]} />;
  if (!isLong || !progress) return bar;
  return (
    <Suspense fallback={bar}>
      <JobProgress running={id} progress={progress} onFocusLost={onFocusLost} />
    </Suspense>
  );
}

/** What a person does with the whole workbook, and the way to all else. */
export function Commands({ onInsert, insertRef, moreRef }: CommandsProps) {
  const styles = useStyles();
  const run = useRun();
  const running = useRunning();
  const validateButton = useRef<HTMLButtonElement>(null);
  const focusValidate = useCallback(() => validateButton.current?.focus(), []);
  return (
    <div className={styles.root}>
      <div className={styles.buttons}>
        <Command
          id="validate"
          icon={<ClipboardCheckmark16Regular />}
          isPrimary
          onClick={() => void run("validate", undefined)}
          buttonRef={validateButton}
        />
        <Command id="insert" icon={<TableAdd16Regular />} onClick={onInsert} buttonRef={insertRef} />
        <Command id="export" icon={<ArrowDownload16Regular />} onClick={() => void run("export", {})} />
        <MoreMenu buttonRef={moreRef} />
      </div>
      {running && <Running key={running} id={running} onFocusLost={focusValidate} />}
    </div>
  );
}
