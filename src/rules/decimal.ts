/**
 * Exact decimal numbers: `digits × 10^-scale`. A spreadsheet holds binary floats; Excel shows and compares them with 15 digits,
 * and takes no more from who types, so those are what is added and compared. 0.1 + 0.2 is 0.3 here.
 */
export interface Decimal {
  digits: bigint;
  scale: number;
}

/** Of "Excel specifications and limits": number precision. */
const PRECISION = 15;

export const ZERO: Decimal = { digits: 0n, scale: 0 };

/** A number that has no decimal form: NaN or an infinity. */
export class DecimalError extends RangeError {
  constructor(readonly value: number) {
    super(`not a finite number: ${value}`);
    this.name = "DecimalError";
  }
}

/** @throws DecimalError when the value is not finite */
export function toDecimal(value: number): Decimal {
  if (Number.isSafeInteger(value)) return { digits: BigInt(value), scale: 0 };
  if (!Number.isFinite(value)) throw new DecimalError(value);
  const [mantissa = "", exponent = "0"] = value.toPrecision(PRECISION).split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  const scale = fraction.length - Number(exponent);
  const digits = BigInt(whole + fraction);
  return scale < 0 ? { digits: digits * 10n ** BigInt(-scale), scale: 0 } : { digits, scale };
}

function align(a: Decimal, b: Decimal): [bigint, bigint, number] {
  if (a.scale === b.scale) return [a.digits, b.digits, a.scale];
  const scale = Math.max(a.scale, b.scale);
  return [a.digits * 10n ** BigInt(scale - a.scale), b.digits * 10n ** BigInt(scale - b.scale), scale];
}

export function add(a: Decimal, b: Decimal): Decimal {
  const [x, y, scale] = align(a, b);
  return { digits: x + y, scale };
}

export function negate({ digits, scale }: Decimal): Decimal {
  return { digits: -digits, scale };
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  return add(a, negate(b));
}

/** Half away from zero, as Excel's ROUND. */
export function round(a: Decimal, decimals: number): Decimal {
  if (a.scale <= decimals) return a;
  const unit = 10n ** BigInt(a.scale - decimals);
  const half = a.digits < 0n ? -unit / 2n : unit / 2n;
  return { digits: (a.digits + half) / unit, scale: decimals };
}

export function isZero(a: Decimal): boolean {
  return a.digits === 0n;
}

/** Plain notation without trailing zeros: "8403", "-0.05". */
export function formatDecimal({ digits, scale }: Decimal): string {
  const sign = digits < 0n ? "-" : "";
  const text = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, "0");
  const whole = text.slice(0, text.length - scale);
  const fraction = text.slice(text.length - scale).replace(/0+$/, "");
  return sign + whole + (fraction && `.${fraction}`);
}

/** How many decimals are needed to write the number. */
export function decimalsOf(value: number): number {
  if (Number.isInteger(value)) return 0;
  const text = formatDecimal(toDecimal(value));
  const point = text.indexOf(".");
  return point < 0 ? 0 : text.length - point - 1;
}
