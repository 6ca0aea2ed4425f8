/** Handles of copies of the document that a pane reads slice by slice (`getFileAsync`). */
export class DocumentFiles {
  readonly #files = new Map<number, { bytes: Uint8Array; sliceSize: number }>();
  #last = 0;

  open(bytes: Uint8Array, sliceSize: number): number {
    this.#files.set(++this.#last, { bytes, sliceSize });
    return this.#last;
  }

  /** The bytes of a slice, or null for a handle that was closed or a slice beyond the end. */
  slice(handle: number, index: number): Uint8Array | null {
    const file = this.#files.get(handle);
    const start = index * (file?.sliceSize ?? 0);
    if (!file || index < 0 || (start >= file.bytes.length && start > 0)) return null;
    return file.bytes.slice(start, start + file.sliceSize);
  }

  close(handle: number): void {
    this.#files.delete(handle);
  }
}
