import { Deflate } from "fflate";
import { crc32 } from "./crc32";

/** Characters that are packed at a time. */
const CHUNK = 1 << 16;
/** Of 0 to 12: how much the packing itself may hold. The default packs a hundredth better in fifteen times the memory. */
const MEMORY = 4;

/** What a zip says of a part, and its packed bytes. */
export interface Packed {
  chunks: readonly Uint8Array[];
  /** Length of the packed bytes. */
  size: number;
  /** Length of the part. */
  length: number;
  crc: number;
}

/** A part that is packed while it is written: of what was written only its packed bytes are kept. */
export class PackedPart {
  readonly #encoder = new TextEncoder();
  readonly #chunks: Uint8Array[] = [];
  readonly #deflate = new Deflate({ mem: MEMORY }, (chunk) => this.#chunks.push(chunk));
  #waiting = "";
  #length = 0;
  #crc = 0;

  write(text: string): void {
    this.#waiting += text;
    if (this.#waiting.length >= CHUNK) this.#push(false);
  }

  /** Ends the part. */
  end(): Packed {
    this.#push(true);
    const size = this.#chunks.reduce((sum, { length }) => sum + length, 0);
    return { chunks: this.#chunks, size, length: this.#length, crc: this.#crc };
  }

  #push(isLast: boolean): void {
    const bytes = this.#encoder.encode(this.#waiting);
    this.#waiting = "";
    this.#length += bytes.length;
    this.#crc = crc32(bytes, this.#crc);
    this.#deflate.push(bytes, isLast);
  }
}
