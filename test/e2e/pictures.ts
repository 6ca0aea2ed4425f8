import type { Page } from "playwright-core";
import { type OpenWorkbench, openWorkbench } from "./browser";
import { countyFiles } from "./desk-files";

/** A picture for the documentation: what is done before it is taken. */
export interface Picture {
  /** File name in docs/pictures, without its ending. */
  name: string;
  width: number;
  height: number;
  prepare: (workbench: OpenWorkbench) => Promise<void>;
}

async function insertSample({ pane, page }: OpenWorkbench): Promise<void> {
  await pane.getByRole("button", { name: /插入示例/ }).click();
  await waitForVerdict(page, "通过");
}

/** Waits until the pane's verdict is the given one. */
async function waitForVerdict(page: Page, verdict: string): Promise<void> {
  await page.frameLocator("iframe").getByRole("heading", { name: verdict }).first().waitFor();
}

export const pictures: readonly Picture[] = [
  {
    name: "start",
    width: 1280,
    height: 800,
    prepare: async ({ pane }) => {
      await pane.getByRole("button", { name: /插入示例/ }).waitFor();
    },
  },
  {
    name: "sample",
    width: 1280,
    height: 800,
    prepare: insertSample,
  },
  {
    name: "insert",
    width: 1280,
    height: 800,
    prepare: async ({ pane }) => {
      await pane.getByRole("button", { name: "插入报表" }).first().click();
      await pane.getByLabel("单位名称").fill("新郑市辛店镇");
    },
  },
  {
    name: "findings",
    width: 1440,
    height: 900,
    prepare: async (workbench) => {
      await insertSample(workbench);
      await workbench.grid.openSheet("表三");
      await workbench.grid.type("J7", "9");
      await waitForVerdict(workbench.page, "有错误");
    },
  },
  {
    name: "suspects",
    width: 1440,
    height: 900,
    prepare: async (workbench) => {
      await insertSample(workbench);
      const { grid, pane } = workbench;
      await grid.openSheet("表三");
      for (const row of [5, 7, 26]) await grid.paste(`D${row}`, [["50", "35", "0", "0", "0", "0", "85"]]);
      await grid.type("J7", "58");
      await pane.getByRole("button", { name: /^J7 58 → 85/ }).waitFor();
      await grid.select("A1");
    },
  },
  {
    name: "report",
    width: 1280,
    height: 800,
    prepare: async (workbench) => {
      await insertSample(workbench);
      await workbench.grid.openSheet("表三");
      await workbench.grid.type("J7", "9");
      await waitForVerdict(workbench.page, "有错误");
      await workbench.pane.getByRole("button", { name: "一键校验" }).click();
      await workbench.pane.getByText("明细已写入").first().waitFor();
      await workbench.grid.openSheet("校验结果");
    },
  },
  {
    name: "batch",
    width: 1280,
    height: 1000,
    prepare: async ({ pane }) => {
      await pane.getByRole("button", { name: "更多" }).click();
      await pane.getByRole("menuitem", { name: "批量校验" }).click();
      await pane.locator("main input[type=file]").first().setInputFiles(countyFiles());
      await pane.getByText(/^全部 40/).waitFor();
      await pane.getByRole("button", { name: "停止" }).waitFor({ state: "detached" });
    },
  },
];

/** Opens the workbench, prepares it and takes the picture, as PNG. */
export async function take({ width, height, prepare }: Picture): Promise<Buffer> {
  const workbench = await openWorkbench({ width, height });
  await prepare(workbench);
  await workbench.grid.settled();
  const png = await workbench.page.screenshot();
  await workbench.close();
  return png;
}
