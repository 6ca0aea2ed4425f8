import { SECTIONS } from "../../tables/formats";
import type { ReportDoubt, ReportQuestion, PublishedReport, PublishedTable } from "./published";
import { splitChapters } from "./chapters";
import { chooseReadings, isWhole, type Attempt, type Chosen } from "./choose";
import { linesOf, type ReportDocument } from "./document";
import { ReportError } from "./error";
import { parseHtml } from "./html/parse-html";
import { LIMITS } from "./limits";
import { readClaims } from "./narrative";
import { splitLines } from "./page-marks";
import { READERS, type Material } from "./readers";
import { dropTables } from "./sentences";
import type { SumsOf } from "./sums";
import { captionYear, columnYears, findReportTitle, type ReportTitle } from "./title";

/** A report as it was published: a page, or text of any kind. Word files come as the HTML that mammoth makes of them. */
export interface ReportSource {
  kind: "html" | "text";
  text: string;
  /** Of the file or page; may tell unit and year. */
  name?: string;
}

const MARKUP = /<(?:table|t[dr]|p|div|html|body)(?:\s[^<>]{0,2000})?>/i;

/** Whether a text is HTML, whatever the name of its file says. */
export const isMarkup = (text: string): boolean => MARKUP.test(text);

/** @throws ReportError for what is no text, or more of it than any report */
function checkSource({ text }: ReportSource): void {
  const { length } = text;
  if (length > LIMITS.characters) throw new ReportError("tooLarge", { characters: length, limit: LIMITS.characters });
  if (text.slice(0, 4_000).includes("\0")) throw new ReportError("binary", { characters: length });
  if (text.trim() === "") throw new ReportError("empty", { characters: length });
}

function makeMaterial({ kind, text }: ReportSource): Material {
  const isPage = kind === "html" || isMarkup(text);
  const document: ReportDocument = isPage
    ? parseHtml(text)
    : { blocks: splitLines(text).map((line) => ({ kind: "line", text: line })) };
  const lines = linesOf(document);
  const characters = lines.reduce((sum, { length }) => sum + length, 0);
  if (characters > LIMITS.textCharacters)
    throw new ReportError("tooLarge", { characters, limit: LIMITS.textCharacters });
  return { document, lines, hasTables: document.blocks.some(({ kind: block }) => block === "table") };
}

/** Tries every reader that suits; one that gives up counts only when no other finds a table. */
function tryReaders(material: Material, sumsOf: SumsOf): Attempt[] {
  const attempts: Attempt[] = [];
  let failure: ReportError | null = null;
  for (const { id, suits, read } of READERS) {
    if (attempts.some((attempt) => isWhole(attempt, sumsOf))) break;
    if (!suits(material)) continue;
    try {
      attempts.push({ reader: id, ...read(material, sumsOf) });
    } catch (thrown) {
      if (!(thrown instanceof ReportError)) throw thrown;
      failure ??= thrown;
    }
  }
  if (failure && attempts.every(({ readings }) => readings.length === 0)) throw failure;
  return attempts;
}

/** The year of a table: from its caption, from the column it stands in, or that of the whole report. */
function yearOf(
  chosen: Chosen,
  all: readonly Chosen[],
  title: ReportTitle,
  sides: readonly number[] | null,
): number | undefined {
  const { place, table } = chosen;
  const kind = table.placement.table;
  const isOnly = all.filter((other) => other.table.placement.table === kind).length === 1;
  if (isOnly) return title.year ?? table.placement.year;
  if (!place) return table.placement.year ?? title.year;
  const before = all.flatMap((other) =>
    other.place && other.place.pane === place.pane && other.place.last < place.first ? [other.place.last] : [],
  );
  return captionYear(place.lines, place.first, Math.max(-1, ...before)) ?? sides?.[place.pane - 1];
}

function makeTables(chosen: readonly Chosen[], title: ReportTitle, lines: readonly string[]): PublishedTable[] {
  const sides = columnYears(lines);
  return chosen.map((one): PublishedTable => {
    const year = yearOf(one, chosen, title, sides);
    const unit = title.unit ?? one.table.placement.unit;
    const { table, sheet, area, cells, amountHeaders, surroundings } = one.table.placement;
    return {
      ...one.table,
      placement: {
        table,
        sheet,
        area,
        cells,
        ...(unit === undefined ? {} : { unit }),
        ...(year === undefined ? {} : { year }),
        ...(amountHeaders === undefined ? {} : { amountHeaders }),
        ...(surroundings === undefined ? {} : { surroundings }),
      },
      reader: one.reader,
    };
  });
}

function reportDoubts(tables: readonly PublishedTable[]): ReportDoubt[] {
  const formats = tables.map(({ placement: { table } }) => ({ section: table.section, format: table.format }));
  const isMixed = new Set(formats.filter(({ section }) => section !== "section4").map(({ format }) => format)).size > 1;
  const years = [...new Set(tables.flatMap(({ placement }) => placement.year ?? []))].sort();
  const isSeveral = formats.some((one, index) =>
    formats.slice(index + 1).some(({ section, format }) => section === one.section && format === one.format),
  );
  return [
    ...SECTIONS.filter((section) => !formats.some((one) => one.section === section)).map((section): ReportDoubt => ({
      code: "missingTable",
      section,
    })),
    ...(isMixed ? [{ code: "mixedFormats", formats } as const] : []),
    ...(isSeveral ? [{ code: "severalYears", years } as const] : []),
  ];
}

/** Lines of figures without a label, as the readers whose tables were chosen met them. */
function looseFigures(attempts: readonly Attempt[], chosen: readonly Chosen[]): ReportDoubt[] {
  const used = attempts.filter(({ reader }) => chosen.some((one) => one.reader === reader));
  return [...new Set(used.flatMap(({ loose }) => loose))].map((written) => ({ code: "unlabelled", written }));
}

/**
 * Reads a published report: its tables, whatever they are written in, and its narrative. What cannot be told for certain is not
 * read but asked or named. Takes time in proportion to the length of the text.
 * @param sumsOf the sum rules of a table; `relationsOf` of `src/rules/relations.ts`
 * @throws ReportError
 */
export function readReport(source: ReportSource, sumsOf: SumsOf): PublishedReport {
  checkSource(source);
  const material = makeMaterial(source);
  const { document, lines } = material;
  const title = findReportTitle(document, lines, source.name);
  const attempts = tryReaders(material, sumsOf);
  const chosen = chooseReadings(attempts, title.year, sumsOf);
  const tables = makeTables(chosen, title, lines);
  const doubts = chosen.flatMap((one, table) => one.doubts.map((doubt): ReportDoubt => ({ ...doubt, table })));
  const questions = chosen.flatMap((one, table) =>
    one.questions.map((question): ReportQuestion => ({ ...question, table })),
  );
  const chapters = splitChapters(lines.join("\n"), dropTables);
  const general = reportDoubts(tables);
  const isOne = !general.some(({ code }) => code === "severalYears");
  const year = isOne
    ? (title.year ?? tables.find(({ placement }) => placement.year !== undefined)?.placement.year)
    : undefined;
  return {
    ...(source.name === undefined ? {} : { name: source.name }),
    ...(title.title === undefined ? {} : { title: title.title }),
    ...(title.unit === undefined ? {} : { unit: title.unit }),
    ...(year === undefined ? {} : { year }),
    statedYears: title.statedYears,
    chapters,
    claims: readClaims(chapters),
    tables,
    doubts: [...general, ...doubts, ...looseFigures(attempts, chosen)],
    questions,
  };
}
