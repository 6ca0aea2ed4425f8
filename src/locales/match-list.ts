import type { LocaleId } from "./locale";

/** The columns of the list that say something; the others are for the person who fills it in. */
export type MatchColumn = "unit" | "file" | "previous";

/** What a person said of a unit's report of last year. */
export interface Said {
  line: number | null;
  current: string;
  previous: string | null;
}

/** The words about the list in which a person writes which report of last year is whose. */
export interface MatchListTexts {
  columns: Readonly<Record<MatchColumn | "reason" | "candidate", string>>;
  /** Written where a unit had no report last year; lower case. */
  none: string;
  /** Stands beside a report of last year that no unit of this year has. */
  leftOver: string;
  notPair(word: string): string;
  unreadable(file: string, reason: string): string;
  noLines(file: string): string;
  /** What of the list cannot be meant. */
  unknown(said: Said): string;
  several(said: Said, files: readonly string[]): string;
  twice(said: Said): string;
  /** Lines whose unit is not among this year's. */
  unused(said: readonly Said[]): string;
  drafted(file: string, units: number): string;
  /** What to do about units that were not matched. */
  unmatched(units: number): string;
}

const MOST = 5;

const whereZh = ({ line }: Said) => (line === null ? "--match " : `对应表第 ${line} 行：`);
const whereEn = ({ line }: Said) => (line === null ? "--match " : `line ${line} of the list: `);

export const MATCH_TEXTS: Readonly<Record<LocaleId, MatchListTexts>> = {
  "zh-CN": {
    columns: { unit: "本年单位", file: "本年文件", previous: "上年文件", reason: "说明", candidate: "可能的上年文件" },
    none: "无",
    leftOver: "上年有这份报告，本年没有单位与它对上",
    notPair: (word) => `--match ${word}：请写成“单位=上年文件”，或写出对应表（.csv、.xlsx）的文件名。`,
    unreadable: (file, reason) => `对应表 ${file} 读不出来。${reason}`,
    noLines: (file) => `${file} 里没有读出对应关系：每行写一个单位和它的上年文件，用 --match-draft 可以得到要填的表。`,
    unknown: (said) => `${whereZh(said)}上年报告中没有“${said.previous}”。`,
    several: (said, files) => `${whereZh(said)}“${said.previous}”有 ${files.length} 份（${files.slice(0, MOST).join("、")}），请写明文件的路径。`, // prettier-ignore
    twice: (said) => `${whereZh(said)}“${said.current}”已另行指定，前后不一致。`,
    unused: (said) =>
      `指定的单位不在这次检查的报告中，没有用上：${said
        .slice(0, MOST)
        .map(({ line, current }) => (line === null ? current : `${current}（第 ${line} 行）`))
        .join("、")}${said.length > MOST ? ` 等 ${said.length} 个` : ""}。`,
    drafted: (file, units) =>
      `已写出 ${file}，有 ${units} 个单位待指定上年报告：填好“上年文件”一列（上年没有报告的填“无”），再用 --match ${file} 检查。`,
    unmatched: (units) =>
      `有 ${units} 个单位没有与上年报告对上。加上 --match-draft 对应.csv 可列成表，填好后交给 --match。`,
  },
  "en-US": {
    columns: {
      unit: "Unit",
      file: "File",
      previous: "File of last year",
      reason: "Why",
      candidate: "May be",
    },
    none: "none",
    leftOver: "a report of last year that no unit of this year has",
    notPair: (word) => `--match ${word}: write UNIT=FILE, or the name of a list (.csv, .xlsx)`,
    unreadable: (file, reason) => `The list ${file} cannot be read. ${reason}`,
    noLines: (file) =>
      `${file} assigns nothing: write a unit and its file of last year in each line; --match-draft makes the list to be filled in.`,
    unknown: (said) => `${whereEn(said)}there is no “${said.previous}” among last year's reports.`,
    several: (said, files) => `${whereEn(said)}there are ${files.length} “${said.previous}” (${files.slice(0, MOST).join(", ")}): write the path of the file.`, // prettier-ignore
    twice: (said) => `${whereEn(said)}“${said.current}” was assigned another report before.`,
    unused: (said) =>
      `Assigned to units that are not among those checked, and not used: ${said
        .slice(0, MOST)
        .map(({ line, current }) => (line === null ? current : `${current} (line ${line})`))
        .join(", ")}${said.length > MOST ? ` and ${said.length - MOST} more` : ""}.`,
    drafted: (file, units) =>
      `Wrote ${file}: ${units} units wait for a report of last year. Fill in the column “File of last year” (“none” where there was none) and check with --match ${file}.`,
    unmatched: (units) =>
      `${units} units were not matched with a report of last year. --match-draft LIST.csv lists them, to be filled in for --match.`,
  },
};
