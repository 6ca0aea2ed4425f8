import { RECORD_NAMESPACE, type RecordProblem } from "../record/record";
import { HostError, TooLargeError } from "./errors";
import { visit } from "./session";

/** What a workbook remembers besides its cells, as it stands in the workbook. */
export interface RawRecord {
  /** The XML of our parts: one, none, or several in a workbook that was merged from others. */
  parts: readonly string[];
  /** All custom document properties. */
  properties: Readonly<Record<string, unknown>>;
}

/** What was asked of Excel; it is there after the next sync. */
export interface RecordRequest {
  parts: Excel.CustomXmlPartScopedCollection;
  /** Of the one part, when there is exactly one: then a single round trip is enough. */
  only: OfficeExtension.ClientResult<string>;
  properties: Excel.CustomPropertyCollection;
}

export function requestRecord({ workbook }: Excel.RequestContext): RecordRequest {
  const parts = workbook.customXmlParts.getByNamespace(RECORD_NAMESPACE);
  parts.load("items/id");
  const { custom: properties } = workbook.properties;
  properties.load("items/key,items/value");
  return { parts, only: parts.getOnlyItemOrNullObject().getXml(), properties };
}

/** Needs a further round trip only when there are several parts. */
export async function recordReading(
  context: Excel.RequestContext,
  { parts, only, properties }: RecordRequest,
): Promise<RawRecord> {
  const several = parts.items.length > 1 ? parts.items.map((part) => part.getXml()) : [];
  if (several.length > 0) await context.sync();
  return {
    parts: parts.items.length === 1 ? [only.value] : several.map(({ value }) => value),
    properties: Object.fromEntries(properties.items.map(({ key, value }) => [key, value as unknown])),
  };
}

/** Why Excel refuses to hand over what a workbook remembers; null for what has nothing to do with it. */
export function recordProblemOf(error: unknown): RecordProblem | null {
  if (error instanceof TooLargeError) return "tooLarge";
  return error instanceof HostError ? "damaged" : null;
}

/**
 * Changes what the workbook remembers: reads it as it is now, in case somebody else changed it meanwhile, and writes one part.
 * Two round trips, three in a workbook that has several parts.
 * @param change gives the XML of the part for those that are there
 * @throws ExcelError, and what `change` throws; then nothing was written
 */
export function changeRecord(change: (raw: RawRecord) => string): Promise<void> {
  return visit(async (context) => {
    const request = requestRecord(context);
    await context.sync();
    const xml = change(await recordReading(context, request));
    const [first, ...others] = request.parts.items;
    if (first) first.setXml(xml);
    else context.workbook.customXmlParts.add(xml);
    for (const part of others) part.delete();
    await context.sync();
  });
}
