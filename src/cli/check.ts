import type { FileResult } from "../batch/file-result";
import { makeUnitCheck, type UnitCheck } from "../batch/units/compare-units";
import { PreviousReports } from "../batch/units/match-units";
import { startInline } from "../batch/pool/inline";
import { runBatch, type BatchFile } from "../batch/run-batch";
import { loadLocale, type Locale } from "../locales";
import { COMMAND_TEXTS } from "../locales/command";
import packageJson from "../../package.json";
import type { CheckArguments } from "./arguments";
import { count, noCounts, type Counts } from "./counts";
import { inOrder } from "./in-order";
import { jsonFile, jsonHead, jsonTail } from "./json";
import { fileLines } from "./lines";
import { listFiles } from "./list-files";
import type { ExitStatus, Terminal } from "./terminal";

/** So many files are checked sooner without threads than these start. */
const FEW = 4;

/** Says what became of each file, and of all. */
interface Printer {
  begin(): Promise<void> | void;
  file(unit: UnitCheck, index: number): Promise<void> | void;
  end(counts: Counts): Promise<void> | void;
}

const textPrinter = ({ out }: Terminal, locale: Locale): Printer => ({
  begin: () => undefined,
  file: (unit) => out(`${fileLines(unit, locale).join("\n")}\n`),
  end: ({ files, pass, fail, incomplete }) =>
    out(`${COMMAND_TEXTS[locale.id].summary(files, pass, fail, incomplete)}\n`),
});

const jsonPrinter = ({ out }: Terminal, locale: Locale): Printer => ({
  begin: () => out(jsonHead(packageJson.version)),
  file: (unit, index) => out(jsonFile(unit, index === 0, locale)),
  end: (counts) => out(`${jsonTail(counts)}\n`),
});

/** The first files at once, and all of them, those included, as they are listed. */
async function peek(
  files: AsyncGenerator<BatchFile>,
  most: number,
): Promise<{ first: BatchFile[]; all: AsyncGenerator<BatchFile> }> {
  const first: BatchFile[] = [];
  while (first.length < most) {
    const next = await files.next();
    if (next.done) break;
    first.push(next.value);
  }
  async function* all(): AsyncGenerator<BatchFile> {
    yield* first;
    yield* files;
  }
  return { first, all: all() };
}

/** Nothing checked is nothing passed. */
const statusOf = ({ files, fail, incomplete }: Counts): ExitStatus =>
  fail > 0 ? 1 : incomplete > 0 || files === 0 ? 2 : 0;

/** Checks files and folders, and passes on what was found in the order in which they are listed. */
async function checkAll(
  places: readonly string[],
  { blankIsZero }: Pick<CheckArguments, "blankIsZero">,
  terminal: Terminal,
  { withFigures, take }: { withFigures: boolean; take: (result: FileResult) => Promise<void> | void },
): Promise<void> {
  const { first, all } = await peek(listFiles(places, terminal.listFolder), FEW);
  const isFew = first.length < FEW;
  const pass = inOrder(take);
  await runBatch(all, {
    workers: isFew ? 1 : terminal.workers,
    start: isFew ? startInline((source) => terminal.readFile(source as string)) : terminal.startWorker,
    options: { blankIsZero, withFigures, withHash: false },
    onResult: (result, index) => (result === "unchanged" ? undefined : pass(result, index)),
  });
}

/** Last year's reports with their figures; null when none were named. */
async function readPrevious(parsed: CheckArguments, terminal: Terminal): Promise<PreviousReports<FileResult> | null> {
  if (parsed.previous.length === 0) return null;
  const results: FileResult[] = [];
  await checkAll(parsed.previous, parsed, terminal, { withFigures: true, take: (result) => void results.push(result) });
  return new PreviousReports(results.filter(({ tables }) => tables.length > 0));
}

/** Checks files and folders, and prints what was found file by file. */
export async function check(parsed: CheckArguments, terminal: Terminal): Promise<ExitStatus> {
  const locale = await loadLocale(parsed.language);
  const printer = (parsed.json ? jsonPrinter : textPrinter)(terminal, locale);
  const counts = noCounts();
  const previous = await readPrevious(parsed, terminal);
  await printer.begin();
  await checkAll(parsed.files, parsed, terminal, {
    withFigures: previous !== null,
    take: (result) => {
      const unit = makeUnitCheck(result, previous, parsed);
      count(counts, unit.verdict);
      return printer.file(unit, counts.files - 1);
    },
  });
  await printer.end(counts);
  return statusOf(counts);
}
