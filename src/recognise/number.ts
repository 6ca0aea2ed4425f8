import type { Meant } from "../tables/filled";

type How = Meant["how"][number];

/** Units that may stand behind a figure, longest first. */
const UNITS: readonly (readonly [written: string, unit: NonNullable<Meant["unit"]>])[] = [
  ["亿元", "hundredMillionYuan"],
  ["万元", "tenThousandYuan"],
  ["千元", "thousandYuan"],
  ["元", "yuan"],
  ["万", "tenThousandYuan"],
  ...["件", "条", "项", "个", "次", "宗", "份", "起", "例", "人", "部"].map((written) => [written, "piece"] as const),
];

const SIGNS: readonly (readonly [written: string, sign: "+" | "-"])[] = [
  ["减少", "-"],
  ["减", "-"],
  ["增加", "+"],
  ["增", "+"],
  ["负", "-"],
  ["正", "+"],
  ["△", "-"],
  ["▲", "-"],
  ["−", "-"],
  ["–", "-"],
  ["—", "-"],
];

const LONGEST = 40;
const SPACES = /[\s\u00ad\u200b-\u200f\u2060\ufeff]/;
const PLAIN = /^(\d+)(?:\.(\d+))?$/;
const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const SPACED = /^\d{1,3}(?: \d{3})+(?:\.\d+)?$/;
const CHINESE = /^[零〇一二两三四五六七八九十百千万]+$/;
const ZERO_LOOKALIKES = new Set(["o", "O", "○", "〇"]);

function narrow(text: string): string {
  let out = "";
  for (const character of text) {
    const code = character.charCodeAt(0);
    if (code >= 0xff01 && code <= 0xff5e) out += String.fromCharCode(code - 0xfee0);
    else out += SPACES.test(character) ? " " : character;
  }
  return out;
}

const DIGITS = "零一二三四五六七八九";
const SCALES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000 };

/** 一百零二 → 102; null when the numerals are not in the order of a number. */
function readChinese(text: string): number | null {
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let last = Infinity;
  for (const character of text.replaceAll("〇", "零").replaceAll("两", "二")) {
    const scale = SCALES[character];
    if (scale === undefined) {
      if (digit) return null;
      digit = DIGITS.indexOf(character);
    } else if (scale === 10_000) {
      if (total > 0 || section + (digit ?? 0) === 0) return null;
      total = (section + (digit ?? 0)) * scale;
      [section, digit, last] = [0, null, Infinity];
    } else {
      const count: number | null = digit === null && scale === 10 && section === 0 ? 1 : digit;
      if (!count || scale >= last) return null;
      section += count * scale;
      [digit, last] = [null, scale];
    }
  }
  return total + section + (digit ?? 0);
}

function stripSign(text: string): { sign: string; rest: string; isWord: boolean } {
  if (text.startsWith("+") || text.startsWith("-"))
    return { sign: text[0]!, rest: text.slice(1), isWord: text[0] === "+" };
  const found = SIGNS.find(([written]) => text.startsWith(written));
  return found
    ? { sign: found[1], rest: text.slice(found[0].length), isWord: true }
    : { sign: "", rest: text, isWord: false };
}

function stripUnit(text: string): { unit?: Meant["unit"]; rest: string } {
  const open = text.endsWith(")") ? text.lastIndexOf("(") : -1;
  const plain = (open > 0 ? text.slice(0, open) + text.slice(open + 1, -1) : text).replace(/元整$/, "元");
  const found = UNITS.find(([written]) => plain.endsWith(written));
  if (found) return { unit: found[1], rest: plain.slice(0, -found[0].length) };
  return { rest: text };
}

/** Digits of a plain, grouped or spelt number, without leading zeros. */
function readDigits(text: string): { number: string; how: How[] } | null {
  if (ZERO_LOOKALIKES.has(text)) return { number: "0", how: ["lookalike"] };
  if (CHINESE.test(text)) {
    const value = readChinese(text);
    return value === null ? null : { number: String(value), how: ["chinese"] };
  }
  const isGrouped = GROUPED.test(text);
  const isSpaced = SPACED.test(text);
  const match = PLAIN.exec(isGrouped ? text.replaceAll(",", "") : isSpaced ? text.replaceAll(" ", "") : text);
  if (!match) return null;
  const whole = match[1]!.replace(/^0+(?=\d)/, "");
  const fraction = (match[2] ?? "").replace(/0+$/, "");
  return { number: whole + (fraction && `.${fraction}`), how: isGrouped ? ["thousands"] : isSpaced ? ["spaces"] : [] };
}

/**
 * The number that a text probably means: "１２", "1,234", "12件", "减3", "0.37万元", "十二". Null for texts that say anything
 * else, among them percentages, dates and ranges. The number is in the unit that the text names, if it names one.
 */
export function readNumber(text: string): Meant | null {
  if (text.length > LONGEST) return null;
  const narrowed = narrow(text);
  const trimmed = narrowed.trim();
  const how = new Set<How>();
  if (narrowed.replaceAll(" ", "") !== text.replace(/\s/g, "")) how.add("fullWidth");
  if (trimmed !== narrowed) how.add("spaces");
  const money = /^[¥￥] ?/.exec(trimmed);
  const { sign, rest: unsigned, isWord } = stripSign(money ? trimmed.slice(money[0].length) : trimmed);
  const { unit = money ? "yuan" : undefined, rest } = stripUnit(unsigned.trimStart());
  const digits = readDigits(rest.trim());
  if (!digits) return null;
  if (isWord) how.add("sign");
  if (unit) how.add("unit");
  if (rest.trim() !== rest || unsigned.trimStart() !== unsigned) how.add("spaces");
  for (const code of digits.how) how.add(code);
  const isNegative = sign === "-" && digits.number !== "0";
  const number = (isNegative ? "-" : "") + digits.number;
  return unit ? { number, how: [...how], unit } : { number, how: [...how] };
}
