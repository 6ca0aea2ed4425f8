import { zhCN, loadLocale, type Locale } from "../locales";
import { COMMAND_TEXTS } from "../locales/command";
import type { Verdict } from "../rules/check";
import { areaAddress, sheetReference } from "../tables/address";
import packageJson from "../../package.json";
import { ArgumentError, parseArguments, type CheckArguments } from "./arguments";
import { makeJson } from "./json";
import { suspectLines } from "./suspect-lines";
import { checkPath, type ReadFile, type ReadOutcome } from "./outcome";

/** What the command needs of the machine. */
export interface Terminal {
  readFile: ReadFile;
  out(line: string): void;
  err(line: string): void;
}

/** 0 all pass, 1 something fails, 2 something is incomplete or unreadable, or the arguments are wrong. */
export type ExitStatus = 0 | 1 | 2;

/** Runs `gouji` with its arguments. */
export async function run(words: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  try {
    const parsed = parseArguments(words);
    if (parsed.command === "check") return await check(parsed, terminal);
    terminal.out(parsed.command === "version" ? packageJson.version : COMMAND_TEXTS[parsed.language].usage);
    return 0;
  } catch (error) {
    if (!(error instanceof ArgumentError)) throw error;
    const texts = COMMAND_TEXTS[zhCN.id];
    terminal.err(texts.arguments[error.code](error.offending));
    terminal.err(texts.usage);
    return 2;
  }
}

async function check(parsed: CheckArguments, terminal: Terminal): Promise<ExitStatus> {
  const locale = await loadLocale(parsed.language);
  const outcomes: ReadOutcome[] = [];
  for (const file of parsed.files) {
    const outcome = await checkPath(file, terminal.readFile, { blankIsZero: parsed.blankIsZero }, locale);
    outcomes.push(outcome);
    if (!parsed.json) outcomeLines(outcome, locale).forEach((line) => terminal.out(line));
  }
  const verdicts = outcomes.map((outcome) => outcome.check.verdict);
  const count = (verdict: Verdict) => verdicts.filter((each) => each === verdict).length;
  if (parsed.json) terminal.out(JSON.stringify(makeJson(outcomes, packageJson.version, locale), null, 2));
  else
    terminal.out(COMMAND_TEXTS[locale.id].summary(verdicts.length, count("pass"), count("fail"), count("incomplete")));
  return count("fail") > 0 ? 1 : count("incomplete") > 0 ? 2 : 0;
}

function outcomeLines({ check, error }: ReadOutcome, locale: Locale): string[] {
  const texts = COMMAND_TEXTS[locale.id];
  const lines = [texts.file(check.file, locale.verdicts[check.verdict])];
  if (error) return [...lines, `  ${error.message}`];
  if (check.tables.length === 0) return [...lines, texts.noTables];
  for (const { filled, check: table, repair } of check.tables) {
    const { placement } = filled;
    const address = `${sheetReference(placement.sheet)}!${areaAddress(placement.area)}`;
    lines.push(texts.table(address, locale.verdicts[table.verdict], table.blanks.length));
    for (const finding of table.findings.filter(({ kind }) => kind !== "blank")) {
      const { address, sentence } = locale.describeFinding(finding, placement);
      lines.push(`    [${locale.severities[finding.severity]}] ${address && `${address}  `}${sentence}`);
    }
    if (repair) lines.push(...suspectLines(repair, placement, locale, texts));
  }
  return lines;
}
