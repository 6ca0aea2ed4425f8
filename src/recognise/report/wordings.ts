import { readWording, type Wording } from "../wording";

/** The same labels come again for each way of reading and each kind of table. */
const MOST_KEPT = 4_000;
const LONGEST_KEPT = 120;

const kept = new Map<string, Wording>();

/** `readWording`, with short texts remembered. */
export function wordingOf(text: string): Wording {
  const known = kept.get(text);
  if (known) return known;
  const made = readWording(text);
  if (text.length > LONGEST_KEPT) return made;
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(text, made);
  return made;
}
