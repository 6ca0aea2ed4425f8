/** @jest-environment jsdom */
import { tableOf } from "../../src/tables/formats";
import { fillTable, placeTable } from "../locales/filled";
import { MemoryApp } from "./memory-app";
import { button, click, page, renderPane } from "./render";

const MARKUP = "<img src=x onerror=alert(1)>";

test("names and texts of a workbook are shown as they are written, and never become a part of the page", async () => {
  const app = new MemoryApp({
    cutSheets: [{ worksheetId: "9", sheet: MARKUP, area: { row: 0, column: 0, rowCount: 9, columnCount: 9 } }],
  });
  const placement = { ...placeTable(tableOf("2019", "section4"), MARKUP), unit: MARKUP };
  app.add(
    "section4",
    2020,
    fillTable(placement, { "review.upheld": MARKUP }, [{ fault: "unknown", expected: [], found: MARKUP, cells: [] }]),
  );
  await renderPane(app);
  for (const row of document.querySelectorAll<HTMLElement>('li button[aria-expanded="false"]')) await click(row);
  expect(page().split(MARKUP).length).toBeGreaterThan(3);
  expect(document.querySelector("img")).toBeNull();
  await click(button("插入报表"));
  expect(document.querySelector("img")).toBeNull();
  expect([...document.querySelectorAll("input")].some(({ value }) => value === MARKUP)).toBe(true);
});
