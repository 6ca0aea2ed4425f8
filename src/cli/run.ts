import { COMMAND_TEXTS } from "../locales/command";
import packageJson from "../../package.json";
import { ArgumentError } from "./argument-error";
import { parseArguments, type Arguments } from "./arguments";
import { check } from "./check";
import { faultText, languageIn } from "./fault";
import { importReport } from "./import";
import { InputError } from "./input-error";
import { PrintError, UnreadOutputError } from "./output";
import { OutputError } from "./output-file";
import { rollUpFiles } from "./roll-up";
import type { ExitStatus, Terminal } from "./terminal";
import { verify } from "./verify";

async function runCommand(parsed: Arguments, terminal: Terminal): Promise<ExitStatus> {
  if (parsed.command === "check") return check(parsed, terminal);
  if (parsed.command === "rollup") return rollUpFiles(parsed, terminal);
  if (parsed.command === "verify") return verify(parsed, terminal);
  if (parsed.command === "import") return importReport(parsed, terminal);
  await terminal.out(`${parsed.command === "version" ? packageJson.version : COMMAND_TEXTS[parsed.language].usage}\n`);
  return 0;
}

/**
 * Runs `gouji` with its arguments.
 * @throws UnreadOutputError where nobody is left to tell anything
 */
export async function run(words: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const texts = COMMAND_TEXTS[languageIn(words)];
  let isWritten = false;
  const writeFile: Terminal["writeFile"] = async (...file) => {
    await terminal.writeFile(...file);
    isWritten = true;
  };
  try {
    return await runCommand(parseArguments(words), { ...terminal, writeFile });
  } catch (error) {
    if (error instanceof UnreadOutputError) throw error;
    if (error instanceof OutputError || error instanceof InputError) terminal.err(`${error.message}\n`);
    else if (error instanceof PrintError) terminal.err(`${texts.notPrinted(error.code)}\n`);
    else if (error instanceof ArgumentError) {
      terminal.err(`${texts.arguments[error.code](error.offending, error.command)}\n${texts.seeHelp}\n`);
    } else {
      terminal.err(faultText(error, words, isWritten));
      return 3;
    }
    return 2;
  }
}
