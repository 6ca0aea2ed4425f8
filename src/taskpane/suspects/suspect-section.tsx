import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import { memo, useMemo, useState, type RefObject } from "react";
import type { PlacedTable, TableRepair } from "../../actions/state";
import type { CellKey } from "../../tables/table";
import { unclearIn } from "../../repair/legible";
import { useAppState, useIsEnabled } from "../app-context";
import { useLocale } from "../locale-context";
import { useRun } from "../runner";
import { certainChanges, groupsOf, leastChanges } from "./groups";
import { ImpliedList } from "./implied-list";
import { SuspectGroupItem } from "./suspect-group";
import { SuspectsContext, type SuspectsHandle } from "./suspects-context";
import { TableMap } from "./table-map";
import { TrustedList } from "./trusted-list";

/** With more tables in the workbook, a map of each is too much to begin with. */
const MAPS = 4;

const useStyles = makeStyles({
  root: { padding: "0 12px 6px 12px" },
  head: { display: "grid", gridTemplateColumns: "1fr auto", alignItems: "center", columnGap: "4px" },
  title: { margin: 0, padding: "2px 0 0 24px", fontSize: "inherit", fontWeight: tokens.fontWeightSemibold },
  least: { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
  list: { margin: 0, padding: 0, listStyleType: "none" },
  note: { margin: 0, padding: "4px 6px 0 24px", color: tokens.colorNeutralForeground2 },
  link: { fontSize: "inherit" },
});

interface SuspectSectionProps {
  table: PlacedTable;
  repair: TableRepair;
  /** Where the focus goes when what had it is gone. */
  home: RefObject<HTMLElement>;
}

/** What a person can do, for all parts of the section. */
function useHandle({ table, home }: SuspectSectionProps, look: SuspectsHandle["look"]): SuspectsHandle {
  const run = useRun();
  const canWrite = !useAppState((state) => state.isReviewing);
  const isEnabled = useIsEnabled("trust");
  const { id: tableId, filled } = table;
  return useMemo(() => {
    const leave = () => home.current?.focus();
    return {
      placement: filled.placement,
      canWrite,
      isEnabled,
      look,
      goTo: (key) => void run("goToCell", { tableId, key }),
      accept: (changes) => {
        leave();
        void run("accept", { tableId, changes });
      },
      trust: (key) => {
        leave();
        void run("trust", { tableId, key });
      },
      distrust: (key) => {
        leave();
        void run("distrust", { tableId, key });
      },
    };
  }, [run, home, look, tableId, filled.placement, canWrite, isEnabled]);
}

/** Which cells of a table are wrong, before everything else that is said about it. */
export default memo(function SuspectSection(props: SuspectSectionProps) {
  const { table, repair: known } = props;
  const { repair, trusted } = known;
  const styles = useStyles();
  const { words, describePlace } = useLocale();
  const [active, setActive] = useState<CellKey | null>(null);
  const handle = useHandle(props, setActive);
  const isFew = useAppState(({ tables }) => tables.length <= MAPS);
  const [chosen, setChosen] = useState<boolean | null>(null);
  const isMapShown = chosen ?? isFew;
  const groups = useMemo(() => groupsOf(repair), [repair]);
  const unclear = useMemo(() => unclearIn(repair.suspects), [repair]);
  const least = leastChanges(repair);
  const certain = certainChanges(repair);
  const { unsolved, isComplete } = repair.proof;
  const isWrong = repair.suspects.length > 0 || unsolved.length > 0 || trusted.length > 0;
  const tooMany = unsolved.filter(({ reason }) => reason === "tooMany");
  const forced = tooMany.flatMap(({ forced: cells }) => cells);
  return (
    <SuspectsContext.Provider value={handle}>
      <div className={styles.root}>
        <div className={styles.head}>
          <h3 className={styles.title}>
            {words[isWrong ? "suspects.title" : "suspects.blanks"]}{" "}
            {least !== null && least > 0 && !unclear && (
              <span className={styles.least}>{words["suspects.least"](least)}</span>
            )}
          </h3>
          <Link
            className={styles.link}
            as="button"
            inline
            aria-expanded={isMapShown}
            onClick={() => setChosen(!isMapShown)}
          >
            {words[isMapShown ? "map.hide" : "map.show"]}
          </Link>
        </div>
        {!handle.canWrite && <p className={styles.note}>{words["suspects.reviewing"]}</p>}
        {tooMany.length > 0 && (
          <p className={styles.note}>
            {words["suspects.tooMany"](tooMany.reduce((sum, { atLeast }) => sum + atLeast, 0))}
          </p>
        )}
        {forced.length > 0 && (
          <p className={styles.note}>
            {words["suspects.forced"](forced.map((key) => describePlace(key, handle.placement).address))}
          </p>
        )}
        {unclear && (
          <p className={styles.note}>
            {words["suspects.unclear"](
              unclear.cells,
              unclear.unusable.map((key) => describePlace(key, handle.placement).address),
              groups.length > 0,
            )}
          </p>
        )}
        {unsolved.length > tooMany.length && (
          <p className={styles.note}>{words[trusted.length > 0 ? "suspects.contradiction" : "suspects.impossible"]}</p>
        )}
        <ul className={styles.list}>
          {groups.map((group) => (
            <SuspectGroupItem key={group.first[0]!.cells.map(({ key }) => key).join(" ")} {...group} />
          ))}
        </ul>
        {handle.canWrite && certain.length > 1 && (
          <p className={styles.note}>
            <Button size="small" disabledFocusable={!handle.isEnabled} onClick={() => handle.accept(certain)}>
              {words["suspects.acceptCertain"](certain.length)}
            </Button>
          </p>
        )}
        {unsolved.length === 0 && !isComplete && <p className={styles.note}>{words["suspects.incomplete"]}</p>}
        {trusted.length > 0 && <TrustedList trusted={trusted} />}
        {repair.implied.length > 0 && <ImpliedList implied={repair.implied} filled={table.filled} />}
        {isMapShown && <TableMap table={table} repair={known} active={active} />}
      </div>
    </SuspectsContext.Provider>
  );
});
