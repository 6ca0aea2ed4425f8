import type { IStyleBase, IStyleData } from "@univerjs/core";
import type { Colours } from "./colours";
import type { Formats } from "./read-styles";

const FONT_KEYS = ["ff", "fs", "bl", "it", "ul", "st", "cl", "va"] as const;

/** The font of a cell's format. */
export function fontOf(style: IStyleData): IStyleBase {
  return Object.fromEntries(
    FONT_KEYS.filter((key) => style[key] !== undefined && style[key] !== null).map((key) => [key, style[key]]),
  );
}

/** The grid's styles of a workbook: those that are used, each once. */
export class StyleTable {
  /** By id, for the snapshot. */
  readonly used: Record<string, IStyleData> = {};
  private readonly ids = new Map<string, string>();

  constructor(
    readonly formats: Formats,
    readonly colours: Colours,
  ) {}

  /** The format of cells that have none. */
  get standard(): IStyleData {
    return this.formats.cells[0]!.style;
  }

  fontOf(index: number): IStyleBase {
    return fontOf(this.styleAt(index));
  }

  isUnlocked(index: number): boolean {
    return this.formats.cells[index]?.isUnlocked ?? false;
  }

  styleAt(index: number): IStyleData {
    return this.formats.cells[index]?.style ?? this.standard;
  }

  /**
   * The id of the style that gives a cell its format over what stands below it. In a file a cell's format is complete; in
   * the grid it adds to those of the workbook, the row and the column: what they have and the cell has not is undone.
   * @param below the formats of the cell's row and column
   * @returns undefined when nothing is to be added
   */
  idOf(index: number, below: readonly IStyleData[]): string | undefined {
    const style: Record<string, unknown> = {};
    const own = this.styleAt(index) as Record<string, unknown>;
    const layers = [this.standard, ...below] as Record<string, unknown>[];
    for (const key of new Set([own, ...layers].flatMap((one) => Object.keys(one)))) {
      // A row or column whose format lacks what the standard has takes it away.
      const given = layers.slice(1).filter((layer) => layer[key] !== undefined || layers[0]![key] !== undefined);
      const wanted = JSON.stringify(own[key]);
      const shown = given.length > 0 ? given : layers.slice(0, 1);
      if (shown.some((layer) => JSON.stringify(layer[key]) !== wanted)) style[key] = own[key] ?? null;
    }
    if (Object.keys(style).length === 0) return undefined;
    const key = JSON.stringify(style);
    let id = this.ids.get(key);
    if (id === undefined) {
      id = `style-${this.ids.size + 1}`;
      this.ids.set(key, id);
      this.used[id] = style;
    }
    return id;
  }
}
