import fc from "fast-check";
import { readNumber } from "../../src/recognise/number";
import type { FigureUnit } from "../../src/tables/filled";

describe("a text that means a number keeps what it means and how it was read", () => {
  test.each<readonly [text: string, number: string, how: string, unit: FigureUnit | null]>([
    ["12", "12", "", null],
    ["007", "7", "", null],
    ["１２", "12", "fullWidth", null],
    ["０．３７", "0.37", "fullWidth", null],
    [" 0", "0", "spaces", null],
    ["\u00a03\u3000", "3", "spaces", null],
    ["1,234", "1234", "thousands", null],
    ["1，234", "1234", "fullWidth thousands", null],
    ["12,345,678.90", "12345678.9", "thousands", null],
    ["1 234", "1234", "spaces", null],
    ["12件", "12", "unit", "piece"],
    ["124 件", "124", "unit spaces", "piece"],
    ["３条", "3", "fullWidth unit", "piece"],
    ["2（项）", "2", "fullWidth unit", "piece"],
    ["251000元", "251000", "unit", "yuan"],
    ["75394432.52元", "75394432.52", "unit", "yuan"],
    ["¥1,200.50", "1200.5", "unit thousands", "yuan"],
    ["￥5", "5", "unit", "yuan"],
    ["0.37万元", "0.37", "unit", "tenThousandYuan"],
    ["0.37万元整", "0.37", "unit", "tenThousandYuan"],
    ["8403万", "8403", "unit", "tenThousandYuan"],
    ["3千元", "3", "unit", "thousandYuan"],
    ["1.2亿元", "1.2", "unit", "hundredMillionYuan"],
    ["减3", "-3", "sign", null],
    ["减少3件", "-3", "sign unit", "piece"],
    ["增5", "5", "sign", null],
    ["增加 5", "5", "sign spaces", null],
    ["+19", "19", "sign", null],
    ["＋19", "19", "fullWidth sign", null],
    ["-3", "-3", "", null],
    ["－3", "-3", "fullWidth", null],
    ["−3", "-3", "sign", null],
    ["—3", "-3", "sign", null],
    ["△8", "-8", "sign", null],
    ["负2", "-2", "sign", null],
    ["减0", "0", "sign", null],
    ["零", "0", "chinese", null],
    ["十", "10", "chinese", null],
    ["十二", "12", "chinese", null],
    ["二十", "20", "chinese", null],
    ["两百零三", "203", "chinese", null],
    ["一千零二十", "1020", "chinese", null],
    ["三万五千", "35000", "chinese", null],
    ["五件", "5", "chinese unit", "piece"],
    ["O", "0", "lookalike", null],
    ["〇", "0", "lookalike", null],
  ])("%j means %s", (text, number, how, unit) => {
    const meant = readNumber(text);
    expect(meant).toMatchObject({ number });
    expect([...meant!.how].sort()).toEqual(how === "" ? [] : how.split(" ").sort());
    expect(meant!.unit ?? null).toBe(unit);
  });
});

test.each([
  "",
  " ",
  "/",
  "-",
  "—",
  "无",
  "件",
  "元",
  "万",
  "12%",
  "12％",
  "百分之五",
  "2020-12-31",
  "12月31日",
  "3/4",
  "1-2",
  "1~2",
  "1.2.3",
  "1,23",
  "1,2345",
  "12,34,567",
  "1 2",
  "1e5",
  "0x10",
  "1.",
  ".5",
  "约12",
  "12左右",
  "减",
  "+",
  "--3",
  "+-3",
  "12件3",
  "abc",
  "规章",
  "1.属于国家秘密",
  "十十",
  "二三",
  "十百",
  "百",
  "万万",
  "零零五百十",
  "2020年",
  "第3",
  "12件（含3件）",
  "#N/A",
  "TRUE",
  "１２３４５６７８９０".repeat(5),
])("%j is no number", (text) => {
  expect(readNumber(text)).toBeNull();
});

const amount = fc.tuple(fc.bigInt(0n, 999_999_999_999n), fc.integer({ min: 0, max: 6 })).map(([digits, scale]) => {
  const text = digits.toString().padStart(scale + 1, "0");
  return scale === 0 ? text : `${text.slice(0, -scale)}.${text.slice(-scale)}`;
});

const canonical = (plain: string) => (plain.includes(".") ? plain.replace(/\.?0+$/, "") : plain);

test("every spelling of a number means that number", () => {
  const widen = (text: string) =>
    text.replace(/[!-~]/g, (narrow) => String.fromCharCode(narrow.charCodeAt(0) + 0xfee0));
  const group = (text: string) => {
    const [whole, fraction] = text.split(".");
    return whole!.replace(/\B(?=(\d{3})+$)/g, ",") + (fraction === undefined ? "" : `.${fraction}`);
  };
  const spellings: ((text: string) => string)[] = [
    (text) => text,
    widen,
    group,
    (text) => widen(group(text)),
    (text) => ` ${text}\u3000`,
    (text) => `${text}件`,
    (text) => `${group(text)} 元`,
    (text) => `+${text}`,
    (text) => `增加${text}`,
  ];
  fc.assert(
    fc.property(amount, fc.constantFrom(...spellings), (plain, spell) => {
      expect(readNumber(spell(plain))?.number).toBe(canonical(plain));
    }),
    { numRuns: 2000 },
  );
});

test("whatever the text, the answer is a plain decimal or null, and comes in time that grows with the text only", () => {
  const plain = /^-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/;
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(..."0123456789０９.,，-－+减增 \u3000件元万十百千零一二（）()%") }),
      (text) => {
        const meant = readNumber(text);
        if (meant) expect(meant.number).toMatch(plain);
      },
    ),
    { numRuns: 5000 },
  );
  for (const text of ["1".repeat(1e6), "十".repeat(1e6), "1,".repeat(1e6), " ".repeat(1e6)])
    expect(readNumber(text)).toBeNull();
});
