import type { FoundSeal } from "../batch/record-part/seal";
import { changeRecord, type RawRecord } from "../excel/record";
import type { ConfirmedCells } from "../record/confirmed-cells";
import type { ExplanationBook } from "../record/explanation-book";
import { EMPTY_RECORD, RecordError, type RecordProblem, type WorkbookRecord } from "../record/record";
import type { SealNote } from "../record/seal/compare";
import type { Seal } from "../record/seal/seal";
import type { SealStatus } from "../record/seal/seal-status";
import type { SealWatch } from "../record/seal/seal-watch";
import { RecordUnreadableError } from "./errors";
import type { Grid } from "../tables/grid";
import type { PlacedTable, RecordState } from "./state";
import type { Store } from "./store";

/** What was found of a seal, with what is needed to compare it again and again. */
type KnownSeal = {
  found: FoundSeal;
  watch: SealWatch | null;
  isBroken: boolean;
  /** What the document properties tell otherwise. */
  inProperties: readonly SealNote[];
} | null;

const NOTHING: RawRecord = { parts: [], properties: {} };

/** Loaded when first needed: most workbooks remember nothing, and most sessions explain nothing. */
const loadParts = async () => {
  const [{ readParts }, { writePart }] = await Promise.all([
    import("../batch/record-part/read-parts"),
    import("../batch/record-part/write-part"),
  ]);
  return { readParts, writePart };
};
const loadSeals = async () => {
  const [seals, { SealWatch }] = await Promise.all([
    import("../batch/record-part/seal"),
    import("../record/seal/seal-watch"),
  ]);
  return { ...seals, SealWatch };
};

/** Keeps what the workbook remembers besides its cells: explanations, confirmed cells, and the seal of an earlier check. */
export class RecordDesk {
  readonly #store: Store;
  /** Name of the custom property that has the digest. */
  readonly #digestName: () => string;
  #parts: readonly string[] = [];
  #seal: KnownSeal = null;
  #tables: readonly PlacedTable[] | null = null;
  /** What these explanations tell otherwise than was sealed. */
  #compared: { seal: Seal; book: ExplanationBook; notes: readonly SealNote[] } | null = null;

  constructor(store: Store, digestName: () => string) {
    this.#store = store;
    this.#digestName = digestName;
  }

  /** The part as it was read last, null when there is none; undefined when it cannot be read and must stay as it is. */
  get part(): string | null | undefined {
    return this.#store.state.record.problem === null ? (this.#parts[0] ?? null) : undefined;
  }

  /** Takes over what a reading of the workbook found, or why nothing can be read. */
  async take(found: RawRecord | RecordProblem): Promise<ExplanationBook> {
    const raw = typeof found === "string" ? NOTHING : found;
    const { record, problem } =
      typeof found === "string" ? { record: EMPTY_RECORD, problem: found } : await readRaw(raw);
    this.#parts = raw.parts;
    this.#seal = await this.#knowSeal(raw, record);
    const lost = raw.parts.length > 0 ? [] : this.#store.state.record.lost;
    this.#set({ explanations: record.explanations, confirmed: record.confirmed, problem, lost });
    await this.#judgeSeal();
    return record.explanations;
  }

