import type { Assignment } from "../batch/units/assignments";
import { tabsOf } from "../batch/report-file/csv";
import { decodeText } from "../batch/report-file/decode-text";
import { isWorkbook } from "../batch/report-file/read-report-file";
import { fileErrorOf } from "../batch/file-error";
import { readWorkbook } from "../xlsx";
import type { Locale } from "../locales";
import { MATCH_TEXTS, type MatchColumn } from "../locales/match-list";
import { InputError } from "./input-error";
import { errorMessage } from "./lines";
import type { Terminal } from "./terminal";

/*
 * The list in which a person writes which report of last year is whose. It is drafted with one line for each unit that was not
 * matched, filled in in Excel or WPS, and read again as they save it: CSV in any encoding, or a workbook.
 */

/** A text that a spreadsheet would take for a formula, and the sign that keeps it from that. */
const FORMULA = /^[=+\-@\t]/;
const GUARDED = /^'(?=[=+\-@\t])/;

const cellOf = (text: string): string => {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** A text that Excel opens as a table with its Chinese right. */
export const csvOf = (rows: readonly (readonly string[])[]): Uint8Array =>
  new TextEncoder().encode(`\ufeff${rows.map((row) => `${row.map(cellOf).join(",")}\r\n`).join("")}`);

/** Rows by their numbers from 1. */
type Rows = Map<number, string[]>;

function rowsOfWorkbook(bytes: Uint8Array): Rows {
  const rows: Rows = new Map();
  for (const { row, cells } of readWorkbook(bytes).sheets[0]?.rows ?? []) {
    const texts: string[] = [];
    for (const { column, text } of cells) texts[column] = text;
    rows.set(
      row + 1,
      Array.from(texts, (text = "") => text),
    );
  }
  return rows;
}

function rowsOfText(bytes: Uint8Array): Rows {
  const text = decodeText(bytes).replace(/^\ufeff/, "");
  const [first = ""] = text.split("\n");
  // semicolons where Excel's language writes them
  const tabs = first.includes("\t") ? text : tabsOf(first.includes(",") ? text : text.replaceAll(";", ","));
  return new Map(tabs.split(/\r?\n/).map((line, index) => [index + 1, line.split("\t")]));
}

const clean = (text: string | undefined): string => (text ?? "").trim().replace(GUARDED, "");

/** Where each column stands: by the heads that a draft has in any language, or else the unit first and the report behind it. */
function columnsIn(head: readonly string[]): { place: Record<MatchColumn, number>; hasHead: boolean } {
  const find = (name: MatchColumn) =>
    head.findIndex((text) => Object.values(MATCH_TEXTS).some(({ columns }) => columns[name] === clean(text)));
  const place = { unit: find("unit"), file: find("file"), previous: find("previous") };
  if (place.previous >= 0 && (place.unit >= 0 || place.file >= 0)) return { place, hasHead: true };
  return { place: { unit: 0, file: -1, previous: 1 }, hasHead: false };
}

/** Whether a person wrote that a unit had no report. */
const isNone = (text: string): boolean => Object.values(MATCH_TEXTS).some(({ none }) => none === text.toLowerCase());

const assign = (line: number | null, current: string, previous: string): Assignment => ({
  line,
  current,
  previous: isNone(previous) ? null : previous,
});

/** What is filled in; lines without a report of last year are still open. Null when nothing of it is such a list. */
export function readMatchList(bytes: Uint8Array): Assignment[] | null {
  const rows = isWorkbook(bytes) ? rowsOfWorkbook(bytes) : rowsOfText(bytes);
  const { place, hasHead } = columnsIn(rows.get(1) ?? []);
  const assignments = [...rows].slice(hasHead ? 1 : 0).flatMap(([line, texts]): Assignment[] => {
    // a path names a file more certainly than a name does its unit
    const current = clean(texts[place.file]) || clean(texts[place.unit]);
    const previous = clean(texts[place.previous]);
    return current === "" || previous === "" ? [] : [assign(line, current, previous)];
  });
  return hasHead || assignments.length > 0 ? assignments : null;
}

/** 农业农村局=2023/农业局.xlsx */
const PAIR = /^([^=]+)=(.+)$/s;
const LIST = /\.(?:csv|txt|xlsx)$/i;

/**
 * All that is said of last year's reports: `UNIT=REPORT`, or a file with a list of such.
 * @throws InputError
 */
export async function readMatches(
  words: readonly string[],
  { readFile }: Pick<Terminal, "readFile">,
  locale: Locale,
): Promise<Assignment[]> {
  const texts = MATCH_TEXTS[locale.id];
  const read = async (word: string): Promise<Assignment[]> => {
    const [, current = "", previous = ""] = PAIR.exec(word) ?? [];
    if (current) return [assign(null, current, previous)];
    if (!LIST.test(word)) throw new InputError(texts.notPair(word));
    let list: Assignment[] | null;
    try {
      list = readMatchList(await readFile(word));
    } catch (thrown) {
      const error = fileErrorOf(thrown);
      if (!error) throw thrown;
      throw new InputError(texts.unreadable(word, errorMessage(word, error, locale)));
    }
    if (!list) throw new InputError(texts.noLines(word));
    return list;
  };
  return (await Promise.all(words.map(read))).flat();
}
