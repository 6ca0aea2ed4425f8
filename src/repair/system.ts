/** Numbers tied by linear constraints, free of any table: what localisation works on. Everything is a whole number. */

/** One number that may have to change. */
export interface Unknown {
  /** Null when nothing usable stands there. */
  value: bigint | null;
  /** Null when there is no limit. */
  minimum: bigint | null;
  maximum: bigint | null;
  /** What a change costs: a whole number ≥ 0. At 0 it follows the others for nothing, as a blank or a computed cell does. */
  weight: number;
  /** Stays as it is whatever its limits say. */
  locked: boolean;
}

export interface Coefficient {
  unknown: number;
  /** A whole number other than 0. */
  factor: number;
}

/** The weighted sum of some unknowns lies between two limits; equal limits make it an equation. */
export interface Constraint {
  terms: readonly Coefficient[];
  minimum: bigint | null;
  maximum: bigint | null;
  /**
   * The line of a two-way table at which it stands. Constraints of one line have the same place; those without a place stand
   * alone.
   */
  place?: Place;
}

export interface Place {
  side: "row" | "column";
  line: string;
}

/** A system that cannot be worked on: the message names the part. */
export class SystemError extends RangeError {
  constructor(what: string) {
    super(what);
    this.name = "SystemError";
  }
}

/** @throws SystemError when a weight is not a whole number ≥ 0 or something locked has no value */
export function checkUnknown({ value, weight, locked }: Unknown, index: number): void {
  if (!Number.isSafeInteger(weight) || weight < 0) throw new SystemError(`unknown ${index}: weight ${weight}`);
  if (locked && value === null) throw new SystemError(`unknown ${index} is locked but has no value`);
}

/** Whether the value must change: none is there, or it is outside of its limits. */
export function mustChange({ value, minimum, maximum, locked }: Unknown): boolean {
  if (locked) return false;
  return value === null || (minimum !== null && value < minimum) || (maximum !== null && value > maximum);
}
