import { makeWorkbook } from "../../fixtures/workbooks";
import { playWorkers } from "../../batch/pool/workers";
import {
  HANGZHOU,
  JINHU,
  reportOf,
  SUQIAN,
  fileOf,
  bookOf,
  makeDesk,
  briefly,
  codes,
  filesIn,
  named,
} from "./make-desk";

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
  expect(desk.state).toMatchObject({ running: null, done: 4, total: 4, cancelled: null });
});

test("of files that were checked before only what changed is read, and only what reads differently is checked", async () => {
  const { desk, read } = makeDesk();
  const [first, second] = [bookOf("a.xlsx", HANGZHOU), bookOf("b.xlsx", { ...JINHU, unit: "乙市" })];
  await desk.check([first, second]);
  const [unit] = desk.state.units;
  read.length = 0;
  await desk.check([first, second]);
  expect([read, desk.state.unchanged]).toEqual([[], 2]);
  // saved again without a change
  await desk.check([fileOf("a.xlsx", makeWorkbook(HANGZHOU), 2), bookOf("b.xlsx", { ...HANGZHOU, unit: "乙市" }, 2)]);
  expect(desk.state).toMatchObject({ unchanged: 1, replaced: ["b.xlsx"], renamed: [] });
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
  expect(codes(desk)).not.toContain("notReported");
});

