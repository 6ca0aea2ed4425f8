import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Frame } from "playwright-core";
import type { Bench, Measurement } from "../../config/bench";
import { disconnect, type OpenWorkbench } from "../e2e/browser";
import { countyFiles, type NamedFile } from "../e2e/desk-files";
import { openDesk } from "../e2e/open-desk";

/** Files of the batch that is stopped: more than any machine checks before the button is pressed. */
const CITY = 400;
/** A person notices no pause that is shorter. */
const LONGEST_TASK_MS = 100;
const STOP_MS = 1_000;

const stopButton = ({ pane }: OpenWorkbench) => pane.getByRole("button", { name: "停止" });

/** By path, as a person does: given as bytes, it is the unpacking of their Base64 in the page that is measured. */
const choose = ({ pane }: OpenWorkbench, paths: readonly string[]) =>
  pane
    .locator("main input[type=file]")
    .first()
    .setInputFiles([...paths]);

/** Begins to note tasks that take longer than 50 ms: a browser tells no others. */
const watchTasks = (pane: Frame): Promise<void> =>
  pane.evaluate(() => {
    document.body.dataset.longest = "0";
    new PerformanceObserver((list) => {
      const { longest } = document.body.dataset;
      document.body.dataset.longest = String(
        Math.max(Number(longest), ...list.getEntries().map(({ duration }) => duration)),
      );
    }).observe({ type: "longtask" });
  });

/** Milliseconds of the longest task while a county's files are checked. */
async function measureCounty(paths: readonly string[]): Promise<number> {
  const desk = await openDesk();
  await watchTasks(desk.pane);
  await choose(desk, paths);
  await stopButton(desk).waitFor();
  await stopButton(desk).waitFor({ state: "detached" });
  const longest = await desk.pane.evaluate(() => Number(document.body.dataset.longest));
  await desk.close();
  return longest;
}

/** Milliseconds from the click until the pane says that the batch has stopped. */
async function measureStop(paths: readonly string[]): Promise<number> {
  const desk = await openDesk();
  await choose(desk, paths);
  await desk.pane.getByText(/^全部 [1-9]/).waitFor();
  const start = performance.now();
  await stopButton(desk).click();
  await desk.pane.getByText("已停止").waitFor();
  const took = performance.now() - start;
  await desk.close();
  return took;
}

async function measure(folder: string): Promise<Measurement[]> {
  const save = ({ buffer }: NamedFile, name: string) => {
    const place = path.join(folder, name);
    writeFileSync(place, buffer);
    return place;
  };
  const files = countyFiles();
  const county = files.map((file) => save(file, file.name));
  const city = Array.from({ length: CITY }, (_, index) => save(files[0]!, `city-${index}.xlsx`));
  const longest = await measureCounty(county);
  const stop = await measureStop(city);
  await disconnect();
  return [
    {
      what: `校验 ${county.length} 个文件时窗格的最长任务（50 ms 以下不计）`,
      value: longest,
      unit: "ms",
      limit: LONGEST_TASK_MS,
    },
    { what: `校验 ${CITY} 个文件时：从按下停止到已停止`, value: stop, unit: "ms", limit: STOP_MS },
  ];
}

export default {
  title: "窗格中的批量校验（工作台，浏览器中实测）",
  inBrowser: true,
  async run() {
    const folder = mkdtempSync(path.join(tmpdir(), "gouji-desk-"));
    try {
      return await measure(folder);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
} satisfies Bench;
