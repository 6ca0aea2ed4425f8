/** @jest-environment jsdom */
import { zhCN } from "../../src/locales";
import { button, buttons, click, enter, field, page, renderPane, settle } from "./render";
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

test("after a lost and refused explanation was restored the pane spoke of a refusal that somebody had just written", async () => {
  const app = STATES.lost!();
  const { record } = app.getState();
  const at = "2026-02-01T02:00:00.000Z";
  const [first, ...others] = record.lost;
  const objection = { text: "没有写明是哪一件，请补充文号。", by: "李强", at };
  app.set({ record: { ...record, lost: [{ ...first!, state: zhCN.record.states.objected, objection }, ...others] } });
  await renderPane(app);
  await settle();
  await click(button("恢复 1 条"));
  await settle();
  expect(app.getState().record.explanations.entries).toMatchObject([{ by: "李四", objection: { by: "李强" } }]);
  expect(page()).toContain("已恢复 1 条核实说明。");
  expect(page()).not.toContain("已记录不予认可的理由。");
  await click(button("重新说明"));
  await settle();
  await enter(field<HTMLTextAreaElement>(/^核实说明/), "废止公告为某政发〔2025〕8号，废止的是办学许可规定。");
  await click(button("保存"));
  await settle();
  expect(page()).toContain("已保存核实说明。");
});

test("who reviews is told, and takes nothing back for others", async () => {
  const app = STATES.lost!();
  app.set({ isReviewing: true });
  await renderPane(app);
  await settle();
  expect(page()).toContain("随文件保存的已丢失");
  expect(buttons(/^恢复/)).toEqual([]);
});
