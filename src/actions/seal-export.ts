import type { ConfirmedCells } from "../record/confirmed-cells";
import type { ExplanationBook } from "../record/explanation-book";
import { BadWorkbookError } from "./errors";
import type { Subject } from "./subject";
import { describeYears } from "./report/years-words";
import type { AppTexts } from "./texts";
import type { WorkbookView } from "./years";

/** What an exported workbook is sealed with. */
export interface ExportSeal extends Subject {
  view: Pick<WorkbookView, "tables" | "summary" | "comparison">;
  time: Date;
  explanations: ExplanationBook;
  confirmed: ConfirmedCells;
  blankIsZero: boolean;
  /** The XML of the part that the workbook has; null when it has none; undefined when it cannot be read and must stay as it is. */
  part: string | null | undefined;
}

/**
 * Seals an export.
 * @throws BadWorkbookError
 */
export async function sealExport(
  bytes: Uint8Array,
  { view, ...request }: ExportSeal,
  texts: Pick<AppTexts, "stamp" | "report">,
): Promise<Uint8Array> {
  // loaded when first needed: most sessions export nothing
  const [{ sealWorkbook }, { XlsxError }] = await Promise.all([import("../batch/seal-workbook"), import("../xlsx")]);
  const { tables, summary, comparison } = view;
  const lastYear = describeYears(comparison, texts.report);
  try {
    return await sealWorkbook(bytes, { ...request, tables, summary, lastYear }, texts);
  } catch (error) {
    if (error instanceof XlsxError) throw new BadWorkbookError(error.problem.code, error);
    throw error;
  }
}
