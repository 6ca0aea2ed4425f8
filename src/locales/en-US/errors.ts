import { FIRST_YEAR } from "../../tables/formats";
import type { RecordProblem } from "../../record/record";
import type { TextFault } from "../../record/judge-text";
import { detail, isKnownError, type DescribeError, type ErrorCode, type ErrorDetails, type ErrorText } from "../errors";
import { record } from "./record";

const WORKBOOK_KEPT = "Nothing in the workbook was changed.";
const FILE_KEPT = "The file was not changed.";

const SAVE_DOCX = "Open it in Word or WPS, save it as a Word Document (.docx), then try again.";
const SAVE_XLSX = "Open it in Excel or WPS, save it as an Excel Workbook (.xlsx), then try again.";
const UNKNOWN_FILE = { what: "The file is of an unknown kind", next: "Give an .xlsx, .docx, .html or .txt file." };

const LOOK =
  "Open it and see whether it is the right file; if it is a report, save it as .docx or .xlsx and try again.";

/** What a file is that was taken for a workbook or for a published report, and what to do with it. */
const KINDS: Readonly<Record<string, { what: string; next: string }>> = {
  empty: { what: "The file is empty", next: "Get the file again." },
  pdf: {
    what: "This is a PDF file",
    next: "Open it, copy all of its text into a text file (.txt), or convert it to .docx with WPS or Word.",
  },
  doc: { what: "This is an old Word file (.doc)", next: SAVE_DOCX },
  wps: { what: "This is a WPS document (.wps)", next: SAVE_DOCX },
  rtf: { what: "This is an RTF file", next: SAVE_DOCX },
  odt: { what: "This is an OpenDocument text (.odt)", next: SAVE_DOCX },
  mht: {
    what: "This is a web archive (.mht)",
    next: "Open it in a browser, save it as “Web page, HTML only”, then try again.",
  },
  ods: { what: "This is an OpenDocument spreadsheet (.ods)", next: SAVE_XLSX },
  xmlSheet: { what: "This is an XML spreadsheet (.xml)", next: SAVE_XLSX },
  xls: { what: "This is an old Excel file (.xls)", next: SAVE_XLSX },
  ofd: { what: "This is an OFD file", next: "Open it and copy all of its text into a text file (.txt)." },
  image: {
    what: "This is a picture",
    next: "Find the report's web page or Word file: figures in pictures cannot be read reliably.",
  },
  xlsb: { what: "This is a binary Excel file (.xlsb)", next: SAVE_XLSX },
  archive: { what: "This is an archive", next: "Unpack it, and check the files in it." },
  zip: { what: "This is a zip archive without a workbook", next: "Unpack it, and check the files in it." },
  workbook: { what: "This is an Excel workbook", next: "Open and check it as it is: it need not be imported." },
  docx: { what: "This is a Word document", next: LOOK },
  html: { what: "This is a web page", next: LOOK },
  xml: { what: "This is an XML file", next: LOOK },
  text: { what: "This is a text file", next: LOOK },
  compound: { what: "This is another Office file", next: "Save it as .docx or .xlsx, then try again." },
  encoding: {
    what: "The file is text in an unknown encoding",
    next: "Open it in Notepad, save it as UTF-8, then try again.",
  },
};

const kindIn = (details: ErrorDetails) => KINDS[detail(details, "found")] ?? UNKNOWN_FILE;

const DAMAGE: Readonly<Record<string, string>> = {
  truncated: "it ends too early; perhaps a download or copy was cut short",
  checksum: "its content does not match its checksum",
};

const inSheet = (details: ErrorDetails) => (details.sheet ? `sheet “${details.sheet}”` : "the sheet");
const InSheet = (details: ErrorDetails) => (details.sheet ? `Sheet “${details.sheet}”` : "The sheet");

/** What a cell held: a blank one is told as such. */
const shown = (details: ErrorDetails, name: string) => detail(details, name) || "nothing";

