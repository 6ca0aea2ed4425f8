import type { PageLayout } from "../extras";
import { attributesXml, escapeText, escapeXstring } from "../../xlsx/escape";
import { child, isTrue, type XmlElement } from "../../xlsx/xml";
import { inchesToPoints, pointsToInches } from "./units";

/** `Excel.PaperType` in the order of the file's numbers, from 1 on (ISO/IEC 29500-1, 18.3.1.63). */
const PAPERS = (
  "Letter LetterSmall Tabloid Ledger Legal Statement Executive A3 A4 A4Small A5 B4 B5 Folio Quatro Paper10x14 Paper11x17 " +
  "Note Envelope9 Envelope10 Envelope11 Envelope12 Envelope14 Csheet Dsheet Esheet EnvelopeDL EnvelopeC5 EnvelopeC3 " +
  "EnvelopeC4 EnvelopeC6 EnvelopeC65 EnvelopeB4 EnvelopeB5 EnvelopeB6 EnvelopeItaly EnvelopeMonarch EnvelopePersonal " +
  "FanfoldUS FanfoldStdGerman FanfoldLegalGerman"
).split(" ");

const HEADERS_FOOTERS = ["oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"];
/** Flags of `headerFooter`, kept beside the texts. */
const HEADER_FLAGS = ["differentOddEven", "differentFirst", "scaleWithDoc", "alignWithMargins"];
/** Excel's margins of a new sheet, in inches. */
const MARGINS = { left: 0.7, right: 0.7, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 };

/** What defined names say about printing. */
export interface PrintNames {
  areas: string[];
  titleRows?: string;
  titleColumns?: string;
}

/** How a sheet is printed. */
export function readPageLayout(rest: XmlElement, print: PrintNames): PageLayout {
  const set = child(rest, "pageSetup")?.attributes ?? {};
  const options = child(rest, "printOptions")?.attributes ?? {};
  const margins = child(rest, "pageMargins")?.attributes ?? {};
  const isFitted = isTrue(child(child(rest, "sheetPr"), "pageSetUpPr")?.attributes.fitToPage);
  const margin = (side: keyof typeof MARGINS): number => inchesToPoints(Number(margins[side] ?? MARGINS[side]));
  const headers = readHeaders(child(rest, "headerFooter"));
  return {
    orientation: set.orientation === "landscape" ? "Landscape" : "Portrait",
    paperSize: PAPERS[Number(set.paperSize ?? 0) - 1] ?? null,
    zoom: isFitted ? fittedZoom(set.fitToWidth, set.fitToHeight) : { scale: Number(set.scale ?? 100) },
    centerHorizontally: isTrue(options.horizontalCentered),
    centerVertically: isTrue(options.verticalCentered),
    margins: {
      top: margin("top"),
      bottom: margin("bottom"),
      left: margin("left"),
      right: margin("right"),
      header: margin("header"),
      footer: margin("footer"),
    },
    printAreas: print.areas,
    ...(print.titleRows === undefined ? {} : { printTitleRows: print.titleRows }),
    ...(print.titleColumns === undefined ? {} : { printTitleColumns: print.titleColumns }),
    ...(headers === null ? {} : { headersFooters: headers }),
  };
}

/** Absent is one page; 0 is as many as it takes. */
function fittedZoom(width = "1", height = "1"): PageLayout["zoom"] {
  return {
    ...(Number(width) > 0 ? { horizontalFitToPages: Number(width) } : {}),
    ...(Number(height) > 0 ? { verticalFitToPages: Number(height) } : {}),
  };
}

function readHeaders(element: XmlElement | undefined): Record<string, string> | null {
  if (element === undefined) return null;
  const texts = element.children
    .filter(({ name }) => HEADERS_FOOTERS.includes(name))
    .map(({ name, text }) => [name, text]);
  const flags = Object.entries(element.attributes).filter(([name]) => HEADER_FLAGS.includes(name));
  return Object.fromEntries([...texts, ...flags]) as Record<string, string>;
}

/** Whether the sheet's properties must say that pages are fitted. */
export function isFitted({ zoom }: PageLayout): boolean {
  return zoom.horizontalFitToPages !== undefined || zoom.verticalFitToPages !== undefined;
}

/** `printOptions`, `pageMargins`, `pageSetup` and `headerFooter` of a sheet. */
export function pageLayoutXml(layout: PageLayout): string {
  const { orientation, paperSize, zoom, centerHorizontally, centerVertically, margins, headersFooters } = layout;
  const inches = Object.fromEntries(
    (["left", "right", "top", "bottom", "header", "footer"] as const).map((side) => [
      side,
      pointsToInches(margins[side]),
    ]),
  );
  const options = attributesXml({
    horizontalCentered: centerHorizontally || undefined,
    verticalCentered: centerVertically || undefined,
  });
  const number = paperSize === null ? 0 : PAPERS.indexOf(paperSize) + 1;
  const scale = zoom.scale === undefined || zoom.scale === 100 || isFitted(layout) ? undefined : zoom.scale;
  const set = {
    paperSize: number > 0 ? number : undefined,
    scale,
    fitToWidth: isFitted(layout) ? (zoom.horizontalFitToPages ?? 0) : undefined,
    fitToHeight: isFitted(layout) ? (zoom.verticalFitToPages ?? 0) : undefined,
    orientation: orientation.toLowerCase(),
  };
  return [
    options === "" ? "" : `<printOptions${options}/>`,
    `<pageMargins${attributesXml(inches)}/>`,
    `<pageSetup${attributesXml(set)}/>`,
    headersFooters === undefined ? "" : headersXml(headersFooters),
  ].join("");
}

function headersXml(texts: Record<string, string>): string {
  const flags = attributesXml(Object.fromEntries(HEADER_FLAGS.map((name) => [name, texts[name]])));
  const inner = HEADERS_FOOTERS.filter((name) => texts[name] !== undefined).map(
    (name) => `<${name}>${escapeText(escapeXstring(texts[name]!))}</${name}>`,
  );
  return `<headerFooter${flags}>${inner.join("")}</headerFooter>`;
}
