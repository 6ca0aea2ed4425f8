import type { ZipEntry } from "./zip-directory";

/** Larger parts hold what is each file's own. */
const LARGEST_PACKED = 8 * 1024;
const LARGEST = 256 * 1024;
const MOST = 100;

const recent = new Map<string, { packed: Uint8Array; part: Uint8Array }>();

const isSame = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index]);

/**
 * A part as `unpack` makes it of its packed bytes. Files that came from one template share their styles, links and types to
 * the byte; such a part is unpacked once, and what is read of it can be remembered with it. Nobody may change the bytes.
 */
export function recallPart({ name, crc, size }: ZipEntry, packed: Uint8Array, unpack: () => Uint8Array): Uint8Array {
  if (packed.length > LARGEST_PACKED || size > LARGEST) return unpack();
  const key = `${crc} ${size} ${name}`;
  const known = recent.get(key);
  if (known && isSame(known.packed, packed)) return known.part;
  const part = unpack();
  if (recent.size >= MOST) recent.clear();
  recent.set(key, { packed: new Uint8Array(packed), part });
  return part;
}

/** Reads each part once, as long as it is the very same. What is read is shared: nobody may change it. */
export function oncePerPart<Read>(
  read: (name: string, bytes: Uint8Array) => Read,
): (name: string, bytes: Uint8Array) => Read {
  const known = new WeakMap<Uint8Array, Read>();
  return (name, bytes) => {
    const earlier = known.get(bytes);
    if (earlier !== undefined) return earlier;
    const made = read(name, bytes);
    known.set(bytes, made);
    return made;
  };
}
