import { XlsxError, type FoundKind } from "./error";

export const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
export const ZIP_ENTRY = [0x50, 0x4b, 0x03, 0x04];
const ZIP_END = [0x50, 0x4b, 0x05, 0x06];
/** How far into the file its kind is looked for. */
const HEAD = 2048;

/** Kinds of text file by what they begin with; the first that fits counts. */
const TEXTS: readonly (readonly [FoundKind, RegExp])[] = [
  ["pdf", /^%PDF-/],
  ["html", /^(<!doctype html|<html|<head|<body|<table|<meta|<style|mime-version:)/i],
  ["html", /^<\?xml[^>]*>\s*(<!--[\s\S]*?-->\s*)*<(!doctype html|html)/i],
  ["xml", /^<\?xml/],
];

/**
 * Refuses what is no zip at all, and says what it is instead: an old .xls, a web page or a CSV with the wrong name, a
 * file encrypted with a password.
 * @throws XlsxError `notAnXlsx` or `passwordProtected`
 */
export function expectZip(bytes: Uint8Array): void {
  if (startsWith(bytes, ZIP_ENTRY)) return;
  if (startsWith(bytes, COMPOUND_FILE)) {
    // [MS-OFFCRYPTO] 1.3.2: an encrypted workbook is a compound file with the stream EncryptedPackage.
    if (hasStream(bytes, "EncryptedPackage")) throw new XlsxError({ code: "passwordProtected" });
    const isXls = hasStream(bytes, "Workbook") || hasStream(bytes, "Book");
    throw new XlsxError({ code: "notAnXlsx", found: isXls ? "xls" : "compound" });
  }
  throw new XlsxError({ code: "notAnXlsx", found: kindOf(bytes) });
}

function kindOf(bytes: Uint8Array): FoundKind {
  if (bytes.length === 0) return "empty";
  if (startsWith(bytes, ZIP_END)) return "zip";
  // BIFF 2 to 4 have no compound file around them: the record BOF comes first.
  if (bytes[0] === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(bytes[1] ?? 0xff)) return "xls";
  const head = asciiOf(bytes.subarray(0, HEAD)).replace(/^\s+/, "");
  for (const [found, pattern] of TEXTS) if (pattern.test(head)) return found;
  return bytes.subarray(0, HEAD).includes(0) ? "unknown" : "text";
}

/** The beginning of a file of unknown encoding as ASCII: byte order marks and the zero bytes of UTF-16 are left out. */
export function asciiOf(head: Uint8Array): string {
  const isUtf16 = startsWith(head, [0xff, 0xfe]) || startsWith(head, [0xfe, 0xff]);
  const isUtf8 = startsWith(head, [0xef, 0xbb, 0xbf]);
  const start = isUtf16 ? 2 : isUtf8 ? 3 : 0;
  let text = "";
  for (const byte of head.subarray(start)) if (byte !== 0 || !isUtf16) text += String.fromCharCode(byte);
  return text;
}

export function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}

/** Entries of a compound file's directory are 128 bytes, aligned, and begin with the name in UTF-16LE and a zero. */
export function hasStream(bytes: Uint8Array, name: string): boolean {
  const wanted = [...name, "\0"].flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let at = 512; at + 128 <= bytes.length; at += 128) {
    if (wanted.every((byte, offset) => bytes[at + offset] === byte)) return true;
  }
  return false;
}
