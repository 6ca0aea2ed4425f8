import { fillTables } from "../../src/excel/fill-tables";
import { insertTables } from "../../src/excel/insert/insert";
import { readSheets } from "../../src/excel/read";
import { visit } from "../../src/excel/session";
import { recogniseSheet } from "../../src/recognise/sheet";
import type { CellContent } from "../../src/tables/filled";
import type { CellKey } from "../../src/tables/table";
import { startHost, type TestHost } from "../workbench/host";
import { onSheet } from "./read";
import { REQUEST, SETTINGS } from "./settings";

let host: TestHost;
beforeEach(async () => {
  host = await startHost();
  await host.settled();
  await insertTables({ ...REQUEST, year: 2024 }, SETTINGS);
});
afterEach(() => host.dispose());

const number = (value: number): CellContent => ({ type: "number", value });

/** The tables that stand in the workbook, each to be filled with some figures. */
async function targets(figures: Partial<Record<CellKey, CellContent>>) {
  const ids = await visit(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/id");
    await context.sync();
    return worksheets.items.map(({ id }) => id);
  });
  const readings = await readSheets(ids);
  return readings.flatMap(({ id, grid }) =>
    recogniseSheet(grid).map(({ placement }) => ({ worksheetId: id, placement, contents: figures })),
  );
}

const FIGURES: Partial<Record<CellKey, CellContent>> = {
  "regulations.issued": number(3),
  "licensing.decisions": number(12),
  "fees.amount": number(0.37),
  "granted.naturalPerson": { type: "text", text: "5345件" },
  "review.total": number(2),
};

test("fills all tables in two round trips; what is not known stays blank", async () => {
  const wanted = await targets(FIGURES);
  host.counters.reset();
  const addresses = await fillTables(wanted, false);
  expect(host.counters.batches).toBe(2);
  expect(addresses).toEqual(["表二!A2:D15", "表三!A2:J29", "表四!A2:O5"]);
  const values = [host.value("表二", "B4"), host.value("表二", "B8"), host.value("表二", "B15")];
  expect(values).toEqual([3, 12, 0.37]);
  expect([host.value("表三", "D7"), host.value("表三", "E7"), host.value("表四", "E5")]).toEqual(["5345件", "", 2]);
});

test("cells that hold something else are named with their sheets, and left alone until the person agrees", async () => {
  await fillTables(await targets(FIGURES), false);
  const other = { "granted.naturalPerson": number(7), "review.total": number(2) };
  await expect(fillTables(await targets(other), false)).rejects.toMatchObject({
    code: "Occupied",
    details: { sheet: "表二、表三", cells: "表二!B4,表二!B8,表二!B15,表三!D7", count: 4 },
  });
  expect(host.value("表二", "B4")).toBe(3);
  await fillTables(await targets(other), true);
  expect([host.value("表二", "B4"), host.value("表三", "D7"), host.value("表四", "E5")]).toEqual(["", 7, 2]);
});

test("a protected sheet is named, and nothing is written", async () => {
  await onSheet("表三", (sheet) => sheet.protection.protect());
  await expect(fillTables(await targets(FIGURES), false)).rejects.toMatchObject({ code: "SheetProtected" });
  expect(host.value("表二", "B4")).toBe("");
});
