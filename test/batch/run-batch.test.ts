import { startInline } from "../../src/batch/pool/inline";
import type { JobResult } from "../../src/batch/pool/pool";
import { runBatch, type BatchFile, type BatchSettings } from "../../src/batch/run-batch";
import { COMPLETE_REPORTS } from "../fixtures/reports";
import { makeWorkbook } from "../fixtures/workbooks";
import { playWorkers } from "./pool/workers";

const OPTIONS = { blankIsZero: false, withFigures: false, withHash: true };

const FILES = new Map<string, Uint8Array>([
  ["对.xlsx", makeWorkbook(COMPLETE_REPORTS.find(({ id }) => id === "015-hangzhou-2025")!)],
  ["错.xlsx", makeWorkbook(COMPLETE_REPORTS.find(({ id }) => id === "012-jinhu-2023")!)],
  ["网页.xlsx", new TextEncoder().encode("<html>")],
]);

function read(source: unknown): Uint8Array {
  const bytes = FILES.get(source as string);
  if (!bytes) throw Object.assign(new Error("gone"), { code: "ENOENT" });
  return bytes;
}

const listed = (...names: string[]): BatchFile[] => names.map((file) => ({ file, source: file }));

async function resultsOf(files: Iterable<BatchFile>, settings: Partial<BatchSettings> = {}): Promise<JobResult[]> {
  const results: JobResult[] = [];
  await runBatch(files, {
    workers: 2,
    start: startInline(read),
    options: OPTIONS,
    onResult: (result, index) => {
      results[index] = result;
    },
    ...settings,
  });
  return results;
}

const verdictOf = (result: JobResult) =>
  result === "unchanged" ? result : [result.file, result.verdict, result.error?.code ?? null];

test("every file has a result, whatever is wrong with some: no workbook, gone while the batch runs", async () => {
  expect((await resultsOf(listed("对.xlsx", "网页.xlsx", "没有.xlsx", "错.xlsx"))).map(verdictOf)).toEqual([
    ["对.xlsx", "pass", null],
    ["网页.xlsx", "incomplete", "notAnXlsx"],
    ["没有.xlsx", "incomplete", "ENOENT"],
    ["错.xlsx", "fail", null],
  ]);
});

test("only what changed is checked again: the same content is known by its hash", async () => {
  const [first] = await resultsOf(listed("对.xlsx"));
  const { hash } = first as Exclude<JobResult, "unchanged">;
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  const again = [
    { file: "对.xlsx", source: "对.xlsx", known: hash! },
    { file: "错.xlsx", source: "错.xlsx", known: hash! },
  ];
  expect((await resultsOf(again)).map(verdictOf)).toEqual(["unchanged", ["错.xlsx", "fail", null]]);
});

test("files are taken from the list only as fast as results are taken", async () => {
  let taken = 0;
  let waiting = 0;
  let most = 0;
  function* endless() {
    while (taken < 500) {
      taken += 1;
      waiting += 1;
      most = Math.max(most, waiting);
      yield { file: "网页.xlsx", source: "网页.xlsx" };
    }
  }
  await resultsOf(endless(), {
    onResult: async () => {
      await Promise.resolve();
      waiting -= 1;
    },
  });
  expect(taken).toBe(500);
  expect(most).toBeLessThanOrEqual(6);
});

test("aborting ends the workers at once and takes no more results", async () => {
  const { start, workers } = playWorkers();
  const abort = new AbortController();
  const results: JobResult[] = [];
  const run = runBatch(listed("一", "二", "三", "四", "五", "六"), {
    workers: 2,
    start,
    options: OPTIONS,
    signal: abort.signal,
    onResult: (result) => void results.push(result),
  });
  await new Promise(setImmediate);
  workers[0]!.answer();
  await new Promise(setImmediate);
  abort.abort();
  await expect(run).rejects.toThrow("abort");
  expect(workers.map(({ isOver }) => isOver)).toEqual([true, true]);
  workers[1]!.answer();
  await new Promise(setImmediate);
  expect(results).toHaveLength(1);
});

test("a batch that is aborted before it begins checks nothing", async () => {
  const signal = AbortSignal.abort();
  await expect(resultsOf(listed("对.xlsx"), { signal })).rejects.toThrow("abort");
});
