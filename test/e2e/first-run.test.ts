import { type OpenWorkbench, disconnect, openWorkbench } from "./browser";

let workbench: OpenWorkbench;

beforeAll(async () => {
  workbench = await openWorkbench({ isFirstTime: true });
});

afterAll(async () => {
  await workbench.close();
  await disconnect();
});

test("a person's first minutes: the exercise, its two errors found and put right, validated, the guide put away", async () => {
  const { pane, grid } = workbench;
  await pane.getByRole("button", { name: "插入练习报表" }).click();
  await pane.getByRole("heading", { name: "有错误" }).first().waitFor();
  await pane.getByRole("button", { name: /^(?!说明).*办理结果合计不符/ }).click();
  await grid.settled();
  expect(await grid.sheetNames()).toContain("表三");
  await grid.type("J26", "0");
  await grid.openSheet("表四");
  await pane.getByRole("button", { name: /^(?!说明).*复议诉讼合计不符/ }).click();
  await grid.settled();
  const [first = ""] = ((await grid.selection()) ?? "").split(":");
  await grid.type(first, "0");
  await pane.getByRole("heading", { name: "通过" }).first().waitFor();
  await pane.getByRole("button", { name: "一键校验" }).click();
  await pane.getByRole("button", { name: "三步已完成，收起" }).click();
  expect(await pane.getByText("三步上手").count()).toBe(0);
});
