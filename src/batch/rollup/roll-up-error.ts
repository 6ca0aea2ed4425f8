/**
 * Why units are not added up. `nothing`: none can be; `notPassed`: some did not pass; `mixedFormats`, `mixedYears`: reports of
 * different formats or years; `doubledUnit`: two reports of one unit; `doubledTable`: a file with two tables of one kind;
 * `sumOfOthers`: a report that is the sum of all others; `ownReport`: a report of the unit whose sum it is to be; `inexact`: a
 * total that a spreadsheet cannot hold exactly.
 */
export type RollUpRefusal =
  | "nothing"
  | "notPassed"
  | "mixedFormats"
  | "mixedYears"
  | "doubledUnit"
  | "doubledTable"
  | "sumOfOthers"
  | "ownReport"
  | "inexact";

/** A unit, a format, a year or a cell, as the code says, and the files that it is found in. */
export interface Offender {
  name: string;
  files: readonly string[];
}

export interface Obstacle {
  code: RollUpRefusal;
  offending: readonly Offender[];
}

export class RollUpError extends Error {
  override readonly name = "RollUpError";

  /** @param obstacles all that are known: a person clears them away in one go */
  constructor(readonly obstacles: readonly Obstacle[]) {
    super(
      obstacles.map(({ code, offending }) => `${code}: ${offending.map(({ name }) => name).join(", ")}`).join("; "),
    );
  }
}
