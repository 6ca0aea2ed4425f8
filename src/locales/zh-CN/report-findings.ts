import type { ChapterNumber, ClaimTopic, StatedYear } from "../../tables/report";
import type { FormatId, SectionId } from "../../tables/table";
import { SECTION_NAMES } from "../../tables/sections";
import type {
  MissingFinding,
  ReportFinding,
  ReportPart,
  ReportSubject,
  VersionFinding,
} from "../../rules/report/report-finding";
import type { ChapterFault, ChapterFinding } from "../../rules/soft/soft-finding";
import { clip } from "../clip";
import type { FindingText } from "../locale";
import { rules } from "./rules";

const sheetOf = (section: SectionId) => SECTION_NAMES[section].sheet;
const writeFormat = (format: FormatId) => `${format} 年版格式`;

/** 表二、表三 for each format. */
function writeParts(parts: readonly ReportPart[]): string {
  const formats = [...new Set(parts.map(({ format }) => format))].sort();
  return formats
    .map((format) => {
      const sheets = [
        ...new Set(parts.filter((part) => part.format === format).map(({ section }) => sheetOf(section))),
      ];
      return `${sheets.join("、")}有 ${writeFormat(format)}的项目`;
    })
    .join("，");
}

function describeVersion({ fault, year, expected, parts }: VersionFinding): string {
  const sheets = [...new Set(parts.map(({ section }) => sheetOf(section)))].join("、");
  const asked = year === undefined || !expected ? "" : `${year} 年度应当使用 ${writeFormat(expected)}`;
  switch (fault) {
    case "early":
      return `标题写的是 ${year} 年度，而${sheets}是 2019 年起才有的格式。请核对标题中的年度。`;
    case "mixed":
      return `一份报告混用了两种格式：${writeParts(parts)}。${asked || "请统一为报告年度的格式"}。`;
    case "year":
      return `${asked}，${sheets}使用的是 ${writeFormat(parts[0]!.format)}。`;
  }
}

function describeMissing({ fault, section, isPublished }: MissingFinding): string {
  const name = `${sheetOf(section)}（${SECTION_NAMES[section].title.replace(/^.、/, "")}）`;
  if (fault === "empty") return `${name}没有填报任何数据。`;
  return isPublished ? `没有找到${name}。如果是图片，无法识别，请人工核对。` : `工作簿中没有${name}。`;
}

const CHAPTERS: Readonly<Record<ChapterNumber, string>> = {
  1: "第一部分“总体情况”",
  2: "第二部分“主动公开政府信息情况”",
  3: "第三部分“收到和处理政府信息公开申请情况”",
  4: "第四部分“政府信息公开行政复议、行政诉讼情况”",
  5: "第五部分“存在的主要问题及改进情况”",
  6: "第六部分“其他需要报告的事项”",
};

const FAULTS: Readonly<Record<ChapterFault, (chapter: string, finding: ChapterFinding) => string>> = {
  missing: (chapter) => `没有找到${chapter}。`,
  empty: (chapter) => `${chapter}没有内容。`,
  none: (chapter) => `${chapter}只写了“无”。`,
  short: (chapter, { length }) => `${chapter}只有 ${length} 个字，不够具体。`,
  long: (chapter, { length, limit }) => `${chapter}有 ${length} 个字，一般不超过 ${limit} 字。`,
  unmentioned: (chapter) => `${chapter}没有写明信息处理费的收取情况。没有收取的，也应当写明。`,
};

const TOPICS: Readonly<Record<ClaimTopic, string>> = {
  received: "收到申请",
  handled: "办理申请",
  processed: "办结",
  carriedOver: "上年结转",
  carriedForward: "结转下年度",
  carried: "结转",
  granted: "予以公开",
  partiallyGranted: "部分公开",
  grantedWhollyOrPartly: "予以公开和部分公开",
  denied: "不予公开",
  unavailable: "无法提供",
  notProcessed: "不予处理",
  other: "其他处理",
  naturalPerson: "自然人申请",
  organisations: "法人或其他组织申请",
  commercial: "商业企业申请",
  research: "科研机构申请",
  welfare: "社会公益组织申请",
  legalService: "法律服务机构申请",
  review: "行政复议",
  litigation: "行政诉讼",
  documentsIssued: "制发规范性文件",
  documentsRepealed: "废止规范性文件",
  documentsValid: "现行有效规范性文件",
};

const SOURCES: Readonly<Record<StatedYear["source"], string>> = {
  title: "标题",
  period: "统计期限",
  name: "文件名",
  table: "表格标题",
};

const writeYear = ({ source, section, year }: StatedYear) =>
  `${section ? `${sheetOf(section)}标题` : SOURCES[source]}写的是 ${year} 年`;

function sentenceOf(finding: ReportFinding): string {
  switch (finding.kind) {
    case "version":
      return describeVersion(finding);
    case "missing":
      return describeMissing(finding);
    case "chapter":
      return FAULTS[finding.fault](CHAPTERS[finding.chapter], finding);
    case "claim": {
      const { topic, number, sentence } = finding.claim;
      const sums = [...new Set(finding.expected.map(({ sum }) => sum))].join(" 或 ");
      return `正文“${clip(sentence, number)}”，其中${TOPICS[topic]} ${number} 与${sheetOf(finding.section)}不一致，表中是 ${sums}。`;
    }
    case "year": {
      const said = `正文“${clip(finding.sentence, String(finding.year))}”`;
      return finding.sense === "plan"
        ? `${said}，把 ${finding.year} 年写成以后的打算，而报告年度是 ${finding.reportYear} 年。`
        : `${said}，写的是 ${finding.year} 年的工作，而报告年度是 ${finding.reportYear} 年。`;
    }
    case "statedYear":
      return `${[...new Set(finding.years.map(writeYear))].join("，")}。`;
  }
}

export const describeReportFinding = (finding: ReportFinding): FindingText => ({
  title: rules[finding.rule].broken,
  place: "",
  address: "",
  sentence: sentenceOf(finding),
  sides: [],
});

/** 新郑市辛店镇 2020 年度; empty when nothing tells either. */
export function describeSubject({ unit, year }: ReportSubject): string {
  return [unit ?? [], year === null ? [] : `${year} 年度`].flat().join(" ");
}
