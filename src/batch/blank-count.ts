import type { Seal } from "../record/seal/seal";
import { agreedOnBlanks, countsBlankAsZero } from "../rules/formula";
import type { Workbook } from "../xlsx";

/** How the blank cells of a file were counted: the standard of who checks it and that of who filled it in may differ. */
export interface BlankCount {
  /** Whether they counted as 0 in this check. */
  areZero: boolean;
  /** Whether they count as 0 in the workbook itself, where its own verdict may be another. */
  areZeroInFile: boolean;
}

/** Of a file of which nothing was read. */
export const NOTHING_COUNTED: BlankCount = { areZero: false, areZeroInFile: false };

/** Whether a workbook itself counts its blank cells as 0: by the flags in its sheets, or, without any, by its seal. */
export function countsBlanksAsZero({ sheets }: Workbook, seal: Seal | null): boolean {
  const said = sheets.flatMap(({ conditionalFormulas }) => conditionalFormulas.map(countsBlankAsZero));
  return agreedOnBlanks(said) ?? seal?.blankIsZero ?? false;
}

/** Whether cells are not filled here that count as filled in the workbook itself. */
export const contradictsFile = ({ areZero, areZeroInFile }: BlankCount, blanks: number): boolean =>
  !areZero && areZeroInFile && blanks > 0;
