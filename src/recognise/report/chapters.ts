import type { Chapter, ChapterNumber } from "../../tables/report";

/** How the headings of the six parts begin after their number; offices vary the words. */
const HEADINGS: Readonly<Record<ChapterNumber, RegExp>> = {
  1: /^(?:总体|基本|工作)?(?:情况|概况|概述)|^(?:政府信息公开工作)?(?:总体|基本|工作)(?:情况|概况)|^概述/,
  2: /^(?:行政机关)?主动公开(?:政府)?(?:信息)?(?:的)?情况/,
  3: /^(?:行政机关)?(?:收到和处理|受理和处理|依申请公开)/,
  4: /^(?:因)?(?:政府信息公开)?(?:工作)?(?:被)?(?:申请|提起|引起的|发生的)?行政(?:法)?复议/,
  5: /^(?:政府信息公开工作)?(?:中)?(?:存在的?)(?:主要)?(?:问题|困难|不足)|^主要问题|^(?:问题|不足)(?:及|和|与)改进/,
  6: /^(?:其他)?(?:需要|应当|应)?(?:报告|说明)的?(?:其他)?事项|^其他(?:需要|应当|应)?(?:报告|说明)?的?(?:事项|情况)/,
};
const NUMERALS = "一二三四五六";
/** A number in front of a heading: 一、 1. （一）is a lower level and is not meant. */
const NUMBERED = /([一二三四五六])\s*[、.．,，:：]\s*/g;
/** Longest heading without its number. */
const LONGEST = 40;

interface Found {
  number: ChapterNumber;
  start: number;
  end: number;
}

/** Where a heading ends: with its line, or, where lines are run together, with the words that belong to it. */
function headingEnd(text: string, start: number): number {
  const line = text.slice(start, start + LONGEST).split("\n")[0]!;
  const isWhole = text[start + line.length] === "\n" || start + line.length === text.length;
  if (isWhole && !line.includes("。")) return start + line.length;
  const words =
    /^.{2,30}?(?:改进(?:情况|措施)|整改(?:情况|措施)|(?:的)?事项|诉讼(?:的)?情况|申请(?:的)?情况|(?:信息|总体|基本)(?:的)?情况|概述|概况)/.exec(
      line,
    );
  return start + (words?.[0].length ?? 0);
}

/** Headings in the order of the text. */
function findHeadings(text: string): Found[] {
  const found: Found[] = [];
  NUMBERED.lastIndex = 0;
  for (let match = NUMBERED.exec(text); match; match = NUMBERED.exec(text)) {
    const number = (NUMERALS.indexOf(match[1]!) + 1) as ChapterNumber;
    const after = match.index + match[0].length;
    const words = text.slice(after, after + LONGEST).replace(/[ \t\u3000]/g, "");
    if (HEADINGS[number].test(words)) found.push({ number, start: match.index, end: headingEnd(text, after) });
  }
  return found;
}

/** The longest run of headings in official order; where one comes again, as after a table of contents, the last. */
function chooseChain(found: readonly Found[]): Found[] {
  let chain: Found[] = [];
  let best: Found[] = [];
  for (const heading of found) {
    const last = chain.at(-1);
    if (last && heading.number <= last.number) {
      if (chain.length > best.length) best = chain;
      chain = chain.filter(({ number }) => number < heading.number);
      if (heading.number === 1) chain = [];
    }
    chain.push(heading);
  }
  return chain.length >= best.length ? chain : best;
}

/**
 * Divides a report's text into its six parts; parts whose heading is not there are absent. `clean` takes out what is no
 * sentence, as the cells of tables.
 */
export function splitChapters(text: string, clean: (text: string, number: ChapterNumber) => string): Chapter[] {
  const chain = chooseChain(findHeadings(text));
  return chain.map(({ number, start, end }, index) => ({
    number,
    heading: text.slice(start, end).replace(/\s+/g, ""),
    text: clean(text.slice(end, chain[index + 1]?.start ?? text.length), number).trim(),
  }));
}
