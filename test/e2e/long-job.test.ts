import { utils, write } from "@e965/xlsx";
import { tableOf } from "../../src/tables/formats";
import { layOut } from "../fixtures/workbooks";
import { disconnect, openWorkbench } from "./browser";

jest.setTimeout(120_000);
afterAll(disconnect);

/** So many that marking them takes longer than a person waits without wondering. */
const TABLES = 140;

/** A workbook with a table 三 on each of its sheets, from a library that is not ours. */
function makeBook(): Buffer {
  const table = tableOf("2021", "section3");
  const rows = layOut(table, "表三", Object.fromEntries(table.numbers.map(({ key }) => [key, 0])));
  const book = utils.book_new();
  for (let unit = 1; unit <= TABLES; unit++) utils.book_append_sheet(book, utils.aoa_to_sheet(rows), `单位${unit}`);
  return write(book, { type: "buffer", bookType: "xlsx" }) as Buffer;
}

/** Presses the button to stop as soon as it is there: nothing waits until the page has rested. Gives what was said beside it. */
const stopAtOnce = (): Promise<string> =>
  new Promise((resolve) => {
    const look = () => {
      const button = [...document.querySelectorAll("button")].find(({ textContent }) => textContent === "停止");
      if (!button) return void requestAnimationFrame(look);
      resolve(button.parentElement!.querySelector("span")!.textContent);
      button.click();
    };
    look();
  });

test("marking very many tables tells how far it is and is stopped half-way, and what was marked can be unmarked", async () => {
  const workbench = await openWorkbench();
  const { page, pane } = workbench;
  const mimeType = "application/octet-stream";
  await page.locator("input[type=file]").setInputFiles({ name: "汇总.xlsx", mimeType, buffer: makeBook() });
  await pane.getByText(/还有 110 张表/).waitFor();
  await pane.getByRole("button", { name: "选项与工具" }).click();
  await pane.getByRole("button", { name: "标记全部报表" }).click();
  expect(await pane.evaluate(stopAtOnce)).toMatch(new RegExp(`^正在标记 \\d+ / ${TABLES}$`));
  const notice = pane.getByText(/^已停止：已标记 \d+ 张表，其余 \d+ 张没有改动。$/);
  await notice.first().waitFor();
  const [marked, others] = (await notice.first().textContent())!.match(/\d+/g)!.map(Number);
  expect(marked! + others!).toBe(TABLES);
  expect(others).toBeGreaterThan(0);
  await pane.getByRole("button", { name: "清除全部标记" }).click();
  await pane
    .getByText(/^已清除 \d+ 条/)
    .first()
    .waitFor();
  await workbench.close();
});
