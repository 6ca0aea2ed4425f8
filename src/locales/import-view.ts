import type { LocaleId } from "./locale";

/** The words of the pane's views of published reports and of the tables that are there. They come with these views. */
export interface ImportViewTexts {
  intro: string;
  drop: string;
  choose: string;
  kinds: string;
  paste: string;
  pasteHint: string;
  read: string;
  reading: string;
  again: string;
  found: string;
  source(kind: string, name: string | null): string;
  pasted: string;
  noTables: string;
  yearLabel: string;
  yearHint: string;
  chooseOne: string;
  rows(zeroRows: number, hasOthers: boolean): string;
  blank: string;
  open(count: number): string;
  doubtful(count: number): string;
  sure: string;
  question(row: string): string;
  options: { separator: string; more: string };
  otherWays: string;
  where: string;
  existing: string;
  submit: string;
  noYear: string;
  chooseFile: string;
  /** Tables of the open workbook. */
  recognised: {
    intro: string;
    none: string;
    facts(format: string, year: number | null, unit: string | null): string;
    clean: string;
    doubts(count: number): string;
    show: string;
    mark: string;
    marked: string;
    markAll: string;
  };
}

export const IMPORT_VIEW_TEXTS: Readonly<Record<LocaleId, ImportViewTexts>> = {
  "zh-CN": {
    intro: "放入已公布的年报，读出各表数字，核对后填入官方格式的表格。文件只在本机读取，不上传。",
    drop: "把文件拖到这里",
    choose: "选择文件",
    kinds: "Word（.docx）、网页（.html）、文本（.txt）",
    paste: "或者粘贴网页、文本",
    pasteHint: "在网页或 Word 中全选、复制，再到这里粘贴",
    read: "识别",
    reading: "正在识别……",
    again: "重新选择",
    found: "识别结果",
    source: (kind, name) => `来源：${name ? `${name}（${kind}）` : kind}`,
    pasted: "粘贴的内容",
    noTables: "没有找到年度报告的表格。请确认放入的是整篇年报，而且表格不是图片。",
    yearLabel: "导入哪个年度",
    yearHint: "原文有几个年度的表格，请先选择。",
    chooseOne: "请选择",
    rows: (zeroRows, hasOthers) => `${hasOthers ? "其余 " : ""}${zeroRows} 行全为 0`,
    blank: "空",
    open: (count) => `待填 ${count} 格`,
    doubtful: (count) => `待核对 ${count} 格`,
    sure: "全部读出",
    question: (row) => `“${row}”有几种读法`,
    options: { separator: "，", more: "……" },
    otherWays: "都不对，留空",
    where: "填到哪里",
    existing: "填入工作簿中已有的这些表",
    submit: "填入",
    noYear: "请填写报告年度，从 2019 年起。",
    chooseFile: "选择年报文件",
    recognised: {
      intro: "下面是在工作簿中找到的报表。表头或项目名称与官方格式不一致的，逐条列出。",
      none: "没有找到报表。请检查表头和项目名称是否完整。",
      facts: (format, year, unit) =>
        [`${format} 年版格式`, year === null ? "未注明年度" : `${year} 年`, unit ?? "未注明单位"].join("，"),
      clean: "表头和项目名称与官方格式一致。",
      doubts: (count) => `有 ${count} 处与官方格式不一致：`,
      show: "选中此表",
      mark: "标记此表",
      marked: "已标记",
      markAll: "标记全部报表",
    },
  },
  "en-US": {
    intro:
      "Give a published report: its figures are read, shown for comparison, and put into the official tables. Files are read on this machine only.",
    drop: "Drop a file here",
    choose: "Choose a file",
    kinds: "Word (.docx), web page (.html), text (.txt)",
    paste: "Or paste a web page or text",
    pasteHint: "Select and copy all of the web page or Word document, then paste it here",
    read: "Read",
    reading: "Reading…",
    again: "Choose another",
    found: "What was read",
    source: (kind, name) => `Source: ${name ? `${name} (${kind})` : kind}`,
    pasted: "what was pasted",
    noTables:
      "No table of the annual report was found. See that the whole report was given, and that its tables are no pictures.",
    yearLabel: "Which year to import",
    yearHint: "The report has tables of several years: choose one first.",
    chooseOne: "Choose",
    rows: (zeroRows, hasOthers) => `${zeroRows} ${hasOthers ? "other " : ""}rows are all 0`,
    blank: "blank",
    open: (count) => `${count} cells to fill in`,
    doubtful: (count) => `${count} cells to compare`,
    sure: "all read",
    question: (row) => `"${row}" can be read in several ways`,
    options: { separator: ", ", more: "…" },
    otherWays: "None of these: leave blank",
    where: "Where to put the figures",
    existing: "Into these tables of the workbook",
    submit: "Fill in",
    noYear: "Enter the report year, 2019 or later.",
    chooseFile: "Choose the file of a report",
    recognised: {
      intro: "These tables were found in the workbook. What differs from the official labels is listed.",
      none: "No table was found. See that its header and row labels are complete.",
      facts: (format, year, unit) =>
        [`Format of ${format}`, year === null ? "no year given" : String(year), unit ?? "no unit given"].join(", "),
      clean: "Header and row labels are the official ones.",
      doubts: (count) => `${count} ${count === 1 ? "difference" : "differences"} from the official labels:`,
      show: "Select this table",
      mark: "Mark this table",
      marked: "marked",
      markAll: "Mark all",
    },
  },
};
