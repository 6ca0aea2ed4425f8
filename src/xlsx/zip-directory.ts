import { XlsxError, damaged } from "./error";
import type { Limits } from "./limits";
import { RATIO_FLOOR } from "./limits";

/** Signatures and lengths of APPNOTE.TXT 6.3 (the zip format). */
const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_LENGTH = 30;
const CENTRAL_SIGNATURE = 0x02014b50;
const CENTRAL_LENGTH = 46;
const END_SIGNATURE = 0x06054b50;
export const END_LENGTH = 22;
const END64_SIGNATURE = 0x06064b50;
const END64_LENGTH = 56;
const LOCATOR64_SIGNATURE = 0x07064b50;
const LOCATOR64_LENGTH = 20;
const MAX_COMMENT = 0xffff;
const ESCAPE_16 = 0xffff;
const ESCAPE_32 = 0xffffffff;
const EXTRA_ZIP64 = 0x0001;
const FLAG_ENCRYPTED = 0x0001;
const FLAG_UTF8 = 0x0800;

export const METHOD_STORED = 0;
export const METHOD_DEFLATED = 8;

/** One entry of a zip, as its central directory tells. Offsets count from the start of the file. */
export interface ZipEntry {
  /** The name with forward slashes, as OPC wants it; some programs write backslashes. */
  name: string;
  method: number;
  crc: number;
  packedSize: number;
  size: number;
  /** Where the local header begins. */
  localOffset: number;
  /** Where the packed bytes begin. */
  dataOffset: number;
  /** Where the record in the central directory begins and ends. */
  recordOffset: number;
  recordEnd: number;
  /** Where in the record the eight bytes of a zip64 local offset stand, if they do. */
  longOffsetAt: number | null;
}

export interface ZipDirectory {
  /** In the order of the central directory. */
  entries: ZipEntry[];
  /** Where the central directory begins. */
  offset: number;
  /** The comment of the archive. */
  comment: Uint8Array;
}

/**
 * Reads the directory of a zip and refuses whatever two readers could understand differently: entries that overlap, that
 * share a name, whose two headers differ.
 * @throws XlsxError `damaged`, `zipBomb` or `unsupportedZip`
 */
export function readZipDirectory(bytes: Uint8Array, limits: Limits): ZipDirectory {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = readEnd(view);
  if (end.count > limits.entries) {
    throw new XlsxError({ code: "zipBomb", limit: "entries", allowed: limits.entries, found: end.count });
  }
  const entries: ZipEntry[] = [];
  let at = end.offset;
  for (let index = 0; index < end.count; index++) {
    const entry = readEntry(view, bytes, at, end.at);
    entries.push(entry);
    at = entry.recordEnd;
  }
  refuseDuplicates(entries);
  refuseOverlaps(entries, end.offset);
  refuseBombs(entries, limits);
  return { entries, offset: end.offset, comment: bytes.subarray(end.at + END_LENGTH) };
}

/** The end record: its place, the number of entries and where the central directory begins. */
function readEnd(view: DataView): { at: number; count: number; offset: number } {
  const at = findEnd(view);
  let count = view.getUint16(at + 10, true);
  let size = view.getUint32(at + 12, true);
  let offset = view.getUint32(at + 16, true);
  const disks = view.getUint16(at + 4, true) | view.getUint16(at + 6, true);
  if (disks !== 0 && disks !== ESCAPE_16) throw new XlsxError({ code: "unsupportedZip", feature: "multiDisk" });
  if (count === ESCAPE_16 || size === ESCAPE_32 || offset === ESCAPE_32) {
    const long = findEnd64(view, at);
    count = readLong(view, long + 32);
    size = readLong(view, long + 40);
    offset = readLong(view, long + 48);
  }
  if (offset + size > at || count * CENTRAL_LENGTH > size) throw damaged("zipDirectory");
  return { at, count, offset };
}

function findEnd(view: DataView): number {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= 0 && at >= last - MAX_COMMENT; at--) {
    if (view.getUint32(at, true) !== END_SIGNATURE) continue;
    if (at + END_LENGTH + view.getUint16(at + 20, true) === view.byteLength) return at;
  }
  throw damaged("truncated");
}

function findEnd64(view: DataView, end: number): number {
  const locator = end - LOCATOR64_LENGTH;
  if (locator < 0 || view.getUint32(locator, true) !== LOCATOR64_SIGNATURE) throw damaged("zipDirectory");
  const at = readLong(view, locator + 8);
  if (at + END64_LENGTH > locator || view.getUint32(at, true) !== END64_SIGNATURE) throw damaged("zipDirectory");
  return at;
}

