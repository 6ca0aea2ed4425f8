import { LOCALE_IDS, zhCN, type LocaleId } from "../locales";
import { COMMAND_TEXTS } from "../locales/command";
import { ArgumentError } from "./argument-error";
import { parseArguments, type Arguments } from "./arguments";

/** The language that was asked for, also where the other words mean nothing. */
export function languageIn(words: readonly string[]): LocaleId {
  const asked = LOCALE_IDS.filter((id) => /--language[ =]\S+/.exec(words.join(" "))?.[0].endsWith(id));
  return asked[0] ?? zhCN.id;
}

/** The file that a command is to write. */
function outputOf(parsed: Arguments): string | null {
  if (parsed.command === "check") return parsed.xlsx;
  return "output" in parsed ? parsed.output : null;
}

function unwrittenIn(words: readonly string[]): string | null {
  try {
    return outputOf(parseArguments(words));
  } catch (error) {
    if (error instanceof ArgumentError) return null;
    throw error;
  }
}

const nameOf = (error: unknown): string => (error instanceof Error ? `${error.name}: ${error.message}` : String(error));

/** An error with all that it comes from. */
function detailsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { stack = nameOf(error), cause } = error;
  return cause === undefined ? stack : `${stack}\n${detailsOf(cause)}`;
}

/**
 * What is told of a fault of ours: what happened, what was not written, and how the details are shown. With `--debug` they are.
 * @param isWritten whether the command's file had been written before
 */
export function faultText(error: unknown, words: readonly string[], isWritten = false): string {
  const texts = COMMAND_TEXTS[languageIn(words)];
  const isDebug = words.includes("--debug");
  const [what = ""] = nameOf(error).split("\n");
  const sentence = texts.fault(what, isWritten ? null : unwrittenIn(words), isDebug);
  return isDebug ? `${sentence}\n${detailsOf(error)}\n` : `${sentence}\n`;
}
