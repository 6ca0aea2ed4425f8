import type { ConfirmedCells } from "../record/confirmed-cells";
import type { ExplanationBook } from "../record/explanation-book";
import { RECORD_NAMESPACE } from "../record/record";
import { BadWorkbookError } from "./errors";
import type { Subject } from "./subject";
import { describeYears } from "./report/years-words";
import type { AppTexts } from "./texts";
import type { WorkbookView } from "./years";

/** What an exported workbook is sealed with. */
export interface SealRequest extends Subject {
  view: Pick<WorkbookView, "tables" | "summary" | "comparison">;
  time: Date;
  explanations: ExplanationBook;
  confirmed: ConfirmedCells;
  /** The XML of the part that the workbook has; null when it has none; undefined when it cannot be read and must stay as it is. */
  part: string | null | undefined;
}

/** A property's value is cut off here by other programs. */
const LONGEST_VALUE = 255;

/**
 * Seals a workbook: what was checked, when, with which rules and what result as custom document properties, and what stood in each
 * cell in the custom XML part. An older seal goes; everything else stays byte for byte.
 * @throws BadWorkbookError
 */
export async function sealWorkbook(
  bytes: Uint8Array,
  { unit, year, view, time, explanations, confirmed, part }: SealRequest,
  { stamp: names, report }: Pick<AppTexts, "stamp" | "report">,
): Promise<Uint8Array> {
  // loaded when first needed: most sessions export nothing
  const [{ patchWorkbook, XlsxError }, { makeSeal, digestProperty }, { writePart }] = await Promise.all([
    import("../xlsx"),
    import("../batch/record-part/seal"),
    import("../batch/record-part/write-part"),
  ]);
  const { tables, summary } = view;
  const seal = await makeSeal({ tables, summary, explanations }, time);
  const xml = part === undefined ? null : writePart(part, { explanations, confirmed, seal });
  try {
    return patchWorkbook(bytes, {
      customProperties: {
        [names.unit]: unit,
        [names.year]: year,
        [names.time]: { date: seal.at },
        [names.rules]: seal.rules,
        [names.verdict]: report.verdicts[seal.verdict],
        [names.counts]: report.describeCounts(view.summary).join("；").slice(0, LONGEST_VALUE),
        [names.scope]: names.describeScope(seal.tables).slice(0, LONGEST_VALUE),
        [names.lastYear]: describeYears(view.comparison, report).slice(0, LONGEST_VALUE),
        [names.digest]: digestProperty(seal.digest),
        [names.notice]: names.noticeText,
      },
      customXml: xml === null ? [] : [{ namespace: RECORD_NAMESPACE, xml }],
    });
  } catch (error) {
    if (error instanceof XlsxError) throw new BadWorkbookError(error.problem.code, error);
    throw error;
  }
}
