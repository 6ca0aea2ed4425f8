import { LOCALE_IDS, type LocaleId } from "../locales";
import { ArgumentError } from "./argument-error";
import { expectOptionsOf, isCommand, parseWords, type Token, type Values } from "./options";

export interface CheckArguments {
  command: "check";
  files: string[];
  /** Last year's files and folders. */
  previous: string[];
  /** Which of them is whose, as far as a person says it: `UNIT=REPORT`, or files with lists of such. */
  match: string[];
  /** The list to be filled in that is written, of units without a report of last year. */
  matchDraft: string | null;
  json: boolean;
  /** The workbook that the results are written to. */
  xlsx: string | null;
  /** Whether an existing file may be overwritten. */
  isForced: boolean;
  blankIsZero: boolean;
  language: LocaleId;
}

export interface RollUpArguments {
  command: "rollup";
  files: string[];
  output: string;
  /** Whether an existing file may be overwritten. */
  isForced: boolean;
  /** Whose report the sum is. */
  unit: string | null;
  evenIfFailing: boolean;
  blankIsZero: boolean;
  language: LocaleId;
}

export interface VerifyArguments {
  command: "verify";
  files: string[];
  json: boolean;
  language: LocaleId;
}

export interface ImportArguments {
  command: "import";
  /** The published report. */
  report: string;
  output: string;
  /** Whether an existing file may be overwritten. */
  isForced: boolean;
  /** Where the report does not say, or says several. */
  unit: string | undefined;
  year: number | undefined;
  blankIsZero: boolean;
  language: LocaleId;
}

export type Arguments =
  | CheckArguments
  | RollUpArguments
  | VerifyArguments
  | ImportArguments
  | { command: "help" | "version"; language: LocaleId };

/** @throws ArgumentError */
export function parseArguments(words: readonly string[]): Arguments {
  const { values, tokens } = parseWords(words);
  const language = LOCALE_IDS.find((id) => id === values.language);
  if (!language) throw new ArgumentError("unknownOption", `--language ${values.language}`);
  const { plain, previous } = splitNames(tokens);
  const [command, ...files] = plain;
  if (values.version) return { command: "version", language };
  if (values.help || command === undefined) return { command: "help", language };
  if (!isCommand(command)) throw new ArgumentError("unknownCommand", command);
  expectOptionsOf(command, tokens);
  if (command === "import") return importArguments(files, values, language);
  if (files.length === 0) throw new ArgumentError(previous.length > 0 ? "noCurrent" : "noFiles", previous.join(" "));
  if (command === "verify") return { command, files, json: values.json, language };
  const common = { files, isForced: values.force, blankIsZero: values["blank-is-zero"], language };
  if (command === "check")
    return { command, ...common, previous, json: values.json, ...checkOutputs(values, previous) };
  if (values.output === undefined) throw new ArgumentError("noOutput", command);
  const output = workbookName(values.output, "-o");
  return { command, ...common, output, unit: values.unit ?? null, evenIfFailing: values["even-if-failing"] };
}

function checkOutputs(
  { xlsx, match = [], "match-draft": draft }: Values,
  previous: readonly string[],
): Pick<CheckArguments, "xlsx" | "match" | "matchDraft"> {
  const option = draft === undefined ? match.map((said) => `--match ${said}`)[0] : "--match-draft";
  if (option !== undefined && previous.length === 0) throw new ArgumentError("matchAlone", option);
  if (draft !== undefined && !/[^/\\]\.csv$/i.test(draft)) throw new ArgumentError("notCsv", `--match-draft ${draft}`);
  return {
    xlsx: xlsx === undefined ? null : workbookName(xlsx, "--xlsx"),
    match,
    matchDraft: draft ?? null,
  };
}

/** By any other ending no program opens a workbook, or one takes it for something else. */
function workbookName(file: string, option: string): string {
  if (!/[^/\\]\.xlsx$/i.test(file)) throw new ArgumentError("notXlsx", `${option} ${file}`);
  return file;
}

/** Names that follow `--previous` are last year's, up to the next option. */
function splitNames(tokens: readonly Token[]): { plain: string[]; previous: string[] } {
  const plain: string[] = [];
  const previous: string[] = [];
  let into = plain;
  for (const token of tokens) {
    if (token.kind === "option") into = token.name === "previous" ? previous : plain;
    if (token.kind === "option" && token.name === "previous") previous.push(token.value);
    if (token.kind === "positional") into.push(token.value);
  }
  return { plain, previous };
}

function importArguments(
  [report, ...more]: readonly string[],
  { output, force, unit, year, "blank-is-zero": blankIsZero }: Values,
  language: LocaleId,
): ImportArguments {
  if (report === undefined) throw new ArgumentError("noReport", "import");
  if (more.length > 0) throw new ArgumentError("noReport", more.join(" "));
  if (output === undefined) throw new ArgumentError("noOutput", report);
  if (year !== undefined && !/^20\d\d$/.test(year)) throw new ArgumentError("unknownOption", `--year ${year}`);
  return {
    command: "import",
    report,
    output: workbookName(output, "-o"),
    isForced: force,
    unit,
    year: year === undefined ? undefined : Number(year),
    blankIsZero,
    language,
  };
}
