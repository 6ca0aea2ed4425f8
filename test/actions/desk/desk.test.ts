import { Desk, type DeskSettings } from "../../../src/actions/desk/desk";
import type { DeskFile } from "../../../src/actions/desk/desk-state";
import { startInline } from "../../../src/batch/pool/inline";
import { COMPLETE_REPORTS, type Report } from "../../fixtures/reports";
import { makeWorkbook } from "../../fixtures/workbooks";
import { playWorkers } from "../../batch/pool/workers";

const reportOf = (id: string): Report => COMPLETE_REPORTS.find((report) => report.id === id)!;
const HANGZHOU = reportOf("015-hangzhou-2025");
const JINHU = reportOf("012-jinhu-2023");
const UNIT = "宿迁市宿城区某某街道";
const SUQIAN = [reportOf("008-suqian-2023"), reportOf("009-suqian-2024")].map((report) => ({ ...report, unit: UNIT }));

/** A file as a browser gives it, as far as the desk asks. */
function fileOf(path: string, bytes: Uint8Array, lastModified = 1): DeskFile {
  const file = { size: bytes.length, lastModified, bytes };
  return { path, file: file as unknown as File };
}

const bookOf = (path: string, report: Report, lastModified = 1) => fileOf(path, makeWorkbook(report), lastModified);

/** Reads what `fileOf` made, and notes which were read. */
function makeDesk(settings: Partial<DeskSettings> = {}) {
  const read: string[] = [];
  const desk = new Desk({
    start: startInline((source) => {
      const { bytes, lastModified } = source as unknown as { bytes: Uint8Array; lastModified: number };
      read.push(`${bytes.length} ${lastModified}`);
      if (bytes.length === 0) throw new DOMException("gone", "NotFoundError");
      return bytes;
    }),
    workers: 2,
    options: () => ({ blankIsZero: false }),
    ...settings,
  });
  return { desk, read };
}

const briefly = ({ state }: Desk) =>
  state.units.map(({ result, verdict }) => [result.file, verdict, result.error?.code ?? null]);

test("units come in the order of their names, each with its verdict; what cannot be read is one of them", async () => {
  const { desk } = makeDesk();
  const seen: (string | null)[] = [];
  desk.subscribe(() => seen.push(desk.state.running));
  await desk.check([
    bookOf("镇10.xlsx", HANGZHOU),
    bookOf("镇2.xlsx", JINHU),
    fileOf("镇3.xlsx", new Uint8Array()),
    fileOf("镇4.xlsx", new TextEncoder().encode("<html>")),
  ]);
  expect(briefly(desk)).toEqual([
    ["镇2.xlsx", "fail", null],
    ["镇3.xlsx", "incomplete", "NotFoundError"],
    ["镇4.xlsx", "incomplete", "notAnXlsx"],
    ["镇10.xlsx", "pass", null],
  ]);
  expect(seen[0]).toBeNull();
  expect(seen).toContain("current");
  expect(desk.state).toMatchObject({ running: null, done: 4, total: 4, isCancelled: false });
});

test("of files that were checked before only what changed is read, and only what reads differently is checked", async () => {
  const { desk, read } = makeDesk();
  const [first, second] = [bookOf("a.xlsx", HANGZHOU), bookOf("b.xlsx", JINHU)];
  await desk.check([first, second]);
  const [unit] = desk.state.units;
  read.length = 0;
  await desk.check([first, second]);
  expect([read, desk.state.unchanged]).toEqual([[], 2]);
  // saved again without a change
  await desk.check([fileOf("a.xlsx", makeWorkbook(HANGZHOU), 2), bookOf("b.xlsx", HANGZHOU, 2)]);
  expect(desk.state.unchanged).toBe(1);
  expect(desk.state.units[0]).toBe(unit);
  expect(briefly(desk)).toEqual([
    ["a.xlsx", "pass", null],
    ["b.xlsx", "pass", null],
  ]);
});

