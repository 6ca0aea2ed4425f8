import type { StoppedError } from "../../src/actions/errors";
import type { Progress } from "../../src/actions/state";
import { visit } from "../../src/excel/session";
import { tableOf } from "../../src/tables/formats";
import { onSheet, readSheet } from "../excel/read";
import { layOut } from "../recognise/lay-out";
import { start, type Started } from "./start";

// the machine may be busy
jest.setTimeout(60_000);

/** More tables than two round trips mark. */
const MANY = 41;
/** With more broken rules than one round trip links. */
const SOME = 20;
const REPORT = "校验结果";

/** Section 四 with totals that do not hold, in each of its three rows. */
const table = tableOf("2021", "section4");
const broken = layOut(table, Object.fromEntries(table.numbers.map(({ key }) => [key, key.endsWith(".total") ? 5 : 0])));

let at: Started;
let steps: Progress[];
/** The add-in in a workbook with so many tables, each on a sheet of its own. */
async function open(count: number): Promise<void> {
  at = await start({ bytes: new Uint8Array(8) }, () =>
    visit(async (context) => {
      for (let index = 1; index <= count; index++) {
        const sheet = context.workbook.worksheets.add(`单位${index}`);
        sheet.getRange("A1:O4").values = broken.map((row) => row.map((value) => value ?? ""));
      }
      await context.sync();
    }),
  );
  steps = [];
  at.app.subscribe(() => {
    const { progress } = at.app.getState();
    if (progress && progress !== steps.at(-1)) steps.push(progress);
  });
  at.host.counters.reset();
}
afterEach(() => at.dispose());

/** Stops what runs as soon as it is so far. */
const stopAt = (wanted: Progress["step"], isReached: (done: number) => boolean = () => true) =>
  at.app.subscribe(() => {
    const { progress } = at.app.getState();
    if (progress?.step === wanted && isReached(progress.done)) at.app.stop();
  });
const counted = (wanted: Progress["step"]) => steps.filter(({ step }) => step === wanted).map(({ done }) => done);
const formatsOn = (sheet: string) =>
  readSheet(sheet, (worksheet) => {
    const { conditionalFormats } = worksheet.getRange();
    conditionalFormats.load("items/id");
    return () => conditionalFormats.items.length;
  });
const marked = () => at.app.getState().tables.filter(({ isMarked }) => isMarked === true).length;
const stoppedLike = (stopped: object) => expect.objectContaining({ name: "StoppedError", stopped }) as StoppedError;
/** Lines of the report with a place that is or will be a link. */
const linked = () =>
  readSheet(REPORT, (sheet) => {
    const range = sheet.getUsedRange(true);
    range.load("values");
    return () =>
      range.values.filter(([number, , , place]) => typeof number === "number" && /!/.test(String(place))).length;
  });

describe("marking many tables", () => {
  beforeEach(() => open(MANY));

  test("takes one round trip to read and one for each part, tells how far it is, and can be taken back likewise", async () => {
    const { formats } = await at.app.run("mark", {});
    expect(at.host.counters.batches).toBe(4);
    expect(counted("mark")).toEqual([0, 20, 40]);
    expect(at.app.getState().progress).toBeNull();
    expect(marked()).toBe(MANY);
    at.host.counters.reset();
    expect(await at.app.run("unmark", {})).toEqual({ formats });
    // the empty sheet that the workbook began with is one of those that are looked at
    expect(at.host.counters.batches).toBe(4);
    expect(counted("unmark")).toEqual([0, 20, 40]);
    expect(marked()).toBe(0);
  });

  test("stopped half-way leaves each table with all its flags or with none, and says how many have them", async () => {
    const forget = stopAt("mark");
    // the part that was begun is brought to its end
    await expect(at.app.run("mark", {})).rejects.toEqual(stoppedLike({ done: 20, total: MANY }));
    forget();
    expect(at.app.getState()).toMatchObject({
      running: null,
      progress: null,
      failure: null,
      stopped: { action: "mark", done: 20, total: MANY },
    });
    await at.caughtUp();
    expect(marked()).toBe(20);
    const whole = await formatsOn("单位1");
    expect([await formatsOn("单位20"), await formatsOn("单位21")]).toEqual([whole, 0]);
    // what is missing is made up for; nothing is there twice
    await at.app.run("mark", {});
    expect(at.app.getState().stopped).toBeNull();
    expect([await formatsOn("单位1"), await formatsOn("单位41"), marked()]).toEqual([whole, whole, MANY]);
  });

  test("one protected sheet among the last refuses all before anything is written", async () => {
    await onSheet("单位40", (sheet) => sheet.protection.protect());
    await expect(at.app.run("mark", {})).rejects.toMatchObject({ code: "SheetProtected" });
    expect(await formatsOn("单位1")).toBe(0);
  });
});

describe("validating a workbook with many findings", () => {
  beforeEach(() => open(SOME));

  test("writes all words at once and the links in parts", async () => {
    await at.app.run("validate", undefined);
    const { each } = at.host.counters;
    expect(each.filter(({ writes }) => writes > 0)).toHaveLength(Math.ceil((await linked()) / 100));
    expect(counted("sheets").at(-1)).toBe(SOME + 1);
    expect(counted("report")).toEqual([0, 100]);
  });

  test("stopped while it reads has written nothing, and the reading goes on", async () => {
    stopAt("sheets");
    await expect(at.app.run("validate", undefined)).rejects.toEqual(stoppedLike({}));
    await at.caughtUp();
    expect(at.host.sheets()).not.toContain(REPORT);
    expect(at.app.getState()).toMatchObject({ isStale: false, stopped: { action: "validate" }, progress: null });
    expect(at.app.getState().tables).toHaveLength(SOME);
  });

  test("stopped while it writes leaves a report with all its words, and says how many links are missing", async () => {
    stopAt("report");
    const error = await at.app.run("validate", undefined).catch((thrown: unknown) => thrown);
    expect(error).toEqual(stoppedLike({ sheet: REPORT, unlinked: (await linked()) - 100 }));
  });

  test("and exporting it, stopped before the file is there, gives none and says that the report was written", async () => {
    stopAt("file");
    await expect(at.app.run("export", { evenIfNotPassed: true })).rejects.toEqual(
      stoppedLike({ sheet: REPORT, unlinked: 0 }),
    );
    expect(at.app.getState().failure).toBeNull();
  });
});
