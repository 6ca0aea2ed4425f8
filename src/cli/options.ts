import { parseArgs } from "node:util";
import { ArgumentError } from "./argument-error";

/** The commands, each with the options that it has besides those of all. */
const COMMANDS = {
  check: ["previous", "match", "match-draft", "json", "xlsx", "force", "blank-is-zero"],
  rollup: ["output", "force", "unit", "even-if-failing", "blank-is-zero"],
  verify: ["json"],
  import: ["output", "force", "unit", "year", "blank-is-zero"],
} as const satisfies Record<string, readonly (keyof typeof OPTIONS)[]>;

export type CommandName = keyof typeof COMMANDS;

export const isCommand = (word: string): word is CommandName => Object.hasOwn(COMMANDS, word);

const OPTIONS = {
  previous: { type: "string", multiple: true },
  match: { type: "string", multiple: true },
  "match-draft": { type: "string" },
  json: { type: "boolean", default: false },
  xlsx: { type: "string" },
  output: { type: "string", short: "o" },
  unit: { type: "string" },
  "even-if-failing": { type: "boolean", default: false },
  "blank-is-zero": { type: "boolean", default: false },
  force: { type: "boolean", default: false },
  year: { type: "string" },
  language: { type: "string", default: "zh-CN" },
  debug: { type: "boolean", default: false },
  version: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
} as const;

const COMMON: ReadonlySet<string> = new Set(["language", "debug", "version", "help"]);

const isOption = (name: string): name is keyof typeof OPTIONS => Object.hasOwn(OPTIONS, name);

type Parsed = ReturnType<typeof parseStrictly>;
export type Values = Parsed["values"];
export type Token = Parsed["tokens"][number];

/** An option as Node finds it, known or not. */
interface FoundOption {
  name: string;
  rawName: string;
  value?: string | undefined;
  inlineValue?: boolean | undefined;
}

const parseStrictly = (args: string[]) =>
  parseArgs({ args, options: OPTIONS, allowPositionals: true, strict: true, tokens: true });

/** What is wrong with an option, as far as Node tells it with a mere sentence of its own. */
function faultOf({ name, rawName, value, inlineValue }: FoundOption): ArgumentError | null {
  if (!isOption(name)) return new ArgumentError("unknownOption", rawName);
  if (OPTIONS[name].type === "boolean") {
    return value === undefined ? null : new ArgumentError("unknownOption", `${rawName}=${value}`);
  }
  const isMissing = value === undefined || (inlineValue === false && /^-./.test(value));
  return isMissing ? new ArgumentError("noValue", rawName) : null;
}

/**
 * Takes the words of a command line apart.
 * @throws ArgumentError for an option that does not exist, or lacks its value
 */
export function parseWords(words: readonly string[]): Parsed {
  const args = [...words];
  const { tokens } = parseArgs({ args, options: OPTIONS, allowPositionals: true, strict: false, tokens: true });
  for (const token of tokens) {
    const fault = token.kind === "option" ? faultOf(token) : null;
    if (fault) throw fault;
  }
  return parseStrictly(args);
}

/**
 * Refuses options that a command does not have: passed over, they would leave undone what a person asked for.
 * @throws ArgumentError
 */
export function expectOptionsOf(command: CommandName, tokens: readonly Token[]): void {
  const own: readonly string[] = COMMANDS[command];
  const seen = new Set<string>();
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const { name, rawName } = token;
    if (!COMMON.has(name) && !own.includes(name)) throw new ArgumentError("otherCommand", rawName, command);
    if (seen.has(name) && OPTIONS[name].type === "string" && !("multiple" in OPTIONS[name])) {
      throw new ArgumentError("twice", rawName);
    }
    seen.add(name);
  }
}
