import { CHAPTER_OF, type ChapterNumber } from "../../tables/report";

/** With these a table begins, also where nothing parts it from the sentences before. */
const TABLE_BEGINS = ["第二十条第", "信息内容", "本列数据的勾稽关系", "申请人情况", "结果维持", "行政复议行政诉讼"];

const TABLE_CHAPTERS: ReadonlySet<ChapterNumber> = new Set(Object.values(CHAPTER_OF));

function tableStart(line: string): number {
  const found = TABLE_BEGINS.map((word) => line.indexOf(word)).filter((at) => at >= 0);
  return found.length === 0 ? -1 : Math.min(...found);
}

/** Takes the cells of tables out of a chapter: from where a table begins only sentences are kept. */
export function dropTables(text: string, chapter: ChapterNumber): string {
  let isWithin = TABLE_CHAPTERS.has(chapter);
  const kept: string[] = [];
  for (const line of text.split("\n")) {
    const start = tableStart(line);
    const isSentence = /[。！]/.test(line) && !/[\t|]/.test(line);
    if (start >= 0) {
      kept.push(line.slice(0, start).replace(/[（(]$/, ""));
      isWithin = true;
    } else if (!isWithin || isSentence) kept.push(line);
  }
  return kept
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");
}
