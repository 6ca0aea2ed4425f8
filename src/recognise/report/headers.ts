import type { LabelDoubt } from "../../tables/filled";
import { FORMATS, tableOf } from "../../tables/formats";
import type { CellKey, LabelBlock, NumberBlock, Table } from "../../tables/table";
import { wordingOf } from "../wordings";
import type { Group } from "./groups";
import { printedRowsOf } from "./printed-rows";

const coreOf = (text: string): string => wordingOf(text).core;

const LONGEST_FOUND = 120;
const LONGEST_HEADER = 300;
/** Stands in the first cell of every header of section 二. */
const FIRST_HEADING = "信息内容";

/** The label over a number: of its header, not of a bar. */
function headingOf({ labels }: Table, number: NumberBlock): LabelBlock | undefined {
  return labels
    .filter(({ style, row, column }) => style === "header" && row < number.row && column === number.column)
    .sort((a, b) => b.row - a.row)[0];
}

/** What stands between the bar over a row, or its first header cell, and the row; empty when it cannot be seen. */
function headerTextOf({ rows, lexicon }: Group, places: readonly number[]): string {
  const seen = rows.get(places[0]!);
  if (!seen) return "";
  const bar = coreOf(printedRowsOf(lexicon.table)[places[0]!]!.labels[0]!);
  const texts = seen.header;
  for (let index = texts.length - 1; index >= 0; index--) {
    const text = texts[index]!.slice(-LONGEST_HEADER);
    const core = coreOf(text);
    if (!core.includes(bar) && !core.includes(FIRST_HEADING)) continue;
    return [text.slice(text.lastIndexOf(FIRST_HEADING)), ...texts.slice(index + 1)].join("\n");
  }
  return texts.join("\n").slice(-LONGEST_HEADER);
}

/** Rows under one bar of section 二, and the header that stands over them. */
interface BarHeader {
  bar: string;
  places: readonly number[];
  /** Official headings of the format. */
  headings: readonly string[];
  text: string;
}

function barHeaders(group: Group): BarHeader[] {
  const { table } = group.lexicon;
  if (table.section !== "section2") return [];
  const printed = printedRowsOf(table);
  const bars = [...new Set(printed.map(({ labels }) => labels[0]!))];
  return bars.flatMap((bar) => {
    const places = printed.flatMap(({ labels }, place) => (labels[0] === bar ? [place] : []));
    const text = headerTextOf(group, places);
    if (!/信息内容|数量|件数|金额/.test(text)) return [];
    const cells = printed[places[0]!]!.cells;
    const numbers = table.numbers.filter(({ key }) => cells.includes(key));
    return [{ bar, places, headings: numbers.map((number) => headingOf(table, number)!.text), text }];
  });
}

/** Headings of section 二 in all formats, the longest first: one may be the end of another. */
const ALL_HEADINGS: readonly string[] = [
  ...new Set(
    FORMATS.flatMap((format) => {
      const table = tableOf(format, "section2");
      return table.numbers.map((number) => wordingOf(headingOf(table, number)!.text).bare);
    }),
  ),
].sort((a, b) => b.length - a.length);

/** The official headings of any format in a text. */
function headingsIn(text: string): ReadonlySet<string> {
  let rest = coreOf(text);
  const found = new Set<string>();
  for (const heading of ALL_HEADINGS) {
    if (!rest.includes(heading)) continue;
    found.add(heading);
    rest = rest.replaceAll(heading, "|");
  }
  return found;
}

/** Headings of section 二 that are not the official ones. */
export function checkHeadings(group: Group): LabelDoubt[] {
  return barHeaders(group).flatMap(({ bar, headings, text }) => {
    const core = coreOf(text);
    const lost = headings.filter((heading) => !core.includes(wordingOf(heading).bare));
    const found = text.replace(/\s+/g, " ").slice(0, LONGEST_FOUND);
    return lost.map((heading): LabelDoubt => ({ fault: "altered", expected: [bar, heading], cells: [], found }));
  });
}

/** Rows of section 二 that stand under headings of another format: their figures count something else. */
export function rowsOfOtherFormat(group: Group): ReadonlySet<number> {
  const places = barHeaders(group).flatMap(({ places: rows, headings, text }) => {
    const own = new Set(headings.map((heading) => wordingOf(heading).bare));
    return [...headingsIn(text)].some((heading) => !own.has(heading)) ? rows : [];
  });
  return new Set(places);
}

const LEAVES = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"];
/** As the columns stand, and as the cells of the header follow each other when 总计 begins in its second or its first row. */
const ORDERS = [
  LEAVES,
  ["自然人", "总计", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"],
  ["总计", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"],
];

/** Whether the header of section 三, when the text shows all of it, has its columns in the official order. */
export function hasOfficialColumns({ lexicon, rows, strip }: Group): boolean {
  const first = rows.get(0);
  if (lexicon.table.section !== "section3" || strip.manner === "positions" || !first) return true;
  const core = coreOf(first.header.join("").slice(-400)).replaceAll("法人或其他组织", "");
  const places = new Map(LEAVES.map((leaf) => [leaf, core.lastIndexOf(leaf)]));
  if ([...places.values()].some((at) => at < 0)) return true;
  const order = [...LEAVES].sort((a, b) => places.get(a)! - places.get(b)!);
  return ORDERS.some((official) => official.every((leaf, index) => leaf === order[index]));
}

/** What stands over the amounts of section 二, as printed. */
export function readAmountHeaders(group: Group): Partial<Record<CellKey, string>> {
  const { table } = group.lexicon;
  const printed = printedRowsOf(table);
  return Object.fromEntries(
    table.numbers.flatMap(({ key, kind }) => {
      if (kind !== "amount") return [];
      const place = printed.findIndex(({ cells }) => cells.includes(key));
      const text = group.rows.get(place)?.header.join("\n") ?? "";
      const at = Math.max(text.lastIndexOf("总金额"), text.lastIndexOf("收费金额"));
      return at < 0 ? [] : [[key, text.slice(Math.max(0, at - 2), at + 40).split("\n")[0]!]];
    }),
  );
}
