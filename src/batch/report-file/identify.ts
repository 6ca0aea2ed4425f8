import { asciiOf, COMPOUND_FILE, hasStream, startsWith, ZIP_ENTRY } from "../../xlsx/identify";
import { CONTENT_TYPES } from "../../xlsx/package";
import type { Zip } from "../../xlsx/zip";
import { XlsxError } from "../../xlsx/error";
import type { RefusedKind } from "./error";

/** Kinds of file that carry a report. Text is told from HTML when it is decoded. */
export type ReportFileKind = "xlsx" | "docx" | "html" | "text";

/** How far into the file its kind is looked for. */
const HEAD = 2048;

/** Files that begin with certain bytes. */
const SIGNATURES: readonly (readonly [RefusedKind, readonly number[]])[] = [
  ["image", [0x89, 0x50, 0x4e, 0x47]],
  ["image", [0xff, 0xd8, 0xff]],
  ["image", [0x47, 0x49, 0x46, 0x38]],
  ["image", [0x42, 0x4d]],
  ["image", [0x49, 0x49, 0x2a, 0x00]],
  ["image", [0x4d, 0x4d, 0x00, 0x2a]],
  ["archive", [0x52, 0x61, 0x72, 0x21]],
  ["archive", [0x37, 0x7a, 0xbc, 0xaf]],
  ["archive", [0x1f, 0x8b]],
];

/** Texts that are no plain ones, by what they begin with. */
const TEXTS: readonly (readonly [RefusedKind, RegExp])[] = [
  ["pdf", /^%PDF-/],
  ["rtf", /^\{\\rtf/],
  ["ods", /office:mimetype="application\/vnd\.oasis\.opendocument\.spreadsheet/],
  ["xmlSheet", /^<\?xml[\s\S]*(?:progid="Excel\.Sheet"|urn:schemas-microsoft-com:office:spreadsheet)/],
  ["mht", /^(?:from: <?saved by|mime-version:|content-type: multipart\/related)/i],
];

/** Compound files by a stream that only they have. */
const STREAMS: readonly (readonly [RefusedKind, readonly string[]])[] = [
  ["doc", ["WordDocument"]],
  ["xls", ["Workbook", "Book"]],
];

export const isZip = (bytes: Uint8Array): boolean => startsWith(bytes, ZIP_ENTRY);

/**
 * What a file is when it is neither a zip nor text, whatever its name says; null for what may be text.
 * @param name only tells apart what has the same bytes inside: the program of a compound file
 * @throws XlsxError for a document with a password, which is a compound file whatever it is within
 */
export function refusedKindOf(name: string, bytes: Uint8Array): RefusedKind | null {
  if (bytes.length === 0) return "empty";
  if (startsWith(bytes, COMPOUND_FILE)) {
    if (hasStream(bytes, "EncryptedPackage")) throw new XlsxError({ code: "passwordProtected" });
    const found = STREAMS.find(([, streams]) => streams.some((stream) => hasStream(bytes, stream)))?.[0] ?? "compound";
    return found === "doc" && /\.wps$/i.test(name) ? "wps" : found;
  }
  const signed = SIGNATURES.find(([, signature]) => startsWith(bytes, signature));
  if (signed) return signed[0];
  const head = asciiOf(bytes.subarray(0, HEAD)).trimStart();
  return TEXTS.find(([, pattern]) => pattern.test(head))?.[0] ?? null;
}

/** What a zip holds by the names in its directory: anything that is not told here is left to the reader of .xlsx. */
export function kindOfZip(zip: Zip): "docx" | "xlsx" | RefusedKind {
  const names = zip.directory.entries.map(({ name }) => name.toLowerCase());
  const has = (start: string) => names.some((name) => name.startsWith(start));
  if (zip.has("OFD.xml")) return "ofd";
  if (zip.has(CONTENT_TYPES)) return has("word/") && !has("xl/") ? "docx" : "xlsx";
  if (zip.has("content.xml") && zip.has("mimetype")) {
    return asciiOf(zip.part("mimetype") ?? new Uint8Array()).endsWith("spreadsheet") ? "ods" : "odt";
  }
  return has("xl/") ? "xlsx" : "archive";
}
