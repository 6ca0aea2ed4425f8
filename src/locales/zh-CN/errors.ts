import { FIRST_YEAR } from "../../tables/formats";
import type { RecordProblem } from "../../record/record";
import type { TextFault } from "../../record/judge-text";
import { detail, isKnownError, type DescribeError, type ErrorCode, type ErrorDetails, type ErrorText } from "../errors";
import { record } from "./record";

const WORKBOOK_KEPT = "工作簿内容没有改动。";
const FILE_KEPT = "原文件没有改动。";

const SAVE_DOCX = "请用 Word 或 WPS 打开，另存为“Word 文档（.docx）”，再试一次。";
const SAVE_XLSX = "请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”，再试一次。";
const UNKNOWN_FILE = { what: "无法识别文件类型", next: "请提供 .xlsx、.docx、.html 或 .txt 文件。" };

const LOOK = "请打开看看是不是发错了文件；确是年报的，请另存为 .docx 或 .xlsx，再试一次。";

/** What a file is that was taken for a workbook or for a published report, and what to do with it. */
const KINDS: Readonly<Record<string, { what: string; next: string }>> = {
  empty: { what: "文件是空的", next: "请重新获取文件。" },
  pdf: {
    what: "这是 PDF 文件",
    next: "请打开它，全选、复制文字，粘贴到文本文件（.txt）中；或用 WPS、Word 转为 .docx 再试。",
  },
  doc: { what: "这是旧版 Word 文件（.doc）", next: SAVE_DOCX },
  wps: { what: "这是 WPS 文字文件（.wps）", next: SAVE_DOCX },
  rtf: { what: "这是 RTF 文件", next: SAVE_DOCX },
  odt: { what: "这是 OpenDocument 文档（.odt）", next: SAVE_DOCX },
  mht: { what: "这是单个文件网页（.mht）", next: "请用浏览器打开，另存为“网页，仅 HTML”，再试一次。" },
  ods: { what: "这是 OpenDocument 表格（.ods）", next: SAVE_XLSX },
  xmlSheet: { what: "这是 XML 电子表格（.xml）", next: SAVE_XLSX },
  xls: { what: "这是旧版 Excel 文件（.xls）", next: SAVE_XLSX },
  ofd: { what: "这是 OFD 版式文件", next: "请打开它，全选、复制文字，粘贴到文本文件（.txt）中再试。" },
  image: { what: "这是图片", next: "请找到年报的网页或 Word 文件；图片里的数字无法可靠读取。" },
  xlsb: { what: "这是二进制 Excel 文件（.xlsb）", next: SAVE_XLSX },
  archive: { what: "这是压缩包", next: "请先解压，再检查里面的文件。" },
  zip: { what: "这是压缩包，里面没有工作簿", next: "请先解压，再检查里面的文件。" },
  workbook: { what: "这是 Excel 工作簿", next: "请直接打开它检查，不用导入。" },
  docx: { what: "这是 Word 文档", next: LOOK },
  html: { what: "这是网页", next: LOOK },
  xml: { what: "这是 XML 文件", next: LOOK },
  text: { what: "这是文本文件", next: LOOK },
  compound: { what: "这是其他 Office 文件", next: "请另存为 .docx 或 .xlsx，再试一次。" },
  encoding: { what: "文字编码无法识别", next: "请用记事本打开，另存为 UTF-8 编码，再试一次。" },
};

const DAMAGE: Readonly<Record<string, string>> = {
  truncated: "文件不完整，可能没有下载或复制完",
  checksum: "文件内容与校验值不符",
};

const kindIn = (details: ErrorDetails) => KINDS[detail(details, "found")] ?? UNKNOWN_FILE;

const inSheet = (details: ErrorDetails) => (details.sheet ? `工作表“${details.sheet}”` : "工作表");

/** What a cell held: a blank one is told as such. */
const shown = (details: ErrorDetails, name: string) => (detail(details, name) ? ` ${detail(details, name)}` : "空白");

