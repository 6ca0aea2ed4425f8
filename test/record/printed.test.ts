import { readPrinted } from "../../src/record/printed";
import { makeGrid } from "../../src/tables/grid";

const rows = [
  ["政府信息公开工作年度报告统计表校验结果", "", "", "", ""],
  ["校验时间", "", "2026-11-26 00:31（本机时间）", "", ""],
  ["一、问题", "", "", "", ""],
  ["序号", "类别", "审核关系", "位置", "问题说明"],
  [1, "核实性\n已说明", "现行有效\nS2.VALID", "表二!B4:D4", "现行有效少于制发。3 少于 5。"],
  ["", "", "核实说明", "", "本年制发的5件均于当年废止，\n见公告。\n李四 2026-11-26 00:31"],
  [2, "核实性\n未予认可", "规章数量\nS2.RULES", "表二!B3:D3", "规章数量存疑。"],
  ["", "", "核实说明", "", "省政府授权制定规章一件\n2026-11-25 09:00"],
  ["", "", "不予认可", "", "请写明文号\n王敏 2026-11-25 10:00"],
  [3, "提示性", "表样不符\nF.LABEL", "表三!A5", "项目名称不同。"],
  ["", "", "", "", "本页由插件写出，每次校验时重写。"],
];

test("explanations on a report sheet are read with the finding above them, who wrote them and when", () => {
  const printed = readPrinted(makeGrid("校验结果", { row: 0, column: 0 }, rows));
  const time = (...parts: [number, number, number, number, number]) => new Date(...parts).toISOString();
  expect(printed).toEqual([
    {
      rule: "S2.VALID",
      state: "已说明",
      place: "表二!B4:D4",
      message: "现行有效少于制发。3 少于 5。",
      explanation: { text: "本年制发的5件均于当年废止，\n见公告。", by: "李四", at: time(2026, 10, 26, 0, 31) },
      objection: null,
    },
    {
      rule: "S2.RULES",
      state: "未予认可",
      place: "表二!B3:D3",
      message: "规章数量存疑。",
      explanation: { text: "省政府授权制定规章一件", by: null, at: time(2026, 10, 25, 9, 0) },
      objection: { text: "请写明文号", by: "王敏", at: time(2026, 10, 25, 10, 0) },
    },
  ]);
});
