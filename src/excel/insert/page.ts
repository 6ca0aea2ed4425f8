import { areaAddress } from "../../tables/address";
import { boundingArea } from "../../tables/areas";
import { PAGE_MARGINS } from "../../tables/styles";
import type { Area } from "../../tables/table";
import { supports } from "../capabilities";

/** A4 portrait, as wide as the page; a single table also as long as the page. Nothing where Excel has no page layout. */
export function setUpPages(sheet: Excel.Worksheet, areas: readonly Area[]): void {
  const printed = boundingArea(areas);
  if (!printed || !supports("pageLayout")) return;
  const layout = sheet.pageLayout;
  layout.paperSize = "A4";
  layout.orientation = "Portrait";
  layout.zoom = areas.length === 1 ? { horizontalFitToPages: 1, verticalFitToPages: 1 } : { horizontalFitToPages: 1 };
  layout.centerHorizontally = true;
  layout.setPrintMargins("Centimeters", PAGE_MARGINS);
  layout.setPrintArea(areaAddress(printed));
}
