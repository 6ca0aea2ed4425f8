import type { FileResult } from "../batch/file-result";
import { entryOf, overlook, type BatchEntry, type BatchRemark } from "../batch/remarks";
import { makeUnitCheck, type UnitCheck } from "../batch/units/compare-units";
import { ResultsBook } from "../batch/results-workbook";
import { loadLocale } from "../locales";
import { withBatch, type BatchLocale } from "../locales/batch-locale";
import { COMMAND_TEXTS } from "../locales/command";
import { MATCH_TEXTS } from "../locales/match-list";
import { DESCRIBE_REMARK } from "../locales/remarks";
import type { CheckOptions } from "../rules/check";
import packageJson from "../../package.json";
import type { CheckArguments } from "./arguments";
import { checkAll } from "./check-all";
import { count, noCounts, type Counts } from "./counts";
import { jsonFile, jsonHead, jsonTail } from "./json";
import { LastYear } from "./last-year";
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

/** The files that are to be written: the results, and the list of units that were not matched with a report of last year. */
async function claimOutputs(parsed: CheckArguments, terminal: Terminal, locale: BatchLocale) {
  const inputs = [...parsed.files, ...parsed.previous, ...parsed.match];
  const claim = (file: string | null, kind: "results" | null) =>
    file === null ? null : OutputFile.claim({ file, isForced: parsed.isForced, kind }, inputs, terminal, locale);
  return { results: await claim(parsed.xlsx, "results"), draft: await claim(parsed.matchDraft, null) };
}

/** Checks files and folders, and prints what was found file by file. */
export async function check(parsed: CheckArguments, terminal: Terminal): Promise<ExitStatus> {
  const locale = withBatch(await loadLocale(parsed.language));
  const printing = evenIfUnread(terminal.out);
  const writes = parsed.xlsx !== null || parsed.matchDraft !== null;
  const out = writes ? printing.out : terminal.out;
  const printer = (parsed.json ? jsonPrinter : textPrinter)({ ...terminal, out }, locale, parsed);
  const counts = noCounts();
  const outputs = await claimOutputs(parsed, terminal, locale);
  const lastYear = parsed.previous.length === 0 ? null : await LastYear.read(parsed, terminal, locale);
  const book =
    outputs.results && new ResultsBook({ ...locale, describeBatchRemark: DESCRIBE_REMARK[locale.id] }, parsed);
  const entries: BatchEntry[] = [];
  // what we wrote ourselves is judged by what else there is
  const own: FileResult[] = [];
  const tell = (result: FileResult) => {
    const unit = lastYear ? lastYear.judge(result, parsed) : makeUnitCheck(result, null, parsed);
    count(counts, unit);
    book?.add(unit);
    return printer.file(unit, counts.files - 1);
  };
  await printer.begin();
  const repeated = await checkAll(parsed.files, parsed, terminal, {
    withFigures: lastYear !== null,
    take: (result) => {
      entries.push(entryOf(result));
      if (result.own === null) return tell(result);
      own.push(result);
    },
  });
  const { remarks: found, leftOut } = overlook(entries);
  for (const result of own) if (!leftOut.has(result.file)) await tell(result);
  if (lastYear && !parsed.json) for (const line of lastYear.faults) await out(`${line}\n`);
  const remarks = [...(lastYear?.remarks ?? []), ...found, ...repeated];
  for (const remark of remarks) book?.addRemark(remark);
  await printer.end(counts, remarks);
  if (book) await outputs.results?.write(book.make(new Date()));
  if (lastYear) await tellUnmatched(lastYear, outputs.draft, parsed, { ...terminal, out }, locale);
  const failure = printing.failure();
  if (failure) throw failure;
  return statusOf(counts);
}

/** Writes the list of units that were not matched, or says that it can be written. */
async function tellUnmatched(
  lastYear: LastYear,
  draft: OutputFile | null,
  { matchDraft, json }: CheckArguments,
  { out }: Terminal,
  { id }: BatchLocale,
): Promise<void> {
  const texts = MATCH_TEXTS[id];
  const { unmatched } = lastYear;
  if (draft && matchDraft !== null) {
    await draft.write(lastYear.draft());
    if (!json) await out(`${texts.drafted(matchDraft, unmatched)}\n`);
  } else if (unmatched > 0 && !json) await out(`${texts.unmatched(unmatched)}\n`);
}
