import { read, write } from "@e965/xlsx";
import ExcelJS from "exceljs";
import { saveAsWps } from "../fixtures/wps";

export type SaveIn = (bytes: Uint8Array) => Promise<Uint8Array> | Uint8Array;

/** The workbook as a library leaves it that knows neither custom XML nor, perhaps, custom properties. */
export async function saveAsExcelJs(bytes: Uint8Array): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.slice().buffer);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** What others write when they open a workbook and save it, by the name of the program. */
export const PROGRAMS = {
  exceljs: saveAsExcelJs,
  SheetJS: (bytes) =>
    new Uint8Array(write(read(bytes, { type: "array" }), { type: "buffer", bookType: "xlsx" }) as Buffer),
  "WPS, as far as its own files tell how it writes": saveAsWps,
} as const satisfies Readonly<Record<string, SaveIn>>;
