import { fileErrorOf } from "../batch/file-error";
import { ownFileOf, type OwnFile } from "../batch/own-file";
import type { Locale } from "../locales";
import { COMMAND_TEXTS } from "../locales/command";
import { codeOf } from "./error-code";
import { listFiles } from "./list-files";
import type { Terminal } from "./terminal";

/** A file that is not written, with the reason in words. */
export class OutputError extends Error {
  override readonly name = "OutputError";
}

/** A file that a command is to write. */
export interface Output {
  file: string;
  /** Whether an existing file may be overwritten. */
  isForced: boolean;
  /** What of ours is written: an earlier one of the same kind may always be overwritten. */
  kind: OwnFile["kind"] | null;
}

async function isOurs({ file, kind }: Output, { readFile }: Terminal): Promise<boolean> {
  if (kind === null) return false;
  try {
    return ownFileOf(await readFile(file))?.kind === kind;
  } catch (error) {
    if (!fileErrorOf(error)) throw error;
    return false;
  }
}

/** The place that a command writes to. What is there is never lost unasked, and a file that it reads is not lost at all. */
export class OutputFile {
  private constructor(
    private readonly output: Output,
    private readonly terminal: Terminal,
    private readonly locale: Locale,
    /** Null while nothing is there. */
    private readonly identity: string | null,
  ) {}

  /**
   * Looks at what is there, before anything is checked.
   * @param places files and folders that the command reads
   * @throws OutputError
   */
  static async claim(
    output: Output,
    places: readonly string[],
    terminal: Terminal,
    locale: Locale,
  ): Promise<OutputFile> {
    const identity = await terminal.identify(output.file);
    const claimed = new OutputFile(output, terminal, locale, identity);
    // a run over thousands of files must not come to nothing at its end
    await claimed.#orRefuse(terminal.tryWriting(output.file));
    if (identity === null || (await isOurs(output, terminal))) return claimed;
    if (!output.isForced) throw new OutputError(claimed.#texts.exists(output.file));
    for await (const { file } of listFiles(places, terminal)) await claimed.refuseInput(file);
    return claimed;
  }

  /** @throws OutputError when it is a file that was read, whatever path either goes by */
  async refuseInput(file: string): Promise<void> {
    if (this.identity === null || (await this.terminal.identify(file)) !== this.identity) return;
    throw new OutputError(this.#texts.isInput(this.output.file));
  }

  /** @throws OutputError */
  async write(bytes: Uint8Array): Promise<void> {
    await this.#orRefuse(this.terminal.writeFile(this.output.file, bytes, this.identity === null));
  }

  async #orRefuse(writing: Promise<void>): Promise<void> {
    const { file } = this.output;
    try {
      await writing;
    } catch (error) {
      const code = codeOf(error);
      if (code === undefined) throw error;
      throw new OutputError(code === "EEXIST" ? this.#texts.exists(file) : this.#texts.notWritten(file, code));
    }
  }

  get #texts() {
    return COMMAND_TEXTS[this.locale.id];
  }
}
