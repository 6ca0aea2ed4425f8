import { checkFile } from "../../src/batch/check-file";
import { readFileRecord } from "../../src/batch/record-part/file-record";
import { digestProperty, makeSeal } from "../../src/batch/record-part/seal";
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
export async function sealFile(bytes: Uint8Array): Promise<Uint8Array> {
  const { tables, summary } = checkFile("", bytes, { blankIsZero: false });
  const { explanations } = readFileRecord(readWorkbook(bytes));
  const seal = await makeSeal({ tables, summary, explanations }, new Date("2026-01-31T01:05:00Z"));
  const sealed = remember(bytes, (record) => ({ ...record, seal }));
  return patchWorkbook(sealed, { customProperties: { [zhCN.sheet.stamp.digest]: digestProperty(seal.digest) } });
}
