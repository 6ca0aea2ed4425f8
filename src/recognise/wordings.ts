import { Memory } from "./memory";
import { readWording, type Wording } from "./wording";

/** The same labels come again in each file, for each way of reading and each kind of table. */
const MOST_KEPT = 4_000;
const LONGEST_KEPT = 120;

const kept = new Memory<string, Wording>(MOST_KEPT);

/** `readWording`, with short texts remembered. */
export function wordingOf(text: string): Wording {
  return text.length > LONGEST_KEPT ? readWording(text) : kept.recall(text, () => readWording(text));
}
