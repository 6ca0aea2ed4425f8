import { Button, makeStyles, ProgressBar } from "@fluentui/react-components";
import { useLayoutEffect, useRef, useState } from "react";
import { STOPPABLE, type ActionId } from "../actions/action";
import type { Progress } from "../actions/state";
import { useApp } from "./app-context";
import { useWords } from "./locale-context";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: "6px", padding: "0 12px 8px" },
  line: { display: "flex", alignItems: "center", justifyContent: "space-between", gap: "8px", minHeight: "24px" },
  count: { fontVariantNumeric: "tabular-nums" },
});

interface JobProgressProps {
  running: ActionId;
  progress: Progress;
  /** The button to stop it is about to go, and has the focus. */
  onFocusLost: () => void;
}

/** How far a long action is, and the way to stop it. */
export default function JobProgress({ running, progress: { step, done, total }, onFocusLost }: JobProgressProps) {
  const styles = useStyles();
  const app = useApp();
  const words = useWords();
  const [isStopping, setStopping] = useState(false);
  const root = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const box = root.current;
    return () => {
      if (box?.contains(document.activeElement)) onFocusLost();
    };
  }, [onFocusLost]);
  const said = words[`progress.${step}`](done, total);
  const stop = () => {
    setStopping(true);
    app.stop();
  };
  return (
    <section ref={root} className={styles.root} aria-label={words[`running.${running}`]}>
      <div className={styles.line}>
        <span className={styles.count}>{isStopping ? words["progress.stopping"] : said}</span>
        {(STOPPABLE as readonly ActionId[]).includes(running) && (
          <Button size="small" disabledFocusable={isStopping} onClick={stop}>
            {words["progress.stop"]}
          </Button>
        )}
      </div>
      <ProgressBar value={done} max={Math.max(1, total)} aria-label={said} />
    </section>
  );
}
