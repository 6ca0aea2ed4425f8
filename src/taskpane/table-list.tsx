import { Link, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import type { PlacedTable } from "../actions/state";
import { useAppState } from "./app-context";
import { useWords } from "./locale-context";
import { ReportGroups } from "./report-group";
import { TableGroup } from "./table-group";
import { moveFocus } from "./move-focus";
import { tableNames } from "./table-names";

/** Above these the tables with findings come first, and the rest waits until a person asks for it. */
const TABLES = 30;

const useStyles = makeStyles({
  root: { padding: "6px 0" },
  more: { margin: 0, padding: "6px 12px 6px 36px", color: tokens.colorNeutralForeground3 },
  link: { fontSize: "inherit" },
});

/** As they stand in the workbook; when there are many, those with findings before those without. */
export function arrange(tables: readonly PlacedTable[]): readonly PlacedTable[] {
  if (tables.length <= TABLES) return tables;
  const isPassed = ({ check }: PlacedTable) => check.verdict === "pass" && check.findings.length === 0;
  return [...tables.filter((table) => !isPassed(table)), ...tables.filter(isPassed)];
}

/** All tables of the workbook with their findings. Arrow keys go from row to row. */
export function TableList() {
  const styles = useStyles();
  const words = useWords();
  const tables = useAppState((state) => state.tables);
  const names = useMemo(() => tableNames(tables), [tables]);
  const arranged = useMemo(() => arrange(tables), [tables]);
  const [limit, setLimit] = useState(TABLES);
  const hidden = arranged.length - limit;
  return (
    // The arrow keys only add to what Tab and Enter do.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section className={styles.root} aria-label={words["tables.label"]} onKeyDown={moveFocus}>
      <ReportGroups />
      {arranged.slice(0, limit).map((table) => (
        <TableGroup key={table.id} table={table} name={names.get(table.id)!} />
      ))}
      {hidden > 0 && (
        <p className={styles.more}>
          <Link className={styles.link} as="button" inline onClick={() => setLimit(limit + TABLES)}>
            {words["tables.more"](hidden)}
          </Link>
        </p>
      )}
    </section>
  );
}
