import { explanationLines as linesOf } from "../batch/explanation-lines";
import type { Locale } from "../locales";
import type { Explanation } from "../record/explanation";
import type { Standing } from "../record/explanation-book";
import { answeredIn } from "../record/history";

const inOneLine = (text: string): string => text.replace(/\s+/g, " ");

/** What was written about a warning, for people: nothing for what passes by no explanation. */
export function explanationLines(standing: Standing | null, locale: Locale): string[] {
  if (!standing) return [];
  return linesOf(standing, locale).flatMap(({ state, written, said }) => [
    `      ${state}${written === null ? "" : `  ${inOneLine(written)}`}`,
    ...said.map((one) => `        ${inOneLine(one)}`),
  ]);
}

const written = ({ text, by, at, objection, retracted }: Explanation) => ({ text, by, at, objection, retracted });

/** The same for programs; nothing for what passes by no explanation. */
export function explanationJson(standing: Standing | null) {
  if (!standing) return {};
  const { state, last } = standing;
  const shown = last ? written(last) : { text: null, by: null, at: null, objection: null, retracted: [] };
  const earlier = answeredIn(standing).map((entry) => ({ state: entry.state, ...written(entry.explanation) }));
  return { explanation: { state, ...shown, earlier } };
}
