import type { StatedYear } from "../../tables/report";
import { readName, readTitle, readYear, type Title } from "../year";
import type { ReportDocument } from "./document";

/** Titles stand at the top. */
const LINES = 60;
const TITLE = /^(?:标题[:：]\s*)?(.{0,60}?政府信息公开.{0,20}?(?:报告|年报))/;
const PERIOD = /(?:统计期限|统计时间|所列数据|数据统计)[^。]{0,20}?(20\d\d)年1月1日/;

export interface ReportTitle extends Title {
  title?: string;
  statedYears: readonly StatedYear[];
}

/** The title that a line begins with. */
function titleOf(line: string): (Title & { title: string }) | null {
  const title = TITLE.exec(line.slice(0, 120).trim())?.[1];
  if (title === undefined) return null;
  const { unit, year } = readTitle(title);
  return unit === undefined && year === undefined ? null : { title, ...readTitle(title) };
}

/** The year of which a text says that its figures are. */
function readPeriod(text: string): number | undefined {
  const match = PERIOD.exec(text.slice(0, 20_000));
  return match ? Number(match[1]) : undefined;
}

/** Whose report it is and of which year, from its title, the page's, the name of the file, or the period that its figures are of. */
export function findReportTitle(
  { title }: ReportDocument,
  lines: readonly string[],
  name: string | undefined,
): ReportTitle {
  const top = lines.filter((line) => line.trim() !== "").slice(0, LINES);
  const found = [...(title === undefined ? [] : [title]), ...top].flatMap((line) => titleOf(line) ?? []);
  const named = name === undefined ? {} : readName(name);
  const best = found.find(({ unit, year }) => unit !== undefined && year !== undefined) ?? found[0];
  const titleYear = best?.year ?? found.find((one) => one.year !== undefined)?.year;
  const period = readPeriod(lines.join("\n"));
  const unit = best?.unit ?? found.find((one) => one.unit !== undefined)?.unit ?? named.unit;
  const stated = { title: titleYear, period, name: named.year };
  const statedYears = Object.entries(stated).flatMap(([source, year]) =>
    year === undefined ? [] : [{ source: source as StatedYear["source"], year }],
  );
  const year = titleYear ?? period ?? named.year;
  return {
    ...(best ? { title: best.title } : {}),
    ...(unit === undefined ? {} : { unit }),
    ...(year === undefined ? {} : { year }),
    statedYears,
  };
}

/** A line that only says of which year what follows is: "2024 年报告". */
const CAPTION = /^[（(]?(?:表[一二三四]\s*)?20\d\d\s*年(?:度|报告|度报告|数据)?[）)]?$/;

/** The year in the nearest caption among the lines before a table. */
export function captionYear(lines: readonly string[], before: number, after: number): number | undefined {
  for (let index = before; index > Math.max(after, before - 30) && index >= 0; index--) {
    const line = (lines[index] ?? "").trim();
    if (line.length < 24 && CAPTION.test(line)) return readYear(line);
  }
  return undefined;
}

/** The two years that head the columns of a comparison, from left to right. */
export function columnYears(lines: readonly string[]): readonly [number, number] | null {
  for (const line of lines) {
    if (line.length > 400) continue;
    const years = [...line.matchAll(/(20\d\d)\s*年/g)].map((match) => Number(match[1]));
    const isHead = line.replace(/\s/g, "").length <= 40;
    if (isHead && years.length === 2 && years[0] !== years[1]) return [years[0]!, years[1]!];
  }
  return null;
}
