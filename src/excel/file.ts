import { canDownload } from "./capabilities";
import { CellEditModeError, HostBusyError, HostError, SessionLostError, type ExcelError } from "./errors";
import { UNWATCHED } from "./job";
import { visit } from "./session";

/** The most that Office hands over at once, in bytes. */
const SLICE_SIZE = 4 * 1024 * 1024;
/** How long the browser may take to begin the download before the bytes are let go. */
const DOWNLOAD_START = 60_000;
const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Codes of Office's common API for what Excel.run tells by name. */
const CELL_EDIT_MODE = 5004;
const SESSION_LOST = 5012;
/** A dialog is open, too many requests, two files are handed over already. */
const BUSY = new Set([5016, 5100, 5102, 11000]);

function fileError(error: Office.Error): ExcelError {
  if (error.code === CELL_EDIT_MODE) return new CellEditModeError(error);
  if (error.code === SESSION_LOST) return new SessionLostError(error);
  if (BUSY.has(error.code)) return new HostBusyError(error);
  return new HostError(String(error.code), error.message, "getFileAsync", error);
}

type Answer<Value> = (callback: (result: Office.AsyncResult<Value>) => void) => void;

function ask<Value>(call: Answer<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    call(({ status, value, error }) => {
      if (status === Office.AsyncResultStatus.Succeeded) resolve(value);
      else reject(fileError(error));
    });
  });
}

/**
 * The workbook as Excel would save it now.
 * @throws CellEditModeError, HostBusyError, HostError; the signal's reason when the job was stopped
 */
export async function readFile({ signal, onProgress } = UNWATCHED): Promise<Uint8Array> {
  const file = await ask<Office.File>((done) =>
    Office.context.document.getFileAsync(Office.FileType.Compressed, { sliceSize: SLICE_SIZE }, done),
  );
  try {
    const bytes = new Uint8Array(file.size);
    let offset = 0;
    for (let index = 0; index < file.sliceCount; index++) {
      signal.throwIfAborted();
      onProgress({ step: "file", done: index, total: file.sliceCount });
      const slice = await ask<Office.Slice>((done) => file.getSliceAsync(index, done));
      const data = slice.data as ArrayLike<number>;
      bytes.set(data, offset);
      offset += data.length;
    }
    return bytes.subarray(0, offset);
  } finally {
    await ask<void>((done) => file.closeAsync(done));
  }
}

function download(bytes: Uint8Array, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes.slice()], { type: XLSX_TYPE }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), DOWNLOAD_START);
}

function toBase64(bytes: Uint8Array): string {
  const step = 0x8000;
  let text = "";
  for (let start = 0; start < bytes.length; start += step) {
    text += String.fromCharCode(...bytes.subarray(start, start + step));
  }
  return btoa(text);
}

/** Gives a workbook to the person: the browser saves it, or, where it cannot, Excel opens it as a new workbook. */
export async function offerFile(bytes: Uint8Array, name: string): Promise<"download" | "opened"> {
  if (canDownload()) {
    download(bytes, name);
    return "download";
  }
  await visit(() => Excel.createWorkbook(toBase64(bytes)));
  return "opened";
}
