import {
  CustomRangeType,
  type IDocumentBody,
  type IDocumentData,
  type IStyleBase,
  type ITextRun,
  type Nullable,
} from "@univerjs/core";
import { escapeText, escapeXstring } from "../../xlsx/escape";
import { trimXmlSpace } from "../../xlsx/shared-strings";
import { child, unescapeXstring, type XmlElement } from "../../xlsx/xml";
import type { Colours } from "./colours";
import { readFont } from "./read-styles";
import { fontXml } from "./write-styles";

/** Every document of the grid ends with a paragraph and a section. */
const END = "\r\n";
const HYPERLINK: number = CustomRangeType.HYPERLINK;

/** Where the link of a whole cell leads, as the grid writes it: a URL, or `#gid=SHEET&range=A1` within the workbook. */
export type LinkUrl = string;

/** A stretch of text in one font. */
interface Run {
  text: string;
  style: IStyleBase;
}

/** The document of a cell whose text has several fonts, or a link. */
export function makeDocument(
  id: string,
  runs: readonly Run[],
  link: { id: string; url: LinkUrl } | null,
): IDocumentData {
  // In a document every line is a paragraph.
  const text = runs.map((run) => run.text).join("").replaceAll("\r\n", "\n").replaceAll("\n", "\r"); // prettier-ignore
  const body: IDocumentBody = { dataStream: `${text}${END}`, paragraphs: [], sectionBreaks: [], textRuns: [] };
  for (let at = 0; at < text.length + 1; at++) {
    if (body.dataStream[at] === "\r") body.paragraphs!.push({ startIndex: at });
  }
  body.sectionBreaks!.push({ startIndex: text.length + 1 });
  let at = 0;
  for (const { text: own, style } of runs) {
    const length = own.replaceAll("\r\n", "\n").length;
    if (length > 0 && Object.keys(style).length > 0) body.textRuns!.push({ st: at, ed: at + length, ts: style });
    at += length;
  }
  if (link !== null && text.length > 0) {
    body.customRanges = [
      {
        startIndex: 0,
        endIndex: text.length - 1,
        rangeId: link.id,
        rangeType: CustomRangeType.HYPERLINK,
        properties: { url: link.url },
      },
    ];
  }
  return { id, body, documentStyle: {} };
}

/** The runs of a shared or inline string with several fonts. */
export function readRuns(item: XmlElement, colours: Colours): Run[] {
  return item.children
    .filter(({ name }) => name === "r" || name === "t")
    .map((run) => {
      const t = run.name === "t" ? run : child(run, "t");
      const kept = t?.attributes["xml:space"] === "preserve" ? t.text : trimXmlSpace(t?.text ?? "");
      return { text: unescapeXstring(kept), style: readFont(child(run, "rPr"), colours) };
    });
}

/** The plain text of a cell's document, with line feeds between its lines. */
export function plainText(document: IDocumentData): string {
  const stream = document.body?.dataStream ?? "";
  const text = stream.endsWith(END) ? stream.slice(0, -END.length) : stream;
  return text.replaceAll("\r", "\n");
}

/** The link of a cell's document: the first there is, since a cell of a file has one only. */
export function linkOf(document: Nullable<IDocumentData>): LinkUrl | undefined {
  const range = document?.body?.customRanges?.find(({ rangeType }) => rangeType === HYPERLINK);
  const url: unknown = range?.properties?.url;
  return typeof url === "string" && url !== "" ? url : undefined;
}

/**
 * The content of a string item: plain, or in runs where the text's document has several fonts.
 * @param font the cell's own
 */
export function stringXml(text: string, document: Nullable<IDocumentData>, font: IStyleBase): string {
  const runs = splitRuns(text, document?.body?.textRuns ?? []);
  const t = (part: string): string => `<t xml:space="preserve">${escapeText(escapeXstring(part))}</t>`;
  // One run in the cell's own font from end to end is no rich text.
  if (runs.length === 0 || (runs.length === 1 && isSame(runs[0]!.style, font))) return t(text);
  const { ff, fs } = font;
  return runs
    .map(({ text: part, style }) => {
      const own = Object.keys(style).length === 0 ? font : { ...(ff ? { ff } : {}), ...(fs ? { fs } : {}), ...style };
      return `<r>${fontXml(own, "run")}${t(part)}</r>`;
    })
    .join("");
}

function isSame(style: IStyleBase, font: IStyleBase): boolean {
  const own = font as Record<string, unknown>;
  return Object.entries(style).every(([key, value]) => JSON.stringify(own[key]) === JSON.stringify(value));
}

/** The text cut where its font changes; nothing when it has one font from end to end that is the cell's. */
function splitRuns(text: string, textRuns: readonly ITextRun[]): Run[] {
  const styled = textRuns.filter(({ ts, st, ed }) => ts && Object.keys(ts).length > 0 && ed > st && st < text.length);
  if (styled.length === 0) return [];
  const runs: Run[] = [];
  let at = 0;
  for (const { st, ed, ts } of [...styled].sort((a, b) => a.st - b.st)) {
    if (st > at) runs.push({ text: text.slice(at, st), style: {} });
    const from = Math.max(at, st);
    if (ed > from) runs.push({ text: text.slice(from, ed), style: ts ?? {} });
    at = Math.max(at, ed);
  }
  if (at < text.length) runs.push({ text: text.slice(at), style: {} });
  return runs.filter((run) => run.text !== "");
}
