import { cpus, loadavg } from "node:os";
import type { Frame, Page } from "playwright-core";
import type { Bench } from "../../config/bench";
import { disconnect, openWorkbench } from "../e2e/browser";
import { nextVerdict } from "../e2e/verdict";

const EDITS = 60;
/** 表三, 总计 of 予以公开 of the sample, whose figures all are 0. */
const CELL = "J7";
/** The pane shows a finding within so many milliseconds after the last key. */
const LIMIT_MS = 300;

/** Notes when the last key went down: when it happened, not when the page came round to it. */
const noteKeys = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const note = ({ timeStamp }: KeyboardEvent) =>
      document.body.setAttribute("data-last-key", String(performance.timeOrigin + timeStamp));
    addEventListener("keydown", note, true);
  });

/** Notes when the pane first heard of a change, after `forgetEvents`. */
const noteEvents = (pane: Frame): Promise<void> =>
  pane.evaluate(() => {
    const note = ({ data }: MessageEvent) => {
      if (typeof data !== "string" || !data.includes('"_actionName":"richApiMessage"')) return;
      document.body.dataset.heard ??= String(performance.timeOrigin + performance.now());
    };
    addEventListener("message", note, true);
  });

const forgetEvents = (pane: Frame): Promise<void> => pane.evaluate(() => delete document.body.dataset.heard).then();

const lastKey = (page: Page): Promise<number> => page.evaluate(() => Number(document.body.dataset.lastKey));
const heard = (pane: Frame): Promise<number> => pane.evaluate(() => Number(document.body.dataset.heard));

/** The value that a share of all are not above. */
const quantile = (sorted: readonly number[], share: number): number => sorted[Math.ceil(sorted.length * share) - 1]!;
const sortedUp = (numbers: readonly number[]): number[] => [...numbers].sort((a, b) => a - b);

export default {
  title: "边填边校：从最后一次按键到面板更新（工作台，浏览器中实测）",
  inBrowser: true,
  async run() {
    const workbench = await openWorkbench();
    const { page, pane, grid } = workbench;
    await pane.getByRole("button", { name: /插入示例/ }).click();
    await pane.getByRole("heading", { name: "通过", exact: true, level: 1 }).waitFor();
    await grid.openSheet("表三");
    await noteKeys(page);
    await noteEvents(pane);
    const counted = (reset: boolean) =>
      page.evaluate((isReset) => {
        const { counters } = globalThis.workbench!.host;
        if (isReset) counters.reset();
        return { batches: counters.batches, writes: counters.each.reduce((sum, { writes }) => sum + writes, 0) };
      }, reset);
    await grid.type(CELL, "1");
    await pane.getByRole("heading", { name: "有错误", exact: true, level: 1 }).waitFor();
    await counted(true);
    const times: number[] = [];
    const own: number[] = [];
    for (let edit = 0; edit < EDITS; edit++) {
      await forgetEvents(pane);
      const shown = nextVerdict(pane);
      await grid.type(CELL, String(edit % 2));
      const { time } = await shown;
      times.push(time - (await lastKey(page)));
      own.push(time - (await heard(pane)));
    }
    const { batches, writes } = await counted(false);
    await workbench.close();
    await disconnect();
    const [all, addIn] = [sortedUp(times), sortedUp(own)];
    return [
      { what: "中位数", value: quantile(all, 0.5), unit: "ms", limit: LIMIT_MS },
      { what: "95% 不超过", value: quantile(all, 0.95), unit: "ms" },
      { what: "其中加载项（从得知修改到显示）：中位数", value: quantile(addIn, 0.5), unit: "ms" },
      { what: "其中加载项：95% 不超过", value: quantile(addIn, 0.95), unit: "ms" },
      { what: "机器负载（每核平均等待的任务）", value: loadavg()[0]! / cpus().length, unit: "个" },
      { what: "每次修改的 context.sync()", value: batches / EDITS, unit: "次", limit: 1 },
      { what: "每次修改写入工作簿", value: writes / EDITS, unit: "次", limit: 0 },
    ];
  },
} satisfies Bench;
