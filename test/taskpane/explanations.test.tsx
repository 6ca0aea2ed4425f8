/** @jest-environment jsdom */
import { button, buttons, click, enter, field, page, renderPane, settle } from "./render";
import { STATES } from "./states";

test("the list of explanations offered the supervisor nothing to refuse one", async () => {
  const app = STATES.explained!();
  app.set({ isReviewing: true });
  const { goTo } = await renderPane(app);
  goTo({ name: "explanations" });
  await settle();
  const before = buttons("不予认可").length;
  expect(before).toBeGreaterThan(0);
  await click(buttons("不予认可")[0]!);
  await settle();
  await enter(field<HTMLTextAreaElement>(/^不予认可的理由/), "没有写明是哪几件，请补充文号。");
  await click(button("保存"));
  await settle();
  expect(buttons("不予认可")).toHaveLength(before - 1);
  expect(page()).toContain("没有写明是哪几件，请补充文号。");
});
