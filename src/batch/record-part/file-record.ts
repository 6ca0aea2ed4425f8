import {
  EMPTY_RECORD,
  RecordError,
  RECORD_NAMESPACE,
  type RecordProblem,
  type WorkbookRecord,
} from "../../record/record";
import type { Workbook } from "../../xlsx";
import { readParts } from "./read-parts";

/** What a file remembers besides its cells. */
export interface FileRecord extends WorkbookRecord {
  /** Why it cannot be read; then nothing in the file is explained or sealed. */
  problem: RecordProblem | null;
}

export function readFileRecord({ customXml }: Workbook): FileRecord {
  const parts = customXml.filter(({ namespace }) => namespace === RECORD_NAMESPACE).map(({ xml }) => xml);
  try {
    return { ...readParts(parts), problem: null };
  } catch (error) {
    if (error instanceof RecordError) return { ...EMPTY_RECORD, problem: error.problem };
    throw error;
  }
}
