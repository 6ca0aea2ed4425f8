import { checkFile } from "../batch/check-file";
import { fileErrorOf } from "../batch/file-error";
import { makeResult } from "../batch/file-result";
import { draftImport, yearsIn, type DraftTable, type ImportDraft } from "../batch/import/draft";
import { fillWorkbook } from "../batch/import/fill-workbook";
import { readReportFile, type ReportFile } from "../batch/report-file/read-report-file";
import { judgeUnit } from "../batch/units/compare-units";
import { loadLocale, type Locale } from "../locales";
import { withBatch } from "../locales/batch-locale";
import { IMPORT_COMMAND_TEXTS } from "../locales/import-command";
import { lineName, linesOf } from "../locales/lines";
import { REPORT_FILE_TEXTS } from "../locales/report-file";
import { isOpen } from "../tables/concern";
import { FIRST_YEAR } from "../tables/formats";
import type { ReportSubject } from "../tables/plan";
import { SECTION_NAMES } from "../tables/sections";
import type { CellKey } from "../tables/table";
import type { ImportArguments } from "./arguments";
import { errorMessage, fileLines } from "./lines";
import { OutputFile } from "./output-file";
import type { ExitStatus, Terminal } from "./terminal";

/** Concerns that are printed of one table; all of them stand as notes in the workbook. */
const MOST_CONCERNS = 40;

/** A report that cannot be imported, with the reason in words. */
class RefusedError extends Error {
  override readonly name = "RefusedError";
}

async function read({ report: file }: ImportArguments, { readFile }: Terminal, locale: Locale): Promise<ReportFile> {
  try {
    const name = file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1);
    return await readReportFile(name, await readFile(file));
  } catch (error) {
    const reason = fileErrorOf(error);
    if (!reason) throw error;
    throw new RefusedError(`${file}：${errorMessage(file, reason, locale)}`);
  }
}

/** Whose report it is: as the person says, or as the report does. */
function subjectOf(draft: ImportDraft, given: ImportArguments, locale: Locale): ReportSubject {
  const texts = IMPORT_COMMAND_TEXTS[locale.id];
  const unit = given.unit ?? draft.unit;
  const year = given.year ?? draft.year;
  if (!unit) throw new RefusedError(texts.noUnit);
  if (year === null || year < FIRST_YEAR) throw new RefusedError(texts.noYear);
  return { unit, year };
}

/** Cells of one row that share a concern stand together. */
function concernLines({ table, concerns }: DraftTable, locale: Locale): string[] {
  const texts = IMPORT_COMMAND_TEXTS[locale.id];
  const { describeConcern } = REPORT_FILE_TEXTS[locale.id];
  const groups = new Map<string, { row: string; columns: string[]; sentence: string }>();
  const nameOf = (key: CellKey) => {
    const { row, column } = linesOf(table, key);
    return { row: lineName(row), column: lineName(column) };
  };
  for (const [key, concern] of concerns) {
    const { row, column } = nameOf(key);
    const sentence = describeConcern(concern);
    const known = groups.get(`${row} ${sentence}`);
    if (known) known.columns.push(column);
    else groups.set(`${row} ${sentence}`, { row, columns: [column], sentence });
  }
  const lines = [...groups.values()].map(({ row, columns, sentence }) =>
    texts.concern(`${row} ${columns.join(texts.separator)}`, sentence),
  );
  const more = lines.length - MOST_CONCERNS;
  return [...lines.slice(0, MOST_CONCERNS), ...(more > 0 ? [texts.moreConcerns(more)] : [])];
}

function tableLines(draft: DraftTable, locale: Locale): string[] {
  const texts = IMPORT_COMMAND_TEXTS[locale.id];
  const { table, concerns, read: figures } = draft;
  const open = [...concerns.values()].filter(isOpen).length;
  const counts = REPORT_FILE_TEXTS[locale.id].counts(table.numbers.length, figures, open, concerns.size - open);
  return [texts.table(SECTION_NAMES[table.section].sheet, counts), ...concernLines(draft, locale)];
}

/** What was understood of the report, and what is doubtful. */
function draftLines(draft: ImportDraft, locale: Locale): string[] {
  const texts = REPORT_FILE_TEXTS[locale.id];
  return [
    ...draft.missing.map((section) => `  ${texts.missingTable(section)}`),
    ...draft.doubts.map(
      (doubt) => `  ${doubt.code === "mixedFormats" ? texts.mixedFormats : texts.unlabelled(doubt.written)}`,
    ),
    ...draft.tables.flatMap((table) => tableLines(table, locale)),
  ];
}

async function importInto(parsed: ImportArguments, terminal: Terminal, locale: Locale): Promise<ExitStatus> {
  const texts = IMPORT_COMMAND_TEXTS[locale.id];
  const { output: file, isForced } = parsed;
  const output = await OutputFile.claim({ file, isForced, kind: null }, [parsed.report], terminal, locale);
  const { kind, report } = await read(parsed, terminal, locale);
  const years = yearsIn(report);
  if (years.length > 0 && !years.some((year) => year === parsed.year)) {
    throw new RefusedError(texts.severalYears(years));
  }
  const draft = draftImport(report, parsed.year === undefined ? {} : { year: parsed.year });
  const lines = [texts.source(parsed.report, REPORT_FILE_TEXTS[locale.id].kinds[kind]), ...draftLines(draft, locale)];
  if (draft.tables.length === 0) throw new RefusedError(lines.join("\n"));
  const subject = subjectOf(draft, parsed, locale);
  const options = { blankIsZero: parsed.blankIsZero };
  const bytes = await fillWorkbook(draft, subject, REPORT_FILE_TEXTS[locale.id].describeConcern, {
    options,
    totals: "typed",
    validation: locale.sheet.validation,
  });
  await output.write(bytes);
  // the workbook that was written is what is checked
  const checked = makeResult(checkFile(parsed.output, bytes, options), { withFigures: false, hash: null });
  lines.splice(1, 0, texts.subject(subject.unit, subject.year));
  await terminal.out(
    `${[...lines, texts.written(parsed.output), ...fileLines(judgeUnit(checked, null, options), withBatch(locale))].join("\n")}\n`,
  );
  const isSure = draft.missing.length === 0 && draft.tables.every(({ concerns }) => concerns.size === 0);
  return !isSure || checked.verdict === "incomplete" ? 2 : checked.verdict === "fail" ? 1 : 0;
}

/**
 * Makes a workbook of the official tables from a published report, and says what was understood and what is doubtful. 0 when
 * every cell is sure and the rules hold, 1 when every cell is sure and rules are broken in the report itself, 2 when a person has
 * to look at cells or nothing was written.
 */
export async function importReport(parsed: ImportArguments, terminal: Terminal): Promise<ExitStatus> {
  const locale = await loadLocale(parsed.language);
  try {
    return await importInto(parsed, terminal, locale);
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    terminal.err(`${error.message}\n`);
    return 2;
  }
}
