import { deflateSync } from "fflate";
import { crc32 } from "./crc32";
import { END_LENGTH, METHOD_DEFLATED, METHOD_STORED, type ZipEntry } from "./zip-directory";
import type { Packed } from "./packed-part";
import type { Zip } from "./zip";

const FLAG_UTF8 = 0x0800;
const VERSION_DEFLATE = 20;
/** 1980-01-01 00:00, the date that Excel gives to every part. */
const DOS_EPOCH = 0x00210000;
const LOCAL_LENGTH = 30;
const CENTRAL_LENGTH = 46;

/** What becomes of a part: new bytes, which may be packed already, or null when it goes. */
export interface PartChange<Bytes = Uint8Array | Packed> {
  name: string;
  bytes: Bytes | null;
}

/**
 * The zip with some parts changed. Every other entry is copied as it stands: header, packed bytes, name, date, order. A
 * changed part keeps its place, name and date; new ones come last.
 * @param changes by lower-case name
 */
export function writeZip(zip: Zip, changes: ReadonlyMap<string, PartChange>): Uint8Array {
  const { bytes, directory } = zip;
  const chunks: Uint8Array[] = [];
  let length = 0;
  const push = (...added: readonly Uint8Array[]): number => {
    const start = length;
    for (const chunk of added) {
      chunks.push(chunk);
      length += chunk.length;
    }
    return start;
  };
  const records = new Map<ZipEntry, Uint8Array>();
  const byPlace = [...directory.entries].sort((a, b) => a.localOffset - b.localOffset);
  push(bytes.subarray(0, byPlace[0]?.localOffset ?? directory.offset));
  for (const [index, entry] of byPlace.entries()) {
    const change = changes.get(entry.name.toLowerCase());
    if (change === undefined) {
      // Up to the next header: a data descriptor, if there is one, comes along.
      const end = byPlace[index + 1]?.localOffset ?? directory.offset;
      const offset = push(bytes.subarray(entry.localOffset, end));
      records.set(entry, movedRecord(bytes, entry, offset));
    } else if (change.bytes !== null) {
      const rawName = bytes.subarray(entry.recordOffset + CENTRAL_LENGTH).subarray(0, rawNameLength(bytes, entry));
      const packed = packEntry(rawName, change.bytes, dosDate(bytes, entry));
      records.set(entry, packed.record(push(...packed.local)));
    }
  }
  const added: Uint8Array[] = [];
  for (const [key, { name, bytes: part }] of changes) {
    if (part === null || zip.has(key)) continue;
    const packed = packEntry(new TextEncoder().encode(name), part, DOS_EPOCH);
    added.push(packed.record(push(...packed.local)));
  }
  const start = length;
  const kept = directory.entries.flatMap((entry) => records.get(entry) ?? []);
  for (const record of [...kept, ...added]) push(record);
  push(endRecord(kept.length + added.length, length - start, start, directory.comment));
  return join(chunks, length);
}

function rawNameLength(bytes: Uint8Array, entry: ZipEntry): number {
  return bytes[entry.recordOffset + 28]! | (bytes[entry.recordOffset + 29]! << 8);
}

function dosDate(bytes: Uint8Array, entry: ZipEntry): number {
  return new DataView(bytes.buffer, bytes.byteOffset + entry.recordOffset, CENTRAL_LENGTH).getUint32(12, true);
}

/** A copy of an entry's record that points at the entry's new place. */
function movedRecord(bytes: Uint8Array, entry: ZipEntry, offset: number): Uint8Array {
  // `slice` of Node's Buffer is no copy
  const record = new Uint8Array(bytes.subarray(entry.recordOffset, entry.recordEnd));
  const view = new DataView(record.buffer);
  if (entry.longOffsetAt === null) view.setUint32(42, offset, true);
  else view.setBigUint64(entry.longOffsetAt - entry.recordOffset, BigInt(offset), true);
  return record;
}

/** Packed, where that makes it smaller. */
function pack(part: Uint8Array): Packed {
  const deflated = deflateSync(part);
  const isSmaller = deflated.length < part.length;
  const data = isSmaller ? deflated : part;
  return { chunks: [data], size: data.length, length: part.length, crc: crc32(part) };
}

function packEntry(
  name: Uint8Array,
  part: Uint8Array | Packed,
  date: number,
): { local: readonly Uint8Array[]; record: (offset: number) => Uint8Array } {
  const { chunks, size, length, crc } = "chunks" in part ? part : pack(part);
  const method = size < length ? METHOD_DEFLATED : METHOD_STORED;
  // The fields that the two headers share, from the needed version to the length of the extra field.
  const shared = (view: DataView, at: number): void => {
    view.setUint16(at, VERSION_DEFLATE, true);
    view.setUint16(at + 2, FLAG_UTF8, true);
    view.setUint16(at + 4, method, true);
    view.setUint32(at + 6, date, true);
    view.setUint32(at + 10, crc, true);
    view.setUint32(at + 14, size, true);
    view.setUint32(at + 18, length, true);
    view.setUint16(at + 22, name.length, true);
  };
  const local = new Uint8Array(LOCAL_LENGTH + name.length);
  const localView = new DataView(local.buffer);
  localView.setUint32(0, 0x04034b50, true);
  shared(localView, 4);
  local.set(name, LOCAL_LENGTH);
  const record = (offset: number): Uint8Array => {
    const bytes = new Uint8Array(CENTRAL_LENGTH + name.length);
    const view = new DataView(bytes.buffer);
    view.setUint32(0, 0x02014b50, true);
    view.setUint16(4, VERSION_DEFLATE, true);
    shared(view, 6);
    view.setUint32(42, offset, true);
    bytes.set(name, CENTRAL_LENGTH);
    return bytes;
  };
  return { local: [local, ...chunks], record };
}

function endRecord(count: number, size: number, offset: number, comment: Uint8Array): Uint8Array {
  const record = new Uint8Array(END_LENGTH + comment.length);
  const view = new DataView(record.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, size, true);
  view.setUint32(16, offset, true);
  view.setUint16(20, comment.length, true);
  record.set(comment, END_LENGTH);
  return record;
}

function join(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const joined = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    joined.set(chunk, at);
    at += chunk.length;
  }
  return joined;
}
