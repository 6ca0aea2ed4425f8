/** What kind of file was found where an .xlsx was expected. */
export type FoundKind =
  "empty" | "xls" | "xlsb" | "ods" | "html" | "xml" | "text" | "pdf" | "compound" | "zip" | "unknown";

/** What is wrong with a damaged file. */
export type Damage =
  /** The file or one of its parts ends too early. */
  | "truncated"
  /** The directory of the zip contradicts itself or the entries. */
  | "zipDirectory"
  /** Two entries of the zip share bytes. */
  | "overlap"
  /** Two entries of the zip have one name. */
  | "duplicateName"
  /** The compressed bytes of a part do not decode. */
  | "compression"
  /** A part decodes to other bytes than were stored. */
  | "checksum"
  /** A part decodes to more or fewer bytes than it says. */
  | "size"
  /** A part is not text in the encoding that it names. */
  | "encoding"
  /** A part is not well-formed XML. */
  | "xml"
  /** A part is XML, but its root is not the element that belongs there. */
  | "root"
  /** A part links to what it must not, or two sheets share one part. */
  | "relationship"
  /** An address that no worksheet has. */
  | "cellReference"
  /** A cell points at a shared string that does not exist. */
  | "sharedString"
  /** A number cell that holds no number. */
  | "number";

/** What went wrong, as data: the words that a person reads are made from it elsewhere. */
export type XlsxProblem =
  | { code: "notAnXlsx"; found: FoundKind }
  | { code: "passwordProtected" }
  | { code: "damaged"; damage: Damage; part?: string; detail?: string }
  | {
      code: "zipBomb";
      /** Which limit was passed. */
      limit: "fileBytes" | "entries" | "partBytes" | "totalBytes" | "ratio";
      allowed: number;
      found: number;
      part?: string;
      /** The size that the zip's directory claims, when the real one is another. */
      declared?: number;
    }
  | { code: "missingPart"; part: string }
  | { code: "forbiddenXml"; part: string; construct: "doctype" | "entity" | "depth" }
  | { code: "tooManyCells"; sheet: string; allowed: number }
  | { code: "unsupportedZip"; feature: "encryption" | "multiDisk" | "method" | "zip64"; part?: string }
  | { code: "badChange"; reason: BadChange; detail: string };

/** Why a requested change cannot be made. */
export type BadChange =
  | "sheetName"
  | "sheetNotFound"
  | "sheetNotUnique"
  | "propertyName"
  | "propertyValue"
  | "customXml"
  | "cellReference"
  | "cellValue"
  | "hyperlink";

export type XlsxErrorCode = XlsxProblem["code"];

/** A file that cannot be read or changed. `problem` tells why; the message is for logs. */
export class XlsxError extends Error {
  override readonly name = "XlsxError";

  constructor(
    readonly problem: XlsxProblem,
    options?: ErrorOptions,
  ) {
    super(describe(problem), options);
  }

  get code(): XlsxErrorCode {
    return this.problem.code;
  }
}

/** A damaged file, or a damaged part of one. */
export function damaged(damage: Damage, part?: string, detail?: string, cause?: unknown): XlsxError {
  const problem: XlsxProblem = { code: "damaged", damage };
  if (part !== undefined) problem.part = part;
  if (detail !== undefined) problem.detail = detail;
  return new XlsxError(problem, cause === undefined ? undefined : { cause });
}

function describe({ code, ...details }: XlsxProblem): string {
  const said = Object.entries(details).map(([key, value]) => `${key}=${String(value)}`);
  return said.length === 0 ? code : `${code}: ${said.join(", ")}`;
}