function readEntry(view: DataView, bytes: Uint8Array, at: number, limit: number): ZipEntry {
  if (at + CENTRAL_LENGTH > limit || view.getUint32(at, true) !== CENTRAL_SIGNATURE) throw damaged("zipDirectory");
  const flags = view.getUint16(at + 8, true);
  const nameEnd = at + CENTRAL_LENGTH + view.getUint16(at + 28, true);
  const extraEnd = nameEnd + view.getUint16(at + 30, true);
  const recordEnd = extraEnd + view.getUint16(at + 32, true);
  if (recordEnd > limit) throw damaged("zipDirectory");
  const rawName = bytes.subarray(at + CENTRAL_LENGTH, nameEnd);
  const name = decodeName(rawName, (flags & FLAG_UTF8) !== 0);
  if (flags & FLAG_ENCRYPTED) throw new XlsxError({ code: "unsupportedZip", feature: "encryption", part: name });
  const entry: ZipEntry = {
    name,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packedSize: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    localOffset: view.getUint32(at + 42, true),
    dataOffset: 0,
    recordOffset: at,
    recordEnd,
    longOffsetAt: null,
  };
  readLongSizes(view, nameEnd, extraEnd, entry);
  entry.dataOffset = readLocalHeader(view, bytes, entry, rawName);
  if (entry.dataOffset + entry.packedSize > limit) throw damaged("truncated", name);
  return entry;
}

/** Takes from the zip64 field the values that did not fit into the record, in the order that the format fixes. */
function readLongSizes(view: DataView, from: number, to: number, entry: ZipEntry): void {
  let at = from;
  while (at + 4 <= to && view.getUint16(at, true) !== EXTRA_ZIP64) at += 4 + view.getUint16(at + 2, true);
  const end = at + 4 <= to ? Math.min(to, at + 4 + view.getUint16(at + 2, true)) : at;
  at += 4;
  const take = (value: number): number => {
    if (value !== ESCAPE_32) return value;
    if (at + 8 > end) throw damaged("zipDirectory", entry.name);
    at += 8;
    return readLong(view, at - 8);
  };
  entry.size = take(entry.size);
  entry.packedSize = take(entry.packedSize);
  if (entry.localOffset === ESCAPE_32) entry.longOffsetAt = at;
  entry.localOffset = take(entry.localOffset);
}

/** Checks that the entry's own header says the same as the directory, and tells where its bytes begin. */
function readLocalHeader(view: DataView, bytes: Uint8Array, entry: ZipEntry, rawName: Uint8Array): number {
  const at = entry.localOffset;
  if (at + LOCAL_LENGTH > view.byteLength) throw damaged("truncated", entry.name);
  if (view.getUint32(at, true) !== LOCAL_SIGNATURE) throw damaged("zipDirectory", entry.name);
  const nameLength = view.getUint16(at + 26, true);
  const sameName =
    nameLength === rawName.length && rawName.every((byte, index) => bytes[at + LOCAL_LENGTH + index] === byte);
  if (!sameName || view.getUint16(at + 8, true) !== entry.method) throw damaged("zipDirectory", entry.name);
  return at + LOCAL_LENGTH + nameLength + view.getUint16(at + 28, true);
}

function refuseDuplicates(entries: readonly ZipEntry[]): void {
  const seen = new Set<string>();
  for (const { name } of entries) {
    const key = name.toLowerCase();
    if (seen.has(key)) throw damaged("duplicateName", name);
    seen.add(key);
  }
}

function refuseOverlaps(entries: readonly ZipEntry[], directory: number): void {
  const byPlace = [...entries].sort((a, b) => a.localOffset - b.localOffset);
  for (const [index, entry] of byPlace.entries()) {
    const next = byPlace[index + 1]?.localOffset ?? directory;
    if (entry.dataOffset + entry.packedSize > next) throw damaged("overlap", entry.name);
  }
}

/** Judges by what the directory declares; what the parts really unpack to is watched when they are unpacked. */
function refuseBombs(entries: readonly ZipEntry[], limits: Limits): void {
  let total = 0;
  for (const { name, size, packedSize } of entries) {
    total += size;
    const ratio = Math.round(size / Math.max(packedSize, 1));
    if (size > limits.partBytes) throw bomb("partBytes", limits.partBytes, size, name);
    if (size > RATIO_FLOOR && ratio > limits.ratio) throw bomb("ratio", limits.ratio, ratio, name);
  }
  if (total > limits.totalBytes) throw bomb("totalBytes", limits.totalBytes, total);
}

function bomb(limit: "partBytes" | "ratio" | "totalBytes", allowed: number, found: number, part?: string): XlsxError {
  return new XlsxError({ code: "zipBomb", limit, allowed, found, ...(part === undefined ? {} : { part }) });
}

function readLong(view: DataView, at: number): number {
  const value = view.getBigUint64(at, true);
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new XlsxError({ code: "unsupportedZip", feature: "zip64" });
  return Number(value);
}

/** Names are UTF-8 when the flag says so; without it they are taken as UTF-8 where that fits, else as Latin-1. */
function decodeName(raw: Uint8Array, isUtf8: boolean): string {
  let name: string;
  try {
    name = new TextDecoder("utf-8", { fatal: true }).decode(raw);
  } catch (cause) {
    if (isUtf8) throw damaged("zipDirectory", undefined, undefined, cause);
    name = String.fromCharCode(...raw);
  }
  return name.replaceAll("\\", "/");
}
