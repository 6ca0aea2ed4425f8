import type { Book } from "../book";
import { HostError } from "../host-error";

const LONGEST = 31;

/** The name if Excel would take it for this sheet (or a new one, for null); an error that says why not otherwise. */
export function checkSheetName(book: Book, name: string, sheetId: string | null): string {
  if (name === "" || name.length > LONGEST || /[\\/?*[\]:]/.test(name) || /^'|'$/.test(name)) {
    throw new HostError("InvalidArgument", `"${name}" cannot be the name of a worksheet.`);
  }
  const taken = book.workbook
    .getSheets()
    .find((sheet) => sheet.getSheetId() !== sheetId && sheet.getName().toLowerCase() === name.toLowerCase());
  if (taken) throw new HostError("ItemAlreadyExists", `There is a worksheet "${taken.getName()}" already.`);
  return name;
}
