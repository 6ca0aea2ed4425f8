import { readdirSync } from "node:fs";
import path from "node:path";
import { runBatch } from "../../src/batch/run-batch";
import { startThread } from "../../src/cli/threads";

/** What a run of the batch took: milliseconds, and processors kept busy by all threads of the process together. */
export interface RaceResult {
  milliseconds: number;
  cores: number;
}

/** A program for the bench: checks a folder over some threads and prints what it took. Arguments: the program of a thread, the folder, the number of threads. */
async function race(program: string, folder: string, workers: number): Promise<RaceResult> {
  const files = readdirSync(folder).map((name) => path.join(folder, name));
  const [before, start] = [process.cpuUsage(), performance.now()];
  await runBatch(
    files.map((file) => ({ file, source: file })),
    {
      workers,
      start: startThread(program),
      options: { blankIsZero: false, withFigures: false, withHash: false },
      onResult: () => undefined,
    },
  );
  const milliseconds = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return { milliseconds, cores: (user + system) / 1000 / milliseconds };
}

const [program, folder, workers] = process.argv.slice(2) as [string, string, string];
void race(program, folder, Number(workers)).then((result) => process.stdout.write(JSON.stringify(result)));
