import { type ICellData, ICommandService, type IDisposable, type Injector, type Nullable } from "@univerjs/core";
import { ISheetClipboardService } from "@univerjs/preset-sheets-core";
import { SetRangeValuesMutation } from "@univerjs/sheets";

type Cells = Record<number, Record<number, Nullable<ICellData>>>;

/**
 * Lets text be pasted as in Excel: it brings no format, so that cells keep theirs. Univer makes a table of HTML of several cells
 * of text, with whatever markup stands in it and without the blank cells before the first; in place of formats that the table
 * does not have, it gives the cells its own.
 */
export function pasteTextAsExcel(injector: Injector): IDisposable {
  const clipboard = injector.get(ISheetClipboardService);
  const paste = clipboard.legacyPaste.bind(clipboard);
  let isPastingText = false;
  clipboard.legacyPaste = async (html, text, files) => {
    if (html || files || !text || !/[\n\t]/.test(text)) return paste(html, text, files);
    isPastingText = true;
    try {
      return await paste(tableOf(text), text, files);
    } finally {
      isPastingText = false;
    }
  };
  return injector.get(ICommandService).beforeCommandExecuted(({ id, params }) => {
    if (isPastingText && id === SetRangeValuesMutation.id) leaveText((params as { cellValue?: Cells }).cellValue ?? {});
  });
}

/** Takes the formats out of what is set; where there is no text the cell becomes blank. */
function leaveText(cells: Cells): void {
  for (const cell of Object.values(cells).flatMap((row) => Object.values(row))) {
    delete cell?.s;
    if (cell?.v === "") Object.assign(cell, { v: null, t: null });
  }
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

function tableOf(text: string): string {
  const escaped = text.replace(/[&<>]/g, (sign) => ESCAPES[sign]!);
  const rows = escaped.replace(/\r?\n$/, "").split(/\r?\n/);
  const cells = rows.map((row) => row.split("\t").map((cell) => `<td>${cell}</td>`));
  return `<table>${cells.map((row) => `<tr>${row.join("")}</tr>`).join("")}</table>`;
}
