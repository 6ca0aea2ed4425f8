import { Inflate, inflateSync } from "fflate";
import { XlsxError, damaged } from "./error";
import { crc32 } from "./crc32";
import { recallPart } from "./recent-parts";
import { METHOD_DEFLATED, METHOD_STORED, type ZipEntry } from "./zip-directory";

/** No deflated byte yields more than this many bytes (RFC 1951: 258 bytes for two bits at best). */
const DEFLATE_MAX_RATIO = 1032;
/** An entry that cannot yield more than this is unpacked in one go. */
const SMALL = 32 * 1024 * 1024;
const SLICE = 32 * 1024;

/**
 * The bytes of one entry. The directory's size is trusted with nothing: an entry that yields more is stopped as soon as
 * it does, one that yields less or other bytes is refused.
 * @throws XlsxError `zipBomb`, `damaged` or `unsupportedZip`
 */
export function unpackEntry(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const packed = bytes.subarray(entry.dataOffset, entry.dataOffset + entry.packedSize);
  return recallPart(entry, packed, () => {
    const part = unpack(packed, entry);
    if (part.length < entry.size) throw damaged("size", entry.name);
    if (crc32(part) !== entry.crc) throw damaged("checksum", entry.name);
    return part;
  });
}

function unpack(packed: Uint8Array, entry: ZipEntry): Uint8Array {
  if (entry.method === METHOD_STORED) {
    if (packed.length > entry.size) throw lie(entry, packed.length);
    // what is kept of it must not change, or be held, with the whole file
    return new Uint8Array(packed);
  }
  if (entry.method !== METHOD_DEFLATED) {
    throw new XlsxError({ code: "unsupportedZip", feature: "method", part: entry.name });
  }
  try {
    return packed.length * DEFLATE_MAX_RATIO <= SMALL ? inflateAtOnce(packed, entry) : inflateWatched(packed, entry);
  } catch (error) {
    if (error instanceof XlsxError) throw error;
    throw damaged("compression", entry.name, undefined, error);
  }
}

function inflateAtOnce(packed: Uint8Array, entry: ZipEntry): Uint8Array {
  // One byte more than declared: enough to see that there is more, and never grown by fflate.
  const room = new Uint8Array(entry.size + 1);
  const part = inflateSync(packed, { out: room });
  if (part.length > entry.size) throw lie(entry, part.length);
  return part;
}

function inflateWatched(packed: Uint8Array, entry: ZipEntry): Uint8Array {
  const part = new Uint8Array(entry.size);
  let length = 0;
  const stream = new Inflate((chunk) => {
    if (length + chunk.length > entry.size) throw lie(entry, length + chunk.length);
    part.set(chunk, length);
    length += chunk.length;
  });
  for (let at = 0; at < packed.length; at += SLICE) {
    stream.push(packed.subarray(at, at + SLICE), at + SLICE >= packed.length);
  }
  return part.subarray(0, length);
}

function lie(entry: ZipEntry, found: number): XlsxError {
  const { name: part, size: declared } = entry;
  return new XlsxError({ code: "zipBomb", limit: "partBytes", allowed: declared, found, part, declared });
}
