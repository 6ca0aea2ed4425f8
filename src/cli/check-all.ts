import type { FileResult } from "../batch/file-result";
import type { BatchRemark } from "../batch/remarks";
import { startInline } from "../batch/pool/inline";
import { runBatch, type BatchFile } from "../batch/run-batch";
import type { CheckOptions } from "../rules/check";
import { inOrder } from "./in-order";
import { listFiles, remarkOnRepeats, type Repeat } from "./list-files";
import type { Terminal } from "./terminal";

/** So many files are checked sooner without threads than these start. */
const FEW = 4;

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

/**
 * Checks files and folders, and passes on what was found in the order in which they are listed.
 * @returns what is to be said of the list itself
 */
export async function checkAll(
  places: readonly string[],
  { blankIsZero }: CheckOptions,
  terminal: Terminal,
  { withFigures, take }: { withFigures: boolean; take: (result: FileResult) => Promise<void> | void },
): Promise<readonly BatchRemark[]> {
  const repeats: Repeat[] = [];
  const { first, all } = await peek(
    listFiles(places, terminal, (repeat) => void repeats.push(repeat)),
    FEW,
  );
  const isFew = first.length < FEW;
  const pass = inOrder(take);
  await runBatch(all, {
    workers: isFew ? 1 : terminal.workers,
    start: isFew ? startInline((source) => terminal.readFile(source as string)) : terminal.startWorker,
    options: { blankIsZero, withFigures, withHash: false },
    onResult: (result, index) => (result === "unchanged" ? undefined : pass(result, index)),
  });
  return remarkOnRepeats(repeats);
}
