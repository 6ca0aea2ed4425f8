import { ExplanationBook } from "../../../src/record/explanation-book";
import { Monitor } from "../../../src/excel/monitor/monitor";
import type { TablesView } from "../../../src/excel/monitor/tables";
import { insertTables } from "../../../src/excel/insert/insert";
import { zeros } from "../../actions/start";
import { startHost, type TestHost } from "../../workbench/host";
import { REQUEST, SETTINGS } from "../settings";

/** A check begins while the next edits are under way already, so that they meet at every point. */
const TIMING = { quiet: 1, longest: 20, firstRetry: 1, longestRetry: 8 };

let host: TestHost;
let monitor: Monitor;
let onView: (view: TablesView) => void;

beforeEach(async () => {
  host = await startHost();
  await insertTables({ ...REQUEST, sections: ["section3"] }, SETTINGS);
  await host.paste("表三", "D5", zeros(23, 7));
  onView = () => undefined;
  monitor = new Monitor(
    { blankIsZero: false },
    {
      onRecord: () => Promise.resolve(ExplanationBook.EMPTY),
      onTables: (view) => onView(view),
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
  expect(verdictIn(await monitor.readAll())).toBe("pass");
  await host.settled();
});
afterEach(async () => {
  await monitor.dispose();
  host.dispose();
});

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Of the table alone: the workbook lacks the others of its report. */
const verdictIn = ({ tables }: TablesView): string => tables[0]!.check.verdict;

/** Resolves with the verdict that is shown next. */
const nextVerdict = (): Promise<string> =>
  new Promise((resolve) => {
    onView = (view) => resolve(verdictIn(view));
  });

/** Not awaited: what follows does not wait until the host has settled. */
const type = (address: string, value: number): void => void host.type("表三", address, value);

test("an edit right behind a verdict changes the verdict, 50 times in a row", async () => {
  for (let edit = 1; edit <= 50; edit++) {
    const verdict = nextVerdict();
    type("J7", edit % 2);
    expect([edit, await verdict]).toEqual([edit, edit % 2 ? "fail" : "pass"]);
  }
});

test("200 edits within a second, checked while they come, end in the verdict of the last one", async () => {
  // a view comes only when something differs: on a slow machine all the edits may be over before the first reading
  let shown = "pass";
  const isShown = (verdict: string) => shown === verdict;
  onView = (view) => {
    shown = verdictIn(view);
  };
  for (let edit = 1; edit < 200; edit++) {
    type(`${"DEFGHI"[edit % 6]!}${5 + (edit % 20)}`, edit);
    if (edit % 10 === 0) await pause(50);
  }
  void host.paste("表三", "D5", zeros(23, 7));
  while (!isShown("pass")) await pause(5);
  type("J7", 1);
  while (!isShown("fail")) await pause(5);
  expect((await monitor.readAll()).summary.verdict).toBe("fail");
});
