import type { PageLayout, SheetExtras, WorkbookExtras } from "../extras";

/** Excel's page set-up of a new sheet; margins in points (0.7 and 0.75 inch, 0.3 for header and footer). */
const NEW_PAGE_LAYOUT: PageLayout = {
  orientation: "Portrait",
  paperSize: "A4",
  zoom: { scale: 100 },
  centerHorizontally: false,
  centerVertically: false,
  margins: { top: 54, bottom: 54, left: 50.4, right: 50.4, header: 21.6, footer: 21.6 },
  printAreas: [],
};

export const blankExtras = (): WorkbookExtras => ({
  properties: {},
  customProperties: {},
  customXmlParts: {},
  settings: {},
  sheets: {},
});

/** The extras of a sheet, made as those of a new sheet where there are none yet. */
export function sheetExtrasOf(extras: WorkbookExtras, sheetId: string): SheetExtras {
  return (extras.sheets[sheetId] ??= { protection: null, pageLayout: structuredClone(NEW_PAGE_LAYOUT) });
}
