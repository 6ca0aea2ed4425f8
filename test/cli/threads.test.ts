import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { buildSync } from "esbuild";
import type { FileResult } from "../../src/batch/file-result";
import { runBatch } from "../../src/batch/run-batch";
import { startThread } from "../../src/cli/threads";
import { COMPLETE_REPORTS, expectedOf } from "../fixtures/reports";
import { makeWorkbook } from "../fixtures/workbooks";

const folder = mkdtempSync(path.join(tmpdir(), "gouji-threads-"));
const worker = path.join(folder, "worker.cjs");
const inFolder = (name: string) => path.join(folder, name);

beforeAll(() => {
  buildSync({
    entryPoints: [path.resolve(__dirname, "../../src/cli/worker.ts")],
    outfile: worker,
    bundle: true,
    platform: "node",
    format: "cjs",
    external: ["exceljs", "mammoth"],
  });
  for (let index = 0; index < 12; index++) {
    const report = COMPLETE_REPORTS[index % COMPLETE_REPORTS.length]!;
    writeFileSync(inFolder(`${index}.xlsx`), makeWorkbook(report));
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

async function check(names: readonly string[], program: string, onResult?: (name: string) => void) {
  const results: FileResult[] = [];
  await runBatch(
    names.map((file) => ({ file, source: inFolder(file) })),
    {
      workers: 2,
      start: startThread(program, 64),
      options: { blankIsZero: false, withFigures: true, withHash: true },
      onResult: (result, index) => {
        results[index] = result as FileResult;
        onResult?.(names[index]!);
      },
    },
  );
  return results;
}

const NAMES = Array.from({ length: 12 }, (_, index) => `${index}.xlsx`);

test("threads check files as they are checked without threads", async () => {
  const results = await check(NAMES, worker);
  const expected = NAMES.map((_, index) => {
    const report = COMPLETE_REPORTS[index % COMPLETE_REPORTS.length]!;
    return [report.unit.replaceAll(" ", ""), report.year, expectedOf(report).verdict];
  });
  expect(results.map(({ unit, year, verdict }) => [unit, year, verdict])).toEqual(expected);
});

test("the command that was copied alone checks many files all the same", () => {
  const command = inFolder("alone/gouji.cjs");
  buildSync({
    entryPoints: [path.resolve(__dirname, "../../src/cli/index.ts")],
    outfile: command,
    bundle: true,
    platform: "node",
    format: "cjs",
    logLevel: "error",
  });
  const ran = spawnSync(process.execPath, [command, "check", ...NAMES.map(inFolder)], { encoding: "utf8" });
  expect([ran.stderr, ran.status]).toEqual(["", 1]);
  expect(ran.stdout).toContain("共 12 个文件");
});

test("a file that disappears while the batch runs is told as gone, and the rest is checked", async () => {
  writeFileSync(inFolder("会消失.xlsx"), makeWorkbook(COMPLETE_REPORTS[0]!));
  let isThere = true;
  const results = await check([...NAMES, "会消失.xlsx"], worker, () => {
    if (isThere) unlinkSync(inFolder("会消失.xlsx"));
    isThere = false;
  });
  expect(results.at(-1)).toMatchObject({ verdict: "incomplete", error: { code: "ENOENT" } });
  expect(results.slice(0, -1).every(({ error }) => error === null)).toBe(true);
});

test.each([
  ["ends", "process.exit(7)", "exit 7"],
  ["runs out of memory", "fill()", "ERR_WORKER_OUT_OF_MEMORY"],
])("a thread that %s is replaced: its file is told, the others are checked", async (_how, deadly, reason) => {
  const program = inFolder(`deadly-${reason.replace(" ", "-")}.cjs`);
  writeFileSync(
    program,
    `const files = require("node:fs");
     const read = files.readFileSync;
     const fill = () => { const held = []; for (;;) held.push(new Array(1e6).fill({})); };
     files.readFileSync = (path, ...rest) => (String(path).endsWith("3.xlsx") ? ${deadly} : read(path, ...rest));
     require(${JSON.stringify(worker)});`,
  );
  const results = await check(NAMES, program);
  expect(results.map(({ error }) => error?.code ?? null)).toEqual(
    NAMES.map((name) => (name === "3.xlsx" ? "WorkerDied" : null)),
  );
  expect(results[3]!.error!.details.reason).toBe(reason);
});

test("a program that cannot be started ends the batch", async () => {
  await expect(check(NAMES, inFolder("没有.cjs"))).rejects.toThrow("workers do not start");
});
