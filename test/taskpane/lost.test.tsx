/** @jest-environment jsdom */
import { subjectOf } from "../../src/record/subject";
import { zhCN } from "../../src/locales";
import { MemoryApp } from "./memory-app";
import { button, buttons, click, page, renderPane, settle } from "./render";

/** A workbook whose report sheet shows an explanation that the workbook itself remembers no more. */
function lostApp(): MemoryApp {
  const app = new MemoryApp();
  app.add("section2", 2025, { "regulations.issued": 2, "regulations.valid": 1 });
  const { tables, record } = app.getState();
  const [table] = tables;
  const finding = table!.check.findings.find(({ rule }) => rule === "S2.VALID")!;
  const cells = table!.filled.placement.cells;
  const { report } = zhCN.sheet;
  const printed = {
    rule: finding.rule,
    state: zhCN.record.states.explained,
    place: "",
    message: report.describeFinding(finding, table!),
    explanation: { text: "本年制发的规章有一件当年废止。", by: "李四", at: "2026-01-20T02:00:00.000Z" },
    objection: null,
  };
  const columns = subjectOf(finding, table!.filled).figures.map(({ key }) => cells[key]!.column);
  const letters = [Math.min(...columns), Math.max(...columns)].map((column) => "ABCD"[column]);
  const row = cells[finding.cells[0]!]!.row + 1;
  const place = `${table!.filled.placement.sheet}!${letters[0]}${row}:${letters[1]}${row}`;
  app.set({
    record: {
      ...record,
      lost: [
        { ...printed, place },
        { ...printed, place, message: "数字已变" },
      ],
    },
  });
  return app;
}

test("explanations that only the report sheet shows are told, and taken back when the person says so", async () => {
  const app = lostApp();
  await renderPane(app);
  await settle();
  expect(page()).toContain("随文件保存的已丢失");
  expect(page()).toContain("数字或问题已与当时不同，不能恢复");
  expect(app.getState().record.explanations.entries).toEqual([]);
  await click(button("恢复 1 条"));
  await settle();
  expect(app.getState().record.explanations.entries).toMatchObject([
    { text: "本年制发的规章有一件当年废止。", by: "李四", at: "2026-01-20T02:00:00.000Z" },
  ]);
});

test("who reviews is told, and takes nothing back for others", async () => {
  const app = lostApp();
  app.set({ isReviewing: true });
  await renderPane(app);
  await settle();
  expect(page()).toContain("随文件保存的已丢失");
  expect(buttons(/^恢复/)).toEqual([]);
});
