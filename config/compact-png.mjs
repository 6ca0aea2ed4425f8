// Makes a picture of a page small: at most 256 colours, which flat areas and grey text edges hardly need, packed as tightly as
// zlib can. Takes what a browser's screenshot is: 8 bits a channel, RGB or RGBA, not interlaced.
import { deflateSync, inflateSync, crc32 } from "node:zlib";

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
const COLOURS = 256;

function chunksOf(png) {
  const chunks = [];
  for (let at = SIGNATURE.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    chunks.push({ type: png.toString("latin1", at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
}

function chunk(type, data) {
  const bytes = Buffer.alloc(data.length + 12);
  bytes.writeUInt32BE(data.length, 0);
  bytes.write(type, 4, "latin1");
  data.copy(bytes, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, data.length + 8)), data.length + 8);
  return bytes;
}

function paeth(left, up, corner) {
  const [toLeft, toUp, toCorner] = [left, up, corner].map((value) => Math.abs(left + up - corner - value));
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

/** What each filter of PNG adds to a byte, from the bytes left, above, and left above. */
const FILTERS = [() => 0, (left) => left, (_left, up) => up, (left, up) => (left + up) >> 1, paeth];

/** The pixels as numbers 0xRRGGBB, row by row. */
function pixelsOf(chunks) {
  const header = chunks.find(({ type }) => type === "IHDR").data;
  const [width, height, channels] = [header.readUInt32BE(0), header.readUInt32BE(4), header[9] === 6 ? 4 : 3];
  const raw = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === "IDAT").map(({ data }) => data)));
  const stride = width * channels;
  const pixels = new Uint32Array(width * height);
  let above = Buffer.alloc(stride);
  for (let row = 0; row < height; row++) {
    const start = row * (stride + 1);
    const add = FILTERS[raw[start]];
    const line = raw.subarray(start + 1, start + 1 + stride);
    for (let at = 0; at < stride; at++) {
      const left = at < channels ? 0 : line[at - channels];
      const corner = at < channels ? 0 : above[at - channels];
      line[at] = (line[at] + add(left, above[at], corner)) & 255;
    }
    for (let x = 0; x < width; x++) pixels[row * width + x] = line.readUIntBE(x * channels, 3);
    above = line;
  }
  return { width, height, pixels };
}

const distance = (a, b) =>
  ((a >> 16) - (b >> 16)) ** 2 + (((a >> 8) & 255) - ((b >> 8) & 255)) ** 2 + ((a & 255) - (b & 255)) ** 2;

/** The commonest colours, and for every colour the nearest of them. */
function paletteOf(pixels) {
  const counts = new Map();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const colours = [...counts].sort((a, b) => b[1] - a[1]).map(([colour]) => colour);
  const palette = colours.slice(0, COLOURS);
  const index = new Map(palette.map((colour, at) => [colour, at]));
  for (const colour of colours.slice(COLOURS)) {
    let nearest = 0;
    for (let at = 1; at < palette.length; at++) {
      if (distance(colour, palette[at]) < distance(colour, palette[nearest])) nearest = at;
    }
    index.set(colour, nearest);
  }
  return { palette, index };
}

/**
 * @param {Buffer} png
 * @returns {Buffer} the same picture, smaller
 */
export function compactPng(png) {
  const { width, height, pixels } = pixelsOf(chunksOf(png));
  const { palette, index } = paletteOf(pixels);
  const rows = Buffer.alloc((width + 1) * height);
  pixels.forEach((pixel, at) => {
    const row = Math.floor(at / width);
    rows[at + row + 1] = index.get(pixel);
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // 8 bits, of a palette
  header.set([8, 3], 8);
  const colours = Buffer.alloc(palette.length * 3);
  palette.forEach((colour, at) => colours.writeUIntBE(colour, at * 3, 3));
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("PLTE", colours),
    chunk("IDAT", deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
