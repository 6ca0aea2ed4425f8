import type { ISheetNote } from "@univerjs/sheets-note";
import { formatAddress, parseAddress } from "../../xlsx/address";
import { attributesXml, escapeText, escapeXstring } from "../../xlsx/escape";
import type { Package } from "../../xlsx/package";
import { XML_HEAD } from "../../xlsx/patch/dialect";
import { StringItem } from "../../xlsx/shared-strings";
import { child, children, localName, parseXml, scanXml, type XmlElement } from "../../xlsx/xml";
import { MAIN } from "./package-writer";
import { placeKey } from "./read-cells";

/** A note as the grid keeps it. */
export type Note = ISheetNote;

/** The box of a note where the file says no size, in pixels: that of Excel's new notes. */
const BOX = { width: 160, height: 79 };
/** A box stands this many columns to the right of its cell. */
const ANCHOR = { columns: 1, left: 15, top: 10, columnPixels: 72, rowPixels: 19 };

/** The notes of a sheet: text from the comments part, size and whether it stays open from the drawing beside it. */
export function readNotes(parts: Package, sheet: string): Note[] {
  const [name] = parts.targets(sheet, "comments").filter((one) => parts.has(one));
  if (name === undefined) return [];
  const boxes = readBoxes(parts, sheet);
  const list = child(parseXml(name, parts.part(name)), "commentList");
  return children(list, "comment").flatMap((comment) => {
    const place = parseAddress(comment.attributes.ref ?? "");
    if (place === null) return [];
    const { row, column: col } = place;
    const box = boxes.get(placeKey(place));
    const note: Note = { id: `note-${formatAddress(place)}`, row, col, ...BOX, ...box?.size, note: textOf(comment) };
    return [{ ...note, show: box?.isShown ?? false }];
  });
}

function textOf(comment: XmlElement): string {
  const item = new StringItem();
  const walk = (element: XmlElement): void => {
    item.open(element.name, element.attributes);
    item.take(element.text);
    for (const one of element.children) walk(one);
    item.close(element.name);
  };
  for (const one of child(comment, "text")?.children ?? []) walk(one);
  return item.value.replaceAll("\r\n", "\n").replaceAll("\r", "\n");
}

interface Box {
  size: { width: number; height: number } | undefined;
  isShown: boolean;
}

/** VML is drawn by Excel alone and written by many: a drawing that does not parse is no reason to lose the notes' text. */
function readBoxes(parts: Package, sheet: string): Map<string, Box> {
  const boxes = new Map<string, Box>();
  for (const name of parts.targets(sheet, "vmlDrawing").filter((one) => parts.has(one))) {
    let style = "";
    let field: string | null = null;
    let fields: Record<string, string> = {};
    try {
      scanXml(name, parts.part(name), {
        open(tag, attributes) {
          field = localName(tag);
          if (field === "shape") [style, fields] = [attributes.style ?? "", {}];
          if (field === "Visible") fields.Visible = "";
        },
        text(text) {
          if (field !== null) fields[field] = (fields[field] ?? "") + text.trim();
        },
        close(tag) {
          field = null;
          if (localName(tag) !== "shape" || fields.Row === undefined || fields.Column === undefined) return;
          const key = placeKey({ row: Number(fields.Row), column: Number(fields.Column) });
          boxes.set(key, { size: sizeOf(style), isShown: fields.Visible !== undefined });
        },
      });
    } catch (error) {
      if (!(error instanceof Error) || error.name !== "XlsxError") throw error;
      return boxes;
    }
  }
  return boxes;
}

const UNITS: Readonly<Record<string, number>> = { pt: 96 / 72, px: 1, in: 96, cm: 96 / 2.54, mm: 96 / 25.4 };

function sizeOf(style: string): Box["size"] {
  const read = (name: string): number => {
    const [, value, unit = "px"] = new RegExp(`(?:^|;)\\s*${name}:\\s*([\\d.]+)(\\w*)`).exec(style) ?? [];
    return Math.round(Number(value) * (UNITS[unit || "px"] ?? 1));
  };
  const [width, height] = [read("width"), read("height")];
  return width > 0 && height > 0 ? { width, height } : undefined;
}

/** The comments part of a sheet. */
export function commentsXml(notes: readonly Note[]): string {
  const list = notes.map(({ row, col, note }) => {
    const text = escapeText(escapeXstring(note));
    const ref = formatAddress({ row, column: col });
    return `<comment ref="${ref}" authorId="0"><text><r><t xml:space="preserve">${text}</t></r></text></comment>`;
  });
  return `${XML_HEAD}<comments xmlns="${MAIN}"><authors><author/></authors><commentList>${list.join("")}</commentList></comments>`;
}

/** The drawing that gives every note its box: without it Excel shows none. */
export function notesDrawingXml(notes: readonly Note[]): string {
  const shapes = notes.map(({ row, col, width, height, show }, index) => {
    const { columns, left, top, columnPixels, rowPixels } = ANCHOR;
    const right = left + width;
    const bottom = top + height;
    const anchor = [
      col + columns,
      left,
      Math.max(0, row - 1),
      top,
      col + columns + Math.floor(right / columnPixels),
      right % columnPixels,
      Math.max(0, row - 1) + Math.floor(bottom / rowPixels),
      bottom % rowPixels,
    ];
    const style = `position:absolute;width:${(width * 72) / 96}pt;height:${(height * 72) / 96}pt;z-index:${index + 1};visibility:${show ? "visible" : "hidden"}`;
    const attributes = attributesXml({ id: `_x0000_s${1025 + index}`, type: "#_x0000_t202", style, fillcolor: "#ffffe1", "o:insetmode": "auto" }); // prettier-ignore
    return (
      `<v:shape${attributes}><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>` +
      `<v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>` +
      `<x:Anchor>${anchor.map(Math.round).join(", ")}</x:Anchor><x:AutoFill>False</x:AutoFill>` +
      `<x:Row>${row}</x:Row><x:Column>${col}</x:Column>${show ? "<x:Visible/>" : ""}</x:ClientData></v:shape>`
    );
  });
  return (
    `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">` +
    `<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>` +
    `<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>` +
    `<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${shapes.join("")}</xml>`
  );
}