/** What keeps a workbook from passing; when it is none of what is counted, rules could not be decided. */
function listCounts(details: ErrorDetails): string {
  const counts = [
    ["errors", (count: string) => `强制性问题 ${count} 个`],
    ["unexplained", (count: string) => `待说明 ${count} 条`],
    ["blanks", (count: string) => `未填 ${count} 格`],
    ["cutSheets", (count: string) => `未读完的工作表 ${count} 张`],
  ] as const;
  const said = counts
    .filter(([name]) => Number(details[name] ?? 0) > 0)
    .map(([name, say]) => say(detail(details, name)));
  return said.length === 0 ? "有关系无法判定" : said.join("，");
}

const unexpected: DescribeError = (details) => ({
  what: `出现意外错误（${detail(details, "message")}）。`,
  kept: "已填的数字没有改动。",
  next: "请再试一次。仍不成功时，请把这段说明告诉管理员。",
});

const named = (details: ErrorDetails) => (details.file ? `（${details.file}）` : "");

const fileGone: DescribeError = (details) => ({
  what: `找不到文件，可能已被移走、改名或删除${named(details)}。`,
  kept: "其他文件不受影响。",
  next: "请确认文件的位置，再检查一次。",
});

const noAccess: DescribeError = (details) => ({
  what: `没有读取权限${named(details)}。`,
  kept: FILE_KEPT,
  next: "请确认文件没有被其他程序占用，并且允许读取，再检查一次。",
});

