/** Media type of .xlsx files. */
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Lets the browser save a workbook under a name, wherever it saves downloads. */
export function download(bytes: Uint8Array, fileName: string): void {
  const url = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: XLSX }));
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName;
  link.click();
  // The browser has taken the data by the next task; keeping it would hold every saved workbook in memory.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}