test("what is not in a folder any more when it is chosen again is listed no longer; what was never a report is told", async () => {
  const { desk } = makeDesk();
  const chosen = { folders: ["2024"], passedOver: ["照片.jpg"] };
  const good = bookOf("2024/b.xlsx", JINHU);
  await desk.check([bookOf("2024/a.xlsx", HANGZHOU), good], chosen);
  await desk.check([bookOf("2024.xlsx", HANGZHOU)]);
  expect(desk.state).toMatchObject({ gone: 0, passedOver: [] });
  await desk.check([good], chosen);
  expect(desk.state).toMatchObject({ gone: 1, passedOver: ["照片.jpg"], unchanged: 1 });
  expect(desk.state.units.map(({ result }) => result.file)).toEqual(["2024.xlsx", "2024/b.xlsx"]);
});

test("a unit is compared with its report of last year; one that is only alike waits for a person", async () => {
  const { desk } = makeDesk();
  const oneMore = makeWorkbook(SUQIAN[1]!, (_section, key, value) =>
    key === "normativeDocuments.valid" ? value + 1 : value,
  );
  await desk.check([
    fileOf("今年.xlsx", oneMore),
    bookOf("另一.xlsx", { ...SUQIAN[1]!, unit: "宿迁市宿城区某莫街道" }),
  ]);
  await desk.setPrevious([bookOf("去年.xlsx", SUQIAN[0]!), fileOf("坏.xlsx", new TextEncoder().encode("<html>"))]);
  const [own, alike] = desk.state.units;
  expect(desk.state.previous).toBe(1);
  expect(own!.comparison!.match).toMatchObject({ kind: "found", way: "name" });
  expect(own!.comparison!.check!.findings.map(({ rule }) => rule)).toEqual(["X.VALID"]);
  expect(alike!.comparison!.match).toMatchObject({ kind: "doubtful", doubt: "similar" });
  desk.choosePrevious("另一.xlsx", "去年.xlsx");
  expect(desk.state.units[0]).toBe(own);
  expect(desk.state.units[1]!.comparison!.match).toMatchObject({ kind: "found", way: "chosen" });
  desk.unchoosePrevious("另一.xlsx");
  expect(desk.state.units[1]).toMatchObject({ comparison: { match: { kind: "doubtful" }, verdict: "incomplete" } });
  desk.denyPrevious("另一.xlsx");
  expect(desk.state.units[1]).toMatchObject({ comparison: { match: { kind: "absent" }, verdict: "pass" } });
});

test("what was chosen as last year's and holds no report is told; put away, nothing is compared any more", async () => {
  const { desk } = makeDesk();
  await desk.check([bookOf("本年.xlsx", reportOf("009-suqian-2024"))]);
  const broken = fileOf("坏.xlsx", new TextEncoder().encode("<html></html>"));
  await desk.setPrevious([bookOf("去年.xlsx", reportOf("008-suqian-2023")), broken]);
  expect(desk.state).toMatchObject({ previous: 1, notPrevious: [{ file: "坏.xlsx" }] });
  expect(desk.previousReports.map(({ file }) => file)).toEqual(["去年.xlsx"]);
  desk.clearPrevious();
  expect(desk.state).toMatchObject({ previous: null, notPrevious: [], units: [{ comparison: null }] });
});

// last year's folder names who is to report, and nobody was told of them
test("units with a report of last year and none of this one are told first, until they have one", async () => {
  const { desk } = makeDesk();
  const [before, now] = [SUQIAN[0]!, SUQIAN[1]!];
  await desk.check([bookOf("今年/清水镇.xlsx", { ...now, unit: "平安县清水镇" })]);
  await desk.setPrevious([
    bookOf("去年/清水镇.xlsx", { ...before, unit: "平安县清水镇" }),
    bookOf("去年/马头镇.xlsx", { ...before, unit: "平安县马头镇" }),
  ]);
  expect(desk.state.remarks).toMatchObject([{ code: "notReported", units: ["平安县马头镇"] }]);
  await desk.check([bookOf("今年/马头镇.xlsx", { ...now, unit: "平安县马头镇" })]);
  expect(desk.state.remarks).toEqual([]);
});

