/** @jest-environment jsdom */
import { button, buttons, click, page, renderPane, settle } from "./render";
import { STATES } from "./states";

test("explanations that only the report sheet shows are told, and taken back when the person says so", async () => {
  const app = STATES.lost!();
  await renderPane(app);
  await settle();
  expect(page()).toContain("随文件保存的已丢失");
  expect(page()).toContain("数字或问题已与当时不同，不能恢复");
  expect(app.getState().record.explanations.entries).toEqual([]);
  await click(button("恢复 1 条"));
  await settle();
  expect(app.getState().record.explanations.entries).toMatchObject([{ by: "李四", at: "2026-01-20T02:00:00.000Z" }]);
});

test("who reviews is told, and takes nothing back for others", async () => {
  const app = STATES.lost!();
  app.set({ isReviewing: true });
  await renderPane(app);
  await settle();
  expect(page()).toContain("随文件保存的已丢失");
  expect(buttons(/^恢复/)).toEqual([]);
});
