import "@univerjs/sheets/facade";
import "@univerjs/engine-formula/facade";
import "@univerjs/sheets-formula/facade";
import "@univerjs/sheets-numfmt/facade";
import "@univerjs/sheets-data-validation/facade";
import "@univerjs/sheets-conditional-formatting/facade";
import "@univerjs/sheets-hyper-link/facade";
import "@univerjs/sheets-note/facade";
import { UniverDataValidationPlugin } from "@univerjs/data-validation";
import { UniverDocsPlugin } from "@univerjs/docs";
import { UniverFormulaEnginePlugin } from "@univerjs/engine-formula";
import { UniverSheetsPlugin } from "@univerjs/sheets";
import words from "@univerjs/sheets/locale/zh-CN";
import { UniverSheetsConditionalFormattingPlugin } from "@univerjs/sheets-conditional-formatting";
import { UniverSheetsDataValidationPlugin } from "@univerjs/sheets-data-validation";
import { UniverSheetsFormulaPlugin } from "@univerjs/sheets-formula";
import { UniverSheetsHyperLinkPlugin } from "@univerjs/sheets-hyper-link";
import { UniverSheetsNotePlugin } from "@univerjs/sheets-note";
import { UniverSheetsNumfmtPlugin } from "@univerjs/sheets-numfmt";
import { ConditionalFormatMoves } from "./conditional-format-moves";
import { type Grid, openUniver } from "./open-univer";

/** The same grid as in the page, without anything to look at: for tests and for Node. */
export function createHeadlessGrid(): Grid {
  const grid = openUniver(
    [
      UniverDocsPlugin,
      UniverFormulaEnginePlugin,
      UniverSheetsPlugin,
      UniverSheetsNumfmtPlugin,
      UniverSheetsFormulaPlugin,
      UniverDataValidationPlugin,
      UniverSheetsDataValidationPlugin,
      UniverSheetsConditionalFormattingPlugin,
      UniverSheetsHyperLinkPlugin,
      UniverSheetsNotePlugin,
    ],
    words,
  );
  const moves = new ConditionalFormatMoves(grid.injector);
  return {
    ...grid,
    dispose: () => {
      moves.dispose();
      grid.dispose();
    },
  };
}
