import { signature, type Locale } from "../locales";
import type { Standing } from "../record/explanation-book";

/** What was written about a warning, for people: nothing for what passes by no explanation. */
export function explanationLines(standing: Standing | null, { record }: Locale): string[] {
  if (!standing) return [];
  const { state, last } = standing;
  if (!last) return [`      ${record.states[state]}`];
  const write = (text: string) => text.replace(/\s+/g, " ");
  const { objection } = last;
  return [
    `      ${record.states[state]}  ${write(last.text)} (${signature(last)})`,
    ...(objection ? [`        ${write(objection.text)} (${signature(objection)})`] : []),
  ];
}

/** The same for programs; nothing for what passes by no explanation. */
export function explanationJson(standing: Standing | null) {
  if (!standing) return {};
  const { state, last } = standing;
  const { text = null, by = null, at = null, objection = null } = last ?? {};
  return { explanation: { state, text, by, at, objection } };
}
