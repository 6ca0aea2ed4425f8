import { checkFile } from "../../src/batch/check-file";
import { readFileRecord } from "../../src/batch/record-part/file-record";
import { sealWorkbook } from "../../src/batch/seal-workbook";
import { writePart } from "../../src/batch/record-part/write-part";
import { zhCN } from "../../src/locales";
import { RECORD_NAMESPACE, type WorkbookRecord } from "../../src/record/record";
import { patchWorkbook, readWorkbook } from "../../src/xlsx";

/** The file with another record in it, as the add-in leaves it in a workbook. */
export function remember(bytes: Uint8Array, change: (record: WorkbookRecord) => WorkbookRecord): Uint8Array {
  const workbook = readWorkbook(bytes);
  const [part] = workbook.customXml.filter(({ namespace }) => namespace === RECORD_NAMESPACE);
  const xml = writePart(part?.xml ?? null, change(readFileRecord(workbook)));
  return patchWorkbook(bytes, { customXml: [{ namespace: RECORD_NAMESPACE, xml }] });
}

/** The file sealed, as an export is. */
export async function sealFile(bytes: Uint8Array, blankIsZero = false): Promise<Uint8Array> {
  const { tables, summary } = checkFile("", bytes, { blankIsZero });
  const workbook = readWorkbook(bytes);
  const { explanations, confirmed } = readFileRecord(workbook);
  const [part] = workbook.customXml.filter(({ namespace }) => namespace === RECORD_NAMESPACE);
  const { unit = null, year = null } = tables[0]?.filled.placement ?? {};
  const [time, lastYear] = [new Date("2026-01-31T01:05:00Z"), zhCN.sheet.report.noLastYear];
  const known = { unit, year, tables, summary, explanations, confirmed, blankIsZero };
  const request = { ...known, time, part: part?.xml ?? null, lastYear };
  return sealWorkbook(bytes, request, zhCN.sheet);
}
