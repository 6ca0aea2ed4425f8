import { FORMATS, tableOf } from "../tables/formats";
import { splitKey, type FormatId, type SectionId, type Table } from "../tables/table";
import { labelOrder } from "./order";
import { Vocabulary } from "./vocabulary";
import { readWording } from "./wording";

/** The labels of one table, by what they are for. */
export interface Lexicon {
  table: Table;
  /** Innermost labels of rows; the value is the row key. */
  rows: Vocabulary<string>;
  /** Labels that stand over or before several rows; the value is the label itself. */
  rowGroups: Vocabulary<string>;
  /** Innermost labels of columns; the value is the column key. */
  columns: Vocabulary<string>;
  /** Every other label of the header. */
  headings: Vocabulary<string>;
  /** Official labels of a row or column, outermost first. */
  rowLabels: ReadonlyMap<string, readonly string[]>;
  columnLabels: ReadonlyMap<string, readonly string[]>;
  /** The place of a label's row among the rows of the section in both formats, by its official text. */
  orderOf: ReadonlyMap<string, number>;
  /** Column keys that a row has numbers in. */
  columnsOf: ReadonlyMap<string, readonly string[]>;
}

function makeLexicon(table: Table): Lexicon {
  const columnsOf = new Map<string, string[]>();
  for (const { key } of table.numbers) {
    const { row, column } = splitKey(key);
    columnsOf.set(row, [...(columnsOf.get(row) ?? []), column]);
  }
  const rows = new Vocabulary(table.rows.map(({ key, labels }) => [labels.at(-1)!, key] as const));
  const rowGroups = new Vocabulary(
    table.rows.flatMap(({ labels }) => labels.slice(0, -1).map((label) => [label, label] as const)),
  );
  const columns = new Vocabulary(table.columns.map(({ key, labels }) => [labels.at(-1)!, key] as const));
  const isNamed = (core: string) => rows.has(core) || rowGroups.has(core) || columns.has(core);
  const headings = new Vocabulary(
    table.labels.filter(({ text }) => !isNamed(readWording(text).core)).map(({ text }) => [text, text] as const),
  );
  return {
    table,
    rows,
    rowGroups,
    columns,
    headings,
    rowLabels: new Map(table.rows.map(({ key, labels }) => [key, labels])),
    columnLabels: new Map(table.columns.map(({ key, labels }) => [key, labels])),
    orderOf: labelOrder(table),
    columnsOf,
  };
}

const LEXICONS = new Map<Table, Lexicon>();

export function lexiconOf(format: FormatId, section: SectionId): Lexicon {
  const table = tableOf(format, section);
  const known = LEXICONS.get(table);
  if (known) return known;
  const made = makeLexicon(table);
  LEXICONS.set(table, made);
  return made;
}

export function lexiconsOf(section: SectionId): readonly Lexicon[] {
  return FORMATS.map((format) => lexiconOf(format, section));
}

/** What the labels of all tables of the given sections say. */
export function coresOf(sections: readonly SectionId[]): ReadonlySet<string> {
  const cores = new Set<string>();
  for (const { rows, rowGroups, columns } of sections.flatMap((section) => lexiconsOf(section))) {
    for (const words of [rows, rowGroups, columns]) for (const { wording } of words.entries) cores.add(wording.core);
  }
  return cores;
}

/** Labels that other tables and lists have as well: alone they say nothing. */
const COMMON = new Set(["总计", "其他"]);
const WEAK = new Set([
  "规章",
  "规范性文件",
  "行政规范性文件",
  "行政许可",
  "行政处罚",
  "行政强制",
  "行政事业性收费",
  "政府集中采购",
  "信息内容",
  "法人或其他组织",
  "社会公益组织",
  "法律服务机构",
]);

/** How much a label says by itself about the table that it stands in. */
export function weightOf(core: string): "strong" | "weak" | "none" {
  if (COMMON.has(core)) return "none";
  return core.length < 6 || WEAK.has(core) ? "weak" : "strong";
}
