import type { Page } from "playwright-core";
import type { Bench } from "../../config/bench";
import { disconnect, openWorkbench } from "../e2e/browser";
import { nextVerdict } from "../e2e/verdict";

const EDITS = 60;
/** 表三, 总计 of 予以公开 of the sample, whose figures all are 0. */
const CELL = "J7";
/** The pane shows a finding within so many milliseconds after the last key. */
const LIMIT_MS = 300;

/** Notes when the last key went down. */
const noteKeys = (page: Page): Promise<void> =>
  page.evaluate(() => {
    addEventListener("keydown", () => document.body.setAttribute("data-last-key", String(Date.now())), true);
  });

const lastKey = (page: Page): Promise<number> => page.evaluate(() => Number(document.body.dataset.lastKey));

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
    for (let edit = 0; edit < EDITS; edit++) {
      const shown = nextVerdict(pane);
      await grid.type(CELL, String(edit % 2));
      times.push((await shown).time - (await lastKey(page)));
    }
    const { batches, writes } = await counted(false);
    await workbench.close();
    await disconnect();
    times.sort((a, b) => a - b);
    return [
      { what: "中位数", value: times[EDITS / 2]!, unit: "ms", limit: LIMIT_MS },
      { what: "95% 不超过", value: times[Math.ceil(EDITS * 0.95) - 1]!, unit: "ms" },
      { what: "最长", value: times.at(-1)!, unit: "ms" },
      { what: "每次修改的 context.sync()", value: batches / EDITS, unit: "次", limit: 1 },
      { what: "每次修改写入工作簿", value: writes / EDITS, unit: "次", limit: 0 },
    ];
  },
} satisfies Bench;
