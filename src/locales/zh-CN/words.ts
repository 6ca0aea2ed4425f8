/** What was written into a cell. */
interface Change {
  address: string;
  from: string;
  to: string;
}

/** What was done of an action until a person stopped it. */
interface Stopped {
  sheet?: string;
  unlinked?: number;
  done?: number;
  total?: number;
}

const partOf = (what: string, unit: string, { done = 0, total = 0 }: Stopped): string =>
  done === 0 ? "已停止，没有改动。" : `已停止：${what} ${done} 张${unit}，其余 ${total - done} 张没有改动。`;

/** Words of the pane, by the part of it in which they stand. */
export const words = {
  "app.name": "勾稽",

  "action.insert": "插入报表",
  "action.validate": "一键校验",
  "action.export": "导出",
  "action.mark": "标记",
  "action.refresh": "重新读取",

  "more.label": "更多",

  "running.insert": "正在插入报表……",
  "running.insertSample": "正在插入示例……",
  "running.insertExercise": "正在插入练习报表……",
  "running.fill": "正在填入……",
  "running.validate": "正在校验……",
  "running.export": "正在导出……",
  "running.mark": "正在标记……",
  "running.unmark": "正在清除标记……",
  "running.goTo": "正在定位……",
  "running.goToCell": "正在定位……",
  "running.explain": "正在保存核实说明……",
  "running.withdrawExplanation": "正在撤回核实说明……",
  "running.objectToExplanation": "正在记录意见……",
  "running.acceptExplanation": "正在撤销意见……",
  "running.show": "正在定位……",
  "running.accept": "正在改数……",
  "running.trust": "正在重新判断……",
  "running.distrust": "正在重新判断……",
  "running.setReviewing": "正在切换……",
  "running.setOptions": "正在按新选项校验……",
  "running.recalculate": "正在计算……",
  "running.refresh": "正在读取工作簿……",

  "done.insert": (sheets: string) => `已插入${sheets}。插入不能撤销，不要时删除这些工作表即可。`,
  "done.insertAt": (addresses: string) => `已插入 ${addresses}。插入可能不能撤销，不要时请自行清除。`,
  "done.fill": (addresses: string) => `已填入 ${addresses}。`,
  "done.insertSample": "已插入示例报表（辛店镇 2020）。改动任一数字，就能看到提示。",
  "done.insertExercise": "已插入练习报表，其中有两处故意填错。请按下面的提示改正。",
  "done.validate": (verdict: string, sheet: string) => `校验结论：${verdict}。明细已写入工作表“${sheet}”。`,
  "done.download": (file: string) => `已导出 ${file}，请在下载文件夹中查看。`,
  "done.opened": (file: string) => `已打开校验后的副本，请另存为 ${file}。`,
  "done.noReport": "工作簿的结构受保护，不能新增工作表，文件中没有“校验结果”。",
  "done.accept": (sheet: string, changes: readonly Change[]) =>
    `已改 ${sheet}：${changes.map(({ address, from, to }) => `${address} 由${from ? ` ${from} ` : "空白"}改为 ${to}`).join("，")}。`,
  "done.acceptNone": "这些格已经是建议的数字，没有改动。",
  "done.explain": "已保存核实说明。",
  "done.withdraw": "已撤回核实说明。",
  "done.object": "已记录不予认可的理由。",
  "done.accepted": "已撤销不予认可的意见，意见和撤销时间仍有记录。",
  "done.mark": (formats: number) => `已标记：添加了 ${formats} 条条件格式，错误会在表中显示颜色。`,
  "done.unmark": (formats: number) =>
    formats > 0 ? `已清除 ${formats} 条本插件的条件格式，其他格式没有改动。` : "表中没有本插件的标记。",

  "progress.sheets": (done: number, total: number) => `正在读取工作表 ${done} / ${total}`,
  "progress.suspects": (done: number, total: number) => `正在查找疑似错格 ${done} / ${total}`,
  "progress.report": (done: number, total: number) => `正在写入校验结果 ${done} / ${total}`,
  "progress.file": (done: number, total: number) => `正在读取文件 ${done} / ${total}`,
  "progress.mark": (done: number, total: number) => `正在标记 ${done} / ${total}`,
  "progress.unmark": (done: number, total: number) => `正在清除标记 ${done} / ${total}`,
  "progress.stop": "停止",
  "progress.stopping": "正在停止……",

  "stopped.validate": ({ sheet, unlinked = 0 }: Stopped) =>
    sheet ? `已停止：校验结果已写入工作表“${sheet}”，其中 ${unlinked} 处没有加链接。` : "已停止，没有写入校验结果。",
  "stopped.export": ({ sheet }: Stopped) =>
    `已停止，没有导出文件。${sheet ? `校验结果已写入工作表“${sheet}”。` : "工作簿没有改动。"}`,
  "stopped.mark": (stopped: Stopped) => partOf("已标记", "表", stopped),
  "stopped.unmark": (stopped: Stopped) => partOf("已清除", "工作表的标记", stopped),
  "stopped.read": "已停止等待，读取在后台继续。",

  "banner.label": "校验结论",
  "banner.reviewing": "审核模式",
  "banner.blankIsZero": "空白按 0 计",
  "banner.workbook": "打开的工作簿",
  "banner.lastYear": "与上年比对未完成",
  "banner.starting": "正在读取工作簿……",
  "banner.stale": "单元格正在编辑或 Excel 正忙，结果稍后更新。",
  "banner.noTables": "尚未发现报表",
  "banner.allHold": (tables: number) => `${tables} 张表的勾稽关系全部成立`,
  "banner.count": (severity: string, count: number) => `${severity} ${count}`,
  "banner.allExplained": "均已说明",
  "banner.unexplained": (count: number) => `待说明 ${count} 条`,
  "banner.blanks": (count: number) => `还有 ${count} 格未填`,
  "banner.undecided": (count: number) => `${count} 条关系无法判定`,
  "banner.cutSheets": (count: number) => `${count} 张工作表未读完`,

  "message.dismiss": "关闭",

  "limit.noDownload": "这台设备上的 Excel 不能直接下载文件，导出时会打开一份副本，请自行保存。",
  "limit.noCollectionEvents": "这个版本的 Excel 不通知全部改动，有的改动要点击“重新读取”后才会更新。",
  "limit.noPageLayout": "这个版本的 Excel 不能由插件设置打印版面，请打印前自行检查。",
  "limit.manual": "工作簿设为手动计算，公式的结果可能不是最新。",
  "limit.calculate": "立即计算",
  "limit.cutSheet": (sheet: string, address: string) => `工作表“${sheet}”过大，只读取了 ${address}，其余部分没有校验。`,

  "guide.title": "三步上手",
  "guide.done": "已完成",
  "guide.insert": "插入报表，或打开已填好的工作簿",
  "guide.insertHint": "可以先用练习报表试一试：辛店镇 2020 年的数据，其中两处故意填错。",
  "guide.exercise": "插入练习报表",
  "guide.fix": "看提示，改正错误",
  "guide.fixHint":
    "点击下面的问题，Excel 会选中相关的格；点击“采纳”，就改成建议的数字；点击右侧箭头，可以看到原因和依据。",
  "guide.finish": "一键校验，导出",
  "guide.finishHint": "点击上方的“一键校验”，结果写入“校验结果”工作表；再点击“导出”，得到校验后的文件。",
  "guide.dismiss": "不再显示",
  "guide.close": "三步已完成，收起",

  "empty.title": "工作簿里还没有报表",
  "empty.step1": "插入官方格式的空白报表，或打开已填好的工作簿。",
  "empty.step2": "在表中填数。合计对不上的，表中和这里会立即提示。",
  "empty.step3": "填完后一键校验，导出校验后的文件。",
  "empty.existing": "已经有报表却没有识别出来？请检查表头是否完整。",

  "table.name": (sheet: string, title: string) => `${sheet} ${title}`,
  "table.select": "选中此表",
  "table.selectLabel": (sheet: string) => `在工作表中选中${sheet}`,
  "table.notMarked": "此表没有标记，错误不会在表中显示颜色。",
  "table.passed": "勾稽关系全部成立。",
  "table.undecided": (count: number) => `${count} 条关系因有格未填或内容不是数字，无法判定。`,

  "view.back": "返回",

  "report.heading": "报告整体",
  "reports.more": (count: number) => `显示更多（还有 ${count} 份报告）`,

  "tables.label": "各表校验情况",
  "tables.more": (count: number) => `显示更多（还有 ${count} 张表）`,
  "findings.more": (count: number) => `显示更多（还有 ${count} 条）`,

  "finding.goTo": "选中相关单元格",
  "finding.explain": (title: string, address: string) => `说明：${title} ${address}`,
  "finding.total": "合计",
  "finding.value": "数值",
  "finding.cell": "单元格",
  "finding.zeros": (count: number) => `其余 ${count} 项`,
  "finding.origin": "依据",
  "finding.noOrigin": "指标的含义和常见的填报差错",
  "finding.publisher": "（平潭综合实验区网站转载）",
  "finding.help": "全部审核关系",

  "suspects.title": "疑似错格",
  "suspects.blanks": "未填的格",
  "suspects.least": (cells: number) => `改 ${cells} 格即可对上`,
  "suspects.acceptCertain": (cells: number) => `采纳确定的 ${cells} 格`,
  "suspects.reviewing": "审核模式：数字由填报单位修改，这里只指出，不写入。",
  "suspects.tooMany": (cells: number) =>
    `错处较多，至少 ${cells} 格有误，暂时无法确定是哪些格。请先核对原始数据，改正几处后会重新判断。`,
  "suspects.forced": (cells: readonly string[]) => `${cells.join("、")} 填的不是有效数字，一定要改。`,
  "suspects.unclear": (cells: number, unusable: readonly string[], isBesides: boolean) => {
    const named = unusable.length > 0 ? `${unusable.join("、")} 填的不是有效数字` : "";
    const all = named && unusable.length === cells ? named : `至少有 ${cells} 格要改${named && `，其中 ${named}`}`;
    return `${isBesides ? "除下面列出的以外，" : ""}${all}；按表中其他数字推不出是多少，请核对原始数据。`;
  },
  "suspects.contradiction": "按确认无误的格，怎样改都对不上。请撤销其中一格的确认。",
  "suspects.impossible": "怎样改都不能全部对上，请检查表中的公式和文本。",
  "suspects.incomplete": "可能还有其他改法，没有全部列出。",

  "suspect.goTo": "选中此格",
  "suspect.certain": "确定",
  "suspect.likely": "很可能",
  "suspect.likeliest": "最可能",
  "suspect.oneOfCells": (count: number) => `以下 ${count} 格之一，改一格即可`,
  "suspect.oneOfWays": (count: number) => `以下 ${count} 种改法之一`,
  "suspect.together": (cells: number) => `以下 ${cells} 格一起改`,
  "suspect.reasons": (reasons: readonly string[]) => reasons.join("；"),
  "suspect.more": (count: number) => `其他可能（${count} 种）`,
  "suspect.accept": "采纳",
  "suspect.acceptLabel": (change: string) => `采纳：${change}`,
  "suspect.trust": "无误",
  "suspect.trustHint": "确认此格无误，重新判断其他格",
  "suspect.trustLabel": (address: string) => `${address} 无误，重新判断其他格`,

  "trusted.title": "已确认无误：",
  "trusted.cell": (address: string, written: string) => `${address}（${written}）`,
  "trusted.undo": "撤销",
  "trusted.undoLabel": (address: string) => `撤销对 ${address} 的确认`,

  "implied.title": (count: number) => `可以推算的空格 ${count} 格`,
  "implied.fill": "可填",
  "implied.accept": "填入",
  "implied.acceptLabel": (address: string, value: string) => `在 ${address} 填入 ${value}`,
  "implied.fillAll": "全部填入",
  "implied.more": (count: number) => `显示更多（还有 ${count} 格）`,

  "map.show": "显示示意图",
  "map.hide": "收起示意图",
  "map.label": (sheet: string) => `${sheet}示意图`,
  "map.hint": "数字是疑似错格的序号，≠ 是合计不符之处。点击可选中单元格。",
  "map.cell": (place: string, written: string, notes: readonly string[]) =>
    [`${place}：${written}`, ...notes].join("，"),
  "map.blank": "未填",
  "map.suspect": (number: number) => `疑似错格 ${number}`,
  "map.suggested": (value: string) => `建议填 ${value}`,
  "map.trusted": "已确认无误",
  "map.broken": "合计不符",

  "tools.title": "选项与工具",
  "tools.blankIsZero": "空白按 0 计",
  "tools.blankIsZeroHint": "打开后，空白格按 0 参与校验；“/”和“-”仍算未填。随表中的标记保存在工作簿中。",
  "tools.reviewing": "审核模式",
  "tools.reviewingHint":
    "审核别人填报的报表时打开：只指出疑似错格，不改动数字，也不插入报表。标记、校验和导出不受影响。",
  "tools.marks": "表中标记",
  "tools.marksHint": "标记是表中的条件格式：错误红底加粗，未填黄底斜体、加点线框。关闭面板后仍然有效。",
  "tools.markAll": "标记全部报表",
  "tools.unmarkAll": "清除全部标记",
  "tools.workbook": "工作簿",
  "tools.sample": "插入示例（辛店镇 2020）",
  "tools.language": "界面语言",

  "insert.title": "插入报表",
  "insert.year": "报告年度",
  "insert.yearOption": (year: number) => `${year} 年`,
  "insert.format": (format: string, notice: string) => `${format} 年版格式（${notice}）`,
  "insert.unit": "单位名称",
  "insert.unitHint": "如：新郑市辛店镇。用于表格标题和导出的文件名。",
  "insert.unitMissing": "请填写单位名称。",
  "insert.sections": "插入哪些表",
  "insert.sectionsMissing": "请至少选择一张表。",
  "insert.where": "插入位置",
  "insert.newSheets": "每张表新建一个工作表",
  "insert.selection": "从选中的单元格开始，依次向下",
  "insert.totals": "表三、表四的总计",
  "insert.typed": "手工填写，便于核对",
  "insert.formulas": "用公式自动求和",
  "insert.submit": "插入",
  "insert.cancel": "取消",

  "overwrite.title": "覆盖已有内容？",
  "overwrite.text": (sheet: string, count: number) =>
    `工作表“${sheet}”中有 ${count} 个单元格已有内容，插入后会被覆盖：`,
  "overwrite.more": (count: number) => `等 ${count} 格`,
  "overwrite.undo": "覆盖后不一定能够撤消，请确认这些内容不再需要。",
  "overwrite.confirm": "覆盖并插入",
  "overwrite.cancel": "不覆盖",

  "formula.title": "把公式改为数字？",
  "formula.text": (sheet: string, cells: string, count: number) =>
    count > 1 ? `工作表“${sheet}”中的 ${cells} 是公式，第一个是：` : `工作表“${sheet}”中的 ${cells} 是公式：`,
  "formula.loss": "改为数字后不再自动计算。合计不符时，通常应当检查公式引用的范围。",
  "formula.confirm": "改为数字",
  "formula.cancel": "保留公式",

  "notPassed.title": (verdict: string) => `校验结论为“${verdict}”，仍要导出？`,
  "notPassed.text": "文件名和校验结果工作表会注明结论，并列出全部问题。",
  "notPassed.confirm": "仍然导出",
  "notPassed.cancel": "返回修改",

  "explanation.label": "核实说明",
  "explanation.write": "填写核实说明",
  "explanation.hint": "写明数字为什么是这样，例如依据、口径、涉及的事项和件数。数字改动后，说明随即失效。",
  "explanation.by": "填写人（可不填）",
  "explanation.save": "保存",
  "explanation.cancel": "取消",
  "explanation.edit": "修改",
  "explanation.withdraw": "撤回",
  "explanation.again": "重新说明",
  "explanation.object": "不予认可",
  "explanation.objection": "不予认可的理由",
  "explanation.objectionHint": "写明还缺什么，或者哪里与实际不符。填报人员重新说明后才能通过。",
  "explanation.objectionBy": "审核人（可不填）",
  "explanation.accept": "撤销意见",
  "explanation.figures": (figures: string) => `说明时的数字：${figures}`,
  "explanation.lastYear": (figure: string) => `上年报告 ${figure}`,
  "explanation.earlier": (count: number) => `此前的说明（${count}）`,

  "explanations.title": "核实说明",
  "explanations.none": "工作簿中没有核实说明。核实性问题下方可以填写。",
  "explanations.kept": "说明保存在工作簿中，随文件一起流转。对应的数字改动后即失效，改回后重新有效。",
  "explanations.unused": "对应的问题已不存在",
  "explanations.notCompared": "还没有与上年比对，是否有效待定",

  "lastYear.title": "与上年比对",
  "lastYear.hint":
    "选择本单位上年的工作簿或公布的年报，核对上年结转、现行有效、上一年项目数量。不衔接的与其他问题一起列出，可以填写核实说明。",
  "lastYear.kept": "上年报告只在本机读取，不写入本工作簿。关闭面板后不保留这个选择，需要时请再选一次。",
  "lastYear.drop": "也可以把文件拖到这里",
  "lastYear.findings": (count: number) => `有 ${count} 处与上年报告不衔接，列在问题中。`,
  "lastYear.see": "查看问题",
  "lastYear.change": "更换",
  "lastYear.assign": "指定",
  "lastYear.clear": "不再比对",

  "seal.changes": "校验之后的改动",
  "seal.more": (count: number) => `显示更多（还有 ${count} 处）`,

  "import.title": "导入年报",
  "recognised.title": "识别现有表格",
  "batch.title": "批量校验",

  "help.title": "审核关系说明",
  "help.error": "强制性关系必须成立，否则不能通过。",
  "help.warning": "核实性问题需要逐条核实，改正或者写明原因后才能通过。",
  "help.unfilled": "未填的格需要补填，确无此项的填 0。",
  "help.hint": "提示性问题供参考，不影响结论。",

  "start.reload": "重新加载面板",
} as const;

/** The same keys in every language; what is a function here is one there, with the same parameters. */
export type Words = {
  readonly [Key in keyof typeof words]: (typeof words)[Key] extends string ? string : (typeof words)[Key];
};

export type WordKey = keyof Words;

/** Those that stand still: names of things. */
export type LabelKey = { [Key in WordKey]: Words[Key] extends string ? Key : never }[WordKey];
