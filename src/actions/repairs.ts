import type { LastYear } from "../batch/units/last-year";
import { UNWATCHED } from "../excel/job";
import type { Repair } from "../repair/suspects";
import { writtenIn } from "../rules/cells";
import { changedCells } from "../rules/changed-cells";
import type { CheckOptions } from "../rules/check";
import { CROSS_RULES } from "../rules/cross/cross-catalogue";
import { BLANK, type FilledTable } from "../tables/filled";
import type { CellKey } from "../tables/table";
import type { findSuspects } from "./find-suspects";
import { whenIdle } from "./idle";
import type { AppState, PlacedTable } from "./state";
import type { Store } from "./store";
import type { TableRepair, TrustedCell } from "./table-repair";

/** Milliseconds after which the page gets its turn again. */
const SLICE = 8;
/** Milliseconds that a person who asked for a report waits for what is probably wrong. */
const LONGEST_WAIT = 3_000;

/** A table as it was worked on last. */
interface Done {
  table: PlacedTable;
  options: CheckOptions;
  trusted: readonly TrustedCell[];
  lastYear: FilledTable | null;
  /** Null when there was nothing to work out. */
  repair: Repair | null;
}

/** Whether something can be said about single cells: a table that nobody has begun to fill has no wrong ones. */
function isWorthwhile({ filled, check }: PlacedTable, { comparison }: AppState): boolean {
  const { numbers, section } = filled.placement.table;
  const { length } = numbers;
  return (
    (comparison?.check?.findings ?? []).some(({ rule }) => CROSS_RULES[rule].section === section) ||
    check.findings.some(({ kind }) => kind === "sum" || kind === "kind") ||
    (check.blanks.length > 0 && check.blanks.length < length)
  );
}

const isSameSet = (a: ReadonlySet<CellKey> = new Set(), b: ReadonlySet<CellKey> = new Set()): boolean =>
  a.size === b.size && [...a].every((key) => b.has(key));

const isSameTable = (a: FilledTable, b: FilledTable): boolean =>
  a.placement.table === b.placement.table && changedCells(a, b).length === 0 && isSameSet(a.computed, b.computed);

const inCell = ({ contents }: FilledTable, key: CellKey): string => writtenIn(contents[key] ?? BLANK);

const isSameTrust = (a: readonly TrustedCell[], b: readonly TrustedCell[]): boolean =>
  a.length === b.length && a.every(({ key }, index) => key === b[index]!.key);

/**
 * Works out which cells of broken tables are wrong: after the findings were shown, when the page has nothing else to do, once
 * for the same contents. What a person takes for right is kept here until it changes, whether the workbook can remember it or not.
 */
export class Repairs {
  readonly #store: Store;
  readonly #onError: (error: unknown) => void;
  /** By table id. */
  readonly #done = new Map<string, Done>();
  /** What was known at places where no table stands any more: it may have moved. */
  #left: readonly Done[] = [];
  #callOff: (() => void) | null = null;
  #lastYear: LastYear | null = null;

  constructor(store: Store, onError: (error: unknown) => void) {
    this.#store = store;
    this.#onError = onError;
  }

