import { REQUEST, start, zeros, type Started } from "./start";

let at: Started;

/** Excel before ExcelApi 1.9, whose worksheet collection tells of no changes and which has no page set-up. */
async function beOlder(): Promise<void> {
  const { requirements } = Office.context;
  const isSetSupported = (name: string, version = "1.1") =>
    requirements.isSetSupported(name, version) && !(name === "ExcelApi" && Number(version) >= 1.8);
  const context = Object.create(Office.context, {
    requirements: { value: { isSetSupported } },
  }) as typeof Office.context;
  Object.assign(globalThis, { Office: Object.create(Office, { context: { value: context } }) as typeof Office });
  await Promise.resolve();
}

beforeEach(async () => {
  at = await start({}, beOlder);
});
afterEach(() => at.dispose());

test("it is said what is missing, and tables are inserted all the same", async () => {
  expect(at.app.getState().limits).toEqual(["noCollectionEvents", "noPageLayout"]);
  await at.app.run("insert", REQUEST);
  expect(at.app.getState().summary.tables).toBe(3);
});

test("edits are checked on every sheet, also on those that came later, and no more after the end", async () => {
  await at.app.run("insert", { ...REQUEST, sections: ["section3"] });
  await at.host.paste("表三", "D5", zeros(23, 7));
  expect((await at.caughtUp()).tables[0]!.check.verdict).toBe("pass");
  await at.host.copySheet("表三");
  const { tables } = await at.caughtUp();
  expect(tables).toHaveLength(2);

  at.host.counters.reset();
  await at.host.type(tables[1]!.filled.placement.sheet, "J7", 3);
  expect((await at.caughtUp()).summary.verdict).toBe("fail");
  expect(at.host.counters.batches).toBe(1);

  await at.app.dispose();
  at.host.counters.reset();
  await at.host.type("表三", "J7", 3);
  await at.caughtUp();
  expect(at.host.counters.batches).toBe(0);
});
