/** What a zip holds, told by a reader of its own so that tests do not rely on what they test. */
export interface RawEntry {
  name: string;
  /** Local header, packed bytes and what follows up to the next entry. */
  raw: Buffer;
  /** The record in the central directory, without the offset. */
  record: Buffer;
}

/** The entries of a zip in the order of their bytes. */
export function rawEntries(bytes: Uint8Array): RawEntry[] {
  const zip = Buffer.from(bytes);
  let end = zip.lastIndexOf("PK\x05\x06");
  while (end + 22 > zip.length || end + 22 + zip.readUInt16LE(end + 20) !== zip.length) {
    end = zip.lastIndexOf("PK\x05\x06", end - 1);
  }
  let at = zip.readUInt32LE(end + 16);
  let directory = at;
  if (at === 0xffffffff) {
    const long = Number(zip.readBigUInt64LE(end - 12));
    at = directory = Number(zip.readBigUInt64LE(long + 48));
  }
  const found: { name: string; offset: number; record: Buffer }[] = [];
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const nameLength = zip.readUInt16LE(at + 28);
    const length = 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    const record = Buffer.from(zip.subarray(at, at + length));
    let offset = record.readUInt32LE(42);
    if (offset === 0xffffffff) {
      const long = 46 + nameLength + 4 + 16;
      offset = Number(record.readBigUInt64LE(long));
      record.writeBigUInt64LE(0n, long);
    }
    record.writeUInt32LE(0, 42);
    found.push({ name: record.toString("utf8", 46, 46 + nameLength), offset, record });
    at += length;
  }
  found.sort((a, b) => a.offset - b.offset);
  return found.map(({ name, offset, record }, index) => ({
    name,
    record,
    raw: zip.subarray(offset, found[index + 1]?.offset ?? directory),
  }));
}

/** The same zip with every size and offset in zip64 fields. */
export function toZip64(bytes: Uint8Array): Uint8Array {
  const zip = Buffer.from(bytes);
  const end = zip.lastIndexOf("PK\x05\x06");
  const count = zip.readUInt16LE(end + 10);
  const start = zip.readUInt32LE(end + 16);
  const records: Buffer[] = [];
  for (let at = start, index = 0; index < count; index++) {
    const nameLength = zip.readUInt16LE(at + 28);
    const length = 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    const record = Buffer.concat([zip.subarray(at, at + 46 + nameLength), Buffer.alloc(28)]);
    const extra = 46 + nameLength;
    record.writeUInt16LE(28, 30);
    record.writeUInt16LE(0, 32);
    record.writeUInt16LE(1, extra);
    record.writeUInt16LE(24, extra + 2);
    for (const [index64, field] of [24, 20, 42].entries()) {
      record.writeBigUInt64LE(BigInt(zip.readUInt32LE(at + field)), extra + 4 + 8 * index64);
      record.writeUInt32LE(0xffffffff, field);
    }
    records.push(record);
    at += length;
  }
  const directory = Buffer.concat(records);
  const end64 = Buffer.alloc(56);
  end64.writeUInt32LE(0x06064b50, 0);
  end64.writeBigUInt64LE(44n, 4);
  end64.writeBigUInt64LE(BigInt(count), 24);
  end64.writeBigUInt64LE(BigInt(count), 32);
  end64.writeBigUInt64LE(BigInt(directory.length), 40);
  end64.writeBigUInt64LE(BigInt(start), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(start + directory.length), 8);
  locator.writeUInt32LE(1, 16);
  const last = Buffer.alloc(22);
  last.writeUInt32LE(0x06054b50, 0);
  last.fill(0xff, 8, 20);
  return new Uint8Array(Buffer.concat([zip.subarray(0, start), directory, end64, locator, last]));
}
