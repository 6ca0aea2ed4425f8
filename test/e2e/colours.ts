import type { Page } from "playwright-core";

/** Colours as "#rrggbb". */
export interface Colours {
  /** The colour of most pixels. */
  fill: string;
  /** Every colour with its share of the pixels, 0 to 1, the most frequent first. */
  shares: readonly (readonly [colour: string, share: number])[];
}

/** Counts the colours of a picture. The browser itself reads it, on `blank`: a page that is used for nothing else. */
export async function coloursOf(png: Buffer, blank: Page): Promise<Colours> {
  const shares = await blank.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const context = new OffscreenCanvas(picture.width, picture.height).getContext("2d")!;
    context.drawImage(picture, 0, 0);
    const { data } = context.getImageData(0, 0, picture.width, picture.height);
    const counts = new Map<string, number>();
    for (let at = 0; at < data.length; at += 4) {
      const colour = [...data.subarray(at, at + 3)].map((part) => part.toString(16).padStart(2, "0")).join("");
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
    const pixels = data.length / 4;
    return [...counts].sort((a, b) => b[1] - a[1]).map(([colour, count]) => [`#${colour}`, count / pixels] as const);
  }, png.toString("base64"));
  return { fill: shares[0]?.[0] ?? "", shares };
}