/** What keeps a workbook from passing; when it is none of what is counted, rules could not be decided. */
function listCounts(details: ErrorDetails): string {
  const counts = [
    ["errors", (count: string) => `${count} mandatory findings`],
    ["unexplained", (count: string) => `${count} warnings to be explained`],
    ["blanks", (count: string) => `${count} cells not filled`],
    ["cutSheets", (count: string) => `${count} sheets not read whole`],
  ] as const;
  const said = counts
    .filter(([name]) => Number(details[name] ?? 0) > 0)
    .map(([name, say]) => say(detail(details, name)));
  return said.length === 0 ? "some rules could not be decided" : said.join(", ");
}

const unexpected: DescribeError = (details) => ({
  what: `Something unexpected happened (${detail(details, "message")}).`,
  kept: "The numbers were not changed.",
  next: "Try again. If it still fails, tell your administrator what stands here.",
});

const named = (details: ErrorDetails) => (details.file ? ` (${details.file})` : "");

const fileGone: DescribeError = (details) => ({
  what: `The file is not there; it may have been moved, renamed or deleted${named(details)}.`,
  kept: "The other files are not affected.",
  next: "Make sure where the file is and check again.",
});

const noAccess: DescribeError = (details) => ({
  what: `There is no permission to read the file${named(details)}.`,
  kept: FILE_KEPT,
  next: "Make sure that no other program holds the file and that it may be read, then check again.",
});

