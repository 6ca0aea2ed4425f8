import axe from "axe-core";
import type { Frame } from "playwright-core";
import { type OpenWorkbench, disconnect, openWorkbench } from "./browser";

let workbench: OpenWorkbench;

beforeAll(async () => {
  workbench = await openWorkbench();
});

afterAll(async () => {
  await workbench.close();
  await disconnect();
});

/** What axe finds in a frame, in short: rule and place. The grid is a canvas with Univer's own tools; it is not ours to judge. */
async function violationsIn(frame: Frame): Promise<string[]> {
  await frame.evaluate(axe.source);
  return frame.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(
      { exclude: [".grid"] },
      { iframes: false, resultTypes: ["violations"] },
    );
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
  });
}

test("the page around the grid can be used by everyone", async () => {
  expect(await violationsIn(workbench.page.mainFrame())).toEqual([]);
});

test("a question can be used by everyone", async () => {
  const { page, grid } = workbench;
  await grid.type("A1", "1");
  await page.getByRole("button", { name: "新建" }).click();
  await page.getByRole("dialog").waitFor();
  expect(await violationsIn(page.mainFrame())).toEqual([]);
  await page.keyboard.press("Escape");
});

test("the task pane can be used by everyone", async () => {
  await workbench.pane.getByRole("button", { name: "插入报表" }).first().waitFor();
  expect(await violationsIn(workbench.pane)).toEqual([]);
});
