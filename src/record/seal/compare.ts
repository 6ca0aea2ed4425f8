import type { FilledTable } from "../../tables/filled";
import type { CellKey } from "../../tables/table";
import { codeOf, type HeldContent } from "../content";
import type { ObjectionsChange } from "./objections-since";
import type { TableIdentity } from "../subject";
import { matchTables } from "./match";
import type { SealedTable } from "./seal";
import type { PropertyChange } from "./sealed-properties";
import { takeDown } from "./take-down";

/** Something that is not as it was when it was sealed. */
export type SealChange =
  | CellChange
  | TitleChange
  | MissingTable
  | AddedTable
  | ExplanationsChange
  | ObjectionsChange
  | PropertyChange
  | UnitsChange;

/** Something that says nothing against the numbers, and that whoever relies on the seal should know. */
export type SealHint = ComputedHint | PropertiesLost;

/** What is told of a workbook beside its seal. */
export type SealNote = SealChange | SealHint;

export interface CellChange {
  kind: "cell";
  sealed: SealedTable;
  filled: FilledTable;
  key: CellKey;
  before: HeldContent;
  now: HeldContent;
}

/** The title above a table names another unit or year. */
export interface TitleChange {
  kind: "title";
  sealed: SealedTable;
  filled: FilledTable;
  now: TableIdentity;
}

/** A table that was sealed and is not there any more. */
export interface MissingTable {
  kind: "missing";
  sealed: SealedTable;
}

/** A table that was not there when the workbook was sealed. */
export interface AddedTable {
  kind: "added";
  filled: FilledTable;
}

/** Explanations were written, changed or lost: the verdict rested on others. */
export interface ExplanationsChange {
  kind: "explanations";
}

/** Formulas stand where numbers stood, and have the same results. */
export interface ComputedHint {
  kind: "computed";
  filled: FilledTable;
  keys: readonly CellKey[];
}

/** Nothing of the seal is left among the document properties. */
export interface PropertiesLost {
  kind: "propertiesLost";
}

const HINTS: ReadonlySet<SealNote["kind"]> = new Set<SealHint["kind"]>(["computed", "propertiesLost"]);
export const isHint = (note: SealNote): note is SealHint => HINTS.has(note.kind);

function computedSince(sealed: SealedTable, filled: FilledTable, changed: readonly CellChange[]): ComputedHint[] {
  const { computed } = sealed;
  if (!computed) return [];
  const differ = new Set(changed.map(({ key }) => key));
  const isNew = (key: CellKey) => sealed.cells.has(key) && !computed.has(key) && !differ.has(key);
  const keys = [...(filled.computed ?? [])].filter(isNew);
  return keys.length === 0 ? [] : [{ kind: "computed", filled, keys }];
}

/** A sum lists other units than those that were added up. */
export interface UnitsChange {
  kind: "units";
  missing: readonly string[];
  added: readonly string[];
}

export function compareUnits(sealed: readonly string[], now: readonly string[]): UnitsChange[] {
  const [before, after] = [new Set(sealed), new Set(now)];
  const missing = sealed.filter((unit) => !after.has(unit));
  const added = now.filter((unit) => !before.has(unit));
  return missing.length + added.length === 0 ? [] : [{ kind: "units", missing, added }];
}

/** What differs between a sealed table and the same table now. */
export function compareTable(sealed: SealedTable, filled: FilledTable): SealNote[] {
  const now = takeDown(filled);
  const keys = new Set([...sealed.cells.keys(), ...now.cells.keys()]);
  const changes = [...keys].flatMap((key): CellChange[] => {
    const [before, after] = [sealed.cells.get(key) ?? null, now.cells.get(key) ?? null];
    return codeOf(before) === codeOf(after) ? [] : [{ kind: "cell", sealed, filled, key, before, now: after }];
  });
  const isRetitled = now.unit !== sealed.unit || now.year !== sealed.year;
  const title: TitleChange[] = isRetitled ? [{ kind: "title", sealed, filled, now }] : [];
  return [...title, ...changes, ...computedSince(sealed, filled, changes)];
}

/** Everything that is not as it was when it was sealed; nothing when all is. */
export function compareSeal(seal: readonly SealedTable[], tables: readonly FilledTable[]): SealNote[] {
  const { pairs, missing, added } = matchTables(seal, tables);
  return [
    ...pairs.flatMap(({ sealed, filled }) => compareTable(sealed, filled)),
    ...missing.map((sealed): MissingTable => ({ kind: "missing", sealed })),
    ...added.map((filled): AddedTable => ({ kind: "added", filled })),
  ];
}
