import { bindCommands } from "../../src/actions/commands";
import type { InsertRequest } from "../../src/actions/action";
import { REQUEST, start, type Started } from "./start";

// the machine may be busy
jest.setTimeout(30_000);

let at: Started;
let request: InsertRequest | null;
beforeEach(async () => {
  at = await start();
  request = { ...REQUEST, sections: ["section4"] };
  bindCommands(at.app, { insert: () => request });
});
afterEach(() => at.dispose());

test("the ribbon inserts what the pane would, and validates it", async () => {
  await at.host.runCommand("insert");
  expect(at.host.sheets()).toEqual(["Sheet1", "表四"]);
  await at.host.runCommand("validate");
  expect(at.host.sheets()).toEqual(["Sheet1", "表四", "校验结果"]);
});

test("where the pane has to ask first, nothing is inserted", async () => {
  request = null;
  await at.host.runCommand("insert");
  expect(at.host.sheets()).toEqual(["Sheet1"]);
});

test("a command that fails ends all the same, and leaves its failure to the pane", async () => {
  await at.host.runCommand("validate");
  expect(at.app.getState().failure).toMatchObject({ code: "NoTables", action: "validate" });
  await at.host.runCommand("insert");
  await at.host.runCommand("export");
  expect(at.app.getState().failure).toMatchObject({ code: "NotPassed", action: "export" });
});