  /** Keeps the explanations that the report sheet shows while the workbook itself remembers nothing. */
  async takeReport(grid: Grid): Promise<void> {
    const { problem } = this.#store.state.record;
    if (this.#parts.length > 0 || problem !== null) return;
    const { readPrinted } = await import("../record/printed");
    const lost = readPrinted(grid);
    if (lost.length > 0) this.#set({ lost });
  }

  /** Compares the tables as they are now with the seal. */
  async show(tables: readonly PlacedTable[]): Promise<void> {
    this.#tables = tables;
    await this.#judgeSeal();
  }

  /**
   * Changes the explanations in the workbook, as they stand there now.
   * @throws RecordUnreadableError, ExcelError
   */
  async change(change: (book: ExplanationBook) => ExplanationBook): Promise<ExplanationBook> {
    const { explanations } = await this.#write((record) => ({ ...record, explanations: change(record.explanations) }));
    return explanations;
  }

  /**
   * Changes which cells are confirmed, likewise.
   * @throws RecordUnreadableError, ExcelError
   */
  async confirm(change: (confirmed: ConfirmedCells) => ConfirmedCells): Promise<void> {
    await this.#write((record) => ({ ...record, confirmed: change(record.confirmed) }));
  }

  async #write(change: (record: WorkbookRecord) => WorkbookRecord): Promise<WorkbookRecord> {
    const { readParts, writePart } = await loadParts();
    let changed = EMPTY_RECORD;
    await changeRecord(({ parts }) => {
      changed = change(orUnreadable(() => readParts(parts)));
      const xml = writePart(parts[0] ?? null, changed);
      this.#parts = [xml];
      return xml;
    });
    const { explanations, confirmed } = changed;
    const kept = new Set(explanations.entries.map(({ text }) => text));
    const lost = this.#store.state.record.lost.filter(({ explanation }) => !kept.has(explanation.text));
    this.#set({ explanations, confirmed, problem: null, lost });
    await this.#judgeSeal();
    return changed;
  }

  #set(change: Partial<RecordState>): void {
    this.#store.set({ record: { ...this.#store.state.record, ...change } });
  }

  async #knowSeal(raw: RawRecord, { seal }: WorkbookRecord): Promise<KnownSeal> {
    const property = raw.properties[this.#digestName()];
    if (!seal && property === undefined) return null;
    const { digestIn, isConsistent, notesOnProperties, SealWatch } = await loadSeals();
    const found = { seal, digest: digestIn(property) };
    if (!seal && found.digest === null) return null;
    const inProperties = seal ? notesOnProperties(seal, raw.properties) : [];
    return { found, watch: seal && new SealWatch(seal.tables), isBroken: !(await isConsistent(found)), inProperties };
  }

  /** Only once the tables are known. */
  async #judgeSeal(): Promise<void> {
    const known = this.#seal;
    const tables = this.#tables;
    if (!tables || (!known && !this.#store.state.record.seal)) return;
    const seal = known && (await this.#statusOf(known, tables));
    // others may have come while the digest was taken
    if (known === this.#seal && tables === this.#tables) this.#set({ seal });
  }

  async #statusOf(
    { found, watch, isBroken, inProperties }: NonNullable<KnownSeal>,
    tables: readonly PlacedTable[],
  ): Promise<SealStatus | null> {
    if (isBroken) return { state: "broken" };
    const { seal } = found;
    const { explanations } = this.#store.state.record;
    const { judgeSeal, notesOnExplanations, statusOf } = await loadSeals();
    if (!seal || !watch) {
      const filled = tables.map((table) => table.filled);
      return judgeSeal(found, { tables: filled, explanations, properties: {}, units: null });
    }
    // a digest for each key that a person presses would be one too many
    if (this.#compared?.seal !== seal || this.#compared.book !== explanations)
      this.#compared = { seal, book: explanations, notes: await notesOnExplanations(seal, explanations) };
    return statusOf(seal, [...this.#compared.notes, ...inProperties, ...watch.notes(tables)]);
  }
}

async function readRaw(raw: RawRecord): Promise<{ record: WorkbookRecord; problem: RecordProblem | null }> {
  if (raw.parts.length === 0) return { record: EMPTY_RECORD, problem: null };
  const { readParts } = await loadParts();
  try {
    return { record: readParts(raw.parts), problem: null };
  } catch (error) {
    if (error instanceof RecordError) return { record: EMPTY_RECORD, problem: error.problem };
    throw error;
  }
}

function orUnreadable<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof RecordError) throw new RecordUnreadableError(error);
    throw error;
  }
}
