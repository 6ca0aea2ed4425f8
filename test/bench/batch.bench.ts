import { spawnSync } from "node:child_process";
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import { read } from "@e965/xlsx";
import { buildSync } from "esbuild";
import ExcelJS from "exceljs";
import type { Bench, Measurement } from "../../config/bench";
import { checkFile } from "../../src/batch/check-file";
import { makeOfficialWorkbook } from "../../src/batch/official-workbook";
import { zhCN } from "../../src/locales";
import { SECTIONS, tableOf } from "../../src/tables/formats";
import { SECTION_NAMES } from "../../src/tables/sections";
import { patchWorkbook } from "../../src/xlsx";
import type { RaceResult } from "./race-threads";

const ROUNDS = 60;
/** A batch is of hundreds of files: what counts is the speed that it runs at, not that of its first files. */
const WARMING = 60;
/** Files of the race between one thread and two, and of the run that memory is measured in: those of a province. */
const MANY = 3_000;
/** Races between one thread and two: each gives a ratio of its own, since the speed of a machine drifts. */
const RACES = 5;
/** Two threads need at most so much of the time of one. */
const SPEED_UP = 1 / 1.6;
/**
 * Forbids V8 to compile and to collect garbage in threads of its own. They make one thread of ours take 1.2 processors: where there
 * are but two, they take from the second thread what they gave to the first, and only without them is one thread one processor.
 */
const ALONE = "--single-threaded";
/** Units that publish a report: the national batch. */
const NATIONAL = 41_000;
const MEGABYTE = 1024;

/** Three official tables with styles, merges, validation, flags and notes, as the pane makes them. */
function makeReport(index: number): Promise<Uint8Array> {
  const tables = SECTIONS.map((section) => {
    const table = tableOf("2021", section);
    const contents = Object.fromEntries(
      table.numbers.map(({ key }) => [key, { type: "number" as const, value: key.startsWith("fees") ? index : 0 }]),
    );
    return { table, contents, notes: { [table.numbers[0]!.key]: "已核实" } };
  });
  return makeOfficialWorkbook(
    { unit: `示例市第${index + 1}镇`, year: 2023, tables },
    { options: { blankIsZero: false }, totals: "typed", validation: zhCN.sheet.validation },
  );
}

/** The same with a note beside each table, as nobody else has it. */
function withNotes(bytes: Uint8Array, value: string): Uint8Array {
  const sheets = SECTIONS.map((section) => SECTION_NAMES[section].sheet);
  return patchWorkbook(bytes, { cells: sheets.map((sheet) => ({ sheet, row: 1, column: 20, value })) });
}

/** Milliseconds of each action: the median of rounds in which all take turns, so that load on the machine hits all. */
async function race(rounds: number, actions: readonly ((round: number) => unknown)[], warming = 0): Promise<number[]> {
  const times = actions.map((): number[] => []);
  for (let round = -warming; round < rounds; round++) {
    for (const [index, action] of actions.entries()) {
      const start = performance.now();
      await action(round + warming);
      if (round >= 0) times[index]!.push(performance.now() - start);
    }
  }
  return times.map(median);
}

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** The command, the program of its threads, and that of the race between them, built into a folder. */
function buildPrograms(folder: string): { command: string; worker: string; racer: string } {
  const entries = {
    gouji: "src/cli/index.ts",
    "gouji-worker": "src/cli/worker.ts",
    racer: "test/bench/race-threads.ts",
  };
  for (const [name, entry] of Object.entries(entries)) {
    buildSync({
      entryPoints: [path.resolve(entry)],
      outfile: path.join(folder, `${name}.cjs`),
      bundle: true,
      platform: "node",
      format: "cjs",
      logLevel: "error",
    });
  }
  const [command, worker, racer] = Object.keys(entries).map((name) => path.join(folder, `${name}.cjs`));
  return { command: command!, worker: worker!, racer: racer! };
}

/** What a run of the racer took; `words` are the arguments of Node. */
function runRacer(words: readonly string[]): RaceResult {
  const { stdout, stderr, status } = spawnSync(process.execPath, words, { encoding: "utf8" });
  if (status !== 0) throw new Error(`the race ended with ${status}: ${stderr}`);
  return JSON.parse(stdout) as RaceResult;
}

