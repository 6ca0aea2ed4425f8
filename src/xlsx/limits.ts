/** How much of an untrusted file is taken before it is refused. All sizes in bytes. */
export interface Limits {
  /** Size of the file itself. */
  fileBytes: number;
  /** Entries in the zip. */
  entries: number;
  /** Size of one part when it is unpacked. */
  partBytes: number;
  /** Size of all parts together when they are unpacked. */
  totalBytes: number;
  /** Unpacked size by packed size of one part; applies to parts above `RATIO_FLOOR` only. */
  ratio: number;
  /** Cells of the whole workbook that hold something. */
  cells: number;
}

const MEBIBYTE = 1024 * 1024;

/** A part that unpacks to less than this may be packed as well as it likes: it can do no harm. */
export const RATIO_FLOOR = 8 * MEBIBYTE;

/** Far above any workbook of report tables, far below what a browser tab can hold. */
export const DEFAULT_LIMITS: Limits = {
  fileBytes: 128 * MEBIBYTE,
  entries: 10_000,
  partBytes: 256 * MEBIBYTE,
  totalBytes: 1024 * MEBIBYTE,
  ratio: 300,
  cells: 1_000_000,
};
