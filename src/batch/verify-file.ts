import type { Seal } from "../record/seal/seal";
import type { RecordProblem } from "../record/record";
import type { SealStatus } from "../record/seal/seal-status";
import { recogniseSheet } from "../recognise/sheet";
import { readWorkbook } from "../xlsx";
import { fileErrorOf, type FileError } from "./file-error";
import { withFoundKind } from "./found-kind";
import { ownFileIn } from "./own-file";
import { readFileRecord } from "./record-part/file-record";
import { digestIn, judgeSeal } from "./record-part/seal";
import { gridOfSheet } from "./sheet-grid";

/** Whether a file is as it was when it was sealed. */
export interface FileSeal {
  file: string;
  /** Null when the file has no seal, or cannot be read. */
  status: SealStatus | null;
  seal: Seal | null;
  /** Why the part that holds the list of cells cannot be read. */
  problem: RecordProblem | null;
  /** Why the file could not be read; other errors are ours and are thrown. */
  error: FileError | null;
}

/**
 * Compares an .xlsx with the seal that it carries.
 * @param read gives the file's bytes, and fails with the codes of Node or of the browser
 * @param digestName name of the custom property that has the digest
 */
export async function verifyFile(file: string, read: () => Promise<Uint8Array>, digestName: string): Promise<FileSeal> {
  let bytes: Uint8Array = new Uint8Array();
  try {
    bytes = await read();
    const workbook = readWorkbook(bytes);
    const { seal, explanations, problem } = readFileRecord(workbook);
    const digest = digestIn(workbook.properties.custom[digestName]);
    const tables = workbook.sheets.flatMap((sheet) => recogniseSheet(gridOfSheet(sheet)));
    const own = ownFileIn(workbook);
    const units = own?.kind === "rollUp" ? own.units : null;
    const { custom: properties } = workbook.properties;
    const status = await judgeSeal({ seal, digest }, { tables, explanations, properties, units });
    return { file, status, seal, problem, error: null };
  } catch (thrown) {
    const error = fileErrorOf(thrown);
    if (!error) throw thrown;
    return { file, status: null, seal: null, problem: null, error: withFoundKind(error, file, bytes) };
  }
}