const errors: Readonly<Record<ErrorCode, DescribeError>> = {
  AccessDenied: () => ({
    what: "Excel 不允许这项操作。",
    kept: WORKBOOK_KEPT,
    next: "请确认工作簿不是只读、没有被保护，再试一次。",
  }),
  CellChanged: (details) => ({
    what: `${inSheet(details)}的 ${detail(details, "cell")} 已经变了：原来是${shown(details, "expected")}，现在是${shown(details, "found")}。`,
    kept: "没有写入，现在的内容还在。",
    next: "请按更新后的提示再看这一格。",
  }),
  CellEditMode: () => ({
    what: "有单元格正在编辑，Excel 暂不接受其他操作。",
    kept: "正在输入的内容还在。",
    next: "请按 Enter 完成输入，或按 Esc 取消输入，再试一次。",
  }),
  CellsHidden: (details) => ({
    what: `${inSheet(details)}的 ${detail(details, "address")} 已选中，但所在的行或列被隐藏或筛选掉了，看不到。`,
    kept: WORKBOOK_KEPT,
    next: "请清除筛选或取消隐藏，再点一次。",
  }),
  HoldsFormula: (details) => ({
    what: `${inSheet(details)}的 ${detail(details, "cells").replaceAll(",", "、")} 是公式：${detail(details, "formula")}。`,
    kept: "公式没有改动。",
    next: "请检查公式和它引用的单元格，或确认改为数字。",
  }),
  Host: (details) => ({
    what: `Excel 没有完成这项操作（${detail(details, "hostCode")}）。`,
    kept: "已填的数字没有改动。",
    next: `请再试一次。仍不成功时，请把这段说明告诉管理员：${detail(details, "message")}`,
  }),
  HostBusy: () => ({
    what: "Excel 正忙，或打开着对话框。",
    kept: WORKBOOK_KEPT,
    next: "请关闭对话框，稍等片刻再试。",
  }),
  NoRoom: (details) => ({
    what: `从${inSheet(details)}的 ${detail(details, "address")} 开始放不下这张表。`,
    kept: WORKBOOK_KEPT,
    next: "请选中靠上、靠左的单元格再插入，或改为每张表新建工作表。",
  }),
  NotInExcel: () => ({
    what: "这个页面需要在 Excel 里打开。",
    kept: "没有读取或改动任何文件。",
    next: "请打开 Excel，在“勾稽”选项卡中点击“打开面板”。",
  }),
  Occupied: (details) => ({
    what: `${inSheet(details)}中有 ${detail(details, "count")} 个单元格已有内容：${detail(details, "cells").replaceAll(",", "、")}。`,
    kept: "这些内容没有改动。",
    next: "请另选位置，或确认覆盖后再插入。",
  }),
  SessionLost: () => ({
    what: "工作簿已经关闭，或者与 Excel 的连接已经断开。",
    kept: "以前保存的内容没有受影响；这次操作没有完成。",
    next: "请重新打开工作簿和面板，再试一次。",
  }),
  SheetHidden: (details) => ({
    what: `${inSheet(details)}已隐藏，不能选中其中的单元格。`,
    kept: WORKBOOK_KEPT,
    next: "请右键点击任一工作表标签，选择“取消隐藏”，再试一次。",
  }),
  SheetMissing: (details) => ({
    what: `找不到${inSheet(details)}，可能已被删除或改名。`,
    kept: "其他工作表没有改动。",
    next: "请在“选项与工具”中点击“重新读取”。",
  }),
  SheetProtected: (details) => ({
    what: `${inSheet(details)}受保护，不能写入。`,
    kept: WORKBOOK_KEPT,
    next: "请在“审阅”选项卡中撤消工作表保护，再试一次。",
  }),
  TableMoved: (details) => ({
    what: `${inSheet(details)}中的这张表已被移动，或表头有改动。`,
    kept: "没有写入，表中内容没有改动。",
    next: "请按更新后的列表再试一次。",
  }),
  TooLarge: () => ({
    what: "数据量超过 Excel 一次能够交换的限度。",
    kept: WORKBOOK_KEPT,
    next: "请删除用不到的行列和图片，或把报表单独存成一个工作簿，再试一次。",
  }),
  WorkbookProtected: () => ({
    what: "工作簿结构受保护，不能新增工作表。",
    kept: WORKBOOK_KEPT,
    next: "请在“审阅”选项卡中撤消工作簿保护，或改为插入到选中位置。",
  }),
  BadWorkbook: (details) => ({
    what: `Excel 交出的工作簿无法写入校验信息（${detail(details, "reason")}）。`,
    kept: WORKBOOK_KEPT,
    next: "请先保存工作簿再导出。仍不成功时，请用“文件—另存为”自行保存，并把这段说明告诉管理员。",
  }),
  Insubstantial: (details) => ({
    what: record.faults[detail(details, "fault") as TextFault] ?? record.faults.empty,
    kept: "没有写入工作簿，写好的文字还在。",
    next: "请补充后再保存。",
  }),
  NoTables: () => ({
    what: "工作簿里没有发现报表，没有可校验的内容。",
    kept: WORKBOOK_KEPT,
    next: "请先插入报表。已经有报表的，请检查表头是否完整。",
  }),
  NotLoaded: () => ({
    what: "插件的一部分没有加载成功，可能是与插件所在服务器的连接断开了。",
    kept: WORKBOOK_KEPT,
    next: "请检查网络后再试一次。仍不成功时，请关闭面板后重新打开。",
  }),
  NotPassed: (details) => ({
    what: `校验没有通过：${listCounts(details)}。`,
    kept: WORKBOOK_KEPT,
    next: "请改正后再导出，或确认仍要导出。",
  }),
  RecordUnreadable: (details) => ({
    what: record.problems[detail(details, "problem") as RecordProblem] ?? record.problems.damaged,
    kept: WORKBOOK_KEPT,
    next: "请改用原来的文件，或把报表复制到新的工作簿中再填写说明。",
  }),
  Reviewing: () => ({
    what: "现在是审核模式，不能改动报表中的数字。",
    kept: WORKBOOK_KEPT,
    next: "数字由填报单位修改。确需修改的，请先在“选项与工具”中关闭审核模式。",
  }),
  TableMissing: () => ({
    what: "这张表已不在原来的位置，可能已被删除或移动。",
    kept: "其他内容没有改动。",
    next: "列表已经更新，请在列表中重新选择。",
  }),
  Unexpected: unexpected,
  Year: (details) => ({
    what: `没有 ${detail(details, "year")} 年度的官方格式，最早为 ${FIRST_YEAR} 年度。`,
    kept: WORKBOOK_KEPT,
    next: "请选择其他报告年度。",
  }),
  notAnXlsx: (details) => {
    const { what, next } = kindIn(details);
    return { what: `${what}，不是 .xlsx 工作簿。`, kept: FILE_KEPT, next };
  },
  passwordProtected: () => ({
    what: "文件设有打开密码，无法读取。",
    kept: FILE_KEPT,
    next: "请用密码打开后取消密码，另存一份再试。",
  }),
  damaged: (details) => ({
    what: `文件已损坏：${DAMAGE[detail(details, "damage")] ?? "内部结构有错误"}${details.part ? `（${details.part}）` : ""}。`,
    kept: FILE_KEPT,
    next: "请重新获取文件；如果 Excel 能够打开，请另存一份再试。",
  }),
  zipBomb: () => ({
    what: "文件展开后异常庞大，为安全起见没有继续读取。",
    kept: FILE_KEPT,
    next: "请确认文件来源；如果来源可靠，请用 Excel 打开，删除用不到的内容后另存一份再试。",
  }),
  missingPart: (details) => ({
    what: `文件缺少必需的部分（${detail(details, "part")}）。`,
    kept: FILE_KEPT,
    next: "请重新获取文件；如果 Excel 能够打开，请另存一份再试。",
  }),
  forbiddenXml: (details) => ({
    what: `文件中有不应出现的内容（${detail(details, "part")}），为安全起见没有继续读取。`,
    kept: FILE_KEPT,
    next: "请确认文件来源；如果来源可靠，请用 Excel 打开后另存一份再试。",
  }),
  tooManyCells: (details) => ({
    what: `${inSheet(details)}的单元格过多，超过 ${detail(details, "allowed")} 个。`,
    kept: FILE_KEPT,
    next: "请删除用不到的行列，或把报表单独存成一个工作簿，再试一次。",
  }),
  unsupportedZip: () => ({
    what: "文件的压缩方式不受支持。",
    kept: FILE_KEPT,
    next: "请用 Excel 打开后另存为“Excel 工作簿（.xlsx）”，再试一次。",
  }),
  notAReport: (details) => {
    const { what, next } = kindIn(details);
    const { named } = details;
    const why = named ? `只是文件名写成了 ${named}，其中没有年度报告的表格` : "不能直接读取";
    return { what: `${what}，${why}。`, kept: FILE_KEPT, next };
  },
  reportTooLarge: () => ({
    what: "内容远多于一份年报，为安全起见没有继续读取。",
    kept: FILE_KEPT,
    next: "请确认放入的是一份年报；整个网站或多份年报的合集，请先拆开。",
  }),
  badChange: (details) => ({
    what: `文件无法按要求写入（${detail(details, "reason")}：${detail(details, "detail")}）。`,
    kept: FILE_KEPT,
    next: "请再试一次。仍不成功时，请把这段说明告诉管理员。",
  }),
  ENOENT: (details) => fileGone(details),
  NotFoundError: (details) => fileGone(details),
  EACCES: (details) => noAccess(details),
  EPERM: (details) => noAccess(details),
  NotReadableError: (details) => ({
    what: `文件读不出来，选择之后可能又改动过${named(details)}。`,
    kept: FILE_KEPT,
    next: "请重新选择这个文件。",
  }),
  TooSlow: (details) => ({
    what: `检查用时超过 ${detail(details, "seconds")} 秒，已停止检查这个文件。`,
    kept: FILE_KEPT,
    next: "请确认文件来源；如果来源可靠，请用 Excel 打开，删除用不到的内容后另存一份再试。",
  }),
  WorkerDied: () => ({
    what: "检查这个文件时内存不足或程序中断。",
    kept: FILE_KEPT,
    next: "请确认文件来源；如果来源可靠，请用 Excel 打开，删除用不到的内容后另存一份再试。",
  }),
};

export function describeError(code: string, details: ErrorDetails): ErrorText {
  return isKnownError(code) ? errors[code](details) : unexpected({ message: code });
}
