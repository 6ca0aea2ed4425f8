import { parseArgs } from "node:util";
import { codeOf } from "./error-code";
import { LOCALE_IDS, type LocaleId } from "../locales";

export interface CheckArguments {
  command: "check";
  files: string[];
  json: boolean;
  blankIsZero: boolean;
  language: LocaleId;
}

export type Arguments = CheckArguments | { command: "help" | "version"; language: LocaleId };

/** Arguments that mean nothing to the command; `src/locales` has words for the codes. */
export class ArgumentError extends Error {
  constructor(
    readonly code: "unknownCommand" | "unknownOption" | "noFiles",
    readonly offending: string,
  ) {
    super(`${code}: ${offending}`);
    this.name = "ArgumentError";
  }
}

const OPTIONS = {
  json: { type: "boolean", default: false },
  "blank-is-zero": { type: "boolean", default: false },
  language: { type: "string", default: "zh-CN" },
  version: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
} as const;

/** @throws ArgumentError */
export function parseArguments(words: readonly string[]): Arguments {
  const { values, positionals } = parse(words);
  const language = LOCALE_IDS.find((id) => id === values.language);
  if (!language) throw new ArgumentError("unknownOption", `--language ${values.language}`);
  const [command, ...files] = positionals;
  if (values.version) return { command: "version", language };
  if (values.help || command === undefined) return { command: "help", language };
  if (command !== "check") throw new ArgumentError("unknownCommand", command);
  if (files.length === 0) throw new ArgumentError("noFiles", command);
  return { command, files, json: values.json, blankIsZero: values["blank-is-zero"], language };
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    if (!codeOf(error)?.startsWith("ERR_PARSE_ARGS")) throw error;
    throw new ArgumentError("unknownOption", words.filter((word) => word.startsWith("-")).join(" "));
  }
}
