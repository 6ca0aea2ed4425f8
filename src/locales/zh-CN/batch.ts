import type { StandingCounts } from "../../record/standing-counts";
import { SECTION_NAMES } from "../../tables/sections";
import type { SectionId } from "../../tables/table";
import { MOST_NAMES, type BatchTexts, type Offender, type RolledFacts } from "../batch";
import { namesWithin } from "../names-within";
import { nameRows, readingsOf } from "../unread";
import { reportFile } from "./report-file";
import { groupUncounted, type UncountedCell } from "../uncounted";
import { severities, verdicts } from "./rules";

function list(names: readonly string[], most = MOST_NAMES): string {
  const shown = names.slice(0, most).join("、");
  return names.length > most ? `${shown} 等 ${names.length} 个` : shown;
}

/** What has commas of its own. */
function listParts(parts: readonly string[], most = MOST_NAMES): string {
  const shown = parts.slice(0, most).join("；");
  return parts.length > most ? `${shown} 等 ${parts.length} 个单位` : shown;
}

const namesOf = (offending: readonly Offender[]): string[] => offending.map(({ name }) => name);
/** 东风街道（东风街道.xlsx、东风街道（改）.xlsx） */
const withFiles = (offending: readonly Offender[]): string[] =>
  offending.map(({ name, files }) => `${name}（${list(files)}）`);
/** 2021 年版 14 份；2019 年版 1 份（兴隆镇.xlsx） */
const listGroups = (offending: readonly Offender[], nameOf: (name: string) => string): string =>
  offending
    .map(
      ({ name, files }) => `${nameOf(name)} ${files.length} 份${files.length > MOST_NAMES ? "" : `（${list(files)}）`}`,
    )
    .join("；");

const nameMissing = (sections: readonly SectionId[]): string =>
  `缺${sections.map((section) => SECTION_NAMES[section].sheet).join("、")}`;

/** 表四 E5“5件”、F6 未填；表三 D5、D6 等 9 格未填 */
const nameUncounted = (cells: readonly UncountedCell[]): string =>
  groupUncounted(cells)
    .map(({ sheet, written, blank }) => {
      const texts = written.map((one) => `${one.place}“${one.written}”`);
      const places = blank.slice(0, MOST_NAMES).join("、");
      const more = blank.length > MOST_NAMES ? ` 等 ${blank.length} 格` : " ";
      return `${sheet} ${[...(texts.length > 0 ? [list(texts)] : []), ...(places ? [`${places}${more}未填`] : [])].join("、")}`;
    })
    .join("，");

/** What of a sum is not as it should be, in a few words each. */
const reservations = ({ units, leftOut, summary }: RolledFacts): string[] => [
  ...(summary.verdict === "pass" ? [] : [verdicts[summary.verdict]]),
  ...(units.some(({ verdict }) => verdict !== "pass") ? ["含未通过单位"] : []),
  ...(leftOut.length > 0 ? ["有文件未计入"] : []),
];

/** （待说明 1，未予认可 1） */
function standingWords({ unexplained, refused, answered, vindicated }: StandingCounts): string {
  const parts = [
    ...(unexplained > 0 ? [`待说明 ${unexplained}`] : []),
    ...(refused > 0 ? [`未予认可 ${refused}`] : []),
    ...(answered > 0 ? [`已重新说明 ${answered}`] : []),
    ...(vindicated > 0 ? [`曾不予认可 ${vindicated}`] : []),
  ];
  return parts.length > 0 ? `（${parts.join("，")}）` : "";
}

