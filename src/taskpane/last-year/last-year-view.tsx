import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { DeskState } from "../../actions/desk/desk-state";
import { useApp, useAppState } from "../app-context";
import type { DestinationProps } from "../destinations";
import { FileDrop } from "../desk/file-drop";
import { Progress } from "../desk/progress";
import { deskOf, useDeskState } from "../desk/use-desk";
import { ViewHeader } from "../view-header";
import { Outcome } from "./outcome";
import { useBatchLocale } from "../desk/use-batch-locale";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: "12px", padding: "4px 12px 16px", minWidth: 0 },
  line: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  fault: { margin: 0, color: tokens.colorPaletteRedForeground1, overflowWrap: "anywhere" },
});

/** What was chosen and gives nothing to compare with. */
function Faults({ state }: { state: DeskState }) {
  const styles = useStyles();
  const { batch, describeError } = useBatchLocale();
  const failure = state.failure && describeError(state.failure.code, state.failure.details);
  return (
    <div role="alert">
      {failure && (
        <p className={styles.fault}>
          {failure.what}
          {failure.next}
        </p>
      )}
      {state.notPrevious.map(({ file, error }) => {
        const { what, next } = error
          ? describeError(error.code, { file, ...error.details })
          : { what: batch.noTables, next: "" };
        return (
          <p key={file} className={styles.fault}>
            {file} {what}
            {next}
          </p>
        );
      })}
    </div>
  );
}

/** Chooses last year's report for the workbook that is open. Nothing of it is kept: the choice lives as long as the pane. */
export default function LastYearView({ onBack }: DestinationProps) {
  const styles = useStyles();
  const { words, batch } = useBatchLocale();
  const desk = deskOf(useApp());
  const state = useDeskState(desk);
  const comparison = useAppState((app) => app.comparison);
  const isEmpty = useAppState(({ tables }) => tables.length === 0);
  const isChosen = state.previous !== null && state.previous > 0;
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
            onFiles={({ files }) => void desk.setPrevious(files)}
          />
        )}
        <Progress desk={desk} state={state} />
        <Faults state={state} />
        {isChosen && isEmpty && <p className={styles.line}>{words["banner.noTables"]}</p>}
        {comparison && (
          <Outcome
            comparison={comparison}
            reports={desk.previousReports}
            onChoose={(file) => desk.chooseForWorkbook(file)}
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
