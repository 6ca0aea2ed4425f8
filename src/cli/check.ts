import { figuresOnly, type FileResult } from "../batch/file-result";
import { entryOf, overlook, type BatchEntry, type BatchRemark } from "../batch/remarks";
import { makeUnitCheck, type UnitCheck } from "../batch/units/compare-units";
import { ResultsBook } from "../batch/results-workbook";
import { Attendance } from "../batch/units/attendance";
import { PreviousReports } from "../batch/units/match-units";
import { loadLocale } from "../locales";
import { withBatch, type BatchLocale } from "../locales/batch-locale";
import { COMMAND_TEXTS } from "../locales/command";
import { DESCRIBE_REMARK } from "../locales/remarks";
import type { CheckOptions } from "../rules/check";
import packageJson from "../../package.json";
import { ArgumentError } from "./argument-error";
import type { CheckArguments } from "./arguments";
import { checkAll } from "./check-all";
import { count, noCounts, type Counts } from "./counts";
import { jsonFile, jsonHead, jsonTail } from "./json";
import { fileLines } from "./lines";
import { PrintError, UnreadOutputError } from "./output";
import { OutputFile } from "./output-file";
import type { ExitStatus, Terminal } from "./terminal";

/** Says what became of each file, and of all. */
interface Printer {
  begin(): Promise<void> | void;
  file(unit: UnitCheck, index: number): Promise<void> | void;
  end(counts: Counts, remarks: readonly BatchRemark[]): Promise<void> | void;
}

type MakePrinter = (terminal: Terminal, locale: BatchLocale, options: CheckOptions) => Printer;

const textPrinter: MakePrinter = ({ out }, locale) => ({
  begin: () => undefined,
  file: (unit) => out(`${fileLines(unit, locale).join("\n")}\n`),
  end: (counts, remarks) => {
    const texts = COMMAND_TEXTS[locale.id];
    return out(`${[...remarks.map(DESCRIBE_REMARK[locale.id]), texts.summary(counts)].join("\n")}\n`);
  },
});

const jsonPrinter: MakePrinter = ({ out }, locale, { blankIsZero }) => ({
  begin: () => out(jsonHead(packageJson.version, blankIsZero)),
  file: (unit, index) => out(jsonFile(unit, index === 0, locale)),
  end: (counts, remarks) => out(`${jsonTail(counts, remarks, locale)}\n`),
});

/** Nothing checked is nothing passed. */
const statusOf = ({ files, fail, incomplete }: Counts): ExitStatus =>
  fail > 0 ? 1 : incomplete > 0 || files === 0 ? 2 : 0;

/**
 * Last year's reports with their figures; null when none were named.
 * @throws ArgumentError when none was found where they should be: every unit would look like one that had no report
 */
async function readPrevious(
  parsed: CheckArguments,
  terminal: Terminal,
): Promise<{ previous: PreviousReports<FileResult> | null; repeated: readonly BatchRemark[] }> {
  if (parsed.previous.length === 0) return { previous: null, repeated: [] };
  const results: FileResult[] = [];
  const repeated = await checkAll(parsed.previous, parsed, terminal, {
    withFigures: true,
    take: (result) => {
      if (result.tables.length > 0) results.push(figuresOnly(result));
    },
  });
  if (results.length === 0) throw new ArgumentError("noPrevious", parsed.previous.join(" "));
  return { previous: new PreviousReports(results), repeated };
}

/** The results go into a file all the same when what is printed does not arrive, or nobody reads it any more. */
function evenIfUnread(out: Terminal["out"]): { out: Terminal["out"]; failure: () => PrintError | null } {
  let failure: PrintError | null = null;
  return {
    out: async (text) => {
      try {
        await out(text);
      } catch (error) {
        if (error instanceof PrintError) failure = error;
        else if (!(error instanceof UnreadOutputError)) throw error;
      }
    },
    failure: () => failure,
  };
}

const claimResults = (
  { xlsx: file, isForced, files, previous }: CheckArguments & { xlsx: string },
  terminal: Terminal,
  locale: BatchLocale,
) => OutputFile.claim({ file, isForced, kind: "results" }, [...files, ...previous], terminal, locale);

/** Checks files and folders, and prints what was found file by file. */
export async function check(parsed: CheckArguments, terminal: Terminal): Promise<ExitStatus> {
  const locale = withBatch(await loadLocale(parsed.language));
  const printing = evenIfUnread(terminal.out);
  const out = parsed.xlsx === null ? terminal.out : printing.out;
  const printer = (parsed.json ? jsonPrinter : textPrinter)({ ...terminal, out }, locale, parsed);
  const counts = noCounts();
  const output = parsed.xlsx === null ? null : await claimResults({ ...parsed, xlsx: parsed.xlsx }, terminal, locale);
  const { previous, repeated: repeatedBefore } = await readPrevious(parsed, terminal);
  const book =
    parsed.xlsx === null
      ? null
      : new ResultsBook({ ...locale, describeBatchRemark: DESCRIBE_REMARK[locale.id] }, parsed);
  const entries: BatchEntry[] = [];
  // what we wrote ourselves is judged by what else there is
  const own: FileResult[] = [];
  const attendance = previous && new Attendance(previous);
  const tell = (result: FileResult) => {
    const unit = makeUnitCheck(result, previous, parsed);
    count(counts, unit);
    attendance?.add(unit);
    book?.add(unit);
    return printer.file(unit, counts.files - 1);
  };
  await printer.begin();
  const repeated = await checkAll(parsed.files, parsed, terminal, {
    withFigures: previous !== null,
    take: (result) => {
      entries.push(entryOf(result));
      if (result.own === null) return tell(result);
      own.push(result);
    },
  });
  const { remarks: found, leftOut } = overlook(entries);
  for (const result of own) if (!leftOut.has(result.file)) await tell(result);
  const remarks = [...(attendance?.remarks() ?? []), ...found, ...repeatedBefore, ...repeated];
  for (const remark of remarks) book?.addRemark(remark);
  await printer.end(counts, remarks);
  if (book) await output?.write(book.make(new Date()));
  const failure = printing.failure();
  if (failure) throw failure;
  return statusOf(counts);
}
