import { type XlsxProblem, XlsxError } from "../../xlsx/error";
import type { Loss, LossKind } from "../file/loss";

const lossNames: Record<LossKind, string> = {
  autoFilters: "自动筛选",
  backgroundPictures: "工作表背景图片",
  charts: "图表",
  chartSheets: "图表工作表",
  connections: "外部数据连接",
  dataBarDetails: "数据条的细节格式",
  dataModels: "数据模型",
  dialogSheets: "对话框工作表",
  externalLinks: "到其他工作簿的链接",
  extendedConditionalFormats: "扩展的条件格式",
  formControls: "表单控件",
  gradientFills: "渐变填充",
  ink: "墨迹",
  macroSheets: "宏工作表",
  macros: "宏",
  otherAddIns: "其他加载项的内容",
  otherConditionalFormats: "无法显示的条件格式",
  otherObjects: "其他嵌入对象",
  outlines: "行列分组",
  pageBreaks: "手动分页符",
  pictures: "图片",
  pivotTables: "数据透视表",
  protectedRanges: "允许编辑的区域",
  scenarios: "方案",
  shapes: "形状和文本框",
  signatures: "数字签名",
  slicers: "切片器",
  sparklines: "迷你图",
  tables: "表格（套用的“表”功能）",
  threadedComments: "会话式批注",
  timelines: "日程表",
  workbookProtection: "工作簿结构保护",
};

const found: Record<Extract<XlsxProblem, { code: "notAnXlsx" }>["found"], string> = {
  empty: "文件是空的",
  xls: "这是旧版 Excel 文件（.xls）",
  xlsb: "这是二进制 Excel 文件（.xlsb）",
  ods: "这是 OpenDocument 表格（.ods）",
  html: "这是网页，只是文件名写成了 Excel 文件",
  xml: "这是 XML 文件",
  text: "这是文本文件",
  pdf: "这是 PDF 文件",
  compound: "这是其他 Office 文件",
  zip: "这是压缩包，里面没有工作簿",
  unknown: "无法识别文件类型",
};

/** Why a file cannot be opened or saved, and what to do. */
function problem(what: XlsxProblem): string {
  switch (what.code) {
    case "notAnXlsx":
      return `${found[what.found]}，不是 .xlsx 工作簿。请用 Excel 或 WPS 另存为“Excel 工作簿（.xlsx）”再打开。`;
    case "passwordProtected":
      return "文件设有打开密码。请在 Excel 中用密码打开，取消密码后另存一份再打开。";
    case "damaged":
      return what.damage === "truncated"
        ? "文件不完整，可能没有下载或复制完。请重新获取文件。"
        : `文件已损坏${what.part === undefined ? "" : `（${what.part}）`}。请重新获取文件；如果 Excel 能够打开，请另存一份再打开。`;
    case "zipBomb":
      return "文件展开后异常庞大，为安全起见没有继续读取。请确认文件来源。";
    case "missingPart":
      return `文件缺少必需的部分（${what.part}）。请重新获取文件。`;
    case "forbiddenXml":
      return `文件中有不应出现的内容（${what.part}），为安全起见没有继续读取。请确认文件来源。`;
    case "tooManyCells":
      return `工作表“${what.sheet}”的单元格过多，超过 ${what.allowed} 个。请删除用不到的行列后再打开。`;
    case "unsupportedZip":
      return "文件的压缩方式不受支持。请用 Excel 打开后另存为“Excel 工作簿（.xlsx）”再打开。";
    case "badChange":
      return `文件无法按要求写入（${what.reason}：${what.detail}）。`;
  }
}

/** Every word of the workbench page that a person reads. The words of the grid are Univer's own, those of the pane the add-in's. */
export const words = {
  product: "勾稽工作台",
  about: "没有安装 Excel 时，用来试用和测试勾稽加载项",
  addIn: "勾稽",
  untitled: "工作簿1.xlsx",
  newWorkbook: "新建",
  open: "打开",
  openTip: "打开 .xlsx 文件（Ctrl+O），也可以把文件拖到页面上",
  save: "保存",
  saveTip: "保存为 .xlsx 文件（Ctrl+S）",
  fileActions: "文件",
  addInCommands: (tab: string) => `${tab}加载项`,
  closePane: "关闭任务窗格",
  paneTitle: "勾稽任务窗格",
  gridTitle: "电子表格",
  resizePane: "任务窗格宽度",
  unsaved: "未保存",
  dropHere: "松开鼠标，打开这个文件",
  opening: (name: string) => `正在打开“${name}”……`,
  saving: "正在保存……",
  loading: "正在打开工作台……",
  ok: "知道了",
  cancel: "取消",
  unsavedQuestion: {
    title: "保存所做的修改？",
    text: (name: string) => `“${name}”有未保存的修改。不保存的话，这些修改会丢失。`,
    save: "保存",
    discard: "不保存",
  },
  lossQuestion: {
    title: "有些内容无法保留",
    text: (name: string) => `工作台打不开“${name}”中的以下内容。在这里保存后，新文件里不会有它们；原文件不受影响。`,
    item: ({ kind, sheet, count }: Loss) =>
      `${lossNames[kind]}：${count} 处${sheet === undefined ? "" : `（工作表“${sheet}”）`}`,
    open: "仍然打开",
  },
  failure: {
    open: (name: string) => `打不开“${name}”`,
    save: "没有保存成功",
    command: (name: string) => `“${name}”没有成功`,
    reason: (error: unknown) =>
      error instanceof XlsxError ? problem(error.problem) : error instanceof Error ? error.message : String(error),
    severalFiles: "一次只能打开一个文件",
    severalFilesText: (count: number) => `拖进来的有 ${count} 个文件。要一次核对许多文件，请用任务窗格。`,
  },
} as const;
