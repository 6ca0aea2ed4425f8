import { zipSync, type Zippable } from "fflate";
import { damaged, XlsxError } from "../../xlsx/error";
import type { Limits } from "../../xlsx/limits";
import { scanXml } from "../../xlsx/xml";
import type { Zip } from "../../xlsx/zip";

const MEBIBYTE = 1024 * 1024;

/** A report in Word is some hundred kilobytes of XML; pictures, of which many have some, are not unpacked at all. */
export const DOCX_LIMITS: Limits = {
  fileBytes: 128 * MEBIBYTE,
  entries: 5_000,
  partBytes: 128 * MEBIBYTE,
  totalBytes: 512 * MEBIBYTE,
  ratio: 300,
  cells: 0,
};

/** The most XML that is converted: what comes of it takes some twenty times the memory. */
const MOST_XML = 16 * MEBIBYTE;

/** What is needed for the words of a document: no pictures, no fonts, nothing embedded. */
const NEEDED =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:[^/]+\.xml|_rels\/[^/]+\.rels)|customXml\/[^/]+\.xml)$/i;

const NOTHING = { open: () => undefined, close: () => undefined, text: () => undefined };

/**
 * The parts that hold words, each unpacked within the limits and seen through by our own reader: well-formed, without DOCTYPE,
 * entities of its own and absurd depth. The converter gets these only.
 */
function trustedParts(zip: Zip): Zippable {
  const parts: Zippable = {};
  let total = 0;
  for (const { name, size } of zip.directory.entries) {
    if (!NEEDED.test(name)) continue;
    total += size;
    if (total > MOST_XML) {
      throw new XlsxError({ code: "zipBomb", limit: "totalBytes", allowed: MOST_XML, found: total, part: name });
    }
    const part = zip.part(name)!;
    scanXml(name, part, NOTHING);
    parts[name] = [part, { level: 0 }];
  }
  return parts;
}

/**
 * The text and tables of an untrusted Word document as HTML, with merged cells as spans. Nothing is executed or fetched:
 * pictures and links to other files are left out.
 * @throws XlsxError for a package that is damaged, forbidden or larger than any report
 */
export async function readDocx(zip: Zip): Promise<string> {
  const parts = trustedParts(zip);
  // within the part that needs it: in the pane that is a worker, which comes whole or not at all
  const { default: mammoth } = await import(/* webpackMode: "eager" */ "mammoth");
  const bytes = zipSync(parts);
  // one of the two is looked at, depending on whether Node or a browser runs it
  const input = { buffer: bytes, arrayBuffer: bytes.buffer } as unknown as { arrayBuffer: ArrayBuffer };
  const convertImage = mammoth.images.imgElement(() => Promise.resolve({ src: "" }));
  try {
    const { value } = await mammoth.convertToHtml(input, { convertImage, externalFileAccess: false });
    return value;
  } catch (cause) {
    // well-formed parts that do not make a document
    throw damaged("root", "word/document.xml", cause instanceof Error ? cause.message : undefined, cause);
  }
}
