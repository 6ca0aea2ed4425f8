import type { CellConcern, UnreadReason } from "../../tables/concern";
import { isMore, listOptions, type ReportFileTexts } from "../report-file-texts";
import type { Readings } from "../unread";

const UNREAD: Readonly<Record<UnreadReason, string>> = {
  fewer: "数字比格子少，看不出哪一格是空的",
  extra: "数字比格子多",
  cut: "原文到这里中断",
  doubled: "这一行在原文里出现了不止一次",
  columns: "原文各列的顺序与官方格式不同",
  format: "原文的表头属于另一种格式",
};

function writeReadings(written: string, readings: readonly Readings[]): string {
  const cells = readings.map(
    (cell) => `${cell.column} ${listOptions(cell.options, "空白", "、")}${isMore(cell) ? " 等" : ""}`,
  );
  return `原文这一行写作“${written}”，有几种读法：${cells.join("；")}。请对照原文填写。`;
}

function describe(concern: CellConcern): string {
  switch (concern.code) {
    case "asked": {
      const more = isMore(concern) ? "等" : "";
      return `原文这一行写作“${concern.written}”，有几种读法，此格可能是 ${listOptions(concern.options, "空白", "、")}${more}。请对照原文填写。`;
    }
    case "unread":
      return `${concern.written ? `原文这一行写作“${concern.written}”` : "原文这一行没有数字"}，${UNREAD[concern.reason]}。请对照原文填写。`;
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

export const reportFile: ReportFileTexts = {
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
  describeConcern: describe,
  describeReadings: writeReadings,
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
};
