import type { LocaleId } from "./locale";

/** The words about explanations that only the report sheet shows. Fetched with the notice about them. */
export interface LostTexts {
  list: string;
  /** Why one of them cannot be taken back. */
  changed: string;
  /** What to see to before the sheet is rewritten. */
  hint: string;
  restore: (count: number) => string;
  /** Said when so many have been taken back. */
  restored: (count: number) => string;
}

export const LOST_TEXTS: Readonly<Record<LocaleId, LostTexts>> = {
  "zh-CN": {
    list: "只在校验结果表中的核实说明",
    changed: "数字或问题已与当时不同，不能恢复，请重新填写。",
    hint: "再次校验会重写“校验结果”表，请先恢复。恢复前请看一遍原文：表格里的文字谁都可以改动。",
    restore: (count) => `恢复 ${count} 条`,
    restored: (count) => `已恢复 ${count} 条核实说明。`,
  },
  "en-US": {
    list: "Explanations that only the sheet of results shows",
    changed: "The figures or the finding are others than they were: it cannot be restored. Write it anew.",
    hint: "Checking again rewrites the sheet of results: restore them first. Read them before you do: anybody can type in a sheet.",
    restore: (count) => `Restore ${count}`,
    restored: (count) => `${count} ${count === 1 ? "explanation is" : "explanations are"} restored.`,
  },
};
