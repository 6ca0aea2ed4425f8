/** @jest-environment jsdom */
import axe from "axe-core";
import { act } from "react";
import { button, buttons, click, enter, field, renderPane } from "./render";
import { STATES } from "./states";

/** What axe has against the page. Colours, themes and English are looked at on a real screen, in test/e2e. */
async function violations(): Promise<string[]> {
  let found: axe.Result[] = [];
  await act(async () => {
    found = (await axe.run(document.body, { rules: { "color-contrast": { enabled: false } } })).violations;
  });
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

beforeAll(() => {
  document.title = "勾稽";
});

describe("axe has nothing against", () => {
  test.each(["empty", "findings", "failure"])("the state %s", async (state) => {
    await renderPane(STATES[state]!());
    expect(await violations()).toEqual([]);
  });

  test("an explanation", async () => {
    await renderPane(STATES.findings!());
    await click(button("说明：办理结果合计不符 J26"));
    expect(await violations()).toEqual([]);
  });

  test("the options and tools", async () => {
    await renderPane(STATES.limits!());
    await click(button("选项与工具"));
    expect(await violations()).toEqual([]);
  });

  test("the form for inserting, and its complaints", async () => {
    await renderPane(STATES.empty!());
    await click(buttons("插入报表")[0]!);
    for (const label of [/^二、/, /^三、/, /^四、/]) await click(field(label));
    await click(button("插入"));
    expect(document.querySelectorAll('[aria-invalid="true"]')).toHaveLength(1);
    expect(await violations()).toEqual([]);
  });

  test("the question before overwriting", async () => {
    const app = STATES.empty!();
    app.occupied = ["B2"];
    await renderPane(app);
    await click(buttons("插入报表")[0]!);
    await enter(field(/^单位名称/), "区发改局");
    await click(button("插入"));
    expect(document.querySelector('[role="alertdialog"]')).not.toBeNull();
    expect(await violations()).toEqual([]);
  });
});