export const batch: BatchTexts = {
  outcomes: { ...verdicts, unreadable: "无法读取" },
  units: {
    sheet: "单位",
    columns: {
      number: "序号",
      unit: "单位",
      year: "年度",
      verdict: "结论",
      ...severities,
      blanks: "未填格",
      first: "首要问题",
      previous: "与上年比对",
      file: "文件",
    },
    zeroBlanks: "未填格（空白按 0 计）",
  },
  findings: {
    sheet: "问题",
    columns: {
      number: "序号",
      unit: "单位",
      severity: "类别",
      rule: "编号",
      name: "审核关系",
      place: "位置",
      message: "问题说明",
      explanation: "核实说明",
      file: "文件",
    },
  },
  suspects: {
    sheet: "疑似错格",
    columns: {
      number: "序号",
      unit: "单位",
      sheet: "工作表",
      sure: "把握",
      change: "建议改为",
      reasons: "依据",
      file: "文件",
    },
    certain: "可以确定",
    likely: "很可能",
    oneOf: (ties) => `${ties} 种改法之一`,
  },
  rules: {
    sheet: "规则频次",
    columns: { rule: "编号", name: "审核关系", severity: "类别", findings: "问题数", units: "单位数" },
  },
  noTables: "没有找到年度报告的表格。",
  zeroInFile: "该工作簿自身按“空白按 0 计”校验，在填报单位那里空着的格不算未填；本次没有打开这一项，仍算未填。",
  describeConcern: reportFile.describeConcern,
  unread: (sheet, cells, table) => {
    const { rows, isAll } = nameRows(
      cells.map(({ key }) => key),
      table,
    );
    const places = rows.map(({ row, columns }) => `“${row}”行${columns.map((column) => `“${column}”列`).join("、")}`);
    const readings = readingsOf(cells, table);
    const { describeConcern, describeReadings } = reportFile;
    const { concern } = cells[0]!;
    const why =
      readings && "written" in concern ? describeReadings(concern.written, readings) : describeConcern(concern);
    return `${sheet}${places.join("、")}${isAll ? "" : ` 等 ${cells.length} 格`}没有读准：${why}`;
  },
  resultsFile: "批量校验结果",
  resultsHeader: (files, time, blankIsZero) =>
    `批量校验结果，共 ${files} 个文件，${time}${blankIsZero ? "，空白按 0 计" : ""}`,
  rollUp: {
    parts: {
      sheet: "汇总明细",
      columns: { cell: "单元格", place: "指标", total: "合计", unit: "单位", value: "数值", file: "文件" },
    },
    units: {
      sheet: "汇总单位",
      columns: { number: "序号", unit: "单位", verdict: "校验结论", gaps: "未计入的格", remark: "说明", file: "文件" },
      leftOut: "未计入",
    },
    missing: nameMissing,
    notes: ({ units, leftOut, zeros, summary }, most = MOST_NAMES) => {
      const open = units.filter(({ verdict }) => verdict !== "pass").map(({ unit }) => unit);
      const files = leftOut.map(({ file }) => file);
      const lacking = units.flatMap(({ unit, missing }) =>
        missing.length > 0 ? [`${unit}（${nameMissing(missing)}）`] : [],
      );
      const uncounted = units.flatMap(({ unit, uncounted: cells }) =>
        cells.length > 0 ? [`${unit} ${nameUncounted(cells)}`] : [],
      );
      const gaps = units.reduce((sum, unit) => sum + unit.gaps, 0);
      return [
        `汇总 ${units.length} 个单位，按单元格逐一相加。`,
        ...(open.length > 0 ? [`注意：有 ${open.length} 个单位没有通过校验，仍计入汇总：${list(open, most)}。`] : []),
        ...(files.length > 0
          ? [`注意：有 ${files.length} 个文件无法读取或没有报表，没有计入汇总：${list(files, most)}。`]
          : []),
        ...(lacking.length > 0
          ? [`注意：有 ${lacking.length} 个单位缺表，所缺的没有计入：${list(lacking, most)}。`]
          : []),
        ...(zeros > 0 ? [`注意：空白按 0 计，有 ${zeros} 格空着，作为 0 计入。`] : []),
        ...(gaps > 0
          ? [
              `注意：有 ${gaps} 格没有填、不是数字或所在的表缺失，没有计入${uncounted.length > 0 ? `：${listParts(uncounted, most)}` : ""}。`,
            ]
          : []),
        `汇总表自身的校验结论：${verdicts[summary.verdict]}。`,
      ];
    },
    contains: ({ units, leftOut }, longest) => {
      const open = units.filter(({ verdict }) => verdict !== "pass").length;
      const facts = [
        `${units.length} 个单位`,
        ...(open > 0 ? [`其中 ${open} 个没有通过校验`] : []),
        ...(leftOut.length > 0 ? [`另有 ${leftOut.length} 个文件没有计入`] : []),
      ];
      return namesWithin(
        units.map(({ unit }) => unit),
        (names, most) => `${facts.join("，")}：${list(names, most)}`,
        longest,
      );
    },
    uncounted: (cells) => `未计入：${nameUncounted(cells)}`,
    finding: (place, sentence, units, uncounted) =>
      [
        `${place}  ${sentence}`,
        ...(units.length > 0 ? [`同样的问题出在：${list(units)}。`] : []),
        ...(uncounted.length > 0
          ? [`没有计入的格：${listParts(uncounted.map(({ unit, cells }) => `${unit} ${nameUncounted(cells)}`))}。`]
          : []),
      ].join(""),
    notice: ({ units, leftOut, zeros, summary }) => {
      const open = units.filter(({ verdict }) => verdict !== "pass").length;
      return [
        `汇总 ${units.length} 个单位`,
        ...(open > 0 ? [`其中 ${open} 个没有通过校验`] : []),
        ...(leftOut.length > 0 ? [`另有 ${leftOut.length} 个文件没有计入`] : []),
        ...(zeros > 0 ? [`有 ${zeros} 格空着，按 0 计`] : []),
        ...(summary.verdict === "pass" ? [] : [`汇总表自身的校验结论：${verdicts[summary.verdict]}`]),
        "详见“汇总单位”表。",
      ].join("，");
    },
    file: (unit, year, rolled) => {
      const found = reservations(rolled);
      return `${unit}${year}年度汇总表（${found.length > 0 ? found.join("，") : verdicts.pass}）`;
    },
    unit: "汇总",
    refused: {
      nothing: () => "没有可以汇总的报表。",
      notPassed: (units, most) =>
        `有 ${units.length} 个单位没有通过校验：${list(namesOf(units), most)}。请先改正；确需汇总的，要明确同意计入未通过的单位。`,
      mixedFormats: (formats) =>
        `报告格式不一致，不能相加：${listGroups(formats, (name) => `${name.replace("/", "、")} 年版`)}。`,
      mixedYears: (years) => `报告年度不一致，不能相加：${listGroups(years, (name) => `${name} 年`)}。`,
      doubledUnit: (units, most) => `同一单位有不止一份报告：${list(withFiles(units), most)}。请只保留一份。`,
      doubledTable: (units, most) =>
        `一个文件里有不止一张同样的表：${list(withFiles(units), most)}。请一个文件只放一个单位的报告。`,
      sumOfOthers: (units) =>
        `${list(withFiles(units))}的每个数都等于其余单位之和，多半是它们的汇总表，一起相加会重复计入。请移出后再汇总。`,
      ownReport: (units) =>
        `${list(withFiles(units))}与汇总单位同名，多半是它自己的汇总表，一起相加会重复计入。请移出后再汇总；如果只是本级的数字，请另写一个汇总单位名称，例如“某某县汇总”。`,
      inexact: (cells, most) => `合计超出表格能够精确表示的范围：${list(namesOf(cells), most)}。`,
    },
  },
  desk: {
    intro: "一次检查许多工作簿：看谁要改、改哪里，与上年比对，并汇总。文件只在本机读取，不改动，不上传。",
    chooseFiles: "选择文件",
    chooseFolder: "选择文件夹",
    drop: "也可以把文件或文件夹拖到这里",
    checking: (done, total) => `正在校验 ${done} / ${total}`,
    readingPrevious: (done, total) => `正在读取上年报告 ${done} / ${total}`,
    cancel: "停止",
    cancelled: (left) => `已停止，还有 ${left} 个文件没有校验。下面是已校验的文件。`,
    cancelledPrevious: "已停止读取，与上年的比对没有改变。",
    nothing: "没有可以校验的文件。",
    unchanged: (count) => `${count} 个文件没有改动，沿用上次结果。`,
    gone: (count) => `${count} 个文件已不在文件夹里，不再列出。`,
    replaced: (names) => `同名文件以新选的为准，原来的已被代替：${list(names)}。`,
    renamed: (names) => `文件同名而单位不同，都已保留，新选的列为：${list(names)}。`,
    passedOver: (names) => `另有 ${names.length} 个文件不是报表，没有检查：${list(names)}。`,
    summary: (units) => `共 ${units} 个文件`,
    filter: "按结论筛选",
    all: "全部",
    search: "查找单位或文件",
    sort: "排序",
    sorts: { file: "按文件", unit: "按单位", verdict: "按结论", findings: "按问题数" },
    none: "没有符合条件的单位。",
    remarks: "整批提示",
    page: (page, pages) => `第 ${page} / ${pages} 页`,
    previousPage: "上一页",
    nextPage: "下一页",
    previousUnit: "上一个单位",
    nextUnit: "下一个单位",
    place: (place, units) => `第 ${place} / ${units} 个`,
    noFindings: "没有发现问题。",
    counts: ({ error, warning, hint }, standings, blanks) =>
      [
        ...(error > 0 ? [`${severities.error} ${error}`] : []),
        ...(warning > 0 ? [`${severities.warning} ${warning}${standingWords(standings)}`] : []),
        ...(hint > 0 ? [`${severities.hint} ${hint}`] : []),
        ...(blanks > 0 ? [`未填 ${blanks} 格`] : []),
      ].join("，"),
    lastYear: "与上年比对",
    lastYearFiles: "选择上年文件",
    lastYearFolder: "选择上年文件夹",
    lastYearHint: "按单位名称对应，核对结转、现行有效等跨年关系。不能确定的不比对，由您指定。",
    lastYearCount: (reports) => `已读取 ${reports} 份上年报告。`,
    unclaimed: "以下上年报告还没有对应的单位，改了名称的可以从中指定：",
    unclaimedSearch: "查找上年报告",
    unclaimedMore: (reports) => `另有 ${reports} 份，输入名称查找。`,
    unclaimedNone: "没有符合条件的上年报告。",
    perhapsUnread: (names) => `上年有 ${names.length} 个文件没有读出报告，其中可能有本单位的：${list(names)}。`,
    notPrevious: (count, shown) =>
      `有 ${count} 份上年文件没有读出报表，没有用于比对${shown < count ? `，前 ${shown} 份是` : ""}：`,
    lastYearShared: "上年报告是在“批量校验”中选择的。在这里另选的，只用于这个工作簿。",
    choose: "就是这一份",
    deny: "本单位上年没有报告",
    unchoose: "撤销指定",
    recheck: "重新校验",
    recheckHint: "再次选择同样的文件或文件夹，只校验改动过的。",
    clear: "清空",
    export: "导出结果",
    print: "打印",
    back: "返回列表",
    remove: "移出列表",
    file: "文件",
    findings: "问题",
    suspects: "疑似错格",
    years: "两年对照",
    figure: "指标",
    thisYear: "本年",
    previousYear: "上年",
    difference: "增减",
    chart: (unit) => `${unit}两年对照图，数字见下表`,
    rollUp: "汇总",
    rollUpUnit: "汇总单位名称",
    rollUpUnnamed: "请先填写汇总单位名称：导出的表以它为题。",
    rollUpEven: "未通过的单位也计入，并在汇总中注明",
    rollUpRun: "开始汇总",
    rollUpExport: "导出汇总表",
    rollUpOld: "单位或结论有变化，先前的汇总已作废，请重新汇总。",
    rollUpHint: "点击合计，查看由哪些单位组成。",
    parts: (place, total) => `${place}：合计 ${total}`,
    noParts: "各单位均为 0。",
  },
};
