import { Button, Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronDown16Regular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronRight16Regular } from "@fluentui/react-icons/svg/chevron-right";
import { TableCursor16Regular } from "@fluentui/react-icons/svg/table-cursor";
import { lazy, memo, Suspense, useId, useMemo, useRef, useState } from "react";
import type { PlacedTable } from "../actions/state";
import { isToExplain } from "../rules/explained";
import { SECTION_NAMES } from "../tables/sections";
import { useAppState } from "./app-context";
import { findingKey, FindingRow } from "./finding-row";
import { useLocale } from "./locale-context";
import { useRun } from "./runner";
import { hasNews } from "./suspects/groups";
import { useBetweenYears } from "./use-between-years";
import { useRowStyles } from "./use-row-styles";
import { VerdictIcon } from "./verdict-icon";

const SuspectSection = lazy(() => import("./suspects/suspect-section"));

/** More rows at once are of no use to a person, and slow to draw. */
const ROWS = 20;

const useStyles = makeStyles({
  header: {
    display: "grid",
    gridTemplateColumns: "1fr auto",
    alignItems: "center",
    columnGap: "2px",
    padding: "0 12px 0 6px",
  },
  heading: { margin: 0, fontSize: "inherit", fontWeight: "inherit", minWidth: 0 },
  toggle: { display: "grid", gridTemplateColumns: "16px auto 1fr auto", columnGap: "8px", alignItems: "center" },
  sheet: { fontWeight: tokens.fontWeightSemibold, whiteSpace: "nowrap" },
  section: {
    color: tokens.colorNeutralForeground3,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
  },
  verdict: { display: "flex", alignItems: "center", columnGap: "4px", whiteSpace: "nowrap" },
  findings: { margin: 0, padding: "0 0 6px", listStyleType: "none" },
  note: { margin: 0, padding: "2px 12px 6px 36px", color: tokens.colorNeutralForeground3 },
  link: { fontSize: "inherit" },
});

/** Findings that are hidden until a person asks for them: none unless there are many. */
function useRows(count: number): [shown: number, showMore: () => void] {
  const [limit, setLimit] = useState(ROWS);
  return [Math.min(count, limit), () => setLimit(limit + ROWS)];
}

interface TableGroupProps {
  table: PlacedTable;
  /** What the pane calls it: see `tableNames`. */
  name: string;
}

/** A table with its suspects and its findings. Renders again only when its check changes, or what is known of wrong cells. */
export const TableGroup = memo(function TableGroup({ table, name }: TableGroupProps) {
  const styles = useStyles();
  const row = useRowStyles();
  const { words, verdicts } = useLocale();
  const run = useRun();
  const bodyId = useId();
  const toggle = useRef<HTMLButtonElement>(null);
  const { check, filled, id } = table;
  const repair = useAppState(({ repairs }) => repairs.get(id));
  const [chosen, setChosen] = useState<boolean | null>(null);
  const between = useBetweenYears(table);
  const findings = useMemo(() => [...check.findings, ...between.findings], [check.findings, between.findings]);
  const verdict = check.verdict === "pass" && between.isOpen ? "incomplete" : check.verdict;
  const isReviewing = useAppState((state) => state.isReviewing);
  // who reviews comes to judge the explanations that a table passes by
  const isOpen = chosen ?? (verdict !== "pass" || (isReviewing && findings.some(isToExplain)));
  const [shown, showMore] = useRows(findings.length);
  const title = SECTION_NAMES[filled.placement.table.section].title;
  return (
    <section aria-label={words["table.name"](name, title)}>
      <div className={styles.header}>
        <h2 className={styles.heading}>
          <button
            ref={toggle}
            type="button"
            className={mergeClasses(row.button, styles.toggle)}
            data-stop
            aria-expanded={isOpen}
            aria-controls={isOpen ? bodyId : undefined}
            title={title}
            onClick={() => setChosen(!isOpen)}
          >
            {isOpen ? <ChevronDown16Regular /> : <ChevronRight16Regular />}
            <span className={styles.sheet}>{name}</span>
            <span className={styles.section}>{title}</span>
            <span className={styles.verdict}>
              <VerdictIcon verdict={verdict} size={16} />
              {verdicts[verdict]}
            </span>
          </button>
        </h2>
        <Button
          appearance="subtle"
          size="small"
          icon={<TableCursor16Regular />}
          title={words["table.select"]}
          aria-label={words["table.selectLabel"](name)}
          onClick={() => void run("show", { tableId: id })}
        />
      </div>
      {isOpen && (
        <div id={bodyId}>
          {table.isMarked === false && (
            <p className={styles.note}>
              {words["table.notMarked"]}{" "}
              <Link className={styles.link} as="button" inline onClick={() => void run("mark", { tableId: id })}>
                {words["action.mark"]}
              </Link>
            </p>
          )}
          {verdict === "pass" && findings.length === 0 && <p className={styles.note}>{words["table.passed"]}</p>}
          {repair && verdict !== "pass" && hasNews(repair) && (
            <Suspense fallback={null}>
              <SuspectSection table={table} repair={repair} home={toggle} />
            </Suspense>
          )}
          <ul
            className={styles.findings}
            // A table in which a person writes does not fold up under their hands when that makes it pass.
            onFocus={({ target }) => {
              if (target instanceof HTMLTextAreaElement) setChosen(true);
            }}
          >
            {findings.slice(0, shown).map((finding) => (
              <FindingRow
                key={findingKey(finding)}
                tableId={id}
                finding={finding}
                placement={filled.placement}
                filled={isToExplain(finding) ? filled : undefined}
              />
            ))}
          </ul>
          {shown < findings.length && (
            <p className={styles.note}>
              <Link className={styles.link} as="button" inline onClick={showMore}>
                {words["findings.more"](findings.length - shown)}
              </Link>
            </p>
          )}
          {check.undecided > 0 && <p className={styles.note}>{words["table.undecided"](check.undecided)}</p>}
        </div>
      )}
    </section>
  );
});
