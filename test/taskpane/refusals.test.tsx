/** @jest-environment jsdom */
import { act } from "react";
import { subjectOf } from "../../src/record/subject";
import { MemoryApp } from "./memory-app";
import { button, buttons, click, enter, field, page, renderPane, settle } from "./render";

const WHY = "本年制发的两件规章中有一件当年废止，现行有效件数按年末统计。";
const ANEW = "废止公告为某政发〔2025〕8号，废止的是办学许可规定。";
const REFUSAL = "没有写明是哪几件，请补充文号。";
const AT = "2026-01-20T02:00:00Z";

/** A warning that is explained, then not accepted. */
function refused(): MemoryApp {
  const app = new MemoryApp();
  app.add("section2", 2025, { "regulations.issued": 2, "regulations.valid": 1 });
  const [{ filled, check }] = app.getState().tables as [ReturnType<MemoryApp["getState"]>["tables"][number]];
  const subject = subjectOf(check.findings[0]!, filled);
  app.explain((book) =>
    book.explain(subject, { text: WHY, by: "王敏", at: AT }).object(subject, { text: REFUSAL, by: "李强", at: AT }),
  );
  return app;
}

async function writeAnew(text: string): Promise<void> {
  await click(button("重新说明"));
  await settle();
  await enter(field<HTMLTextAreaElement>(/^核实说明/), text);
  await click(button("保存"));
  await settle();
}

test("the text that was not accepted passed when it was sent again: it is refused where it is written", async () => {
  await renderPane(refused());
  await writeAnew(WHY);
  expect(page()).toContain("与未予认可的说明相同");
  expect(buttons("保存")).toHaveLength(1);
  await enter(field<HTMLTextAreaElement>(/^核实说明/), ANEW);
  expect(page()).not.toContain("与未予认可的说明相同");
  await click(button("保存"));
  await settle();
  expect(page()).toContain("已保存核实说明。");
});

test("the list of explanations called lapsed what was not accepted and answered, with the numbers of now as those of then", async () => {
  const { goTo } = await renderPane(refused());
  await writeAnew(ANEW);
  goTo({ name: "explanations" });
  await settle();
  expect(page()).toContain("未予认可，已重新说明");
  expect(page()).toContain(REFUSAL);
  expect(page()).not.toContain("已失效");
  expect(page()).not.toContain("说明时的数字");
});

test("after an explanation was withdrawn the pane still said that it was saved", async () => {
  await renderPane(refused());
  await writeAnew(ANEW);
  await click(button("撤回"));
  await settle();
  expect(page()).not.toContain("已保存核实说明。");
  expect(page()).toContain("已撤回核实说明。");
});

test("a refusal that was taken back left no trace, and the explanation could be taken away with it", async () => {
  const app = refused();
  app.set({ isReviewing: true });
  await renderPane(app);
  await click(button("撤销意见"));
  await settle();
  act(() => app.set({ isReviewing: false }));
  await settle();
  // a table that passes is folded
  await click(document.querySelector<HTMLElement>("h2 button[aria-expanded='false']")!);
  await settle();
  expect(page()).toContain(`曾不予认可：${REFUSAL}`);
  expect(buttons("修改")).toHaveLength(1);
  expect(buttons("撤回")).toHaveLength(0);
});
