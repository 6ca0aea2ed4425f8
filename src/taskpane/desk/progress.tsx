import { Button, makeStyles, ProgressBar } from "@fluentui/react-components";
import type { Desk } from "../../actions/desk/desk";
import type { DeskState } from "../../actions/desk/desk-state";
import { useBatchLocale } from "./use-batch-locale";

const useStyles = makeStyles({
  progress: { display: "flex", flexDirection: "column", gap: "6px" },
  line: { display: "flex", alignItems: "center", justifyContent: "space-between", gap: "8px" },
});

/** What runs, how far it is, and the way to end it. */
export function Progress({ desk, state }: { desk: Desk; state: DeskState }) {
  const styles = useStyles();
  const { desk: words } = useBatchLocale().batch;
  const { running, done, total } = state;
  if (running === null) return null;
  const said = (running === "current" ? words.checking : words.readingPrevious)(done, total);
  return (
    <div className={styles.progress}>
      <div className={styles.line}>
        <span role="status">{said}</span>
        <Button size="small" onClick={() => desk.cancel()}>
          {words.cancel}
        </Button>
      </div>
      <ProgressBar value={done} max={Math.max(1, total)} aria-label={said} />
    </div>
  );
}
