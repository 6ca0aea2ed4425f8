import { zhCN } from "../locales";
import { COMMAND_TEXTS } from "../locales/command";
import packageJson from "../../package.json";
import { ArgumentError, parseArguments } from "./arguments";
import { check } from "./check";
import { importReport } from "./import";
import { OutputError } from "./output-file";
import { rollUpFiles } from "./roll-up";
import type { ExitStatus, Terminal } from "./terminal";
import { verify } from "./verify";

/** Runs `gouji` with its arguments. */
export async function run(words: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  try {
    const parsed = parseArguments(words);
    if (parsed.command === "check") return await check(parsed, terminal);
    if (parsed.command === "rollup") return await rollUpFiles(parsed, terminal);
    if (parsed.command === "verify") return await verify(parsed, terminal);
    if (parsed.command === "import") return await importReport(parsed, terminal);
    await terminal.out(
      `${parsed.command === "version" ? packageJson.version : COMMAND_TEXTS[parsed.language].usage}\n`,
    );
    return 0;
  } catch (error) {
    if (error instanceof OutputError) {
      terminal.err(`${error.message}\n`);
      return 2;
    }
    if (!(error instanceof ArgumentError)) throw error;
    const texts = COMMAND_TEXTS[zhCN.id];
    terminal.err(`${texts.arguments[error.code](error.offending)}\n${texts.usage}\n`);
    return 2;
  }
}
