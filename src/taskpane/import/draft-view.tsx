import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { CheckmarkCircle16Regular } from "@fluentui/react-icons/svg/checkmark-circle";
import { Edit16Regular } from "@fluentui/react-icons/svg/edit";
import { Warning16Regular } from "@fluentui/react-icons/svg/warning";
import { useState } from "react";
import type { DraftTable } from "../../batch/import/draft";
import type { ImportViewTexts } from "../../locales/import-view";
import { lineName } from "../../locales/lines";
import type { ReportFileTexts } from "../../locales/report-file-texts";
import { isOpen, type CellConcern } from "../../tables/concern";
import { SECTION_NAMES } from "../../tables/sections";
import { summariseTable, type CellSummary, type RowSummary } from "./row-summaries";

const useStyles = makeStyles({
  root: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, paddingTop: "8px" },
  name: { margin: 0, fontSize: "inherit", fontWeight: tokens.fontWeightSemibold },
  state: { display: "flex", flexWrap: "wrap", columnGap: "10px", margin: "2px 0 4px" },
  part: { display: "inline-flex", alignItems: "center", columnGap: "4px" },
  sure: { color: tokens.colorPaletteGreenForeground1 },
  open: { color: tokens.colorPaletteDarkOrangeForeground1 },
  rows: { margin: 0, padding: 0, listStyleType: "none" },
  row: { padding: "3px 0", overflowWrap: "anywhere" },
  label: { color: tokens.colorNeutralForeground2 },
  figure: { fontVariantNumeric: "tabular-nums", marginLeft: "8px", display: "inline-block" },
  concern: {
    margin: "2px 0 2px 8px",
    paddingLeft: "6px",
    borderLeft: `3px solid ${tokens.colorPaletteDarkOrangeBorderActive}`,
  },
  zeros: { margin: "2px 0 0", color: tokens.colorNeutralForeground3 },
});

/** Rows that are shown before a person asks for all. */
const FIRST_ROWS = 12;

interface DraftViewProps {
  draft: DraftTable;
  texts: ImportViewTexts;
  report: ReportFileTexts;
}

/** Concerns that cells of a row share are said once. */
function concernsOf(cells: readonly CellSummary[], { describeConcern }: ReportFileTexts) {
  const groups = new Map<string, { concern: CellConcern; columns: string[]; sentence: string }>();
  for (const { column, concern } of cells) {
    if (!concern) continue;
    const sentence = describeConcern(concern);
    const name = lineName(column);
    const known = groups.get(sentence);
    if (known) known.columns.push(name);
    else groups.set(sentence, { concern, columns: [name], sentence });
  }
  return [...groups.values()];
}

function Row({ summary: { row, cells }, texts, report }: { summary: RowSummary } & Omit<DraftViewProps, "draft">) {
  const styles = useStyles();
  const separator = texts.options.separator;
  return (
    <li className={styles.row}>
      <span className={styles.label}>{lineName(row)}</span>
      {cells
        .filter(({ shown }) => shown !== "")
        .map(({ key, column, shown }) => (
          <span key={key} className={styles.figure}>
            {lineName(column)} <b>{shown}</b>
          </span>
        ))}
      {concernsOf(cells, report).map(({ concern, columns, sentence }) => (
        <div key={sentence} className={styles.concern}>
          <span className={styles.part}>
            {isOpen(concern) ? <Edit16Regular aria-hidden /> : <Warning16Regular aria-hidden />}
            <b>{report.concerns[concern.code]}</b>
          </span>{" "}
          {columns.join(separator)}：{sentence}
        </div>
      ))}
    </li>
  );
}

/** One table as it will be filled: figures that are not 0, and each cell that is not sure with its reason. */
export function DraftView({ draft, texts, report }: DraftViewProps) {
  const styles = useStyles();
  const [isWhole, setWhole] = useState(false);
  const { rows, zeroRows, open, doubtful } = summariseTable(draft);
  const { sheet, title } = SECTION_NAMES[draft.table.section];
  // what needs a person first
  const sorted = [...rows].sort((a, b) => Number(isSure(a)) - Number(isSure(b)));
  const shown = isWhole ? sorted : sorted.slice(0, FIRST_ROWS);
  return (
    <section className={styles.root} aria-label={sheet}>
      <h3 className={styles.name}>{`${sheet} ${title}`}</h3>
      <div className={styles.state}>
        {open === 0 && doubtful === 0 && (
          <span className={`${styles.part} ${styles.sure}`}>
            <CheckmarkCircle16Regular aria-hidden />
            {texts.sure}
          </span>
        )}
        {open > 0 && (
          <span className={`${styles.part} ${styles.open}`}>
            <Edit16Regular aria-hidden />
            {texts.open(open)}
          </span>
        )}
        {doubtful > 0 && (
          <span className={`${styles.part} ${styles.open}`}>
            <Warning16Regular aria-hidden />
            {texts.doubtful(doubtful)}
          </span>
        )}
      </div>
      <ul className={styles.rows}>
        {shown.map((summary) => (
          <Row key={summary.row.key} summary={summary} texts={texts} report={report} />
        ))}
      </ul>
      {rows.length > shown.length && (
        <Button size="small" appearance="subtle" onClick={() => setWhole(true)}>
          {`+${rows.length - shown.length}`}
        </Button>
      )}
      {zeroRows > 0 && <p className={styles.zeros}>{texts.rows(zeroRows, rows.length > 0)}</p>}
    </section>
  );
}

const isSure = ({ cells }: RowSummary): boolean => cells.every(({ concern }) => concern === null);
