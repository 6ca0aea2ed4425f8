import { XlsxError, type XlsxProblem } from "../../src/xlsx";

/** The problem that a reading or change ends in; fails when it ends well or in another kind of error. */
export function problemOf(action: () => unknown): XlsxProblem {
  try {
    action();
  } catch (error) {
    if (error instanceof XlsxError) return error.problem;
    throw error;
  }
  throw new Error("expected an XlsxError");
}
