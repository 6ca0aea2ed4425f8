import type { Chapter, ChapterNumber, Narrative } from "../../tables/report";
import type { StatedYearFinding, YearFinding } from "./soft-finding";
import type { YearRule } from "./soft-rule";

const SENTENCE = /[^。；;！\n]+/g;
/** A sentence about what was done in a year begins so; comparisons and dates within the year do not. */
const PAST = /^[（(]?(?:[一二三四五六七八九]是|\d+[.、])?\s*(20\d\d)年(?:度|全年|[，,]|我|全|本|共)(?!以来)/;
/** What a year is said to bring. */
const PLAN =
  /(?:^|[，,、：:])\s*(?:在)?(20\d\d)年(?:度|里|中)?[，,]?[^，,。]{0,12}(?:将|计划|拟|要|争取)|^(20\d\d)年(?:度)?[，,](?:[^。]{0,20}[，,])?[^。]{0,12}(?:将|继续|进一步)/;

/** Where sentences tell what was done, and where they tell what will be. */
const PAST_CHAPTERS: ReadonlySet<ChapterNumber> = new Set([1, 6]);
const PLAN_CHAPTERS: ReadonlySet<ChapterNumber> = new Set([5]);

const narrow = (text: string): string =>
  text.replace(/[０-９]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));

function checkChapter({ number, text }: Chapter, reportYear: number, { severity }: YearRule): YearFinding[] {
  return (text.match(SENTENCE) ?? []).flatMap((part): YearFinding[] => {
    const sentence = part.trim();
    const plain = narrow(sentence);
    const base = { kind: "year", rule: "N.YEAR", severity, reportYear, sentence, chapter: number } as const;
    if (PLAN_CHAPTERS.has(number)) {
      const match = PLAN.exec(plain);
      const year = Number(match?.[1] ?? match?.[2] ?? NaN);
      return year <= reportYear ? [{ ...base, sense: "plan", year }] : [];
    }
    if (!PAST_CHAPTERS.has(number)) return [];
    const year = Number(PAST.exec(plain)?.[1] ?? NaN);
    return year < reportYear ? [{ ...base, sense: "past", year }] : [];
  });
}

/** Sentences that speak of another year than they can mean: last year's text that was not changed. */
export function checkYears({ chapters, year }: Narrative, rule: YearRule): YearFinding[] {
  return year === undefined ? [] : chapters.flatMap((chapter) => checkChapter(chapter, year, rule));
}

/** Whether title, period and file name give the same year. */
export function checkStatedYears({ statedYears }: Narrative, { severity }: YearRule): StatedYearFinding[] {
  const isOne = new Set(statedYears.map(({ year }) => year)).size <= 1;
  return isOne ? [] : [{ kind: "statedYear", rule: "D.YEAR", severity, years: statedYears }];
}
