import { HostError } from "./host-error";

/** Arguments come from outside, untyped: these say what is expected, and answer `InvalidArgument` for anything else. */

function invalid(expected: string, value: unknown): HostError {
  return new HostError("InvalidArgument", `Expected ${expected}, got ${JSON.stringify(value) ?? "nothing"}.`);
}

export function text(value: unknown): string {
  if (typeof value !== "string") throw invalid("a text", value);
  return value;
}

export function number(value: unknown): number {
  if (typeof value !== "number" || !Number.isFinite(value)) throw invalid("a number", value);
  return value;
}

/** A whole number of at least `least`. */
export function whole(value: unknown, least = Number.MIN_SAFE_INTEGER): number {
  if (typeof value !== "number" || !Number.isInteger(value) || value < least) throw invalid("a whole number", value);
  return value;
}

export function boolean(value: unknown): boolean {
  if (typeof value !== "boolean") throw invalid("true or false", value);
  return value;
}

/** One of the names of an Office.js enumeration; null and undefined give `absent` where that is allowed. */
export function oneOf<Name extends string>(names: readonly Name[], value: unknown, absent?: Name): Name {
  if ((value === null || value === undefined) && absent !== undefined) return absent;
  const name = names.find((candidate) => candidate === value);
  if (name === undefined) throw invalid(`one of ${names.join(", ")}`, value);
  return name;
}

export function record(value: unknown): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw invalid("an object", value);
  return value as Record<string, unknown>;
}

/** `value`, or `absent` where the client left the argument out (it then travels as null). */
export function optional<T>(value: unknown, check: (value: unknown) => T, absent: T): T {
  return value === null || value === undefined ? absent : check(value);
}

/** A colour as "#RRGGBB" in capitals; Excel takes HTML colour names too. */
export function colour(value: unknown): string {
  const given = text(value);
  if (/^#[0-9a-f]{6}$/i.test(given)) return given.toUpperCase();
  const named = COLOUR_NAMES[given.toLowerCase()];
  if (named === undefined) throw invalid("a colour such as #FF0000", value);
  return named;
}

const COLOUR_NAMES: Record<string, string> = {
  black: "#000000",
  blue: "#0000FF",
  cyan: "#00FFFF",
  gray: "#808080",
  green: "#008000",
  grey: "#808080",
  magenta: "#FF00FF",
  orange: "#FFA500",
  purple: "#800080",
  red: "#FF0000",
  white: "#FFFFFF",
  yellow: "#FFFF00",
};

/**
 * A matrix of `rows` × `columns` from a two-dimensional array of that very shape, or from one value for all cells.
 * A null inside leaves its cell alone.
 */
export function matrix(value: unknown, rows: number, columns: number): readonly (readonly unknown[])[] {
  if (!Array.isArray(value)) {
    if (typeof value === "object" && value !== null) throw invalid("a two-dimensional array", value);
    const row: unknown[] = new Array<unknown>(columns).fill(value);
    return new Array<readonly unknown[]>(rows).fill(row);
  }
  const shape = value as unknown[];
  const fits = shape.length === rows && shape.every((row) => Array.isArray(row) && row.length === columns);
  if (!fits) {
    const first = shape[0];
    const given = `${shape.length} × ${Array.isArray(first) ? first.length : 0}`;
    throw new HostError(
      "InvalidArgument",
      `The number of rows or columns in the input array doesn't match the size or dimensions of the range: ${given} for ${rows} × ${columns}.`,
    );
  }
  return shape as unknown[][];
}
