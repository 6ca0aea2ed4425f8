import { keyOf, type FormatId, type LabelBlock, type Line, type NumberBlock, type Table } from "./table";

const LITIGATION = "行政诉讼";

/** The three groups stand side by side in one row of numbers; each is a row key of its own. */
const GROUPS: readonly Line[] = [
  { key: "review", labels: ["行政复议"] },
  { key: "directLitigation", labels: [LITIGATION, "未经复议直接起诉"] },
  { key: "litigationAfterReview", labels: [LITIGATION, "复议后起诉"] },
];

const OUTCOMES: readonly Line[] = [
  { key: "upheld", labels: ["结果维持"] },
  { key: "corrected", labels: ["结果纠正"] },
  { key: "otherOutcome", labels: ["其他结果"] },
  { key: "pending", labels: ["尚未审结"] },
  { key: "total", labels: ["总计"] },
];

const HEADER_ROWS = 3;
/** Points; fifteen equal columns over the width of an A4 page. */
const COLUMN_WIDTH = 31.5;

const header = (row: number, column: number, rowCount: number, columnCount: number, text: string): LabelBlock => ({
  row,
  column,
  rowCount,
  columnCount,
  text,
  style: "header",
});

/** The same in both formats. */
export function makeSection4(format: FormatId): Table {
  const width = OUTCOMES.length;
  const labels: LabelBlock[] = [
    header(0, 0, 1, width, "行政复议"),
    header(0, width, 1, 2 * width, LITIGATION),
    header(1, width, 1, width, "未经复议直接起诉"),
    header(1, 2 * width, 1, width, "复议后起诉"),
  ];
  const numbers: NumberBlock[] = [];
  GROUPS.forEach((group, index) => {
    const isReview = index === 0;
    OUTCOMES.forEach((outcome, offset) => {
      const column = index * width + offset;
      labels.push(header(isReview ? 1 : 2, column, isReview ? 2 : 1, 1, outcome.labels[0]!));
      const key = keyOf(group.key, outcome.key);
      numbers.push({ row: HEADER_ROWS, column, rowCount: 1, columnCount: 1, key, kind: "count" });
    });
  });
  return {
    format,
    section: "section4",
    rowCount: HEADER_ROWS + 1,
    columnCount: GROUPS.length * width,
    columnWidths: GROUPS.flatMap(() => OUTCOMES.map(() => COLUMN_WIDTH)),
    labels,
    numbers,
    rows: GROUPS,
    columns: OUTCOMES,
  };
}
