import { contentOfWritten } from "../../recognise/report/figures";
import type { PublishedReport, PublishedTable, ReportDoubt } from "../../recognise/report/published";
import type { CellConcern } from "../../tables/concern";
import type { CellContent } from "../../tables/filled";
import { SECTIONS } from "../../tables/formats";
import type { CellKey, SectionId, Table } from "../../tables/table";

/** One official table as it will be filled. */
export interface DraftTable {
  table: Table;
  contents: Readonly<Partial<Record<CellKey, CellContent>>>;
  concerns: ReadonlyMap<CellKey, CellConcern>;
  /** How many cells hold a number. */
  read: number;
  /** Labels that are missing, doubled, or read differently, as recognition found them. */
  labels: PublishedTable["doubts"];
}

/** What a published report comes to in official tables, for one report year. */
export interface ImportDraft {
  unit: string | null;
  year: number | null;
  /** In official order; at most one of each section. */
  tables: readonly DraftTable[];
  /** Tables that the report does not show. */
  missing: readonly SectionId[];
  /** Of the report as a whole: mixed formats, figures without a label. */
  doubts: readonly Extract<ReportDoubt, { code: "mixedFormats" | "unlabelled" }>[];
}

/** What a person decides where a report leaves it open. */
export interface ImportChoices {
  /** Which of several years. */
  year?: number;
  /** Place in a question's alternatives, by the question's place in the report. */
  answers?: ReadonlyMap<number, number>;
}

/** The years of which a report has tables, when there are several of one section; empty for an ordinary report. */
export function yearsIn({ doubts, tables }: PublishedReport): number[] {
  if (!doubts.some(({ code }) => code === "severalYears")) return [];
  return [...new Set(tables.flatMap(({ placement }) => placement.year ?? []))].sort();
}

const isGeneral = (doubt: ReportDoubt): doubt is ImportDraft["doubts"][number] =>
  doubt.code === "mixedFormats" || doubt.code === "unlabelled";

function concernOf(content: CellContent | undefined): CellConcern | null {
  if (!content) return { code: "missing" };
  if (content.type === "blank") return { code: "blank" };
  if (content.type !== "text") return null;
  return { code: "text", written: content.text, ...(content.meant && { meant: content.meant }) };
}

export function draftTable(
  report: PublishedReport,
  index: number,
  answers: ReadonlyMap<number, number> = new Map(),
): DraftTable {
  const published = report.tables[index]!;
  const { table } = published.placement;
  const contents: Partial<Record<CellKey, CellContent>> = { ...published.contents };
  const concerns = new Map<CellKey, CellConcern>();
  report.questions.forEach(({ table: at, cells, written, alternatives, hasMore }, question) => {
    if (at !== index) return;
    const answer = alternatives[answers.get(question) ?? -1];
    cells.forEach((key, place) => {
      if (answer) contents[key] = contentOfWritten(answer[place]!);
      else {
        const options = [...new Set(alternatives.map((texts) => texts[place]!))];
        concerns.set(key, { code: "asked", question, written, options, hasMore });
      }
    });
  });
  for (const doubt of report.doubts) {
    if (!("table" in doubt) || doubt.table !== index) continue;
    for (const key of doubt.cells) {
      if (doubt.code === "unread") concerns.set(key, { code: "unread", reason: doubt.reason, written: doubt.written });
      else concerns.set(key, { code: doubt.code, written: doubt.written });
    }
  }
  for (const { key } of table.numbers) {
    const concern = concernOf(contents[key]);
    // what is known of a cell goes before that nothing stands there
    if (concern && !(concern.code === "missing" && concerns.has(key))) concerns.set(key, concern);
  }
  const read = table.numbers.filter(({ key }) => contents[key]?.type === "number").length;
  return { table, contents, concerns, read, labels: published.doubts };
}

/**
 * What the official tables are filled with. Nothing is guessed: what is not certain stays as it was written or blank, with a
 * concern on its cell. Of a report with several years the chosen one; none while none is chosen.
 */
export function draftImport(report: PublishedReport, { year, answers = new Map() }: ImportChoices = {}): ImportDraft {
  const isSeveral = yearsIn(report).length > 0;
  const own = report.tables.flatMap((table, index) =>
    !isSeveral || table.placement.year === year ? [{ section: table.placement.table.section, index }] : [],
  );
  const tables = SECTIONS.flatMap((section) => {
    const found = own.filter((one) => one.section === section);
    // a section in two formats is one table in two halves: the one with more figures is the better half
    const drafts = found.map(({ index }) => draftTable(report, index, answers));
    return drafts.sort((a, b) => b.read - a.read).slice(0, 1);
  });
  return {
    unit: report.unit ?? null,
    year: (isSeveral ? year : report.year) ?? null,
    tables,
    missing: SECTIONS.filter((section) => !tables.some(({ table }) => table.section === section)),
    doubts: report.doubts.filter(isGeneral),
  };
}
