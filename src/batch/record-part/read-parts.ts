import { ExplanationBook } from "../../record/explanation-book";
import { ConfirmedCells } from "../../record/confirmed-cells";
import { EMPTY_RECORD, type WorkbookRecord } from "../../record/record";
import { readPart } from "./read-part";

const isOlder = (a: WorkbookRecord["seal"], b: WorkbookRecord["seal"]) => (a?.at ?? "") < (b?.at ?? "");

/**
 * Reads all our parts of a workbook as one record. There should be one; a workbook that was merged from several may have more, and
 * then every explanation counts, in the order of time, every confirmed cell, and the latest seal.
 * @throws RecordError
 */
export function readParts(parts: readonly string[]): WorkbookRecord {
  const [first = EMPTY_RECORD, ...others] = parts.map(readPart);
  if (others.length === 0) return first;
  const all = [first, ...others];
  const known = new Map(
    all.flatMap(({ explanations }) => explanations.entries).map((one) => [JSON.stringify(one), one]),
  );
  const entries = [...known.values()].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const seal = all.map((record) => record.seal).reduce((latest, one) => (isOlder(latest, one) ? one : latest));
  const confirmed = new ConfirmedCells(all.flatMap((record) => record.confirmed.tables));
  return { explanations: new ExplanationBook(entries), confirmed, seal };
}
