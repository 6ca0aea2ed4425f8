import { bindCommands } from "../../src/actions/commands";
import { REQUEST, start, type Started } from "./start";

let at: Started;
let shown: string[];
beforeEach(async () => {
  at = await start();
  shown = [];
  const show = (view: string) => () => void shown.push(view);
  bindCommands(at.app, { findings: show("findings"), insert: show("insert"), batch: show("batch") });
});
afterEach(() => at.dispose());

test("a command works while the pane is closed, and opens it for what there is to see", async () => {
  await at.app.run("insert", { ...REQUEST, sections: ["section4"] });
  expect(at.host.isPaneShown()).toBe(false);
  await at.host.runCommand("validate");
  expect(at.host.sheets()).toEqual(["Sheet1", "表四", "校验结果"]);
  expect(at.host.isPaneShown()).toBe(true);
  expect(shown).toEqual(["findings"]);
  expect(at.app.getState().done).toEqual({ action: "validate", output: { verdict: "incomplete", sheet: "校验结果" } });
});

test.each(["insert", "batch"])("%s leads to its view in the pane, and writes nothing", async (command) => {
  at.host.counters.reset();
  await at.host.runCommand(command);
  expect(shown).toEqual([command]);
  expect(at.host.isPaneShown()).toBe(true);
  expect(at.host.counters.each.every(({ writes }) => writes === 0)).toBe(true);
});

test("a command that fails ends all the same, and leaves its failure to the pane", async () => {
  await at.host.runCommand("validate");
  expect(at.app.getState().failure).toMatchObject({ code: "NoTables", action: "validate" });
  await at.app.run("insert", { ...REQUEST, sections: ["section4"] });
  at.host.showPane(false);
  await at.host.runCommand("export");
  expect(at.app.getState().failure).toMatchObject({ code: "NotPassed", action: "export" });
  expect(at.host.isPaneShown()).toBe(true);
});

test("keys, which bring no event, run the same commands", async () => {
  await at.app.run("insert", { ...REQUEST, sections: ["section4"] });
  at.host.pressShortcut("validate");
  while (at.host.sheets().length < 3) await new Promise((resolve) => setTimeout(resolve, 20));
  await at.host.settled();
  expect(at.host.sheets()).toEqual(["Sheet1", "表四", "校验结果"]);
  at.host.showPane(false);
  at.host.pressShortcut("pane");
  while (!at.host.isPaneShown()) await new Promise((resolve) => setTimeout(resolve, 20));
});
