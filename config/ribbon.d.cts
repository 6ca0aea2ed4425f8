import type { Ribbon } from "../src/workbench/page/ribbon";

/** What the manifest puts on the ribbon, into the menu of a cell and on keys. */
export function readRibbon(manifest: string, shortcuts: string): Ribbon;
