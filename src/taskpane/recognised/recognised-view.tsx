import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { CheckmarkCircle16Regular } from "@fluentui/react-icons/svg/checkmark-circle";
import { Warning16Regular } from "@fluentui/react-icons/svg/warning";
import type { PlacedTable } from "../../actions/state";
import { IMPORT_VIEW_TEXTS } from "../../locales/import-view";
import { areaAddress, sheetReference } from "../../tables/address";
import { SECTION_NAMES } from "../../tables/sections";
import { useAppState, useIsEnabled } from "../app-context";
import type { DestinationProps } from "../destinations";
import { useLocale } from "../locale-context";
import { useRun } from "../runner";
import { ViewHeader } from "../view-header";

const useStyles = makeStyles({
  body: { padding: "4px 16px 16px", color: tokens.colorNeutralForeground2 },
  intro: { margin: "0 0 8px" },
  tables: { margin: "10px 0 0", padding: 0, listStyleType: "none" },
  table: { padding: "10px 0", borderTop: `1px solid ${tokens.colorNeutralStroke2}`, overflowWrap: "anywhere" },
  name: {
    margin: 0,
    fontSize: "inherit",
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
  },
  line: { margin: "2px 0 0" },
  state: { display: "flex", columnGap: "6px", alignItems: "center", margin: "4px 0 0" },
  sure: { color: tokens.colorPaletteGreenForeground1 },
  doubt: { color: tokens.colorPaletteDarkOrangeForeground1 },
  doubts: { margin: "2px 0 0", paddingLeft: "20px" },
  buttons: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "6px", marginTop: "6px" },
});

/** Labels that are listed of one table. */
const MOST_LISTED = 30;

function TableItem({ placed }: { placed: PlacedTable }) {
  const styles = useStyles();
  const { id: localeId, describeFinding } = useLocale();
  const { recognised } = IMPORT_VIEW_TEXTS[localeId];
  const run = useRun();
  const canMark = useIsEnabled("mark");
  const { placement } = placed.filled;
  const { table, sheet, area, unit = null, year = null } = placement;
  const labels = placed.check.findings.filter(({ kind }) => kind === "label");
  const sentences = [...new Set(labels.map((finding) => describeFinding(finding, placement).sentence))];
  return (
    <li className={styles.table}>
      <h3 className={styles.name}>{SECTION_NAMES[table.section].title}</h3>
      <p className={styles.line}>{`${sheetReference(sheet)}!${areaAddress(area)}`}</p>
      <p className={styles.line}>{recognised.facts(table.format, year, unit)}</p>
      {sentences.length === 0 ? (
        <p className={styles.state}>
          <CheckmarkCircle16Regular className={styles.sure} aria-hidden />
          {recognised.clean}
        </p>
      ) : (
        <>
          <p className={styles.state}>
            <Warning16Regular className={styles.doubt} aria-hidden />
            {recognised.doubts(sentences.length)}
          </p>
          <ul className={styles.doubts}>
            {sentences.slice(0, MOST_LISTED).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
      <div className={styles.buttons}>
        <Button size="small" onClick={() => void run("show", { tableId: placed.id })}>
          {recognised.show}
        </Button>
        {placed.isMarked === true ? (
          <span>{recognised.marked}</span>
        ) : (
          <Button size="small" disabledFocusable={!canMark} onClick={() => void run("mark", { tableId: placed.id })}>
            {recognised.mark}
          </Button>
        )}
      </div>
    </li>
  );
}

/** Lists the tables that were found in the workbook, wherever they came from, with what their labels leave in doubt. */
export default function RecognisedView({ onBack }: DestinationProps) {
  const styles = useStyles();
  const { id, words } = useLocale();
  const { recognised } = IMPORT_VIEW_TEXTS[id];
  const run = useRun();
  const tables = useAppState((state) => state.tables);
  const canMark = useIsEnabled("mark");
  const canRefresh = useIsEnabled("refresh");
  return (
    <>
      <ViewHeader title={words["recognised.title"]} back={words["view.back"]} onBack={onBack} />
      <div className={styles.body}>
        <p className={styles.intro}>{tables.length > 0 ? recognised.intro : recognised.none}</p>
        <div className={styles.buttons}>
          {tables.length > 0 && (
            <Button size="small" appearance="primary" disabledFocusable={!canMark} onClick={() => void run("mark", {})}>
              {recognised.markAll}
            </Button>
          )}
          <Button size="small" disabledFocusable={!canRefresh} onClick={() => void run("refresh", undefined)}>
            {words["action.refresh"]}
          </Button>
        </div>
        <ul className={styles.tables}>
          {tables.map((placed) => (
            <TableItem key={placed.id} placed={placed} />
          ))}
        </ul>
      </div>
    </>
  );
}
