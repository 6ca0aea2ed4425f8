/**
 * Why units are not added up. `nothing`: none can be; `notPassed`: some did not pass; `mixedFormats`, `mixedYears`: reports of
 * different formats or years; `doubledUnit`: two reports of one unit; `doubledTable`: a file with two tables of one kind;
 * `inexact`: a total that a spreadsheet cannot hold exactly.
 */
export type RollUpRefusal =
  "nothing" | "notPassed" | "mixedFormats" | "mixedYears" | "doubledUnit" | "doubledTable" | "inexact";

export class RollUpError extends Error {
  override readonly name = "RollUpError";

  constructor(
    readonly code: RollUpRefusal,
    /** Units, files, formats, years or cells, as the code says. */
    readonly offending: readonly string[],
  ) {
    super(`${code}: ${offending.join(", ")}`);
  }
}
