import type { ChapterFault, ChapterFinding } from "../../rules/soft/soft-finding";
import type { ClaimTopic, StatedYear } from "../../tables/report";
import type { FormatId, SectionId } from "../../tables/table";
import type {
  MissingFinding,
  ReportFinding,
  ReportPart,
  ReportSubject,
  VersionFinding,
} from "../../rules/report/report-finding";
import { SECTION_NAMES } from "../../tables/sections";
import { clip } from "../clip";
import type { FindingText } from "../locale";
import { rules } from "./rules";

const NUMERALS = "一二三四五六";
const NUMBERS: Readonly<Record<SectionId, string>> = { section2: "二", section3: "三", section4: "四" };

const writeTables = (sections: readonly SectionId[]) => {
  const numbers = [...new Set(sections)].map((section) => NUMBERS[section]);
  return `${numbers.length === 1 ? "table" : "tables"} ${numbers.join(" and ")}`;
};
const writeFormat = (format: FormatId) => `the format of ${format}`;
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function writeParts(parts: readonly ReportPart[]): string {
  const formats = [...new Set(parts.map(({ format }) => format))].sort();
  return formats
    .map((format) => {
      const own = parts.filter((part) => part.format === format).map(({ section }) => section);
      return `${writeTables(own)} with items of ${writeFormat(format)}`;
    })
    .join(", ");
}

function describeVersion({ fault, year, expected, parts }: VersionFinding): string {
  const tables = writeTables(parts.map(({ section }) => section));
  const asked = year === undefined || !expected ? "" : `The report of ${year} needs ${writeFormat(expected)}`;
  switch (fault) {
    case "early":
      return `The title says ${year}, but ${tables} have a format that began with 2019. Please check the year in the title.`;
    case "mixed":
      return `One report mixes both formats: ${writeParts(parts)}. ${asked || "Please use the format of the report's year throughout"}.`;
    case "year":
      return `${asked}; ${tables} in ${writeFormat(parts[0]!.format)}.`;
  }
}

function describeMissing({ fault, section, isPublished }: MissingFinding): string {
  const name = `Table ${NUMBERS[section]} (${SECTION_NAMES[section].title.replace(/^.、/, "")})`;
  if (fault === "empty") return `${name} has no data at all.`;
  return isPublished
    ? `${name} was not found. If it is a picture it cannot be read: please check it by eye.`
    : `${name} is not in the workbook.`;
}

const FAULTS: Readonly<Record<ChapterFault, (chapter: string, finding: ChapterFinding) => string>> = {
  missing: (chapter) => `${chapter} was not found.`,
  empty: (chapter) => `${chapter} is empty.`,
  none: (chapter) => `${chapter} says no more than “无”.`,
  short: (chapter, { length }) => `${chapter} has only ${length} characters and is not concrete.`,
  long: (chapter, { length, limit }) => `${chapter} has ${length} characters; about ${limit} is the most.`,
  unmentioned: (chapter) => `${chapter} does not tell about 信息处理费; it should, even when none was charged.`,
};

const TOPICS: Readonly<Record<ClaimTopic, string>> = {
  received: "requests received",
  handled: "requests handled",
  processed: "closed",
  carriedOver: "carried over",
  carriedForward: "carried forward",
  carried: "carried over or forward",
  granted: "granted",
  partiallyGranted: "granted in part",
  grantedWhollyOrPartly: "granted wholly or in part",
  denied: "denied",
  unavailable: "unavailable",
  notProcessed: "not processed",
  other: "otherwise handled",
  naturalPerson: "requests of natural persons",
  organisations: "requests of organisations",
  commercial: "requests of businesses",
  research: "requests of research institutions",
  welfare: "requests of welfare organisations",
  legalService: "requests of legal services",
  review: "reviews",
  litigation: "lawsuits",
  documentsIssued: "documents issued",
  documentsRepealed: "documents repealed",
  documentsValid: "documents in force",
};

const SOURCES: Readonly<Record<StatedYear["source"], string>> = {
  title: "the title",
  period: "the period",
  name: "the file name",
  table: "the title of a table",
};

const writeYear = ({ source, section, year }: StatedYear) =>
  `${section ? `the title of table ${NUMBERS[section]}` : SOURCES[source]} says ${year}`;

function sentenceOf(finding: ReportFinding): string {
  switch (finding.kind) {
    case "version":
      return describeVersion(finding);
    case "missing":
      return describeMissing(finding);
    case "chapter":
      return FAULTS[finding.fault](`Part ${NUMERALS[finding.chapter - 1]}`, finding);
    case "claim": {
      const { topic, number, sentence } = finding.claim;
      const sums = [...new Set(finding.expected.map(({ sum }) => sum))].join(" or ");
      return `The text says “${clip(sentence, number)}”: ${TOPICS[topic]} ${number} differs from table ${NUMBERS[finding.section]}, which has ${sums}.`;
    }
    case "year": {
      const said = `The text says “${clip(finding.sentence, String(finding.year))}”`;
      return finding.sense === "plan"
        ? `${said}, as if ${finding.year} were still to come, but the report is of ${finding.reportYear}.`
        : `${said}, about what was done in ${finding.year}, but the report is of ${finding.reportYear}.`;
    }
    case "statedYear":
      return `${capital([...new Set(finding.years.map(writeYear))].join(", "))}.`;
  }
}

export const describeReportFinding = (finding: ReportFinding): FindingText => ({
  title: rules[finding.rule].broken,
  place: "",
  address: "",
  sentence: sentenceOf(finding),
  sides: [],
});

/** 新郑市辛店镇, 2020; empty when nothing tells either. */
export function describeSubject({ unit, year }: ReportSubject): string {
  return [unit ?? [], year === null ? [] : String(year)].flat().join(", ");
}
