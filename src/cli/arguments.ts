import { parseArgs } from "node:util";
import { codeOf } from "./error-code";
import { LOCALE_IDS, type LocaleId } from "../locales";

export interface CheckArguments {
  command: "check";
  files: string[];
  /** Last year's files and folders. */
  previous: string[];
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

/** Arguments that mean nothing to the command; `src/locales` has words for the codes. */
export class ArgumentError extends Error {
  constructor(
    readonly code: "unknownCommand" | "unknownOption" | "noFiles" | "noReport" | "noOutput" | "noPrevious",
    readonly offending: string,
  ) {
    super(`${code}: ${offending}`);
    this.name = "ArgumentError";
  }
}

const OPTIONS = {
  previous: { type: "string", multiple: true },
  json: { type: "boolean", default: false },
  xlsx: { type: "string" },
  output: { type: "string", short: "o" },
  unit: { type: "string" },
  "even-if-failing": { type: "boolean", default: false },
  "blank-is-zero": { type: "boolean", default: false },
  force: { type: "boolean", default: false },
  year: { type: "string" },
  language: { type: "string", default: "zh-CN" },
  version: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
} as const;

/** @throws ArgumentError */
export function parseArguments(words: readonly string[]): Arguments {
  const { values, tokens } = parse(words);
  const language = LOCALE_IDS.find((id) => id === values.language);
  if (!language) throw new ArgumentError("unknownOption", `--language ${values.language}`);
  const { plain, previous } = splitNames(tokens);
  const [command, ...files] = plain;
  if (values.version) return { command: "version", language };
  if (values.help || command === undefined) return { command: "help", language };
  if (command === "import") return importArguments(files, values, language);
  if (!isCommand(command)) throw new ArgumentError("unknownCommand", command);
  if (files.length === 0) throw new ArgumentError("noFiles", command);
  if (command === "verify") return { command, files, json: values.json, language };
  const common = { files, isForced: values.force, blankIsZero: values["blank-is-zero"], language };
  if (command === "check") return { command, ...common, previous, json: values.json, xlsx: values.xlsx ?? null };
  if (values.output === undefined) throw new ArgumentError("noOutput", command);
  const { output, unit = null } = values;
  return { command, ...common, output, unit, evenIfFailing: values["even-if-failing"] };
}

/** Commands that work on files. */
const COMMANDS = ["check", "rollup", "verify"] as const;

const isCommand = (word: string): word is (typeof COMMANDS)[number] => COMMANDS.some((command) => command === word);

type Token = NonNullable<ReturnType<typeof parse>["tokens"]>[number];

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
  { output, force, unit, year, "blank-is-zero": blankIsZero }: ReturnType<typeof parse>["values"],
  language: LocaleId,
): ImportArguments {
  if (report === undefined) throw new ArgumentError("noReport", "import");
  if (more.length > 0) throw new ArgumentError("noReport", more.join(" "));
  if (output === undefined) throw new ArgumentError("noOutput", report);
  if (year !== undefined && !/^20\d\d$/.test(year)) throw new ArgumentError("unknownOption", `--year ${year}`);
  return {
    command: "import",
    report,
    output,
    isForced: force,
    unit,
    year: year === undefined ? undefined : Number(year),
    blankIsZero,
    language,
  };
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true, strict: true, tokens: true });
  } catch (error) {
    if (!codeOf(error)?.startsWith("ERR_PARSE_ARGS")) throw error;
    throw new ArgumentError("unknownOption", words.filter((word) => word.startsWith("-")).join(" "));
  }
}