// 商务和粮食局 became 商务局: the only button said that the unit had no report, which was not true
test("a unit that was renamed is given its report of last year by a person, of those that no unit has", async () => {
  const { desk } = makeDesk();
  const named = (year: 0 | 1, name: string) =>
    bookOf(`${["去年", "今年"][year]}/${name}.xlsx`, { ...SUQIAN[year]!, unit: `平安县${name}` });
  await desk.check([named(1, "商务局"), named(1, "清水镇")]);
  await desk.setPrevious([named(0, "商务和粮食局"), named(0, "清水镇")]);
  const match = () => desk.state.units.find(({ result }) => result.unit === "平安县商务局")!.comparison!.match;
  expect(match()).toEqual({ kind: "none" });
  expect(desk.state.unclaimed.map(({ file }) => file)).toEqual(["去年/商务和粮食局.xlsx"]);
  desk.choosePrevious("今年/商务局.xlsx", "去年/商务和粮食局.xlsx");
  expect(match()).toMatchObject({ kind: "found", way: "chosen", report: { unit: "平安县商务和粮食局" } });
  expect(desk.state.unclaimed).toEqual([]);
  expect(codes(desk)).not.toContain("notReported");
  desk.unchoosePrevious("今年/商务局.xlsx");
  expect(desk.state.unclaimed).toHaveLength(1);
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
  expect(desk.state).toMatchObject({ running: null, cancelled: "current", done: 1 });
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

test("files that are chosen while others are checked are checked, too: the others were thrown away without a word", async () => {
  const { desk } = makeDesk({ workers: 1 });
  const folder = ["甲", "乙", "丙"].map((name) => bookOf(`${name}.xlsx`, named(`${name}镇`)));
  const [first, second] = [desk.check(folder), desk.check([bookOf("丁.xlsx", named("丁市"))])];
  expect(desk.state).toMatchObject({ running: "current", total: 4 });
  await Promise.all([first, second]);
  expect(filesIn(desk)).toHaveLength(4);
  expect(desk.state).toMatchObject({ running: null, done: 4, cancelled: null });
});

test("a file that was chosen by mistake is taken off the list alone", async () => {
  const { desk } = makeDesk();
  await desk.check([bookOf("甲.xlsx", named("甲市")), bookOf("甲（旧）.xlsx", named("甲市"))]);
  expect(desk.state.remarks).toMatchObject([{ code: "doubledUnit" }]);
  desk.remove("甲（旧）.xlsx");
  expect(desk.state.remarks).toEqual([]);
  expect(filesIn(desk)).toEqual([["甲.xlsx", "甲市"]]);
});

describe("a sum", () => {
  const LAST = bookOf("去年.xlsx", { ...SUQIAN[0]!, unit: "乙市" });

  test("was exported with verdicts that held no longer once last year's reports were chosen", async () => {
    const { desk } = makeDesk();
    await desk.check([bookOf("甲.xlsx", named("甲市")), bookOf("乙.xlsx", named("乙市"))]);
    desk.rollUp(false);
    expect(desk.state.rolled).not.toBeNull();
    await desk.setPrevious([LAST]);
    expect(desk.state).toMatchObject({ rolled: null, isSumOld: true });
    desk.rollUp(false);
    expect(desk.state).toMatchObject({ obstacles: [{ code: "notPassed" }], isSumOld: false });
    desk.denyPrevious("甲.xlsx");
    expect(desk.state.obstacles).toEqual([]);
  });

  test("stays while its units do", async () => {
    const { desk } = makeDesk();
    const file = bookOf("乙.xlsx", named("乙市"));
    await desk.check([file]);
    desk.rollUp(false);
    const { rolled } = desk.state;
    expect(rolled).not.toBeNull();
    await desk.check([file]);
    expect(desk.state).toMatchObject({ isSumOld: false });
    expect(desk.state.rolled).toBe(rolled);
  });
});

describe("last year's reports", () => {
  const FIRST = bookOf("去年.xlsx", SUQIAN[0]!);
  const SECOND = bookOf("去年.xlsx", { ...SUQIAN[0]!, unit: "甲市" });

  /** Half of a folder made units of which the other half tells the report look as if they had none. */
  test("a reading of them that is stopped changes nothing", async () => {
    const { desk } = makeDesk({ workers: 1 });
    await desk.check([bookOf("今年.xlsx", SUQIAN[1]!)]);
    const before = desk.state.units;
    const reading = desk.setPrevious([SECOND, FIRST]);
    desk.cancel();
    await reading;
    expect(desk.state).toMatchObject({ previous: null, cancelled: "previous" });
    expect(desk.state.units).toBe(before);
  });

  test("files that are chosen meanwhile wait, and end no reading", async () => {
    const { desk } = makeDesk();
    await desk.check([bookOf("今年.xlsx", SUQIAN[1]!)]);
    await Promise.all([desk.setPrevious([FIRST]), desk.check([bookOf("甲.xlsx", named("甲市"))])]);
    expect(desk.state).toMatchObject({ previous: 1, cancelled: null });
    expect(filesIn(desk)).toHaveLength(2);
  });

  test("more of them are added; those that were there, and what a person said of them, were dropped", async () => {
    const { desk } = makeDesk();
    await desk.check([bookOf("今年.xlsx", SUQIAN[1]!), bookOf("改名.xlsx", named("改名街道"))]);
    await desk.setPrevious([FIRST]);
    desk.choosePrevious("改名.xlsx", "去年.xlsx");
    await desk.setPrevious([SECOND]);
    expect(desk.previousReports.map(({ file }) => file)).toEqual(["去年.xlsx", "去年（2）.xlsx"]);
    expect(desk.state.units.map(({ comparison }) => comparison!.match.kind)).toEqual(["found", "found"]);
  });
});

test("files are measured anew when blank counts as 0 from now on: one list held two measures", async () => {
  let blankIsZero = false;
  const { desk } = makeDesk({ options: () => ({ blankIsZero }) });
  const blank = makeWorkbook(named("甲市"), (section, key, value) =>
    section === "section3" && key === "other.3.research" ? undefined : value,
  );
  await desk.check([fileOf("a.xlsx", blank)]);
  expect(briefly(desk)).toEqual([["a.xlsx", "incomplete", null]]);
  blankIsZero = true;
  await desk.remeasure();
  expect(briefly(desk)).toEqual([["a.xlsx", "pass", null]]);
  expect(desk.state.replaced).toEqual([]);
});
