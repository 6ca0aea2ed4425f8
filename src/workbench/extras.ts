/**
 * What a workbook carries and the grid has no place for. The host answers Office.js from it, the file reader fills it,
 * the file writer writes it. Whatever moves with cells (locked or not) stands in the cells' own `custom` data instead.
 */
export interface WorkbookExtras {
  /** Core document properties by their Office.js names: title, author, subject, ... */
  properties: Record<string, string>;
  /** Custom document properties; a Date is held as an ISO 8601 string in `{ date }`. */
  customProperties: Record<string, string | number | boolean | { date: string }>;
  /** Custom XML parts by id (`{GUID}`). */
  customXmlParts: Record<string, string>;
  /** Office add-in settings of this document. */
  settings: Record<string, unknown>;
  /** The id of the add-in that the settings belong to, when a file says it. */
  settingsOwner?: string;
  /** Present while the structure is protected: which sheets there are, in what order and under what names. */
  structureProtection?: { passwordHash: string | null };
  /** Keyed by the grid's sheet id. */
  sheets: Record<string, SheetExtras>;
}

export interface SheetExtras {
  /** Options of the protection by their Office.js names, or null when the sheet is not protected. No password is kept in clear. */
  protection: SheetProtectionExtras | null;
  pageLayout: PageLayout;
  /** A sheet that only a program can show again; the grid knows hidden ones, and has it as such. */
  isVeryHidden?: true;
  /** Custom properties of the sheet (`Excel.Worksheet.customProperties`). */
  customProperties?: Record<string, string>;
}

export interface SheetProtectionExtras {
  options: Record<string, boolean>;
  /** Four hexadecimal digits, or `ALGORITHM:SALT:SPINS:HASH` of an opened file (salt and hash in base 64). */
  passwordHash: string | null;
  /** Which cells can be selected; absent is all. */
  selectionMode?: "Normal" | "Unlocked" | "None";
}

/** Names and units as Office.js has them; margins in points. */
export interface PageLayout {
  orientation: "Portrait" | "Landscape";
  /** `Excel.PaperType`, e.g. "A4". */
  paperSize: string | null;
  zoom: { scale?: number; horizontalFitToPages?: number; verticalFitToPages?: number };
  centerHorizontally: boolean;
  centerVertically: boolean;
  margins: { top: number; bottom: number; left: number; right: number; header: number; footer: number };
  /** A1 addresses without the sheet's name. */
  printAreas: string[];
  /** Rows that every printed page begins with, e.g. "1:3". */
  printTitleRows?: string;
  /** Columns that every printed page begins with, e.g. "A:B". */
  printTitleColumns?: string;
  /** Headers and footers by the names that a file has for them: oddHeader, evenFooter, ... */
  headersFooters?: Record<string, string>;
}

/** Cell `custom` data that the grid moves, copies and undoes together with the cell. Absent means locked, as in Excel. */
export interface CellExtras {
  unlocked?: true;
  /** The link of a cell that holds no text, which is where the grid keeps links: a URL or `#gid=SHEET&range=A1`. */
  link?: string;
}
