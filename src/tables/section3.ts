import { keyOf, type FormatId, type LabelBlock, type Line, type NumberBlock, type Table } from "./table";

/** The rule that the notices print in the table itself. */
const NOTE = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";
const RESULTS = "三、本年度办理结果";
const LABEL_COLUMNS = 3;
const HEADER_ROWS = 3;

const PERSON = "自然人";
const ORGANISATION = "法人或其他组织";
const TOTAL = "总计";

/** Columns of numbers in official order; labels from the outermost to the innermost. */
const COLUMNS: readonly Line[] = [
  { key: "naturalPerson", labels: [PERSON] },
  { key: "commercial", labels: [ORGANISATION, "商业企业"] },
  { key: "research", labels: [ORGANISATION, "科研机构"] },
  { key: "welfare", labels: [ORGANISATION, "社会公益组织"] },
  { key: "legalService", labels: [ORGANISATION, "法律服务机构"] },
  { key: "otherOrganisation", labels: [ORGANISATION, "其他"] },
  { key: "total", labels: [TOTAL] },
];

/** A result of section 三: one row, or a group of numbered rows. */
interface Result {
  key: string;
  label: string;
  items?: readonly string[];
}

const GRANTED_TO_NOT_PROCESSED: readonly Result[] = [
  { key: "granted", label: "（一）予以公开" },
  { key: "partiallyGranted", label: "（二）部分公开（区分处理的，只计这一情形，不计其他情形）" },
  {
    key: "denied",
    label: "（三）不予公开",
    items: [
      "1.属于国家秘密",
      "2.其他法律行政法规禁止公开",
      "3.危及“三安全一稳定”",
      "4.保护第三方合法权益",
      "5.属于三类内部事务信息",
      "6.属于四类过程性信息",
      "7.属于行政执法案卷",
      "8.属于行政查询事项",
    ],
  },
  {
    key: "unavailable",
    label: "（四）无法提供",
    items: ["1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作", "3.补正后申请内容仍不明确"],
  },
  {
    key: "notProcessed",
    label: "（五）不予处理",
    items: [
      "1.信访举报投诉类申请",
      "2.重复申请",
      "3.要求提供公开出版物",
      "4.无正当理由大量反复申请",
      "5.要求行政机关确认或重新出具已获取信息",
    ],
  },
];

const OTHER: Readonly<Record<FormatId, Result>> = {
  "2019": { key: "other", label: "（六）其他处理" },
  "2021": {
    key: "other",
    label: "（六）其他处理",
    items: [
      "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
      "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
      "3.其他",
    ],
  },
};

const RESULTS_TOTAL: Result = { key: "resultsTotal", label: "（七）总计" };

/** Points. The notice of 2019 prints 173.95 for the three label columns together, then one width for each number column. */
const WIDTHS = [34, 50, 89.95, 41.25, 38.25, 38.25, 41.25, 49.5, 36, 35.1];

const label = (row: number, column: number, rowCount: number, columnCount: number, text: string): LabelBlock => ({
  row,
  column,
  rowCount,
  columnCount,
  text,
  style: "label",
});

function makeHeader(): LabelBlock[] {
  const header = (row: number, column: number, rowCount: number, columnCount: number, text: string): LabelBlock => ({
    ...label(row, column, rowCount, columnCount, text),
    style: "header",
  });
  const first = LABEL_COLUMNS;
  const last = LABEL_COLUMNS + COLUMNS.length - 1;
  return [
    { ...label(0, 0, HEADER_ROWS, LABEL_COLUMNS, NOTE), style: "note" },
    header(0, first, 1, COLUMNS.length, "申请人情况"),
    header(1, first, 2, 1, PERSON),
    header(1, first + 1, 1, COLUMNS.length - 2, ORGANISATION),
    ...COLUMNS.slice(1, -1).map((column, index) => header(2, first + 1 + index, 1, 1, column.labels.at(-1)!)),
    header(1, last, 2, 1, TOTAL),
  ];
}

export function makeSection3(format: FormatId): Table {
  const labels = makeHeader();
  const rows: Line[] = [];
  let row = HEADER_ROWS;

  const addWhole = (key: string, text: string) => {
    labels.push(label(row, 0, 1, LABEL_COLUMNS, text));
    rows.push({ key, labels: [text] });
    row += 1;
  };
  const addResult = (result: Result) => {
    if (!result.items) {
      labels.push(label(row, 1, 1, 2, result.label));
      rows.push({ key: result.key, labels: [RESULTS, result.label] });
      row += 1;
      return;
    }
    labels.push(label(row, 1, result.items.length, 1, result.label));
    result.items.forEach((text, index) => {
      labels.push(label(row, 2, 1, 1, text));
      rows.push({ key: `${result.key}.${index + 1}`, labels: [RESULTS, result.label, text] });
      row += 1;
    });
  };

  addWhole("newlyReceived", "一、本年新收政府信息公开申请数量");
  addWhole("carriedOver", "二、上年结转政府信息公开申请数量");
  const firstResult = row;
  [...GRANTED_TO_NOT_PROCESSED, OTHER[format], RESULTS_TOTAL].forEach(addResult);
  labels.push(label(firstResult, 0, row - firstResult, 1, RESULTS));
  addWhole("carriedForward", "四、结转下年度继续办理");

  const numbers: NumberBlock[] = rows.flatMap((line, index) =>
    COLUMNS.map((column, offset) => ({
      row: HEADER_ROWS + index,
      column: LABEL_COLUMNS + offset,
      rowCount: 1,
      columnCount: 1,
      key: keyOf(line.key, column.key),
      kind: "count" as const,
    })),
  );
  return {
    format,
    section: "section3",
    rowCount: row,
    columnCount: LABEL_COLUMNS + COLUMNS.length,
    columnWidths: WIDTHS,
    labels,
    numbers,
    rows,
    columns: COLUMNS,
  };
}
