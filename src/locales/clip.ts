/** Characters of a quoted sentence; of a longer one the part around the figure is shown. */
const LONGEST = 100;
const BEFORE = 60;

/** The part of a sentence that a person has to see, around what it is quoted for. */
export function clip(sentence: string, around: string): string {
  if (sentence.length <= LONGEST) return sentence;
  const at = Math.max(0, sentence.indexOf(around));
  const start = Math.max(0, Math.min(at - BEFORE, sentence.length - LONGEST));
  const end = start + LONGEST;
  return `${start > 0 ? "…" : ""}${sentence.slice(start, end)}${end < sentence.length ? "…" : ""}`;
}
