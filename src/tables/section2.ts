import { keyOf, type CellKind, type FormatId, type LabelBlock, type Line, type NumberBlock, type Table } from "./table";

/** One 项 of article 20: its bar, the header under it, and its rows. */
interface Group {
  bar: string;
  columns: readonly { key: string; label: string; kind: CellKind }[];
  rows: readonly (readonly [key: string, label: string])[];
}

const COLUMN_COUNT = 4;
const ITEM_HEADER = "信息内容";

const count = (key: string, label: string) => ({ key, label, kind: "count" as const });
const ITEM_COLUMNS = [
  count("previousItems", "上一年项目数量"),
  { key: "change", label: "本年增/减", kind: "change" as const },
  count("decisions", "处理决定数量"),
];
const DECISIONS = [count("decisions", "本年处理决定数量")];

const GROUPS: Readonly<Record<FormatId, readonly Group[]>> = {
  "2019": [
    {
      bar: "第二十条第（一）项",
      columns: [
        count("made", "本年新\n制作数量"),
        count("disclosed", "本年新\n公开数量"),
        count("totalDisclosed", "对外公开总数量"),
      ],
      rows: [
        ["regulations", "规章"],
        ["normativeDocuments", "规范性文件"],
      ],
    },
    {
      bar: "第二十条第（五）项",
      columns: ITEM_COLUMNS,
      rows: [
        ["licensing", "行政许可"],
        ["otherServices", "其他对外管理服务事项"],
      ],
    },
    {
      bar: "第二十条第（六）项",
      columns: ITEM_COLUMNS,
      rows: [
        ["punishment", "行政处罚"],
        ["coercion", "行政强制"],
      ],
    },
    { bar: "第二十条第（八）项", columns: ITEM_COLUMNS.slice(0, 2), rows: [["fees", "行政事业性收费"]] },
    {
      bar: "第二十条第（九）项",
      columns: [count("projects", "采购项目数量"), { key: "amount", label: "采购总金额", kind: "amount" }],
      rows: [["procurement", "政府集中采购"]],
    },
  ],
  "2021": [
    {
      bar: "第二十条第（一）项",
      columns: [count("issued", "本年制发件数"), count("repealed", "本年废止件数"), count("valid", "现行有效件数")],
      rows: [
        ["regulations", "规章"],
        ["normativeDocuments", "行政规范性文件"],
      ],
    },
    { bar: "第二十条第（五）项", columns: DECISIONS, rows: [["licensing", "行政许可"]] },
    {
      bar: "第二十条第（六）项",
      columns: DECISIONS,
      rows: [
        ["punishment", "行政处罚"],
        ["coercion", "行政强制"],
      ],
    },
    {
      bar: "第二十条第（八）项",
      columns: [{ key: "amount", label: "本年收费金额（单位：万元）", kind: "amount" }],
      rows: [["fees", "行政事业性收费"]],
    },
  ],
};

/** Points: the notice of 2019 prints 135.7 / 100 / 82.5 / 101.85, that of 2021 four columns of 162 px. */
const WIDTHS: Readonly<Record<FormatId, readonly number[]>> = {
  "2019": [135.7, 100, 82.5, 101.85],
  "2021": [121.5, 121.5, 121.5, 121.5],
};

/** The last of a group's number columns reaches to the right edge of the table. */
function columnSpan(group: Group, index: number): number {
  return index === group.columns.length - 1 ? COLUMN_COUNT - 1 - index : 1;
}

export function makeSection2(format: FormatId): Table {
  const labels: LabelBlock[] = [];
  const numbers: NumberBlock[] = [];
  const rows: Line[] = [];
  const columns = new Map<string, Line>();
  let row = 0;
  for (const group of GROUPS[format]) {
    labels.push({ row, column: 0, rowCount: 1, columnCount: COLUMN_COUNT, text: group.bar, style: "bar" });
    const header = row + 1;
    labels.push({ row: header, column: 0, rowCount: 1, columnCount: 1, text: ITEM_HEADER, style: "header" });
    group.columns.forEach((column, index) => {
      const columnCount = columnSpan(group, index);
      labels.push({ row: header, column: index + 1, rowCount: 1, columnCount, text: column.label, style: "header" });
      columns.set(column.key, { key: column.key, labels: [column.label] });
    });
    row = header + 1;
    for (const [key, label] of group.rows) {
      labels.push({ row, column: 0, rowCount: 1, columnCount: 1, text: label, style: "label" });
      rows.push({ key, labels: [group.bar, label] });
      group.columns.forEach((column, index) => {
        const columnCount = columnSpan(group, index);
        numbers.push({
          row,
          column: index + 1,
          rowCount: 1,
          columnCount,
          key: keyOf(key, column.key),
          kind: column.kind,
        });
      });
      row += 1;
    }
  }
  return {
    format,
    section: "section2",
    rowCount: row,
    columnCount: COLUMN_COUNT,
    columnWidths: WIDTHS[format],
    labels,
    numbers,
    rows,
    columns: [...columns.values()],
  };
}
