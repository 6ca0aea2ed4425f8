import { type ICommandInfo, ICommandService, type IDisposable, type Injector, type IRange } from "@univerjs/core";
import {
  adjustRangeOnMutation,
  InsertColMutation,
  InsertRowMutation,
  MoveColsMutation,
  MoveRangeMutation,
  MoveRowsMutation,
  RemoveColMutation,
  RemoveRowMutation,
} from "@univerjs/sheets";
import {
  type Area,
  fromGridRange,
  isOnSheet,
  isWholeColumns,
  isWholeRows,
  SHEET_COLUMNS,
  SHEET_ROWS,
  spanning,
  toGridRange,
} from "./addresses";
import { HostError } from "./host-error";

/** Cells that an add-in holds on to: they move when rows or columns are inserted or deleted before them. */
export class LiveArea {
  readonly sheetId: string;
  #area: Area | null;
  /** How many objects that outlive a batch refer to this area. */
  holders = 0;

  constructor(sheetId: string, area: Area) {
    this.sheetId = sheetId;
    this.#area = area;
  }

  /** Where the cells are now. Excel answers for deleted cells as for any reference to nothing. */
  get area(): Area {
    if (!this.#area) throw new HostError("InvalidReference", "Its cells were deleted.");
    return this.#area;
  }

  /** Whether the cells still exist. */
  get exists(): boolean {
    return this.#area !== null;
  }

  move(change: (area: Area) => Area | null): void {
    if (this.#area) this.#area = change(this.#area);
  }
}

interface StructureParams {
  unitId: string;
  subUnitId?: string;
  from?: { subUnitId: string };
  to?: { subUnitId: string };
}

const ROW_CHANGES = new Set<string>([InsertRowMutation.id, RemoveRowMutation.id, MoveRowsMutation.id]);
const COLUMN_CHANGES = new Set<string>([InsertColMutation.id, RemoveColMutation.id, MoveColsMutation.id]);
const CELL_MOVES = new Set<string>([MoveRangeMutation.id]);

/** All areas that are held, moved along with every change of a sheet's structure, by whomever it is made. */
export class LiveAreas {
  readonly #areas = new Set<LiveArea>();
  readonly #subscription: IDisposable;

  constructor(injector: Injector) {
    this.#subscription = injector.get(ICommandService).onCommandExecuted((command) => this.#follow(command));
  }

  track(sheetId: string, area: Area): LiveArea {
    const live = new LiveArea(sheetId, area);
    this.#areas.add(live);
    return live;
  }

  /** At the end of a batch: areas that nobody holds any longer are let go. */
  forgetUnheld(): void {
    for (const live of this.#areas) if (live.holders === 0) this.#areas.delete(live);
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#areas.clear();
  }

  #follow(command: Readonly<ICommandInfo>): void {
    const rows = ROW_CHANGES.has(command.id);
    const columns = COLUMN_CHANGES.has(command.id);
    if (!rows && !columns && !CELL_MOVES.has(command.id)) return;
    const params = command.params as StructureParams;
    if (params.from && params.from.subUnitId !== params.to?.subUnitId) return;
    const sheetId = params.subUnitId ?? params.from?.subUnitId;
    for (const live of this.#areas) {
      if (live.sheetId !== sheetId) continue;
      live.move((area) => {
        if ((rows && isWholeColumns(area)) || (columns && isWholeRows(area))) return area;
        const moved = adjustRangeOnMutation(toGridRange(area), command as Parameters<typeof adjustRangeOnMutation>[1]);
        return moved ? onSheet(moved) : null;
      });
    }
  }
}

/** Cells pushed over the edge of the sheet are gone. */
function onSheet(range: IRange): Area | null {
  const area = fromGridRange(range);
  if (isOnSheet(area)) return area;
  const cut = spanning(
    area.row,
    area.column,
    Math.min(range.endRow, SHEET_ROWS - 1),
    Math.min(range.endColumn, SHEET_COLUMNS - 1),
  );
  return isOnSheet(cut) ? cut : null;
}
