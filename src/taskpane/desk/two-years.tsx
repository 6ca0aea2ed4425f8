import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { FileResult } from "../../batch/file-result";
import { putSideBySide, type FigurePair } from "../../batch/units/side-by-side";
import { lineName, linesOf } from "../../locales/lines";
import { useBatchLocale } from "./use-batch-locale";

/** Of the chart, in units of the drawing. */
const FONT_SIZE = 11;

const useStyles = makeStyles({
  chart: { width: "100%", maxWidth: "320px", height: "auto", fontFamily: "inherit", fontSize: `${FONT_SIZE}px` },
  label: { fill: tokens.colorNeutralForeground1 },
  current: { fill: tokens.colorBrandBackground },
  previous: { fill: tokens.colorNeutralBackground5, stroke: tokens.colorNeutralStroke1 },
  table: {
    width: "100%",
    // further away from its name nobody finds the line of a number
    maxWidth: "640px",
    borderCollapse: "collapse",
    fontVariantNumeric: "tabular-nums",
    "& th, & td": {
      padding: "3px 0 3px 8px",
      textAlign: "right",
      verticalAlign: "top",
      borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
      fontWeight: "inherit",
    },
    "& th:first-child": { paddingLeft: 0, textAlign: "left", overflowWrap: "anywhere" },
    "& thead th": { color: tokens.colorNeutralForeground3, whiteSpace: "nowrap" },
  },
  // three columns of numbers, below their names
  stacked: {
    tableLayout: "fixed",
    "& tbody th": { paddingBottom: 0, borderBottom: "none", textAlign: "left" },
    "& td:first-child, & thead th:first-child": { paddingLeft: 0, textAlign: "right" },
  },
});

/** Figures that a person looks at first, as far as they are there. */
const CHARTED = [
  "newlyReceived.total",
  "carriedOver.total",
  "granted.total",
  "resultsTotal.total",
  "carriedForward.total",
  "review.total",
];

/** Units of the drawing. */
const WIDTH = 276;
const GROUP = 46;
const BAR = 11;
const LABEL_LINE = 12;
/** Between a bar and its number. */
const GAP = 5;

/** Room that a text takes: a Chinese letter is as wide as it is high, others are little more than half of that. */
const roomFor = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter.codePointAt(0)! < 0x2e80 ? 0.62 : 1) * FONT_SIZE, 0);

/** A figure in short. Of the tables that show only totals, the row says all. */
function nameOf({ table, key }: FigurePair): string {
  const { row, column } = linesOf(table, key);
  return table.section === "section2" ? `${lineName(row)} ${lineName(column)}` : lineName(row);
}

/** Two bars for each figure, each with its number: last year's outlined, this year's full. */
function Chart({ pairs, unit }: { pairs: readonly FigurePair[]; unit: string }) {
  const styles = useStyles();
  const { desk: words } = useBatchLocale().batch;
  const most = Math.max(1, ...pairs.flatMap(({ current, previous }) => [current, previous]));
  const textOf = (value: number, isCurrent: boolean) => `${isCurrent ? words.thisYear : words.previousYear} ${value}`;
  const texts = pairs.flatMap(({ current, previous }) => [textOf(current, true), textOf(previous, false)]);
  // the number behind the longest bar must have room
  const longest = WIDTH - GAP - Math.max(...texts.map(roomFor));
  const widthOf = (value: number) => Math.max(1, (Math.max(0, value) / most) * longest);
  return (
    <svg
      className={styles.chart}
      viewBox={`0 0 ${WIDTH} ${pairs.length * GROUP}`}
      role="img"
      aria-label={words.chart(unit)}
    >
      {pairs.map((pair, index) => {
        const top = index * GROUP;
        const bar = (value: number, at: number, isCurrent: boolean) => (
          <>
            <rect
              className={isCurrent ? styles.current : styles.previous}
              x={0.5}
              y={at}
              width={widthOf(value)}
              height={BAR}
            />
            <text className={styles.label} x={widthOf(value) + GAP} y={at + BAR - 2}>
              {textOf(value, isCurrent)}
            </text>
          </>
        );
        return (
          <g key={pair.key}>
            <text className={styles.label} x={0} y={top + LABEL_LINE - 2}>
              {nameOf(pair)}
            </text>
            {bar(pair.previous, top + LABEL_LINE + 2, false)}
            {bar(pair.current, top + LABEL_LINE + 2 + BAR + 2, true)}
          </g>
        );
      })}
    </svg>
  );
}

/** Characters of a line's three numbers beside which there is still room for its name in the narrowest pane. */
const MOST_BESIDE = 15;

const COLUMNS = ["previous", "current", "difference"] as const;

/** The three numbers of a line as they are shown. */
const numbersOf = ({ previous, current, difference }: FigurePair): Record<(typeof COLUMNS)[number], string> => ({
  previous: String(previous),
  current: String(current),
  difference: difference.startsWith("-") || difference === "0" ? difference : `+${difference}`,
});

/** Whether the numbers leave their names no room beside them. */
function areLong(pairs: readonly FigurePair[]): boolean {
  const lines = pairs.map(numbersOf);
  const widest = COLUMNS.map((column) => Math.max(0, ...lines.map((line) => line[column].length)));
  return widest.reduce((sum, length) => sum + length, 0) > MOST_BESIDE;
}

/** A figure's name and its three numbers: side by side, or the name above where the numbers are long. */
function Figure({ pair, isStacked }: { pair: FigurePair; isStacked: boolean }) {
  const numbers = numbersOf(pair);
  const cells = COLUMNS.map((column) => <td key={column}>{numbers[column]}</td>);
  if (!isStacked)
    return (
      <tr>
        <th scope="row">{nameOf(pair)}</th>
        {cells}
      </tr>
    );
  return (
    <>
      <tr>
        <th scope="rowgroup" colSpan={COLUMNS.length}>
          {nameOf(pair)}
        </th>
      </tr>
      <tr>{cells}</tr>
    </>
  );
}

/** Two years of a unit: a chart of what a person looks at first, and every figure that both years have. */
export function TwoYearsTable({ current, previous }: { current: FileResult; previous: FileResult }) {
  const styles = useStyles();
  const { desk: words } = useBatchLocale().batch;
  const pairs = putSideBySide(current, previous);
  const isStacked = areLong(pairs);
  const charted = pairs.filter(({ key }) => CHARTED.includes(key));
  return (
    <>
      {charted.length > 0 && <Chart pairs={charted} unit={current.unit ?? current.file} />}
      <table className={mergeClasses(styles.table, isStacked && styles.stacked)}>
        <thead>
          <tr>
            {!isStacked && <th scope="col">{words.figure}</th>}
            <th scope="col">{previous.year ?? words.previousYear}</th>
            <th scope="col">{current.year ?? words.thisYear}</th>
            <th scope="col">{words.difference}</th>
          </tr>
        </thead>
        {pairs.map((pair) => (
          <tbody key={`${pair.table.section}.${pair.key}`}>
            <Figure pair={pair} isStacked={isStacked} />
          </tbody>
        ))}
      </table>
    </>
  );
}
