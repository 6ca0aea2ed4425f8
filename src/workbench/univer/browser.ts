import { mergeLocales } from "@univerjs/core";
import { UniverSheetsConditionalFormattingPreset } from "@univerjs/preset-sheets-conditional-formatting";
import conditionalFormattingWords from "@univerjs/preset-sheets-conditional-formatting/locales/zh-CN";
import {
  AddRangeProtectionFromSheetBarCommand,
  AddRangeProtectionFromToolbarCommand,
  ChangeSheetProtectionFromSheetBarCommand,
  DeleteWorksheetProtectionFormSheetBarCommand,
  UniverSheetsCorePreset,
  ViewSheetPermissionFromSheetBarCommand,
} from "@univerjs/preset-sheets-core";
import coreWords from "@univerjs/preset-sheets-core/locales/zh-CN";
import { UniverSheetsDataValidationPreset } from "@univerjs/preset-sheets-data-validation";
import dataValidationWords from "@univerjs/preset-sheets-data-validation/locales/zh-CN";
import { UniverSheetsHyperLinkPreset } from "@univerjs/preset-sheets-hyper-link";
import hyperLinkWords from "@univerjs/preset-sheets-hyper-link/locales/zh-CN";
import { UniverSheetsNotePreset } from "@univerjs/preset-sheets-note";
import noteWords from "@univerjs/preset-sheets-note/locales/zh-CN";
import "@univerjs/preset-sheets-core/lib/index.css";
import "@univerjs/preset-sheets-conditional-formatting/lib/index.css";
import "@univerjs/preset-sheets-data-validation/lib/index.css";
import "@univerjs/preset-sheets-hyper-link/lib/index.css";
import "@univerjs/preset-sheets-note/lib/index.css";
import { flagMergedCells } from "./merged-flags";
import { type Grid, type PluginEntry, openUniver } from "./open-univer";
import { pasteTextAsExcel } from "./text-paste";
import { asExcelSays } from "./words";

/** What leads to the grid's own protection of ranges for each of several people, which is not Excel's and which no add-in sees. */
const FOREIGN_PROTECTION = [
  AddRangeProtectionFromToolbarCommand.id,
  AddRangeProtectionFromSheetBarCommand.id,
  ChangeSheetProtectionFromSheetBarCommand.id,
  DeleteWorksheetProtectionFormSheetBarCommand.id,
  ViewSheetPermissionFromSheetBarCommand.id,
  // the menu of a cell
  "sheet.contextMenu.permission",
];

/** Shows an editable spreadsheet with Chinese menus in `container`, which must have a size of its own. */
export function createGrid(container: HTMLElement): Grid {
  const presets = [
    UniverSheetsCorePreset({
      container,
      ribbonType: "collapsed",
      disableTextFormatAlert: true,
      menu: Object.fromEntries(FOREIGN_PROTECTION.map((id) => [id, { hidden: true }])),
    }),
    UniverSheetsDataValidationPreset(),
    UniverSheetsConditionalFormattingPreset(),
    UniverSheetsHyperLinkPreset(),
    UniverSheetsNotePreset(),
  ];
  const grid = openUniver(
    presets.flatMap((preset) => preset.plugins as PluginEntry[]),
    asExcelSays(mergeLocales(coreWords, dataValidationWords, conditionalFormattingWords, hyperLinkWords, noteWords)),
  );
  const additions = [pasteTextAsExcel(grid.injector), flagMergedCells(grid.injector)];
  return {
    ...grid,
    dispose: () => {
      for (const addition of additions) addition.dispose();
      grid.dispose();
    },
  };
}
