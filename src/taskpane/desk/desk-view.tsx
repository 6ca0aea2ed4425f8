import { makeStyles, Button, tokens } from "@fluentui/react-components";
import { useCallback, useState } from "react";
import type { Chosen, DeskState } from "../../actions/desk/desk-state";
import type { Desk } from "../../actions/desk/desk";
import { DESCRIBE_REMARK } from "../../locales/remarks";
import { useApp } from "../app-context";
import type { DestinationProps } from "../destinations";
import { NotPrevious } from "../last-year/not-previous";
import { ViewHeader } from "../view-header";
import { FileDrop } from "./file-drop";
import { EVERYTHING, listUnits, PAGE } from "./list-units";
import { PrintedList } from "./printed-list";
import { Progress } from "./progress";
import { Remarks } from "./remarks";
import { NO_PLAN, RollUpPanel } from "./roll-up-panel";
import { UnitList } from "./unit-list";
import { UnitPage } from "./unit-page";
import { desksOf, useDeskState } from "./use-desk";
import { useOneMeasure } from "./use-one-measure";
import { useBatchLocale } from "./use-batch-locale";
import { useKept } from "./use-kept";
import { useWayBack } from "./use-way-back";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: "12px", padding: "4px 12px 16px", minWidth: 0 },
  hint: { margin: 0, color: tokens.colorNeutralForeground2 },
  fault: { margin: 0, color: tokens.colorPaletteRedForeground1 },
  outcome: { display: "flex", flexDirection: "column", gap: "6px" },
  group: {
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    paddingTop: "10px",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold },
  buttons: { display: "flex", flexWrap: "wrap", gap: "6px" },
});

function LastYear({ desk, state }: { desk: Desk; state: DeskState }) {
  const styles = useStyles();
  const { batch, words: general } = useBatchLocale();
  const { desk: words } = batch;
  return (
    <section className={styles.group}>
      <h3 className={styles.heading}>{words.lastYear}</h3>
      <p className={styles.hint}>
        {state.previous === null ? words.lastYearHint : words.lastYearCount(state.previous)}
      </p>
      <FileDrop
        filesLabel={words.lastYearFiles}
        folderLabel={words.lastYearFolder}
        onFiles={(chosen) => {
          if (chosen.files.length > 0) void desk.setPrevious(chosen.files, chosen);
        }}
      />
      {state.running === "previous" && <Progress desk={desk} state={state} />}
      {state.cancelled === "previous" && <p className={styles.hint}>{words.cancelledPrevious}</p>}
      <NotPrevious files={state.notPrevious} />
      {state.previous !== null && (
        <div>
          <Button size="small" disabledFocusable={state.running !== null} onClick={() => desk.clearPrevious()}>
            {general["lastYear.clear"]}
          </Button>
        </div>
      )}
    </section>
  );
}

function Outcome({ desk, state, onPrint }: { desk: Desk; state: DeskState; onPrint: () => void }) {
  const styles = useStyles();
  const locale = useBatchLocale();
  const { desk: words } = locale.batch;
  const texts = { ...locale, describeBatchRemark: DESCRIBE_REMARK[locale.id] };
  return (
    <section className={styles.outcome}>
      <div className={styles.buttons}>
        <Button size="small" onClick={() => void desk.exportResults(locale.batch.resultsFile, texts)}>
          {words.export}
        </Button>
        <Button size="small" onClick={onPrint}>
          {words.print}
        </Button>
        <Button size="small" onClick={() => desk.clear()}>
          {words.clear}
        </Button>
      </div>
      <p className={styles.hint}>{state.unchanged > 0 ? words.unchanged(state.unchanged) : words.recheckHint}</p>
      {state.renamed.length > 0 && <p className={styles.hint}>{words.renamed(state.renamed)}</p>}
      {state.replaced.length > 0 && <p className={styles.hint}>{words.replaced(state.replaced)}</p>}
      {state.gone > 0 && <p className={styles.hint}>{words.gone(state.gone)}</p>}
      {state.passedOver.length > 0 && <p className={styles.hint}>{words.passedOver(state.passedOver)}</p>}
    </section>
  );
}

/** The supervisor's desk: many workbooks at once. */
export default function DeskView({ onBack }: DestinationProps) {
  const styles = useStyles();
  const locale = useBatchLocale();
  const { batch: desk } = desksOf(useApp());
  const state = useDeskState(desk);
  useOneMeasure(desk);
  const { desk: words } = locale.batch;
  const [open, setOpen] = useState<string | null>(null);
  const [plan, setPlan] = useKept(desk, "plan", NO_PLAN);
  const [listing, setListing] = useKept(desk, "listing", EVERYTHING);
  const [isPrinting, setPrinting] = useState(false);
  const endPrinting = useCallback(() => setPrinting(false), []);
  const unit = state.units.find(({ result }) => result.file === open);
  const { root, leave } = useWayBack(unit ? open : null);
  const take = (chosen: Chosen) => void desk.check(chosen.files, chosen);
  if (unit) {
    const files = listUnits(state.units, listing).map(({ result }) => result.file);
    const at = files.indexOf(unit.result.file);
    const onBack = () => {
      setListing({ ...listing, page: at < 0 ? listing.page : Math.floor(at / PAGE) });
      setOpen(null);
    };
    // what becomes of them is seen in the list
    const onFiles = (chosen: Chosen) => {
      onBack();
      take(chosen);
    };
    return (
      <UnitPage desk={desk} unit={unit} files={files} at={at} onOpen={setOpen} onBack={onBack} onFiles={onFiles} />
    );
  }
  const openUnit = (file: string) => {
    leave();
    setOpen(file);
  };
  const hasUnits = state.units.length > 0;
  // what goes on from the results comes when they are all there
  const isDone = state.running !== "current";
  const failure = state.failure && locale.describeError(state.failure.code, state.failure.details);
  return (
    <>
      <ViewHeader title={locale.words["batch.title"]} back={locale.words["view.back"]} onBack={onBack} />
      <div ref={root} className={styles.root}>
        {!hasUnits && <p className={styles.hint}>{words.intro}</p>}
        <FileDrop
          filesLabel={words.chooseFiles}
          folderLabel={words.chooseFolder}
          dropLabel={words.drop}
          emptyLabel={words.nothing}
          onFiles={take}
        />
        {state.running !== "previous" && <Progress desk={desk} state={state} />}
        {failure && (
          <p role="alert" className={styles.fault}>
            {failure.what}
            {failure.next}
          </p>
        )}
        {state.cancelled === "current" && <p className={styles.hint}>{words.cancelled(state.total - state.done)}</p>}
        {(hasUnits || state.gone > 0) && (
          <>
            {isDone && <Outcome desk={desk} state={state} onPrint={() => setPrinting(true)} />}
            {isDone && <Remarks remarks={state.remarks} />}
            <UnitList units={state.units} listing={listing} onList={setListing} onOpen={openUnit} />
            {isDone && <LastYear desk={desk} state={state} />}
            {isDone && <RollUpPanel desk={desk} state={state} plan={plan} onPlan={setPlan} />}
            {isPrinting && <PrintedList units={state.units} remarks={state.remarks} onPrinted={endPrinting} />}
          </>
        )}
      </div>
    </>
  );
}
