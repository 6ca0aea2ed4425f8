import type { Comparison } from "./compare-units";
import type { MatchDoubt, MatchWay, NamedReport } from "./match-units";

/** The words about finding the report of the year before; a locale has them. */
export interface MatchTexts {
  found: (way: MatchWay, report: string) => string;
  doubtful: (doubt: MatchDoubt, reports: readonly string[]) => string;
  none: string;
  absent: string;
}

/** A report of another year as a person knows it again: 辛店镇 2023（去年/辛店镇.xlsx）. */
export function reportName({ unit, year, file }: NamedReport): string {
  const named = [unit ?? "", year ?? ""].join(" ").trim();
  return named === "" ? file : `${named}（${file}）`;
}

/** With which report of the year before a unit was compared, or why with none. */
export function matchSentence({ match }: Pick<Comparison, "match">, years: MatchTexts): string {
  switch (match.kind) {
    case "none":
      return years.none;
    case "absent":
      return years.absent;
    case "doubtful":
      return years.doubtful(match.doubt, match.candidates.map(reportName));
    case "found":
      return years.found(match.way, reportName(match.report));
  }
}
