import type { Bench } from "../../config/bench";
import { disconnect, type OpenWorkbench, openWorkbench } from "../e2e/browser";

/** Blocks of edits that take turns with and without the live check, so that both meet the same moods of the machine. */
const BLOCKS = 6;
const EDITS = 12;
/** Between two edits, as of somebody who types numbers quickly: five keys a second. */
const PACE_MS = 400;
/** The live check may make a key slower by so much. */
const LIMIT_RATIO = 1.05;
/** A key that holds the page up for longer than this is felt. */
const LONG_TASK_MS = 50;

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** From here on the page notes how long it takes from Enter to the next picture, and every long task. */
const watch = ({ page }: OpenWorkbench): Promise<void> =>
  page.evaluate(() => {
    const noted = { keys: [] as number[], longTasks: [] as number[] };
    Object.assign(globalThis, { noted });
    addEventListener(
      "keydown",
      ({ key, timeStamp }) => {
        if (key !== "Enter") return;
        requestAnimationFrame(() => setTimeout(() => noted.keys.push(performance.now() - timeStamp)));
      },
      true,
    );
    new PerformanceObserver((list) =>
      noted.longTasks.push(...list.getEntries().map(({ duration }) => duration)),
    ).observe({ type: "longtask" });
  });

const noted = ({ page }: OpenWorkbench) =>
  page.evaluate(() => (globalThis as unknown as { noted: { keys: number[]; longTasks: number[] } }).noted);

async function openSample(): Promise<OpenWorkbench> {
  const workbench = await openWorkbench();
  await workbench.pane
    .getByRole("button", { name: /插入示例/ })
    .first()
    .click();
  await workbench.pane.getByRole("heading", { name: "通过", exact: true, level: 1 }).waitFor();
  await workbench.grid.openSheet("表三");
  return workbench;
}

/** Milliseconds from when the pane begins to load until a person can press its buttons. */
async function timeToStart({ page, pane }: OpenWorkbench): Promise<number> {
  const start = Date.now();
  await page.evaluate(() => globalThis.workbench!.host.reload());
  await pane.getByRole("button", { name: "插入报表" }).first().waitFor();
  return Date.now() - start;
}

export default {
  title: "打字：边填边校打开与关闭时，从 Enter 键到下一帧（工作台，浏览器中实测）",
  inBrowser: true,
  async run() {
    const on = await openSample();
    const started = await timeToStart(on);
    await on.pane.getByRole("heading", { name: "通过", exact: true, level: 1 }).waitFor();
    const off = await openSample();
    // The add-in is gone; the grid and its host are the same.
    await off.page.evaluate(() => document.querySelector("iframe")!.replaceWith());
    for (const workbench of [on, off]) await watch(workbench);
    for (let block = 0; block < BLOCKS; block++) {
      for (const workbench of [on, off]) {
        await workbench.page.bringToFront();
        for (let edit = 0; edit < EDITS; edit++) {
          await workbench.grid.type("J7", String(edit % 2));
          await workbench.page.waitForTimeout(PACE_MS);
        }
        await workbench.grid.settled();
      }
    }
    const [withCheck, without] = [await noted(on), await noted(off)];
    for (const workbench of [on, off]) await workbench.close();
    await disconnect();
    const perEdit = ({ longTasks, keys }: typeof withCheck) =>
      longTasks.filter((duration) => duration > LONG_TASK_MS).length / keys.length;
    return [
      {
        what: "中位数之比，打开比关闭",
        value: median(withCheck.keys) / median(without.keys),
        unit: "倍",
        limit: LIMIT_RATIO,
      },
      { what: "打开时的中位数", value: median(withCheck.keys), unit: "ms" },
      { what: "关闭时的中位数", value: median(without.keys), unit: "ms" },
      { what: `每次修改超过 ${LONG_TASK_MS} ms 的任务，打开时`, value: perEdit(withCheck), unit: "个" },
      { what: `每次修改超过 ${LONG_TASK_MS} ms 的任务，关闭时`, value: perEdit(without), unit: "个" },
      { what: "面板从加载到可以操作", value: started, unit: "ms" },
    ];
  },
} satisfies Bench;
