import { Desk, type DeskSettings } from "../../../src/actions/desk/desk";
import type { DeskFile } from "../../../src/actions/desk/desk-state";
import { startInline } from "../../../src/batch/pool/inline";
import { COMPLETE_REPORTS, type Report } from "../../fixtures/reports";
import { makeWorkbook } from "../../fixtures/workbooks";

export const reportOf = (id: string): Report => COMPLETE_REPORTS.find((report) => report.id === id)!;
export const HANGZHOU = reportOf("015-hangzhou-2025");
export const JINHU = reportOf("012-jinhu-2023");
const UNIT = "宿迁市宿城区某某街道";
export const SUQIAN = [reportOf("008-suqian-2023"), reportOf("009-suqian-2024")].map((report) => ({
  ...report,
  unit: UNIT,
}));

/** A file as a browser gives it, as far as the desk asks. */
export function fileOf(path: string, bytes: Uint8Array, lastModified = 1): DeskFile {
  const file = { size: bytes.length, lastModified, bytes };
  return { path, file: file as unknown as File };
}

export const bookOf = (path: string, report: Report, lastModified = 1) =>
  fileOf(path, makeWorkbook(report), lastModified);

/** Reads what `fileOf` made, and notes which were read. */
export function makeDesk(settings: Partial<DeskSettings> = {}) {
  const read: string[] = [];
  const desk = new Desk({
    start: startInline((source) => {
      const { bytes, lastModified } = source as unknown as { bytes: Uint8Array; lastModified: number };
      read.push(`${bytes.length} ${lastModified}`);
      if (bytes.length === 0) throw new DOMException("gone", "NotFoundError");
      return bytes;
    }),
    workers: 2,
    options: () => ({ blankIsZero: false }),
    ...settings,
  });
  return { desk, read };
}

export const briefly = ({ state }: Desk) =>
  state.units.map(({ result, verdict }) => [result.file, verdict, result.error?.code ?? null]);

export const codes = ({ state }: Desk) => state.remarks.map(({ code }) => code);
export const filesIn = ({ state }: Desk) => state.units.map(({ result }) => [result.file, result.unit]);
export const named = (unit: string): Report => ({ ...SUQIAN[1]!, unit });
