import { SIMPLIFIED } from "./traditional";

/** What a label says, apart from how it is written: width, punctuation, spaces, numbering style, traditional characters. */
export interface Wording {
  /** Letters, digits and Chinese characters only, without the number in front. */
  core: string;
  /** `core` without what stands in brackets. */
  bare: string;
  /** What stands in the brackets, written like `core`. */
  remarks: readonly string[];
  /** The number in front, however it is written: 1 for （一）, 一、, 1., ①, (1). */
  ordinal: number | null;
}

const NUMERALS = "零一二三四五六七八九十";
const OPENING = "(〔[【{〈<";
const CLOSING = ")〕]】}〉>";
/** What may stand between a number in front and the words. */
const DELIMITERS = ".、,:)-．";
const PUNCTUATION = new Set(
  `!"#$%&'*+,-./:;=?@\\^_\`|~、。·…—–−“”‘’「」『』《》﹙﹚•●○◎※＊→${DELIMITERS}${OPENING}${CLOSING}`,
);

/** Full-width forms become half-width ones, ideographic and other spaces plain ones, numbers in circles or brackets plain ones. */
function narrow(text: string): string {
  let out = "";
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code >= 0xff01 && code <= 0xff5e) out += String.fromCharCode(code - 0xfee0);
    else if (code >= 0x2460 && code <= 0x2473) out += `(${code - 0x245f})`;
    else if (code >= 0x2474 && code <= 0x2487) out += `(${code - 0x2473})`;
    else if (code >= 0x2488 && code <= 0x249b) out += `${code - 0x2487}.`;
    else if (code >= 0x3220 && code <= 0x3229) out += `(${NUMERALS[code - 0x321f]})`;
    else out += SIMPLIFIED.get(character) ?? character;
  }
  return out;
}

/** Spaces of every kind, and characters that print nothing. */
const isSpace = (character: string) => /[\s\u00ad\u200b-\u200f\u2060\ufeff]/.test(character);

function removeSpaces(text: string): string {
  let out = "";
  for (const character of text) if (!isSpace(character)) out += character;
  return out;
}

/** 十二 → 12; only what numbers a list. Null for anything else. */
function readOrdinal(text: string): number | null {
  if (/^\d{1,2}$/.test(text)) return Number(text);
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text);
  if (!match || text === "") return null;
  const [, tens, ten, ones] = match;
  if (!ten) return tens && !ones ? NUMERALS.indexOf(tens) : null;
  return (tens ? NUMERALS.indexOf(tens) : 1) * 10 + (ones ? NUMERALS.indexOf(ones) : 0);
}

/** Splits the number in front from the words: "(一)予以公开", "1.属于国家秘密", "2重复申请", "一、". */
function splitOrdinal(text: string): { ordinal: number | null; rest: string } {
  const start = OPENING.includes(text[0] ?? " ") ? 1 : 0;
  let end = start;
  while (end < text.length && end - start < 3 && (/\d/.test(text[end]!) || NUMERALS.includes(text[end]!))) end += 1;
  const ordinal = readOrdinal(text.slice(start, end));
  const isClosed = start === 0 || CLOSING.includes(text[end] ?? " ");
  if (ordinal === null || !isClosed) return { ordinal: null, rest: text };
  const isDigits = /\d/.test(text[start]!);
  let next = end + start;
  const hasDelimiter = start === 1 || DELIMITERS.includes(text[next] ?? " ");
  while (next < text.length && DELIMITERS.includes(text[next]!)) next += 1;
  return hasDelimiter || isDigits ? { ordinal, rest: text.slice(next) } : { ordinal: null, rest: text };
}

function plain(text: string): string {
  let out = "";
  for (const character of text) if (!PUNCTUATION.has(character)) out += character;
  return out;
}

/** Takes the outermost brackets out of a text. One that is never closed ends with the text. */
function splitRemarks(text: string): { bare: string; remarks: string[] } {
  let bare = "";
  let depth = 0;
  const remarks: string[] = [];
  for (const character of text) {
    if (OPENING.includes(character) && (depth += 1) === 1) remarks.push("");
    else if (CLOSING.includes(character)) depth = Math.max(0, depth - 1);
    else if (depth > 0) remarks[remarks.length - 1] += character;
    else bare += character;
  }
  return { bare, remarks };
}

export function readWording(text: string): Wording {
  const { ordinal, rest } = splitOrdinal(removeSpaces(narrow(text)));
  const { bare, remarks } = splitRemarks(rest);
  return { core: plain(rest), bare: plain(bare), remarks: remarks.map(plain), ordinal };
}
