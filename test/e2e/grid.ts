import type { Page } from "playwright-core";
import { type Colours, coloursOf } from "./colours";

/** What a cell may hold, as the grid gives it. */
export type Value = string | number | boolean | null;

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

type Spot = Pick<Box, "x" | "y">;

/** Two clicks that are no further apart, in pixels, are a double click to the grid when they follow closely. */
const CLICK_TOLERANCE = 2;

const isSameSpot = (one: Spot, other: Spot): boolean =>
  Math.abs(one.x - other.x) <= CLICK_TOLERANCE && Math.abs(one.y - other.y) <= CLICK_TOLERANCE;

/** Height and width of the grid's own headers, in pixels: cells begin behind them. */
const HEADER = { width: 46, height: 20 };

/**
 * The spreadsheet of the workbench as a person uses it: cells are clicked where they are drawn, keys are pressed, colours
 * are looked at. Only reading values and finding where a cell is drawn go through the grid's own interface.
 * Addresses are of the active sheet, like "B5" or "B5:G27".
 */
export class GridDriver {
  readonly #page: Page;
  readonly #blank: Page;
  #lastSpot: Spot = { x: 0, y: 0 };

  /** `blank` is a page beside the workbench where pictures of it are looked at. */
  constructor(page: Page, blank: Page) {
    this.#page = page;
    this.#blank = blank;
  }

  /**
   * Clicks a cell once, after scrolling to it when it is out of sight. Resolves when the grid has taken the focus from the pane.
   */
  async select(address: string): Promise<void> {
    const { x, y } = this.#spotIn(await this.#boxInSight(address));
    await this.#page.mouse.click(x, y);
    await this.#page.waitForFunction(() => document.activeElement?.tagName !== "IFRAME");
  }

  /** Opens the menu that a right click on a cell brings. */
  async openCellMenu(address: string): Promise<void> {
    const { x, y, width, height } = await this.#boxInSight(address);
    await this.#page.mouse.click(x + width / 2, y + height / 2, { button: "right" });
  }

  /** Selects a cell, types into it and leaves it with Enter. Resolves when the grid holds what was typed. */
  async type(address: string, text: string): Promise<void> {
    await this.select(address);
    await this.#page.keyboard.type(text);
    await this.#page.keyboard.press("Enter");
    await this.settled();
  }

  /** Drags from the first to the last cell of a range. */
  async selectRange(address: string): Promise<void> {
    const [first = "", last = first] = address.split(":");
    const from = this.#spotIn(await this.#boxInSight(first));
    const to = await this.#box(last);
    await this.#page.mouse.move(from.x, from.y);
    await this.#page.mouse.down();
    await this.#page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 4 });
    await this.#page.mouse.up();
  }

  /** Selects a range and presses Delete. */
  async clear(address: string): Promise<void> {
    await this.selectRange(address);
    await this.#page.keyboard.press("Delete");
    await this.settled();
  }