/** The most memory, in megabytes, that a run of the command over a folder took, and its seconds. */
function measureRun(command: string, files: string): { megabytes: number; seconds: number } {
  const probe = `process.on("exit", () => process.stderr.write(String(process.resourceUsage().maxRSS)));
    process.argv.splice(1, 0, ${JSON.stringify(command)}); require(${JSON.stringify(command)});`;
  const start = performance.now();
  const { stderr, status } = spawnSync(process.execPath, ["-e", probe, "check", files, "--json"], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(`gouji ended with ${status}: ${stderr.toString()}`);
  return { megabytes: Number(stderr.toString()) / MEGABYTE, seconds };
}

async function measure(folder: string): Promise<Measurement[]> {
  const few = Array.from({ length: 8 }, (_, index) => index);
  const reports = await Promise.all(few.map((index) => makeReport(index)));
  const all = Array.from({ length: ROUNDS + WARMING }, (_, index) => index);
  const report = (round: number) => reports[round % reports.length]!;
  const strays = all.map((round) => withNotes(report(round), `第 ${round} 号`));
  const [ours, stray, sheetJs, excelJs] = (await race(
    ROUNDS,
    [
      (round) => checkFile("年报.xlsx", report(round), { blankIsZero: false }),
      (round) => checkFile("年报.xlsx", strays[round]!, { blankIsZero: false }),
      (round) => read(report(round), { type: "array", dense: true }),
      (round) => new ExcelJS.Workbook().xlsx.load(report(round).slice().buffer),
    ],
    WARMING,
  )) as [number, number, number, number];

  const { command, worker, racer } = buildPrograms(folder);
  const files = path.join(folder, "files");
  mkdirSync(files);
  for (let index = 0; index < MANY; index++)
    writeFileSync(path.join(files, `${index}.xlsx`), reports[index % few.length]!);
  const raceThreads = (flags: readonly string[]) =>
    Array.from({ length: RACES }, () => {
      const [one, two] = ["1", "2"].map((threads) => runRacer([...flags, racer, worker, files, threads]));
      return { ratio: two!.milliseconds / one!.milliseconds, one: one!.cores, two: two!.cores };
    });
  const [asIs, alone] = [raceThreads([]), raceThreads([ALONE])];
  const cores = availableParallelism();
  const { megabytes, seconds } = measureRun(command, files);
  return [
    { what: "打开、识别并校验一个工作簿", value: ours, unit: "ms" },
    { what: "同上，每个文件的版式都是第一次见到", value: stray, unit: "ms" },
    { what: "一个样表发下去填的工作簿 / SheetJS 只打开", value: ours / sheetJs, unit: "倍", limit: 0.5 },
    { what: "同上 / exceljs 只打开", value: ours / excelJs, unit: "倍", limit: 0.25 },
    {
      what: `${MANY} 个文件：两个线程 / 一个线程用时，每个线程只用一核`,
      value: median(alone.map(({ ratio }) => ratio)),
      unit: "倍",
      limit: SPEED_UP,
    },
    {
      what: `${MANY} 个文件：两个线程 / 一个线程用时，运行环境另有辅助线程`,
      value: median(asIs.map(({ ratio }) => ratio)),
      unit: "倍",
      ...(cores > 2 && { limit: SPEED_UP }),
    },
    { what: "一个线程连同运行环境的辅助线程占用的处理器", value: median(asIs.map(({ one }) => one)), unit: "核" },
    { what: `两个线程占用的处理器，本机共 ${cores} 核`, value: median(asIs.map(({ two }) => two)), unit: "核" },
    { what: `gouji check ${MANY} 个文件的内存峰值`, value: megabytes, unit: "MB", limit: 400 },
    { what: `gouji check ${MANY} 个文件用时`, value: seconds, unit: "s" },
    { what: `推算全国 ${NATIONAL} 个单位用时`, value: ((seconds / MANY) * NATIONAL) / 60, unit: "分" },
  ];
}

const bench: Bench = {
  title: "批量校验：三张带格式、合并和批注的工作表",
  async run(): Promise<Measurement[]> {
    const folder = mkdtempSync(path.join(tmpdir(), "gouji-bench-"));
    try {
      return await measure(folder);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

export default bench;
