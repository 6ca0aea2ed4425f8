import { XlsxError } from "./error";
import { expectZip } from "./identify";
import { unpackEntry } from "./inflate";
import type { Limits } from "./limits";
import type { PartSource } from "./package";
import { readZipDirectory, type ZipDirectory, type ZipEntry } from "./zip-directory";

/** A zip whose parts are unpacked when they are asked for. Names are compared without regard to case, as OPC does. */
export class Zip implements PartSource {
  readonly directory: ZipDirectory;
  private readonly byName = new Map<string, ZipEntry>();
  private readonly unpacked = new Map<ZipEntry, Uint8Array>();

  /** @throws XlsxError when the bytes are no zip, or one that must not be trusted */
  constructor(
    readonly bytes: Uint8Array,
    limits: Limits,
  ) {
    if (bytes.length > limits.fileBytes) {
      const [allowed, found] = [limits.fileBytes, bytes.length];
      throw new XlsxError({ code: "zipBomb", limit: "fileBytes", allowed, found });
    }
    expectZip(bytes);
    this.directory = readZipDirectory(bytes, limits);
    for (const entry of this.directory.entries) this.byName.set(entry.name.toLowerCase(), entry);
  }

  entry(name: string): ZipEntry | undefined {
    return this.byName.get(name.toLowerCase());
  }

  has(name: string): boolean {
    return this.entry(name) !== undefined;
  }

  /** The unpacked bytes of a part, or undefined when there is none of that name. */
  part(name: string): Uint8Array | undefined {
    const entry = this.entry(name);
    if (entry === undefined) return undefined;
    let part = this.unpacked.get(entry);
    if (part === undefined) {
      part = unpackEntry(this.bytes, entry);
      this.unpacked.set(entry, part);
    }
    return part;
  }
}
