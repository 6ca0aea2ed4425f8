import type { LocaleId } from "./locale";

/** What `gouji import` prints, besides what it shares with the pane and with `gouji check`. */
export interface ImportCommandTexts {
  source(file: string, kind: string): string;
  subject(unit: string, year: number): string;
  /** 表三：共 175 格，读出 168，待填 7. */
  table(name: string, counts: string): string;
  concern(cells: string, sentence: string): string;
  moreConcerns(count: number): string;
  written(file: string): string;
  severalYears(years: readonly number[]): string;
  noUnit: string;
  noYear: string;
  separator: string;
}

export const IMPORT_COMMAND_TEXTS: Readonly<Record<LocaleId, ImportCommandTexts>> = {
  "zh-CN": {
    source: (file, kind) => `${file}：${kind}`,
    subject: (unit, year) => `单位：${unit}；报告年度：${year}`,
    table: (name, counts) => `  ${name}：${counts}`,
    concern: (cells, sentence) => `    ${cells}：${sentence}`,
    moreConcerns: (count) => `    ……另有 ${count} 处，见各格批注`,
    written: (file) => `已写入 ${file}`,
    severalYears: (years) => `原文有 ${years.join("、")} 几个年度的表格，请用 --year 指定其中一个。`,
    noUnit: "原文没有写明单位，请用 --unit 指定。",
    noYear: "原文没有写明报告年度，请用 --year 指定（从 2019 年起）。",
    separator: "、",
  },
  "en-US": {
    source: (file, kind) => `${file}: ${kind}`,
    subject: (unit, year) => `Unit: ${unit}; report year: ${year}`,
    table: (name, counts) => `  ${name}: ${counts}`,
    concern: (cells, sentence) => `    ${cells}: ${sentence}`,
    moreConcerns: (count) => `    … ${count} more: see the notes on the cells`,
    written: (file) => `Written to ${file}`,
    severalYears: (years) => `The report has tables of ${years.join(", ")}: choose one with --year.`,
    noUnit: "The report names no unit: give one with --unit.",
    noYear: "The report names no year: give one with --year (2019 or later).",
    separator: ", ",
  },
};
