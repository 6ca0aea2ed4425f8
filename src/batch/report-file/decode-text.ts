import { startsWith } from "../../xlsx/identify";
import { ReportFileError } from "./error";

/** Byte order marks, longest first where one begins with another. */
const MARKS: readonly (readonly [encoding: string, mark: readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/** How far into a page its encoding is looked for, as in HTML itself, and some more for the comments that go before. */
const HEAD = 4096;
/** What names an encoding in a page. */
const NAMED = /(?:charset|encoding)\s*=\s*["']?\s*([a-z0-9_:.-]{2,40})/gi;
/** Signs in a thousand that may be damaged in a text that is read all the same: single bytes are lost on many ways. */
const TOLERANCE = 1 / 1000;
const REPLACEMENT = "\ufffd";

/** Every Chinese page that says gb2312 or gbk means what gb18030 contains. */
const LEGACY = "gb18030";

function tryDecode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // a name that the machine does not know, or bytes that do not fit: nothing else can go wrong here
    return null;
  }
}

/** The encodings that a page names for itself, in its order. */
function namedEncodings(bytes: Uint8Array): string[] {
  const head = String.fromCharCode(...bytes.subarray(0, HEAD));
  return [...head.matchAll(NAMED)].map((match) => match[1]!.toLowerCase());
}

/** What a Chinese report is written in: ASCII, Han, and the punctuation of both. */
const USUAL = /[\t\n\r -~\u00a0-\u00bf\u2010-\u2044\u3000-\u303f\u4e00-\u9fff\uff00-\uffee]/g;
const MOST_UNUSUAL = 0.1;

/** UTF-16 without a mark: zero bytes stand in text only there, and read the wrong way round it is a jumble of all scripts. */
function guessWide(bytes: Uint8Array): string | null {
  const head = bytes.subarray(0, HEAD);
  if (!head.includes(0)) return null;
  const isUsual = (encoding: string) => {
    const text = new TextDecoder(encoding).decode(head);
    return (text.match(USUAL)?.length ?? 0) >= text.length * (1 - MOST_UNUSUAL);
  };
  return ["utf-16le", "utf-16be"].find(isUsual) ?? null;
}

/** The text with damaged places replaced, when they are few. */
function decodeDamaged(bytes: Uint8Array, encoding: string): string | null {
  const text = new TextDecoder(encoding).decode(bytes);
  const damaged = text.split(REPLACEMENT).length - 1;
  return damaged <= text.length * TOLERANCE ? text : null;
}

/**
 * The text of a file whose encoding nobody tells: by its mark, as UTF-8 where every byte fits, by what the page says of
 * itself, as GB 18030. What a page says goes after UTF-8, since servers convert pages and leave the old words in them, while a
 * text that is no UTF-8 never reads as such by chance.
 * @throws ReportFileError for bytes that are no text in any of these
 */
export function decodeText(bytes: Uint8Array): string {
  const marked = MARKS.find(([, mark]) => startsWith(bytes, mark));
  const wide = marked ? null : guessWide(bytes);
  const certain = marked?.[0] ?? wide;
  const guesses = certain ? [certain] : ["utf-8", ...namedEncodings(bytes), LEGACY];
  for (const encoding of guesses) {
    const text = tryDecode(bytes, encoding);
    if (text !== null) return text;
  }
  for (const encoding of certain ? [certain] : ["utf-8", LEGACY]) {
    const text = decodeDamaged(bytes, encoding);
    if (text !== null) return text;
  }
  const isBinary = bytes.subarray(0, HEAD).includes(0);
  throw new ReportFileError({ code: "notAReport", found: isBinary ? "unknown" : "encoding" });
}
