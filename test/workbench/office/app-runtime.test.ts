import { startHost, type TestHost } from "../host";

let host: TestHost;
beforeEach(async () => {
  host = await startHost();
});
afterEach(() => host.dispose());

test("the add-in shows and hides its pane", async () => {
  expect(Office.context.requirements.isSetSupported("SharedRuntime", "1.1")).toBe(true);
  await Office.addin.showAsTaskpane();
  expect(host.isPaneShown()).toBe(true);
  await Office.addin.hide();
  expect(host.isPaneShown()).toBe(false);
});

test("it is told when a person opens or closes the pane", async () => {
  const modes: string[] = [];
  const remove = await Office.addin.onVisibilityModeChanged(({ visibilityMode }) => void modes.push(visibilityMode));
  host.showPane(true);
  host.showPane(false);
  await host.settled();
  expect(modes).toEqual(["Taskpane", "Hidden"]);
  await remove();
  host.showPane(true);
  await host.settled();
  expect(modes).toHaveLength(2);
});

test("how it starts is remembered", async () => {
  expect(await Office.addin.getStartupBehavior()).toBe("None");
  await Office.addin.setStartupBehavior(Office.StartupBehavior.load);
  expect(await Office.addin.getStartupBehavior()).toBe("Load");
});

test("keys call what is associated, without an event", async () => {
  const calls: unknown[] = [];
  Office.actions.associate("check", (event: unknown) => calls.push(event));
  host.pressShortcut("check");
  await host.settled();
  expect(calls).toEqual([null]);
});
