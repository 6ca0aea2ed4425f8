import { HOLLOW_WORDS } from "./hollow-words";

/**
 * Why a text explains nothing: there is none; it has no words; one or two characters again and again; only words that say that
 * somebody looked (核实无误); too little besides such words.
 */
export type SubstanceFault = "empty" | "noWords" | "repeated" | "hollow" | "short";

/** What must remain besides hollow words: a Chinese character counts 1, a word or number in Latin characters 2. */
const LEAST_SUBSTANCE = 4;
/** A text of no more different characters than these says nothing, however long it is. */
const FEW_CHARACTERS = 2;

const words = new Set(HOLLOW_WORDS);
const longest = Math.max(...HOLLOW_WORDS.map(({ length }) => length));

/** Runs of letters and digits, in one width, in small letters; Chinese as one run, whatever stood between. */
function wordsOf(text: string): string[] {
  const plain = text.normalize("NFKC").toLowerCase();
  const apart = plain.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  const joined = apart.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, "");
  return joined.match(/\p{Script=Han}+|[^\p{Script=Han} ]+/gu) ?? [];
}

/** The fewest characters of a run of Chinese that no hollow words can cover: its substance. */
function uncovered(run: string): number {
  const least = [0];
  for (let end = 1; end <= run.length; end++) {
    let best = least[end - 1]! + 1;
    for (let length = 1; length <= Math.min(longest, end); length++) {
      if (words.has(run.slice(end - length, end))) best = Math.min(best, least[end - length]!);
    }
    least.push(best);
  }
  return least[run.length]!;
}

const isChinese = (run: string) => /^\p{Script=Han}/u.test(run);

function weigh(run: string): number {
  if (isChinese(run)) return uncovered(run);
  return words.has(run) ? 0 : 2;
}

/** Null when a text may explain something; whether it is true is for the supervisor to judge. */
export function judgeSubstance(text: string): SubstanceFault | null {
  if (text.trim() === "") return "empty";
  const runs = wordsOf(text);
  const characters = [...runs.join("")];
  if (!characters.some((character) => /\p{L}/u.test(character))) return "noWords";
  const substance = runs.reduce((sum, run) => sum + weigh(run), 0);
  if (substance === 0) return "hollow";
  const different = new Set(characters).size;
  if (different <= FEW_CHARACTERS && characters.length >= 2 * different) return "repeated";
  return substance < LEAST_SUBSTANCE ? "short" : null;
}