test("the sum is refused while a unit does not pass, then made when a person says so", async () => {
  const { desk } = makeDesk();
  await desk.check([bookOf("a.xlsx", JINHU), bookOf("b.xlsx", reportOf("008-suqian-2023"))]);
  desk.rollUp(false);
  expect(desk.state.obstacles).toMatchObject([{ code: "notPassed", offending: [{ files: ["a.xlsx"] }] }]);
  expect(desk.state.rolled).toBeNull();
  desk.rollUp(true);
  expect(desk.state.obstacles).toEqual([]);
  expect(desk.state.rolled!.units.map(({ file }) => file)).toEqual(["a.xlsx", "b.xlsx"]);
  await desk.check([bookOf("c.xlsx", HANGZHOU)]);
  expect(desk.state.rolled).toBeNull();
});

test("what only the files together tell is in the state", async () => {
  const { desk } = makeDesk();
  await desk.check([bookOf("a.xlsx", HANGZHOU), bookOf("b.xlsx", HANGZHOU), bookOf("c.xlsx", JINHU)]);
  expect(desk.state.units).toHaveLength(3);
  expect(desk.state.remarks).toMatchObject([
    { code: "doubledUnit", files: ["a.xlsx", "b.xlsx"] },
    { code: "otherYear", files: ["c.xlsx"], year: 2023, usual: 2025 },
  ]);
});

test("a batch that is stopped leaves what was checked", async () => {
  const { start, workers } = playWorkers();
  const { desk } = makeDesk({ start, workers: 1 });
  const running = desk.check([bookOf("a.xlsx", HANGZHOU), bookOf("b.xlsx", JINHU)]);
  await Promise.resolve();
  while (workers.length === 0 || workers[0]!.jobs.length < 2) await new Promise((resolve) => setTimeout(resolve));
  workers[0]!.answer();
  await new Promise((resolve) => setTimeout(resolve));
  desk.cancel();
  await running;
  expect(desk.state).toMatchObject({ running: null, isCancelled: true, done: 1 });
  expect(desk.state.units.map(({ result }) => result.file)).toEqual(["a.xlsx"]);
  expect(workers.every(({ isOver }) => isOver)).toBe(true);
});

test("a worker that dies takes one file with it, and the others are checked", async () => {
  const { start, workers } = playWorkers();
  const { desk } = makeDesk({ start, workers: 1 });
  const running = desk.check([bookOf("a.xlsx", HANGZHOU), bookOf("b.xlsx", JINHU)]);
  while (workers.length === 0 || workers[0]!.jobs.length < 2) await new Promise((resolve) => setTimeout(resolve));
  workers[0]!.ready();
  workers[0]!.die();
  workers[1]!.answer();
  await running;
  expect(briefly(desk)).toEqual([
    ["a.xlsx", "incomplete", "WorkerDied"],
    ["b.xlsx", "incomplete", null],
  ]);
});

test("workers that do not start are told, and nothing runs on", async () => {
  const { start, workers } = playWorkers();
  const { desk } = makeDesk({ start, workers: 1 });
  const running = desk.check([bookOf("a.xlsx", HANGZHOU)]);
  for (let times = 0; times < 4; times++) {
    while (workers.length <= times) await new Promise((resolve) => setTimeout(resolve));
    workers[times]!.die("error");
  }
  await running;
  expect(desk.state.running).toBeNull();
  expect(desk.state.failure).not.toBeNull();
  desk.dismissFailure();
  expect(desk.state.failure).toBeNull();
});

test("what is cleared while last year's reports are read does not come back", async () => {
  const { desk } = makeDesk();
  await desk.check([bookOf("今年.xlsx", SUQIAN[1]!)]);
  const reading = desk.setPrevious([bookOf("去年.xlsx", SUQIAN[0]!)]);
  desk.clear();
  await reading;
  expect(desk.state).toMatchObject({ running: null, previous: null, units: [] });
});
