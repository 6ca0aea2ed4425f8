import type { ConfirmedCells } from "../record/confirmed-cells";
import { RECORD_NAMESPACE } from "../record/record";
import type { SealedTable } from "../record/seal/seal";
import type { Verdict } from "../rules/check";
import type { Summary } from "../rules/workbook";
import { patchWorkbook, type PropertyValue } from "../xlsx";
import { digestProperty, makeSeal, withProperties, type SealedCheck } from "./record-part/seal";
import { writePart } from "./record-part/write-part";

/** What a workbook is sealed with. */
export interface SealRequest extends SealedCheck {
  unit: string | null;
  year: number | null;
  time: Date;
  confirmed: ConfirmedCells;
  /** The XML of the part that the workbook has; null when it has none; undefined when it cannot be read and must stay as it is. */
  part: string | null | undefined;
  /** With which report of last year it was compared. */
  lastYear: string;
  /** Of a sum: the units in it, in a sentence of so many characters at most. */
  contains?: (longest: number) => string;
}

/** Names of the custom document properties that a sealed workbook carries for people to see, and what stands in them. */
export interface SealTexts {
  stamp: Readonly<
    Record<
      | "unit"
      | "year"
      | "time"
      | "rules"
      | "verdict"
      | "counts"
      | "blanks"
      | "scope"
      | "lastYear"
      | "units"
      | "digest"
      | "notice"
      | "noticeText",
      string
    >
  > & { describeScope: (tables: readonly SealedTable[]) => string };
  report: {
    blankIsZero: string;
    verdicts: Readonly<Record<Verdict, string>>;
    describeCounts: (summary: Summary) => readonly string[];
  };
}

/** A property's value is cut off here by other programs. */
const LONGEST_VALUE = 255;
const short = (text: string) => text.slice(0, LONGEST_VALUE);

/**
 * Seals a workbook: what was checked, when, with which rules and what result as custom document properties, and these together with
 * what stood in each cell in the custom XML part. An older seal goes; everything else stays byte for byte.
 * @throws XlsxError
 */
export async function sealWorkbook(
  bytes: Uint8Array,
  request: SealRequest,
  { stamp: names, report }: SealTexts,
): Promise<Uint8Array> {
  const { unit, year, summary, time, explanations, confirmed, part, blankIsZero, lastYear, contains } = request;
  const seal = await makeSeal(request, time);
  const properties: Record<string, PropertyValue | null> = {
    [names.unit]: unit,
    [names.year]: year,
    [names.time]: { date: seal.at },
    [names.rules]: seal.rules,
    [names.verdict]: report.verdicts[seal.verdict],
    [names.counts]: short(report.describeCounts(summary).join("；")),
    [names.blanks]: blankIsZero ? report.blankIsZero : null,
    [names.scope]: short(names.describeScope(seal.tables)),
    [names.lastYear]: short(lastYear),
    [names.units]: contains === undefined ? null : short(contains(LONGEST_VALUE)),
    [names.digest]: digestProperty(seal.digest),
    [names.notice]: names.noticeText,
  };
  const record = { explanations, confirmed, seal: withProperties(seal, properties) };
  const xml = part === undefined ? null : writePart(part, record);
  return patchWorkbook(bytes, {
    customProperties: properties,
    customXml: xml === null ? [] : [{ namespace: RECORD_NAMESPACE, xml }],
  });
}