  /** Pastes rows of texts at a cell, through the clipboard. */
  async paste(address: string, rows: readonly (readonly string[])[]): Promise<void> {
    await this.#page.evaluate(
      (text) => navigator.clipboard.writeText(text),
      rows.map((row) => row.join("\t")).join("\n"),
    );
    await this.select(address);
    await this.#page.keyboard.press("ControlOrMeta+v");
    await this.settled();
  }

  /** Undoes once, with the keyboard. The grid must have the focus: after `select` or `type` it has. */
  async undo(): Promise<void> {
    await this.#page.keyboard.press("ControlOrMeta+z");
    await this.settled();
  }

  async redo(): Promise<void> {
    await this.#page.keyboard.press("ControlOrMeta+y");
    await this.settled();
  }

  /** Shows a sheet by clicking its tab. */
  async openSheet(name: string): Promise<void> {
    await this.#page.locator(".grid").getByText(name, { exact: true }).click();
  }

  /** Values by row and column; formulas give their results. */
  read(address: string): Promise<Value[][]> {
    return this.#page.evaluate((range) => {
      const sheet = globalThis.workbench!.grid.api.getActiveWorkbook()!.getActiveSheet();
      return sheet
        .getRange(range)
        .getValues()
        .map((row) => row.map((value) => value ?? null));
    }, address);
  }

  async readCell(address: string): Promise<Value> {
    return (await this.read(address))[0]?.[0] ?? null;
  }

  sheetNames(): Promise<string[]> {
    return this.#page.evaluate(() =>
      globalThis
        .workbench!.grid.api.getActiveWorkbook()!
        .getSheets()
        .map((sheet) => sheet.getSheetName()),
    );
  }

  activeSheet(): Promise<string> {
    return this.#page.evaluate(() =>
      globalThis.workbench!.grid.api.getActiveWorkbook()!.getActiveSheet().getSheetName(),
    );
  }

  /** Address of the selected range, without the sheet's name. */
  selection(): Promise<string | null> {
    return this.#page.evaluate(
      () => globalThis.workbench!.grid.api.getActiveWorkbook()!.getActiveRange()?.getA1Notation() ?? null,
    );
  }

  /** The colours that a cell is drawn in: its fill, and all others (text, borders) with their share of the cell. */
  async pixel(address: string): Promise<Colours> {
    const { x, y, width, height } = await this.#boxInSight(address);
    const png = await this.#page.screenshot({ clip: { x: x + 1, y: y + 1, width: width - 1, height: height - 1 } });
    return coloursOf(png, this.#blank);
  }

  /** Resolves when what was entered is calculated and drawn. */
  async settled(): Promise<void> {
    await this.#page.evaluate(async () => {
      await globalThis.workbench!.grid.recalculation.settled();
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    });
  }

  /**
   * Where to press in a cell, which is another spot each time: a second click on the same one in quick succession would be a
   * double click, which opens the cell for editing. What is typed then is added to what stands there, and Ctrl+Z takes back
   * typing only.
   */
  #spotIn({ x, y, width, height }: Box): Spot {
    const spot = { x: x + width / 2, y: y + height / 2 };
    if (isSameSpot(spot, this.#lastSpot)) spot.x += 2 * CLICK_TOLERANCE;
    this.#lastSpot = spot;
    return spot;
  }

  async #boxInSight(address: string): Promise<Box> {
    const scrolled = await this.#page.evaluate((cell) => {
      const sheet = globalThis.workbench!.grid.api.getActiveWorkbook()!.getActiveSheet();
      const { row, column } = { row: sheet.getRange(cell).getRow(), column: sheet.getRange(cell).getColumn() };
      const seen = sheet.getVisibleRange();
      const inSight =
        seen && row >= seen.startRow && row < seen.endRow && column >= seen.startColumn && column < seen.endColumn;
      if (!inSight) sheet.scrollToCell(row, column);
      return !inSight;
    }, address);
    if (scrolled) await this.settled();
    return this.#box(address);
  }

  /** Where a cell is drawn, in pixels of the page. */
  async #box(address: string): Promise<Box> {
    return this.#page.evaluate(
      ({ cell, header }) => {
        const sheet = globalThis.workbench!.grid.api.getActiveWorkbook()!.getActiveSheet();
        const canvas = [...document.querySelectorAll(".grid canvas")]
          .map((element) => element.getBoundingClientRect())
          .reduce((largest, rect) => (rect.width * rect.height > largest.width * largest.height ? rect : largest));
        const { sheetViewStartRow, sheetViewStartColumn, offsetX, offsetY } = sheet.getScrollState();
        const start = sheet.getRange(sheetViewStartRow, sheetViewStartColumn).getCellRect();
        const rect = sheet.getRange(cell).getCellRect();
        const freeze = sheet.getFreeze();
        const isFrozenRow = sheet.getRange(cell).getRow() < freeze.startRow;
        const isFrozenColumn = sheet.getRange(cell).getColumn() < freeze.startColumn;
        return {
          x: canvas.x + rect.x - (isFrozenColumn ? 0 : start.x - header.width + offsetX),
          y: canvas.y + rect.y - (isFrozenRow ? 0 : start.y - header.height + offsetY),
          width: rect.width,
          height: rect.height,
        };
      },
      { cell: address.split(":")[0] ?? address, header: HEADER },
    );
  }
}
