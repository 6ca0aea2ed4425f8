/** A file that the add-in gave to the browser to save. */
export interface Download {
  name: string;
  bytes: Promise<Uint8Array>;
}

/** Catches what is downloaded from now on; jsdom has neither blob addresses nor downloads. */
export function saveDownloads(): readonly Download[] {
  const saved: Download[] = [];
  const blobs = new Map<string, Blob>();
  URL.createObjectURL = (blob) => {
    const url = `blob:${blobs.size}`;
    blobs.set(url, blob as Blob);
    return url;
  };
  URL.revokeObjectURL = (url) => void blobs.delete(url);
  HTMLAnchorElement.prototype.click = function () {
    saved.push({ name: this.download, bytes: readBlob(blobs.get(this.href)!) });
  };
  return saved;
}

function readBlob(blob: Blob): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(new Uint8Array(reader.result as ArrayBuffer));
    reader.onerror = () => reject(reader.error ?? new Error("not read"));
    reader.readAsArrayBuffer(blob);
  });
}
