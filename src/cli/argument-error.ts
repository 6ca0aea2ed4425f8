/**
 * What is wrong with arguments. `otherCommand`: the command has no such option; `noPrevious`, `noCurrent`: no reports of last year,
 * or none of this year, are where they should be; `notXlsx`, `notCsv`: a file would get a name that no program opens it by;
 * `matchAlone`: something is said of last year's reports, and there are none.
 */
export type ArgumentFault =
  | "unknownCommand"
  | "unknownOption"
  | "otherCommand"
  | "noValue"
  | "twice"
  | "noFiles"
  | "noCurrent"
  | "noReport"
  | "noOutput"
  | "noPrevious"
  | "notXlsx"
  | "notCsv"
  | "matchAlone";

/** Arguments that mean nothing to the command; `src/locales` has words for the codes. */
export class ArgumentError extends Error {
  override readonly name = "ArgumentError";

  constructor(
    readonly code: ArgumentFault,
    readonly offending: string,
    readonly command = "",
  ) {
    super(`${code}: ${offending}`);
  }
}
