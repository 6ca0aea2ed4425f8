import { areaAddress } from "../../tables/address";
import type { Area } from "../../tables/table";
import { boundingArea } from "../areas";
import { supports } from "../capabilities";

/** As official documents are printed on A4. */
const MARGINS = { top: 2, bottom: 2, left: 1.5, right: 1.5, header: 0.8, footer: 0.8 };

/** A4 portrait, as wide as the page; a single table also as long as the page. Nothing where Excel has no page layout. */
export function setUpPages(sheet: Excel.Worksheet, areas: readonly Area[]): void {
  const printed = boundingArea(areas);
  if (!printed || !supports("pageLayout")) return;
  const layout = sheet.pageLayout;
  layout.paperSize = "A4";
  layout.orientation = "Portrait";
  layout.zoom = areas.length === 1 ? { horizontalFitToPages: 1, verticalFitToPages: 1 } : { horizontalFitToPages: 1 };
  layout.centerHorizontally = true;
  layout.setPrintMargins("Centimeters", MARGINS);
  layout.setPrintArea(areaAddress(printed));
}
