import { readSheets } from "../../src/excel/read";
import { startHost, type TestHost } from "../workbench/host";
import { onSheet, readSheet } from "./read";

let host: TestHost;
beforeEach(async () => {
  host = await startHost();
  await host.type("Sheet1", "B2", 1);
  await host.addSheet("乙");
  await host.type("乙", "A1", "文字");
  await host.addSheet("空");
  await host.settled();
  host.counters.reset();
});
afterEach(() => {
  jest.restoreAllMocks();
  host.dispose();
});

const idsOf = (names: string[]) =>
  Promise.all(names.map((name) => readSheet(name, (sheet) => (sheet.load("id"), () => sheet.id))));

/** The host never has so much to say that Excel on the web would refuse to answer: here the first answers are refused. */
function refuseAnswers(count: number): jest.SpyInstance {
  const sync = jest.spyOn(Excel.RequestContext.prototype, "sync");
  const refusal = () => {
    const error = Object.assign(new Error("too much"), { code: "ResponsePayloadSizeLimitExceeded" });
    Object.setPrototypeOf(error, OfficeExtension.Error.prototype);
    return Promise.reject(error);
  };
  for (let answer = 0; answer < count; answer++) sync.mockImplementationOnce(refusal);
  return sync;
}

test("all sheets are read in one round trip, each as far as it is used", async () => {
  const ids = await idsOf(["Sheet1", "乙", "空"]);
  host.counters.reset();
  const readings = await readSheets(ids);
  expect(host.counters.batches).toBe(1);
  expect(readings.map(({ grid, cut }) => [grid.sheet, grid.area.rowCount, cut])).toEqual([
    ["Sheet1", 1, null],
    ["乙", 1, null],
    ["空", 0, null],
  ]);
  expect(readings[0]!.grid.contentAt({ row: 1, column: 1 })).toEqual({ type: "number", value: 1 });
});

test("a sheet that is gone is left out", async () => {
  const ids = await idsOf(["Sheet1", "乙"]);
  await host.deleteSheet("乙");
  expect((await readSheets(ids)).map(({ id }) => id)).toEqual([ids[0]]);
});

test("what is beyond the part that is read is told", async () => {
  await onSheet("乙", (sheet) => {
    sheet.getRange("BI3").values = [[1]];
  });
  const [reading] = await readSheets(await idsOf(["乙"]));
  expect(reading!.cut).toMatchObject({ sheet: "乙", area: { rowCount: 2000, columnCount: 60 } });
});

test("what Excel does not hand over at once is read in parts", async () => {
  const ids = await idsOf(["Sheet1", "乙", "空"]);
  const sync = refuseAnswers(2);
  const readings = await readSheets(ids);
  expect(readings.map(({ grid, cut }) => [grid.sheet, cut])).toEqual([
    ["Sheet1", null],
    ["乙", null],
    ["空", null],
  ]);
  expect(sync).toHaveBeenCalledTimes(4);
});

test("of a sheet that is too large by itself less is read, and it is told", async () => {
  const ids = await idsOf(["乙"]);
  await onSheet("乙", (sheet) => {
    sheet.getRange("A900").values = [[1]];
  });
  refuseAnswers(2);
  const [reading] = await readSheets(ids);
  expect(reading!.grid.contentAt({ row: 0, column: 0 })).toEqual({ type: "text", text: "文字" });
  expect(reading!.cut).toMatchObject({ area: { rowCount: 500 } });
});

test("an error of another kind is not met by reading less", async () => {
  const ids = await idsOf(["Sheet1", "乙"]);
  await host.startEdit();
  await expect(readSheets(ids)).rejects.toMatchObject({ code: "CellEditMode" });
  await host.endEdit();
});
