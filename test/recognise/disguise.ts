import fc from "fast-check";

/** Ways in which offices write one and the same label. None of them changes what it says. */
const WIDE = (text: string) => text.replace(/[!-~]/g, (narrow) => String.fromCharCode(narrow.charCodeAt(0) + 0xfee0));
const NARROW = (text: string) =>
  text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));

const TRADITIONAL: Readonly<Record<string, string>> = Object.fromEntries(
  [
    "规規",
    "范範",
    "许許",
    "罚罰",
    "强強",
    "费費",
    "项項",
    "数數",
    "决決",
    "务務",
    "开開",
    "总總",
    "请請",
    "转轉",
    "续續",
    "办辦",
    "属屬",
  ]
    .concat([
      "国國",
      "类類",
      "内內",
      "过過",
      "执執",
      "询詢",
      "机機",
      "关關",
      "没沒",
      "现現",
      "补補",
      "访訪",
      "举舉",
      "报報",
      "诉訴",
      "复復",
    ])
    .concat([
      "议議",
      "无無",
      "当當",
      "获獲",
      "认認",
      "护護",
      "权權",
      "缴繳",
      "维維",
      "纠糾",
      "审審",
      "经經",
      "业業",
      "团團",
      "组組",
      "织織",
    ])
    .map((pair) => [pair[0]!, pair[1]!]),
);

const NUMERALS = "一二三四五六七八";
const CIRCLED = "①②③④⑤⑥⑦⑧";
const BRACKETED = "㈠㈡㈢㈣㈤㈥㈦㈧";

/** The number in front of a label written in another style. */
function renumber(text: string, style: (number: number) => string): string {
  return text.replace(
    /^（([一二三四五六七八])）|^([1-8])\.|^([一二三四])、/,
    (_, bracketed?: string, plain?: string, comma?: string) =>
      style(plain ? Number(plain) : NUMERALS.indexOf(bracketed ?? comma ?? "") + 1),
  );
}

const SPACED = (text: string) => [...text].join(" ");
const BROKEN = (text: string) => (text.length > 4 ? `${text.slice(0, 3)}\n${text.slice(3)}` : text);

const WRITINGS: Readonly<Record<string, (text: string) => string>> = {
  official: (text) => text,
  wide: WIDE,
  narrow: NARROW,
  spaced: SPACED,
  broken: BROKEN,
  padded: (text) => `\u3000\u3000${text}\u00a0`,
  traditional: (text) => [...text].map((character) => TRADITIONAL[character] ?? character).join(""),
  arabic: (text) => renumber(text, (number) => `${number}.`),
  bracketed: (text) => renumber(text, (number) => `(${number})`),
  circled: (text) => renumber(text, (number) => CIRCLED[number - 1]!),
  bracketedNumeral: (text) => renumber(text, (number) => BRACKETED[number - 1]!),
  comma: (text) => renumber(text, (number) => `${NUMERALS[number - 1]}、`),
  unnumbered: (text) => renumber(text, () => ""),
  unpunctuated: (text) => text.replace(/[“”、，/]/g, ""),
  colon: (text) => `${text}：`,
  backslash: (text) => text.replace("/", "\\"),
};

/** Texts that stand where a label should, and say something else. */
const STRANGERS = [
  "行政检查",
  "行政确认",
  "小计",
  "见附件",
  "abc",
  "待定",
  "其中：网上申请",
  "政务服务事项",
  "主动公开文件",
  "2.",
  "科室",
] as const;

/** Letters that get into a label by mistake. */
const STRAY = "的件类本申止公办其";

/** How one label is written: its writing, and damage done to it. */
export interface LabelStyle {
  writing: string;
  damage: "none" | "typo" | "cut" | "stranger" | "gone";
  /** Where a typo is, and which. */
  at: number;
}

export const anyLabelStyle: fc.Arbitrary<LabelStyle> = fc.record({
  writing: fc.oneof({ weight: 2, arbitrary: fc.constant("official") }, fc.constantFrom(...Object.keys(WRITINGS))),
  damage: fc.oneof(
    { weight: 60, arbitrary: fc.constant("none" as const) },
    { weight: 4, arbitrary: fc.constant("typo" as const) },
    fc.constantFrom("cut" as const, "stranger" as const, "gone" as const),
  ),
  at: fc.nat(97),
});

function addTypo(text: string, at: number): string {
  const place = 1 + (at % Math.max(1, text.length - 1));
  const stray = STRAY[at % STRAY.length]!;
  switch (at % 3) {
    case 0:
      return text.slice(0, place) + text.slice(place + 1);
    case 1:
      return text.slice(0, place) + stray + text.slice(place);
    default:
      return text.slice(0, place) + stray + text.slice(place + 1);
  }
}

/** A label as somebody else would have written it; null for none. */
export function disguise(label: string, { writing, damage, at }: LabelStyle): string | null {
  const write = WRITINGS[writing]!;
  switch (damage) {
    case "none":
      return write(label);
    case "typo":
      return write(addTypo(label, at));
    case "cut":
      return write(label.slice(0, Math.max(1, Math.ceil(label.length / 2))));
    case "stranger":
      return STRANGERS[at % STRANGERS.length]!;
    case "gone":
      return null;
  }
}

/** Ways in which people write a whole number into a cell. */
export const SPELLINGS: readonly ((value: number) => string | number)[] = [
  (value) => value,
  (value) => String(value),
  (value) => WIDE(String(value)),
  (value) => value.toLocaleString("en-US"),
  (value) => `${value}件`,
  (value) => ` ${value} `,
  (value) => `+${value}`,
];
