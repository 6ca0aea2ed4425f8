import { Button, Checkbox, Field, Input, Link, makeStyles, tokens } from "@fluentui/react-components";
import { Fragment, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { Desk } from "../../actions/desk/desk";
import type { DeskState } from "../../actions/desk/desk-state";
import { placeRolled, type RolledTable, type RollUp } from "../../batch/rollup/roll-up";
import { sumLines } from "../../batch/rollup/sum-lines";
import { MOST_FILES } from "../../locales/batch";
import { FIRST_YEAR } from "../../tables/formats";
import { SECTION_NAMES } from "../../tables/sections";
import { splitKey, type CellKey, type FormatId } from "../../tables/table";
import { columnOf, lineName } from "../../locales/lines";
import { SeverityIcon } from "../verdict-icon";
import { useBatchLocale } from "./use-batch-locale";

const useStyles = makeStyles({
  group: {
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    paddingTop: "10px",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    minWidth: 0,
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold },
  hint: { margin: 0, color: tokens.colorNeutralForeground2 },
  fault: { display: "flex", flexDirection: "column", gap: "4px", color: tokens.colorPaletteRedForeground1 },
  findings: { display: "flex", flexDirection: "column", gap: "6px", listStyleType: "none", margin: 0, padding: 0 },
  finding: {
    display: "grid",
    gridTemplateColumns: "16px minmax(0, 1fr)",
    columnGap: "8px",
    overflowWrap: "anywhere",
  },
  reason: { margin: 0, overflowWrap: "anywhere" },
  // clear of the head of the view
  outcome: { scrollMarginTop: "48px", display: "flex", flexDirection: "column", gap: "8px", minWidth: 0 },
  // as large as what stands around it
  even: {
    alignItems: "flex-start",
    "& > label": {
      padding: "2px 0 2px 6px",
      fontSize: tokens.fontSizeBase200,
      lineHeight: tokens.lineHeightBase200,
    },
    "& > .fui-Checkbox__indicator": { margin: "2px 0" },
  },
  field: { gridTemplateColumns: "minmax(0, 1fr)", "& > span": { minWidth: 0 } },
  buttons: { display: "flex", flexWrap: "wrap", gap: "6px" },
  table: {
    width: "100%",
    // further away from its name nobody finds the line of a number
    maxWidth: "640px",
    borderCollapse: "collapse",
    fontVariantNumeric: "tabular-nums",
    "& th, & td": { padding: "2px 8px", textAlign: "right", verticalAlign: "baseline", fontWeight: "inherit" },
    "& th": { paddingLeft: 0, textAlign: "left", overflowWrap: "anywhere" },
  },
  row: { paddingTop: "6px", fontWeight: tokens.fontWeightSemibold },
  column: { paddingLeft: "12px" },
  total: { fontSize: "inherit", lineHeight: "inherit", fontVariantNumeric: "inherit" },
  parts: {
    // over the whole width of the table that it stands in, with its numbers in line with the totals
    margin: "0 -8px",
    padding: "6px 0 6px 12px",
    textAlign: "left",
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
});

const FIRST_YEARS: Readonly<Record<FormatId, number>> = { "2019": FIRST_YEAR, "2021": 2021 };

/** Who contributed what to one total. */
function Parts({ rolled, cell }: { rolled: RolledTable; cell: CellKey }) {
  const styles = useStyles();
  const locale = useBatchLocale();
  const { desk: words } = locale.batch;
  const content = rolled.contents[cell];
  const total = content?.type === "number" ? String(content.value) : "";
  const parts = rolled.parts.get(cell) ?? [];
  const place = locale.describePlace(cell, placeRolled(rolled)).words;
  return (
    <div className={styles.parts} role="status">
      <div>{words.parts(place, total)}</div>
      {parts.length === 0 && words.noParts}
      <table className={styles.table}>
        <tbody>
          {parts.map(({ unit, file, value }) => (
            <tr key={file}>
              <th scope="row">{unit}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The cells of a sum that are not 0, by rows. */
function rowsOf({ table, contents }: RolledTable) {
  return table.rows.flatMap((row) => {
    const cells = table.numbers.flatMap(({ key }) => {
      const content = contents[key];
      if (splitKey(key).row !== row.key || content?.type !== "number" || content.value === 0) return [];
      return [{ key, value: content.value, column: columnOf(table, splitKey(key).column) }];
    });
    return cells.length === 0 ? [] : [{ row, cells }];
  });
}

/** The totals of one table that are not 0; a click shows who contributed what. */
function Totals({ rolled }: { rolled: RolledTable }) {
  const styles = useStyles();
  const locale = useBatchLocale();
  const [open, setOpen] = useState<CellKey | null>(null);
  const placement = placeRolled(rolled);
  return (
    <section>
      <h4 className={styles.heading}>{SECTION_NAMES[rolled.table.section].title}</h4>
      <table className={styles.table}>
        {rowsOf(rolled).map(({ row, cells }) => (
          <tbody key={row.key}>
            <tr>
              <th colSpan={2} scope="rowgroup">
                <div className={styles.row}>{lineName(row)}</div>
              </th>
            </tr>
            {cells.map(({ key, value, column }) => (
              <Fragment key={key}>
                <tr>
                  <th scope="row">
                    <div className={styles.column}>{lineName(column)}</div>
                  </th>
                  <td>
                    <Link
                      as="button"
                      inline
                      className={styles.total}
                      aria-label={`${locale.describePlace(key, placement).words} ${value}`}
                      aria-expanded={open === key}
                      onClick={() => setOpen(open === key ? null : key)}
                    >
                      {value}
                    </Link>
                  </td>
                </tr>
                {open === key && (
                  <tr>
                    <td colSpan={2}>
                      <Parts rolled={rolled} cell={key} />
                    </td>
                  </tr>
                )}
              </Fragment>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

/** What a person says of the sum. */
export interface SumPlan {
  unit: string;
  /** Whether units that did not pass are added, too. */
  isEven: boolean;
}

export const NO_PLAN: SumPlan = { unit: "", isEven: false };

interface SumProps {
  desk: Desk;
  rolled: RollUp;
  /** As it was written; empty when it has no name yet. */
  unit: string;
  onUnnamed: () => void;
}

function Sum({ desk, rolled, unit, onUnnamed }: SumProps) {
  const styles = useStyles();
  const locale = useBatchLocale();
  const { desk: words, rollUp } = locale.batch;
  const exportSum = () => {
    if (!unit) {
      onUnnamed();
      return;
    }
    const year = rolled.year ?? FIRST_YEARS[rolled.format];
    void desk.exportRollUp(rollUp.file(unit, year, rolled), { unit, year }, locale);
  };
  return (
    <>
      {rollUp.notes(rolled, MOST_FILES).map((note) => (
        <p key={note} className={styles.hint}>
          {note}
        </p>
      ))}
      <ul className={styles.findings}>
        {sumLines(rolled, locale).map(({ severity, line }) => (
          <li key={line} className={styles.finding}>
            <SeverityIcon severity={severity} label={locale.severities[severity]} />
            <span>{line}</span>
          </li>
        ))}
      </ul>
      <div className={styles.buttons}>
        <Button size="small" onClick={exportSum}>
          {words.rollUpExport}
        </Button>
      </div>
      <p className={styles.hint}>{words.rollUpHint}</p>
      {rolled.tables.map((table) => (
        <Totals key={table.table.section} rolled={table} />
      ))}
    </>
  );
}

interface RollUpPanelProps {
  desk: Desk;
  state: DeskState;
  plan: SumPlan;
  onPlan: (plan: SumPlan) => void;
}

/** Adds the units up, shows the totals, and exports them as official tables. */
export function RollUpPanel({ desk, state, plan, onPlan }: RollUpPanelProps) {
  const styles = useStyles();
  const { desk: words, rollUp } = useBatchLocale().batch;
  const { unit, isEven } = plan;
  const name = useRef<HTMLInputElement>(null);
  const [isUnnamed, setUnnamed] = useState(false);
  const { rolled, obstacles } = state;
  const outcome = useRef<HTMLDivElement>(null);
  const askForName = () => {
    setUnnamed(true);
    name.current?.focus();
  };
  // what comes of it would stand below the fold
  const run = () => {
    flushSync(() => desk.rollUp(isEven, unit.trim()));
    outcome.current?.scrollIntoView({ block: "start" });
  };
  return (
    <section className={styles.group}>
      <h3 className={styles.heading}>{words.rollUp}</h3>
      <Field
        label={words.rollUpUnit}
        size="small"
        className={styles.field}
        {...(isUnnamed && !unit.trim() && { validationMessage: words.rollUpUnnamed })}
      >
        <Input
          ref={name}
          size="small"
          value={unit}
          onChange={(_event, { value }) => onPlan({ ...plan, unit: value })}
        />
      </Field>
      <Checkbox
        className={styles.even}
        label={words.rollUpEven}
        checked={isEven}
        onChange={(_event, { checked }) => onPlan({ ...plan, isEven: checked === true })}
      />
      <div className={styles.buttons}>
        <Button size="small" disabledFocusable={state.running !== null} onClick={run}>
          {words.rollUpRun}
        </Button>
      </div>
      <div ref={outcome} className={styles.outcome}>
        {state.isSumOld && (
          <p role="status" className={styles.hint}>
            {words.rollUpOld}
          </p>
        )}
        {obstacles.length > 0 && (
          <div role="alert" className={styles.fault}>
            {obstacles.map(({ code, offending }) => (
              <p key={code} className={styles.reason}>
                {rollUp.refused[code](offending, MOST_FILES)}
              </p>
            ))}
          </div>
        )}
        {rolled && <Sum desk={desk} rolled={rolled} unit={unit.trim()} onUnnamed={askForName} />}
      </div>
    </section>
  );
}
