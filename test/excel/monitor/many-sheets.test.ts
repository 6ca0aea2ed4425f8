import { Monitor } from "../../../src/excel/monitor/monitor";
import type { TablesView } from "../../../src/excel/monitor/tables";
import { visit } from "../../../src/excel/session";
import { ExplanationBook } from "../../../src/record/explanation-book";
import { tableOf } from "../../../src/tables/formats";
import { layOut } from "../../recognise/lay-out";
import { startHost, type TestHost } from "../../workbench/host";

const TIMING = { quiet: 1, longest: 20, firstRetry: 1, longestRetry: 8 };

/** Section 四 as it stands in a sheet, with 0 everywhere. */
const table = tableOf("2021", "section4");
const zeros = layOut(table, Object.fromEntries(table.numbers.map(({ key }) => [key, 0])));

let host: TestHost;
let monitor: Monitor;
let views: TablesView[];

/** A workbook with one table on each of `count` sheets, and a monitor that has not read it yet. */
async function open(count: number): Promise<void> {
  host = await startHost();
  await visit(async (context) => {
    for (let index = 1; index <= count; index++) {
      const sheet = context.workbook.worksheets.add(`单位${index}`);
      sheet.getRange("A1:O4").values = zeros.map((row) => row.map((value) => value ?? ""));
    }
    await context.sync();
  });
  await host.settled();
  views = [];
  monitor = new Monitor(
    { blankIsZero: false },
    {
      onRecord: () => Promise.resolve(ExplanationBook.EMPTY),
      onTables: (view) => views.push(view),
      onReport: () => undefined,
      onMarks: () => undefined,
      onWorkbook: () => undefined,
      onStale: () => undefined,
      onError: (error) => {
        throw error;
      },
    },
    TIMING,
  );
}
afterEach(async () => {
  jest.restoreAllMocks();
  await monitor.dispose();
  host.dispose();
});

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const namesIn = ({ tables }: TablesView) => tables.map(({ filled }) => filled.placement.sheet);
/** The first number of the table on a sheet. */
const numberAt = ({ tables }: TablesView, sheet: string) =>
  tables.find(({ filled }) => filled.placement.sheet === sheet)?.filled.contents["review.upheld"];

/** Resolves as soon as some sheets, but not all, were recognised: the work is done in slices with turns in between. */
async function underWay(count: number): Promise<void> {
  const known = () => monitor.sheetIds.filter((id) => monitor.table(`${id}!A1`)).length;
  while (known() === 0) await pause(0);
  expect(known()).toBeLessThan(count);
}

test("the sheets of a workbook with 200 are read once each, in one round trip for all, and so are the marks", async () => {
  await open(200);
  host.counters.reset();
  const load = jest.spyOn(Excel.Range.prototype, "load");
  const { tables } = await monitor.readAll();
  expect(tables).toHaveLength(200);
  const valuesRead = load.mock.calls.filter(
    ([names]: unknown[]) => typeof names === "string" && /\bvalues\b/.test(names),
  );
  // with the empty sheet that the workbook began with
  expect(valuesRead).toHaveLength(201);
  // what there is and what the workbook remembers; all sheets; which tables carry flags
  expect(host.counters.batches).toBe(3);
});

describe("while the sheets are recognised, others get their turn:", () => {
  const COUNT = 120;
  let reading: Promise<TablesView>;
  beforeEach(async () => {
    await open(COUNT);
    // Each clock reading is later by a whole slice, as on a machine that is slow.
    let now = performance.now();
    jest.spyOn(performance, "now").mockImplementation(() => (now += 20));
    reading = monitor.readAll();
    await underWay(COUNT);
  });
  const shows = async (sheet: string, value: number): Promise<void> => {
    const isShown = (content = numberAt(views.at(-1)!, sheet)) => content?.type === "number" && content.value === value;
    while (!isShown()) await pause(5);
  };
  const settledView = async (): Promise<TablesView> => {
    await reading;
    await host.settled();
    await pause(30);
    return monitor.readAll();
  };

  test("nothing is shown before all are known", async () => {
    expect(views).toEqual([]);
    await reading;
    expect(views[0]!.tables).toHaveLength(COUNT);
  });

  test.each([
    ["not yet", COUNT],
    ["already", 1],
  ])("an edit of a table that was %s recognised is not lost", async (_, index) => {
    void host.type(`单位${index}`, "A4", 7);
    await reading;
    await shows(`单位${index}`, 7);
  });

  test("a sheet that is deleted does not come back, one that is added is found", async () => {
    void host.deleteSheet(`单位${COUNT}`);
    void host.copySheet("单位2");
    await reading;
    const wanted = () => {
      const names = namesIn(views.at(-1)!);
      return names.length === COUNT && !names.includes(`单位${COUNT}`);
    };
    while (!wanted()) await pause(5);
    expect(namesIn(await settledView())).not.toContain(`单位${COUNT}`);
  });

  test("rows that move a table under an edit are read anew", async () => {
    await host.insertRows(`单位${COUNT}`, 1, 2);
    void host.type(`单位${COUNT}`, "A6", 9);
    await reading;
    await shows(`单位${COUNT}`, 9);
  });
});
