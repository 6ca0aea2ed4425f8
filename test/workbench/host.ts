import { type IStyleBase, IUniverInstanceService } from "@univerjs/core";
import { ConditionalFormattingService } from "@univerjs/sheets-conditional-formatting";
import type { WorkbookExtras } from "../../src/workbench/extras";
import { type Area, columnName, parseArea } from "../../src/workbench/office/addresses";
import { type ExcelValue, valueOf } from "../../src/workbench/office/cells/cell-value";
import { ExcelHost, type HostCounters } from "../../src/workbench/office/excel-host";
import { blankExtras } from "../../src/workbench/office/extras-access";
import { createHeadlessGrid } from "../../src/workbench/univer/headless";
import type { Grid } from "../../src/workbench/univer/open-univer";
import { openPane } from "./pane-window";
import { Person } from "./person";

export interface TestHostOptions {
  /** File name of the workbook, "工作簿1.xlsx" by default. */
  documentName?: string;
  /** What `getFileAsync` gives. */
  bytes?: Uint8Array;
}

export interface TestHost extends Pick<
  Person,
  | "type"
  | "paste"
  | "receive"
  | "clear"
  | "undo"
  | "redo"
  | "insertRows"
  | "deleteRows"
  | "insertColumns"
  | "deleteColumns"
  | "renameSheet"
  | "addSheet"
  | "copySheet"
  | "deleteSheet"
  | "activate"
  | "select"
  | "startEdit"
  | "endEdit"
> {
  readonly grid: Grid;
  readonly extras: WorkbookExtras;
  /** Batches that reached the host, with the actions and writes of each. */
  readonly counters: HostCounters;
  /** Workbooks that `Excel.createWorkbook` opened. */
  readonly opened: readonly Uint8Array[];
  /** Sheet names in order. */
  sheets(): string[];
  /** What stands in one cell, calculated: "" for a blank one. */
  value(sheet: string, address: string): ExcelValue;
  /** Cells of the area that a conditional format shows differently, and how: `{ D5: { bg: { rgb: "#FFC7CE" } } }`. */
  flags(sheet: string, address: string): Promise<Record<string, IStyleBase>>;
  /** Presses a ribbon button: runs what `Office.actions.associate` gave this id. */
  runCommand(actionId: string): Promise<void>;
  /** Presses the keys that are bound to this id. */
  pressShortcut(actionId: string): void;
  /** A person opens or closes the pane; the add-in runs all the same. */
  showPane(isShown: boolean): void;
  /** Whether the pane is in sight; at first it is not. */
  isPaneShown(): boolean;
  /** A person closes the workbook; Office.js goes on asking. */
  closeWorkbook(): void;
  /** Resolves when everything so far is calculated and every event has reached its handlers. */
  settled(): Promise<void>;
  dispose(): void;
}

/**
 * A fresh workbook with one empty sheet "Sheet1", and Microsoft's Office.js connected to it by the handshake of Excel on the
 * web: `Excel`, `Office` and `OfficeExtension` are global from then on and are this host's.
 */
export async function startHost(options: TestHostOptions = {}): Promise<TestHost> {
  const { documentName = "工作簿1.xlsx", bytes = new Uint8Array() } = options;
  const grid = createHeadlessGrid();
  const extras = blankExtras();
  const opened: Uint8Array[] = [];
  let isPaneShown = false;
  const defects: unknown[] = [];
  const host = new ExcelHost(
    grid,
    {
      extras: () => extras,
      documentName: () => documentName,
      save: () => Promise.resolve(bytes),
      isPaneShown: () => isPaneShown,
      showPane: (isShown) => {
        isPaneShown = isShown;
      },
      open: (workbook) => {
        opened.push(workbook);
        return Promise.resolve();
      },
    },
    (error) => defects.push(error),
  );
  const pane = await openPane(host);
  // the library ends its start with a batch of its own
  while (host.counters.batches === 0) await new Promise((resolve) => setTimeout(resolve, 0));
  host.counters.reset();
  const { book } = host.model;
  const settled = async (): Promise<void> => {
    await host.settled();
    // an event is delivered as a message: its handlers run one turn later, and may sync in turn
    for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setTimeout(resolve, 0));
    await host.settled();
    const [defect] = defects;
    if (defect !== undefined) throw new Error("The host failed.", { cause: defect });
  };
  const person = new Person(book, settled);
  const sheetIdOf = (name: string): string => {
    const sheet = book.workbook.getSheetBySheetName(name);
    if (!sheet) throw new Error(`There is no sheet "${name}".`);
    return sheet.getSheetId();
  };
  const own = {
    grid,
    extras,
    counters: host.counters,
    opened,
    sheets: () => book.workbook.getSheets().map((sheet) => sheet.getName()),
    value: (sheet: string, address: string) => {
      const { row, column } = areaOf(address);
      return valueOf(book.cell(sheetIdOf(sheet), row, column));
    },
    flags: async (sheet: string, address: string) => {
      const sheetId = sheetIdOf(sheet);
      const flagged = (): Record<string, IStyleBase> => {
        const found: Record<string, IStyleBase> = {};
        for (const { row, column } of cellsOf(areaOf(address))) {
          const composed = grid.injector
            .get(ConditionalFormattingService)
            .composeStyle(book.unitId, sheetId, row, column);
          const style = composed?.style;
          if (style && Object.keys(style).length > 0) found[`${columnName(column)}${row + 1}`] = style;
        }
        return found;
      };
      // looking for the first time starts the calculation of what is looked for
      flagged();
      await settled();
      return flagged();
    },
    runCommand: (actionId: string) => pane.channel.commands.run(actionId),
    pressShortcut: (actionId: string) => pane.channel.pressShortcut(actionId),
    isPaneShown: () => isPaneShown,
    showPane: (isShown: boolean) => {
      isPaneShown = isShown;
      pane.channel.visibilityChanged(isShown);
    },
    closeWorkbook: () => {
      grid.injector.get(IUniverInstanceService).disposeUnit(book.unitId);
    },
    settled,
    dispose: () => {
      pane.close();
      host.dispose();
      grid.dispose();
    },
  };
  return Object.assign(person, own);
}

function areaOf(address: string): Area {
  const area = parseArea(address);
  if (!area) throw new Error(`"${address}" is no address.`);
  return area;
}

function* cellsOf({ row: top, column: left, rows, columns }: Area): Generator<{ row: number; column: number }> {
  for (let row = top; row < top + rows; row++) {
    for (let column = left; column < left + columns; column++) yield { row, column };
  }
}
