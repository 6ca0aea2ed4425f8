import type { CellConcern } from "../tables/concern";
import type { SectionId } from "../tables/table";
import type { LocaleId } from "./locale";
import type { Readings } from "./unread";

/** The words about reports as they were published: what was read of them, and what a person should look at. */
export interface ReportFileTexts {
  kinds: Readonly<Record<"docx" | "html" | "text", string>>;
  sections: Readonly<Record<SectionId, string>>;
  /** Why to look at a cell, in a few words. */
  concerns: Readonly<Record<CellConcern["code"], string>>;
  /** The same with what is printed, in a sentence or two; stands in notes on cells, too. */
  describeConcern: (concern: CellConcern) => string;
  /** The same of all cells of a row that runs together. */
  describeReadings: (written: string, readings: readonly Readings[]) => string;
  /** 共 175 格：读出 168，待确认 7. */
  counts(cells: number, read: number, open: number, check: number): string;
  missingTable: (section: SectionId) => string;
  mixedFormats: string;
  unlabelled(written: string): string;
}

/** Options that are shown of a cell. */
const MOST_OPTIONS = 6;

type Unread = Extract<CellConcern, { code: "unread" }>["reason"];

const UNREAD_ZH: Readonly<Record<Unread, string>> = {
  fewer: "数字比格子少，看不出哪一格是空的",
  extra: "数字比格子多",
  cut: "原文到这里中断",
  doubled: "这一行在原文里出现了不止一次",
  columns: "原文各列的顺序与官方格式不同",
  format: "原文的表头属于另一种格式",
};

const UNREAD_EN: Readonly<Record<Unread, string>> = {
  fewer: "there are fewer figures than cells, and nothing tells which cells are blank",
  extra: "there are more figures than cells",
  cut: "the text ends here",
  doubled: "the row stands in the report more than once",
  columns: "the columns of the report stand in another order",
  format: "the headings in the report belong to another format",
};

const listOptions = (options: readonly string[], mark: string) =>
  options
    .slice(0, MOST_OPTIONS)
    .map((option) => option || mark)
    .join("、");

const isMore = ({ options, hasMore }: Pick<Readings, "options" | "hasMore">) =>
  hasMore || options.length > MOST_OPTIONS;

function readingsZh(written: string, readings: readonly Readings[]): string {
  const cells = readings.map(
    (cell) => `${cell.column} ${listOptions(cell.options, "空白")}${isMore(cell) ? " 等" : ""}`,
  );
  return `原文这一行写作“${written}”，有几种读法：${cells.join("；")}。请对照原文填写。`;
}

function readingsEn(written: string, readings: readonly Readings[]): string {
  const cells = readings.map(
    (cell) => `${cell.column} ${listOptions(cell.options, "blank")}${isMore(cell) ? " or other" : ""}`,
  );
  return `The report prints this row as "${written}", which can be read in several ways: ${cells.join("; ")}. Fill it in from the report.`;
}

function describeZh(concern: CellConcern): string {
  switch (concern.code) {
    case "asked": {
      const more = isMore(concern) ? "等" : "";
      return `原文这一行写作“${concern.written}”，有几种读法，此格可能是 ${listOptions(concern.options, "空白")}${more}。请对照原文填写。`;
    }
    case "unread":
      return `${concern.written ? `原文这一行写作“${concern.written}”` : "原文这一行没有数字"}，${UNREAD_ZH[concern.reason]}。请对照原文填写。`;
    case "missing":
      return "原文中没有找到这一格。请对照原文填写。";
    case "blank":
      return "原文此格为空。";
    case "text": {
      const meant = concern.meant ? `，可能是 ${concern.meant.number}` : "";
      return `原文写作“${concern.written}”，不是规范的数字${meant}。已照原样保留，请改为数字。`;
    }
    case "bySums":
      return `原文数字连写（“${concern.written}”），按合计关系断开。请对照原文核对。`;
    case "byOrder":
      return `原文这一行写作“${concern.written}”，按先后顺序对应到各格。请对照原文核对。`;
  }
}

function describeEn(concern: CellConcern): string {
  switch (concern.code) {
    case "asked": {
      const more = isMore(concern) ? " or other" : "";
      return `The report prints this row as "${concern.written}", which can be read in several ways; this cell may be ${listOptions(concern.options, "blank")}${more}. Fill it in from the report.`;
    }
    case "unread":
      return `The report prints ${concern.written ? `this row as "${concern.written}"` : "no figure in this row"}: ${UNREAD_EN[concern.reason]}. Fill it in from the report.`;
    case "missing":
      return "This cell was not found in the report. Fill it in from the report.";
    case "blank":
      return "Blank in the report.";
    case "text": {
      const meant = concern.meant ? `, it may mean ${concern.meant.number}` : "";
      return `The report prints "${concern.written}", which is no plain number${meant}. It was kept as it is: make it a number.`;
    }
    case "bySums":
      return `The figures run together in the report ("${concern.written}") and were told apart by the sums. Compare them with the report.`;
    case "byOrder":
      return `The report prints this row as "${concern.written}"; its figures were assigned in their order. Compare them with the report.`;
  }
}

export const REPORT_FILE_TEXTS: Readonly<Record<LocaleId, ReportFileTexts>> = {
  "zh-CN": {
    kinds: { docx: "Word 文档", html: "网页", text: "文本" },
    sections: { section2: "表二", section3: "表三", section4: "表四" },
    concerns: {
      asked: "有几种读法",
      unread: "没有读出",
      missing: "原文没有",
      blank: "原文为空",
      text: "不是数字",
      bySums: "连写断开",
      byOrder: "按序对应",
    },
    describeConcern: describeZh,
    describeReadings: readingsZh,
    counts: (cells, read, open, check) =>
      [
        `共 ${cells} 格`,
        `读出 ${read}`,
        ...(open > 0 ? [`待填 ${open}`] : []),
        ...(check > 0 ? [`待核对 ${check}`] : []),
      ].join("，"),
    missingTable: (section) =>
      `没有找到${{ section2: "表二（主动公开）", section3: "表三（收到和处理申请）", section4: "表四（行政复议、行政诉讼）" }[section]}。`,
    mixedFormats: "各表的格式不一致：有的是 2019 年格式，有的是 2021 年格式。",
    unlabelled: (written) => `有一行数字没有项目名称，没有采用：${written}`,
  },
  "en-US": {
    kinds: { docx: "Word document", html: "web page", text: "text" },
    sections: { section2: "Table 2", section3: "Table 3", section4: "Table 4" },
    concerns: {
      asked: "several readings",
      unread: "not read",
      missing: "not in the report",
      blank: "blank in the report",
      text: "no number",
      bySums: "told apart by sums",
      byOrder: "told by order",
    },
    describeConcern: describeEn,
    describeReadings: readingsEn,
    counts: (cells, read, open, check) =>
      [
        `${cells} cells`,
        `${read} read`,
        ...(open > 0 ? [`${open} to fill in`] : []),
        ...(check > 0 ? [`${check} to compare`] : []),
      ].join(", "),
    missingTable: (section) =>
      `${{ section2: "Table 2 (disclosed on own initiative)", section3: "Table 3 (requests)", section4: "Table 4 (review and litigation)" }[section]} was not found.`,
    mixedFormats: "The tables follow different formats: some that of 2019, some that of 2021.",
    unlabelled: (written) => `A line of figures has no label and was left out: ${written}`,
  },
};
