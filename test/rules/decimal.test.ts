import fc from "fast-check";
import {
  add,
  decimalsOf,
  formatDecimal,
  isZero,
  round,
  subtract,
  toDecimal,
  ZERO,
  type Decimal,
} from "../../src/rules/decimal";

/** An exact rational, reduced: the independent arithmetic that decimals are held against. */
interface Rational {
  top: bigint;
  bottom: bigint;
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));

function reduce(top: bigint, bottom: bigint): Rational {
  const divisor = gcd(top, bottom) || 1n;
  return { top: top / divisor, bottom: bottom / divisor };
}

/** Reads plain and exponent notation, as JavaScript prints numbers and as `formatDecimal` does. */
function parse(text: string): Rational {
  const [mantissa = "", exponent = "0"] = text.split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  const power = Number(exponent) - fraction.length;
  const digits = BigInt(whole + fraction);
  return power >= 0 ? reduce(digits * 10n ** BigInt(power), 1n) : reduce(digits, 10n ** BigInt(-power));
}

const plus = (a: Rational, b: Rational) => reduce(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
const minus = (a: Rational, b: Rational) => plus(a, { top: -b.top, bottom: b.bottom });
const rationalOf = (decimal: Decimal) => parse(formatDecimal(decimal));

/** As a person can type it: of more digits Excel keeps 15. */
const typed = (value: number): number => (Number.isSafeInteger(value) ? value : Number(value.toPrecision(15)));

const anyNumber = fc.oneof(
  fc
    .double({ noNaN: true, max: 1e300, min: -1e300 })
    // Excel has none that are nearer to 0
    .filter((value) => value === 0 || Math.abs(value) > 1e-300)
    .map(typed),
  fc.integer(),
  fc.maxSafeInteger(),
  fc
    .tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 7 }))
    .map(([digits, scale]) => digits / 10 ** scale),
  fc.constantFrom(0, -0, 0.1, 0.2, 0.3, 1e21, 1e-7, 1.5e-10, 1e300),
);

test("what binary floats leave behind does not count: a sum of tenths has one decimal", () => {
  expect(formatDecimal(toDecimal(0.1 + 0.2))).toBe("0.3");
  expect(decimalsOf(0.1 + 0.7)).toBe(1);
  expect(decimalsOf(8403.000000000002)).toBe(0);
  expect(isZero(subtract(toDecimal(1.1 * 3), toDecimal(3.3)))).toBe(true);
});

test("a number becomes the decimal that it prints as", () => {
  fc.assert(
    fc.property(anyNumber, (value) => {
      expect(rationalOf(toDecimal(value))).toEqual(parse(String(value)));
      expect(Number(formatDecimal(toDecimal(value)))).toBe(value === 0 ? 0 : value);
    }),
    { numRuns: 2000 },
  );
});

test("sums and differences are those of rationals", () => {
  fc.assert(
    fc.property(anyNumber, anyNumber, (a, b) => {
      const [x, y] = [toDecimal(a), toDecimal(b)];
      expect(rationalOf(add(x, y))).toEqual(plus(parse(String(a)), parse(String(b))));
      expect(rationalOf(subtract(x, y))).toEqual(minus(parse(String(a)), parse(String(b))));
      expect(isZero(subtract(x, y))).toBe(a === b);
    }),
    { numRuns: 2000 },
  );
});

test("0.1 + 0.2 is 0.3", () => {
  expect(formatDecimal(add(toDecimal(0.1), toDecimal(0.2)))).toBe("0.3");
});

test("rounding goes half away from zero and moves by half a unit at most", () => {
  expect(
    [0.0000005, -0.0000005, 0.00000049, 2.5, -2.5].map((value) => formatDecimal(round(toDecimal(value), 6))),
  ).toEqual(["0.000001", "-0.000001", "0", "2.5", "-2.5"]);
  expect([2.5, -2.5, 2.4, -2.6].map((value) => formatDecimal(round(toDecimal(value), 0)))).toEqual([
    "3",
    "-3",
    "2",
    "-3",
  ]);
  fc.assert(
    fc.property(anyNumber, fc.integer({ min: 0, max: 8 }), (value, decimals) => {
      const exact = parse(String(value));
      const rounded = rationalOf(round(toDecimal(value), decimals));
      const error = minus(rounded, exact);
      const twice = { top: error.top * 2n * 10n ** BigInt(decimals), bottom: error.bottom };
      const size = twice.top < 0n ? -twice.top : twice.top;
      expect(size <= twice.bottom).toBe(true);
      if (size === twice.bottom) expect(rounded.top < 0n).toBe(exact.top < 0n);
      expect(10n ** BigInt(decimals) % rounded.bottom).toBe(0n);
    }),
    { numRuns: 2000 },
  );
});

test.each<[number, string, number]>([
  [0, "0", 0],
  [-0, "0", 0],
  [8403, "8403", 0],
  [75394432.52, "75394432.52", 2],
  [24252.311082, "24252.311082", 6],
  [-0.05, "-0.05", 2],
  [1e21, "1000000000000000000000", 0],
  [1e-7, "0.0000001", 7],
  [1.5e-10, "0.00000000015", 11],
])("%d is written %s, with %i decimals", (value, text, decimals) => {
  expect(formatDecimal(toDecimal(value))).toBe(text);
  expect(decimalsOf(value)).toBe(decimals);
});

test("there is no decimal of what is not finite", () => {
  for (const value of [NaN, Infinity, -Infinity]) {
    expect(() => toDecimal(value)).toThrow(RangeError);
    expect(() => toDecimal(value)).toThrow(String(value));
  }
  expect(formatDecimal(ZERO)).toBe("0");
});