const errors: Readonly<Record<ErrorCode, DescribeError>> = {
  AccessDenied: () => ({
    what: "Excel does not allow this.",
    kept: WORKBOOK_KEPT,
    next: "See whether the workbook is read-only or protected, then try again.",
  }),
  CellChanged: (details) => ({
    what: `Cell ${detail(details, "cell")} in ${inSheet(details)} has changed: it held ${shown(details, "expected")} and holds ${shown(details, "found")} now.`,
    kept: "Nothing was written; what stands there now is still there.",
    next: "Look at the cell again in the list, which follows the sheet.",
  }),
  CellEditMode: () => ({
    what: "A cell is being edited, and Excel takes nothing else until that ends.",
    kept: "What you are typing is still there.",
    next: "Press Enter to finish or Esc to cancel, then try again.",
  }),
  CellsHidden: (details) => ({
    what: `${detail(details, "address")} in ${inSheet(details)} is selected but cannot be seen: its row or column is hidden or filtered out.`,
    kept: WORKBOOK_KEPT,
    next: "Clear the filter or unhide it, then click again.",
  }),
  HoldsFormula: (details) => ({
    what: `In ${inSheet(details)}, ${detail(details, "cells").replaceAll(",", ", ")} holds a formula: ${detail(details, "formula")}.`,
    kept: "The formula was not changed.",
    next: "Look at the formula and the cells that it refers to, or confirm that a number may take its place.",
  }),
  Host: (details) => ({
    what: `Excel did not do this (${detail(details, "hostCode")}).`,
    kept: "The numbers were not changed.",
    next: `Try again. If it still fails, tell your administrator: ${detail(details, "message")}`,
  }),
  HostBusy: () => ({
    what: "Excel is busy or has a dialog open.",
    kept: WORKBOOK_KEPT,
    next: "Close the dialog, wait a moment and try again.",
  }),
  NoRoom: (details) => ({
    what: `The table does not fit into ${inSheet(details)} from ${detail(details, "address")} on.`,
    kept: WORKBOOK_KEPT,
    next: "Select a cell further up and to the left, or choose a new sheet for each table.",
  }),
  NotInExcel: () => ({
    what: "This page belongs into Excel.",
    kept: "No file was read or changed.",
    next: "Open Excel and choose “Open pane” on the tab Gouji.",
  }),
  Occupied: (details) => ({
    what: `In ${inSheet(details)}, ${detail(details, "count")} cells are not empty: ${detail(details, "cells").replaceAll(",", ", ")}.`,
    kept: "They were not changed.",
    next: "Choose another place, or confirm that they may be overwritten.",
  }),
  SessionLost: () => ({
    what: "The workbook was closed, or the connection to Excel was lost.",
    kept: "What was saved before is safe; this action was not completed.",
    next: "Open the workbook and the pane again, then try again.",
  }),
  SheetHidden: (details) => ({
    what: `${InSheet(details)} is hidden, so its cells cannot be selected.`,
    kept: WORKBOOK_KEPT,
    next: "Right-click any sheet tab, choose Unhide, then try again.",
  }),
  SheetMissing: (details) => ({
    what: `${InSheet(details)} is not there: it may have been deleted or renamed.`,
    kept: "The other sheets were not changed.",
    next: "Choose “Read again” under Options and tools.",
  }),
  SheetProtected: (details) => ({
    what: `${InSheet(details)} is protected and cannot be written to.`,
    kept: WORKBOOK_KEPT,
    next: "Unprotect the sheet on the Review tab, then try again.",
  }),
  TableMoved: (details) => ({
    what: `The table in ${inSheet(details)} was moved, or its headers were altered.`,
    kept: "Nothing was written; the table was not changed.",
    next: "Try again from the list, which follows the sheet.",
  }),
  TooLarge: () => ({
    what: "This is more data than Excel exchanges at once.",
    kept: WORKBOOK_KEPT,
    next: "Delete rows, columns and pictures that are not needed, or keep the tables in a workbook of their own.",
  }),
  WorkbookProtected: () => ({
    what: "The structure of the workbook is protected: no sheet can be added.",
    kept: WORKBOOK_KEPT,
    next: "Unprotect the workbook on the Review tab, or insert at the selected cell.",
  }),
  BadWorkbook: (details) => ({
    what: `The workbook as Excel handed it over cannot be stamped (${detail(details, "reason")}).`,
    kept: WORKBOOK_KEPT,
    next: "Save the workbook and export again. If it still fails, save a copy yourself and tell your administrator what stands here.",
  }),
  Insubstantial: (details) => ({
    what: record.faults[detail(details, "fault") as TextFault] ?? record.faults.empty,
    kept: "Nothing was written into the workbook, and your text is still there.",
    next: "Say more, then save.",
  }),
  NoTables: () => ({
    what: "There is no report table in this workbook, so there is nothing to check.",
    kept: WORKBOOK_KEPT,
    next: "Insert the tables first. If there is one, see whether its headers are complete.",
  }),
  NotLoaded: () => ({
    what: "A part of the add-in could not be loaded. Perhaps the connection to its server is lost.",
    kept: WORKBOOK_KEPT,
    next: "Check the network and try again. If it still fails, close the pane and open it again.",
  }),
  NotPassed: (details) => ({
    what: `The workbook did not pass: ${listCounts(details)}.`,
    kept: WORKBOOK_KEPT,
    next: "Correct it and export again, or confirm that it is to be exported all the same.",
  }),
  RecordUnreadable: (details) => ({
    what: record.problems[detail(details, "problem") as RecordProblem] ?? record.problems.damaged,
    kept: WORKBOOK_KEPT,
    next: "Go back to the original file, or copy the tables into a new workbook and explain them there.",
  }),
  Reviewing: () => ({
    what: "In review mode the figures of the report are not changed.",
    kept: WORKBOOK_KEPT,
    next: "The figures are the reporting unit’s to change. If you must, turn review mode off under Options and tools first.",
  }),
  TableMissing: () => ({
    what: "The table is no longer where it was: it may have been deleted or moved.",
    kept: "Nothing else was changed.",
    next: "The list is up to date again: choose from there.",
  }),
  Unexpected: unexpected,
  Year: (details) => ({
    what: `There is no official format for ${detail(details, "year")}; the first is for ${FIRST_YEAR}.`,
    kept: WORKBOOK_KEPT,
    next: "Choose another report year.",
  }),
  notAnXlsx: (details) => {
    const { what, next } = kindIn(details);
    return { what: `${what}, not an .xlsx workbook.`, kept: FILE_KEPT, next };
  },
  passwordProtected: () => ({
    what: "The file cannot be read without its password.",
    kept: FILE_KEPT,
    next: "Open it with the password, remove the password, save a copy and try that.",
  }),
  damaged: (details) => ({
    what: `The file is damaged: ${DAMAGE[detail(details, "damage")] ?? "its structure is wrong"}${details.part ? ` (${details.part})` : ""}.`,
    kept: FILE_KEPT,
    next: "Get the file again; if Excel can open it, save a copy and try that.",
  }),
  zipBomb: () => ({
    what: "The file unpacks to something far too large and was not read further, for safety.",
    kept: FILE_KEPT,
    next: "See where the file comes from; if you trust it, open it in Excel, delete what is not needed and save a copy.",
  }),
  missingPart: (details) => ({
    what: `The file lacks a part that it must have (${detail(details, "part")}).`,
    kept: FILE_KEPT,
    next: "Get the file again; if Excel can open it, save a copy and try that.",
  }),
  forbiddenXml: (details) => ({
    what: `The file holds what must not be there (${detail(details, "part")}) and was not read further, for safety.`,
    kept: FILE_KEPT,
    next: "See where the file comes from; if you trust it, open it in Excel and save a copy.",
  }),
  tooManyCells: (details) => ({
    what: `${InSheet(details)} has more than ${detail(details, "allowed")} cells.`,
    kept: FILE_KEPT,
    next: "Delete rows and columns that are not needed, or keep the tables in a workbook of their own.",
  }),
  unsupportedZip: () => ({
    what: "The file is compressed in a way that cannot be read.",
    kept: FILE_KEPT,
    next: "Open it in Excel, save it as an Excel Workbook (.xlsx), then try again.",
  }),
  notAReport: (details) => {
    const { what, next } = kindIn(details);
    const { named } = details;
    const why = named
      ? `although it is called ${named}, and has no table of the report`
      : "and cannot be read as it is";
    return { what: `${what} ${why}.`, kept: FILE_KEPT, next };
  },
  reportTooLarge: () => ({
    what: "There is far more in it than in any report; for safety it was not read further.",
    kept: FILE_KEPT,
    next: "See that it is a single report; divide a collection of reports first.",
  }),
  badChange: (details) => ({
    what: `The file could not be written as asked (${detail(details, "reason")}: ${detail(details, "detail")}).`,
    kept: FILE_KEPT,
    next: "Try again. If it still fails, tell your administrator what stands here.",
  }),
  ENOENT: (details) => fileGone(details),
  NotFoundError: (details) => fileGone(details),
  EACCES: (details) => noAccess(details),
  EPERM: (details) => noAccess(details),
  NotReadableError: (details) => ({
    what: `The file cannot be read; it may have changed after it was chosen${named(details)}.`,
    kept: FILE_KEPT,
    next: "Choose the file again.",
  }),
  TooSlow: (details) => ({
    what: `The check took more than ${detail(details, "seconds")} seconds and was given up for this file.`,
    kept: FILE_KEPT,
    next: "Make sure where the file comes from; if you trust it, open it in Excel, delete what is not needed, save a copy and try again.",
  }),
  WorkerDied: () => ({
    what: "Memory ran out, or the program was interrupted, while this file was checked.",
    kept: FILE_KEPT,
    next: "Make sure where the file comes from; if you trust it, open it in Excel, delete what is not needed, save a copy and try again.",
  }),
};

export function describeError(code: string, details: ErrorDetails): ErrorText {
  return isKnownError(code) ? errors[code](details) : unexpected({ message: code });
}