  /** The tables changed, or their checks did. What was to be worked out before is looked at anew. */
  update(): void {
    this.#callOff?.();
    this.#callOff = whenIdle(() => {
      this.#callOff = null;
      void this.#work().catch(this.#onError);
    });
  }

  /** What is wrong is looked at anew with last year's tables, where they are known. */
  setLastYear(lastYear: LastYear | null): void {
    this.#lastYear = lastYear;
    this.update();
  }

  /** What is known of the tables as they are now, worked out at once; of very many broken tables only as far as a person waits. */
  async settle({ signal, onProgress } = UNWATCHED): Promise<AppState["repairs"]> {
    this.dispose();
    const end = performance.now() + LONGEST_WAIT;
    const total = this.#open().length;
    let open = total;
    while (open > 0 && performance.now() < end && !signal.aborted) {
      onProgress({ step: "suspects", done: total - open, total });
      await this.#work();
      open = this.#open().length;
      // keys and clicks come in between
      if (open > 0) await turn();
    }
    if (open > 0) this.update();
    return this.#store.state.repairs;
  }

  dispose(): void {
    this.#callOff?.();
    this.#callOff = null;
  }

  /** Takes a cell for right as it stands. */
  trust(table: PlacedTable, key: CellKey): Promise<void> {
    const trusted = this.#trustedIn(table).filter((cell) => cell.key !== key);
    return this.#renewNow(table, [...trusted, { key, written: inCell(table.filled, key) }]);
  }

  distrust(table: PlacedTable, key: CellKey): Promise<void> {
    return this.#renewNow(
      table,
      this.#trustedIn(table).filter((cell) => cell.key !== key),
    );
  }

  async #renewNow(table: PlacedTable, trusted: readonly TrustedCell[]): Promise<void> {
    const find = await load();
    this.#renew(table, trusted, find);
    this.#publish();
  }

  /** Works on tables that changed. What does not fit into one slice waits for the next idle moment. */
  async #work(): Promise<void> {
    const find = this.#open().length > 0 ? await load() : null;
    // only now, since the tables may have changed while it was loaded
    this.#findLeft();
    const end = performance.now() + SLICE;
    for (const table of find ? this.#open() : []) {
      if (performance.now() >= end) {
        this.update();
        break;
      }
      try {
        this.#renew(table, this.#trustedIn(table), find!);
      } catch (error) {
        this.#onError(error);
      }
    }
    this.#publish();
  }

  #beforeOf(filled: FilledTable): FilledTable | null {
    return this.#lastYear?.tableOf(filled) ?? null;
  }

  /** Tables that changed since they were worked on. */
  #open(): PlacedTable[] {
    return this.#store.state.tables.filter(({ id, check, filled }) => {
      const done = this.#done.get(id);
      return done?.table.check !== check || done.table.filled !== filled || done.lastYear !== this.#beforeOf(filled);
    });
  }

  #renew(table: PlacedTable, trusted: readonly TrustedCell[], find: typeof findSuspects): void {
    const { options } = this.#store.state;
    const earlier = this.#earlier(table);
    const lastYear = this.#beforeOf(table.filled);
    const isKnown =
      earlier?.repair &&
      earlier.options.blankIsZero === options.blankIsZero &&
      isSameTable(earlier.table.filled, table.filled) &&
      isSameTrust(earlier.trusted, trusted) &&
      earlier.lastYear === lastYear;
    const done: Done = { table, options, trusted, lastYear, repair: isKnown ? earlier.repair : null };
    // kept before it is worked out: what fails once is not tried again for the same contents
    this.#done.set(table.id, done);
    if (!isKnown && isWorthwhile(table, this.#store.state))
      this.#done.set(table.id, { ...done, repair: find(table, trusted, lastYear) });
  }

  #findLeft(): void {
    const present = new Set(this.#store.state.tables.map(({ id }) => id));
    this.#left = [...this.#done.values()].filter(({ table }) => !present.has(table.id));
    for (const { table } of this.#left) this.#done.delete(table.id);
  }

  /** What is known of a table; of one that only moved, what was known at its earlier place. */
  #earlier({ id, worksheetId, filled }: PlacedTable): Done | undefined {
    return (
      this.#done.get(id) ??
      this.#left.find(({ table }) => table.worksheetId === worksheetId && isSameTable(table.filled, filled))
    );
  }

  /** What is still as it was when the person said that it is right; of a table that is new here, as the workbook remembers it. */
  #trustedIn(table: PlacedTable): readonly TrustedCell[] {
    const trusted = this.#earlier(table)?.trusted ?? this.#remembered(table.filled);
    return trusted.filter(({ key, written }) => inCell(table.filled, key) === written);
  }

  #remembered(filled: FilledTable): TrustedCell[] {
    const { confirmed } = this.#store.state.record;
    return confirmed.of(filled).map((key) => ({ key, written: inCell(filled, key) }));
  }

  #publish(): void {
    const { repairs } = this.#store.state;
    const next = new Map<string, TableRepair>();
    for (const [id, { table, repair, trusted }] of this.#done) {
      if (repair) next.set(id, known(repairs.get(id), { check: table.check, repair, trusted }));
    }
    const isSame = next.size === repairs.size && [...next].every(([id, repair]) => repairs.get(id) === repair);
    if (!isSame) this.#store.set({ repairs: next });
  }
}

/** The earlier one when it says the same, so that nothing is drawn again. */
function known(earlier: TableRepair | undefined, { check, repair, trusted }: TableRepair): TableRepair {
  const isSame = earlier?.check === check && earlier.repair === repair && isSameTrust(earlier.trusted, trusted);
  return isSame ? earlier : { check, repair, trusted };
}

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

const load = async (): Promise<typeof findSuspects> => (await import("./find-suspects")).findSuspects;
