import { CellValueType, CustomRangeType, type ICustomRange, type IDocumentData } from "@univerjs/core";
import type { CellExtras } from "../../extras";
import { type Area, formatArea, formatSheetName, parseArea, parseReference } from "../addresses";
import { optional, record, text } from "../arguments";
import type { Book } from "../book";
import { valueOf } from "../cells/cell-value";
import { changeCells } from "../cells/write";
import { HostError } from "../host-error";

interface LinkProperties {
  url: string;
  screenTip?: string;
}

/** A link within the workbook, as the grid writes it: the sheet by its id, so that it survives renaming. */
const INTERNAL = /^#gid=([^&]*)&range=(.+)$/;

/** `Range.hyperlink` of the range's first cell, or null where it has none. */
export function hyperlinkOf(book: Book, sheetId: string, area: Area): Record<string, string> | null {
  const cell = book.cell(sheetId, area.row, area.column);
  const link = cell?.p?.body?.customRanges?.find(
    ({ rangeType }) => Number(rangeType) === Number(CustomRangeType.HYPERLINK),
  );
  // a cell without text has its link beside it
  const bare = (cell?.custom as CellExtras | null | undefined)?.link;
  const properties = (link?.properties as LinkProperties | undefined) ?? (bare === undefined ? null : { url: bare });
  if (!properties) return null;
  const { url, screenTip = "" } = properties;
  const textToDisplay = String(valueOf(cell));
  const [, linkedId, range = ""] = INTERNAL.exec(url) ?? [];
  if (linkedId === undefined) return { address: url, screenTip, textToDisplay };
  const sheet = book.workbook.getSheetBySheetId(linkedId);
  const documentReference = sheet ? `${formatSheetName(sheet.getName())}!${range}` : "#REF!";
  return { documentReference, screenTip, textToDisplay };
}

/** Makes every cell of the area a link: to an address, or to cells of the workbook. */
export function setHyperlink(book: Book, sheetId: string, area: Area, value: unknown): void {
  const given = record(value);
  const screenTip = optional(given["screenTip"], text, "");
  const reference = optional(given["documentReference"], text, "");
  const address = optional(given["address"], text, "");
  const url = reference === "" ? address : internalUrl(book, sheetId, reference);
  if (url === "") throw new HostError("InvalidArgument", "A hyperlink needs an address or a documentReference.");
  const display = optional(given["textToDisplay"], text, "");
  const properties: LinkProperties = screenTip === "" ? { url } : { url, screenTip };
  changeCells(book, sheetId, area, (cell) => {
    const shown = display || String(valueOf(cell)) || reference || address;
    return { p: linkDocument(shown, properties), v: shown, t: CellValueType.STRING, f: null, si: null };
  });
}

function internalUrl(book: Book, sheetId: string, reference: string): string {
  const { sheet, address } = parseReference(reference);
  const linked = sheet === null ? book.worksheet(sheetId) : book.workbook.getSheetBySheetName(sheet);
  const area = parseArea(address);
  if (!linked || !area) throw new HostError("InvalidArgument", `${reference} is no cell of the workbook.`);
  return `#gid=${linked.getSheetId()}&range=${formatArea(area)}`;
}

/** A cell's text as a document of which all is one link. */
function linkDocument(shown: string, properties: LinkProperties): IDocumentData {
  const link: ICustomRange = {
    rangeId: crypto.randomUUID(),
    rangeType: CustomRangeType.HYPERLINK,
    startIndex: 0,
    endIndex: shown.length - 1,
    properties: { ...properties },
  };
  return {
    id: "d",
    documentStyle: {},
    body: {
      dataStream: `${shown}\r\n`,
      paragraphs: [{ startIndex: shown.length }],
      sectionBreaks: [{ startIndex: shown.length + 1 }],
      customRanges: [link],
    },
  };
}
