import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { DeskState } from "../../actions/desk/desk-state";
import { useApp, useAppState } from "../app-context";
import type { DestinationProps } from "../destinations";
import { FileDrop } from "../desk/file-drop";
import { Progress } from "../desk/progress";
import { desksOf, useDeskState } from "../desk/use-desk";
import { ViewHeader } from "../view-header";
import { NotPrevious } from "./not-previous";
import { Outcome } from "./outcome";
import { useBatchLocale } from "../desk/use-batch-locale";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: "12px", padding: "4px 12px 16px", minWidth: 0 },
  line: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  fault: { margin: 0, color: tokens.colorPaletteRedForeground1, overflowWrap: "anywhere" },
});

/** Why nothing could be read at all. */
function Failure({ state }: { state: DeskState }) {
  const styles = useStyles();
  const { describeError } = useBatchLocale();
  const failure = state.failure && describeError(state.failure.code, state.failure.details);
  return (
    <div role="alert">
      {failure && (
        <p className={styles.fault}>
          {failure.what}
          {failure.next}
        </p>
      )}
    </div>
  );
}

/** Chooses last year's report for the workbook that is open. Nothing of it is kept: the choice lives as long as the pane. */
export default function LastYearView({ onBack }: DestinationProps) {
  const styles = useStyles();
  const { words, batch } = useBatchLocale();
  const { workbook: desk, batch: shared } = desksOf(useApp());
  const state = useDeskState(desk);
  const comparison = useAppState((app) => app.comparison);
  const isEmpty = useAppState(({ tables }) => tables.length === 0);
  const isChosen = state.previous !== null && state.previous > 0;
  // what was chosen for many files serves here, too, until something is chosen here
  const isShared = !isChosen && comparison !== null;
  const source = isChosen ? desk : shared;
  return (
    <>
      <ViewHeader title={words["lastYear.title"]} back={words["view.back"]} onBack={onBack} />
      <div className={styles.root}>
        <p className={styles.line}>{words["lastYear.hint"]}</p>
        {state.running === null && (
          <FileDrop
            filesLabel={batch.desk.lastYearFiles}
            dropLabel={words["lastYear.drop"]}
            emptyLabel={batch.desk.nothing}
            onFiles={(chosen) => void desk.setPrevious(chosen.files, chosen)}
          />
        )}
        <Progress desk={desk} state={state} />
        <Failure state={state} />
        {state.cancelled && <p className={styles.line}>{batch.desk.cancelledPrevious}</p>}
        <NotPrevious files={state.notPrevious} />
        {isShared && <p className={styles.line}>{batch.desk.lastYearShared}</p>}
        {isChosen && isEmpty && <p className={styles.line}>{words["banner.noTables"]}</p>}
        {comparison && (
          <Outcome
            comparison={comparison}
            reports={source.previousReports}
            onChoose={(file) => source.chooseForWorkbook(file)}
          />
        )}
        {isChosen && (
          <div>
            <Button size="small" onClick={() => desk.clearPrevious()}>
              {words["lastYear.clear"]}
            </Button>
          </div>
        )}
        <p className={styles.line}>{words["lastYear.kept"]}</p>
      </div>
    </>
  );
}
