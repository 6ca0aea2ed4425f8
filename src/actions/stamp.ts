import { RULE_SET_VERSION } from "../rules/catalogue";
import type { Verdict } from "../rules/check";
import { BadWorkbookError } from "./errors";
import type { Subject } from "./subject";
import type { AppTexts } from "./texts";

/** What an exported workbook says about its check. */
export interface Stamp extends Subject {
  verdict: Verdict;
  time: Date;
}

/**
 * Writes the stamp into a workbook as custom document properties; everything else stays byte for byte.
 * @throws BadWorkbookError
 */
export async function stampWorkbook(
  bytes: Uint8Array,
  { unit, year, verdict, time }: Stamp,
  { stamp: names, report }: Pick<AppTexts, "stamp" | "report">,
): Promise<Uint8Array> {
  // loaded when first needed: most sessions export nothing
  const { patchWorkbook, XlsxError } = await import("../xlsx");
  try {
    return patchWorkbook(bytes, {
      customProperties: {
        [names.unit]: unit,
        [names.year]: year,
        [names.time]: { date: `${time.toISOString().slice(0, 19)}Z` },
        [names.rules]: RULE_SET_VERSION,
        [names.verdict]: report.verdicts[verdict],
      },
    });
  } catch (error) {
    if (error instanceof XlsxError) throw new BadWorkbookError(error.problem.code, error);
    throw error;
  }
}
