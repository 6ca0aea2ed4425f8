import type { ExplanationBook } from "../../record/explanation-book";
import type { Seal } from "../../record/seal/seal";
import type { SealStatus } from "../../record/seal/seal-status";
import { compareSeal, isHint, type SealNote } from "../../record/seal/compare";
import { areAllLost, compareProperties, propertyText } from "../../record/seal/sealed-properties";
import { takeDown } from "../../record/seal/take-down";
import { RULE_SET_VERSION } from "../../rules/catalogue";
import type { CheckedTable, Summary } from "../../rules/workbook";
import type { FilledTable } from "../../tables/filled";
import { digestOf, digestOfExplanations } from "./digest";

export interface SealedCheck {
  tables: readonly CheckedTable[];
  summary: Summary;
  explanations: ExplanationBook;
  blankIsZero: boolean;
}

/** What a check of a workbook found, as a seal of that moment. */
export async function makeSeal(check: SealedCheck, time: Date): Promise<Seal> {
  const { tables, summary, explanations, blankIsZero } = check;
  const sealed = tables.map(({ filled }) => takeDown(filled));
  const { verdict, findings, blanks, undecided } = summary;
  return {
    at: `${time.toISOString().slice(0, 19)}Z`,
    rules: RULE_SET_VERSION,
    verdict,
    counts: { errors: findings.error, warnings: findings.warning, unexplained: summary.unexplained, blanks, undecided },
    blankIsZero,
    tables: sealed,
    digest: await digestOf(sealed),
    explanations: await digestOfExplanations(explanations.entries),
    properties: null,
  };
}

/** The seal with what is written of it among the document properties; those that are null are not there. */
export function withProperties(seal: Seal, properties: Readonly<Record<string, unknown>>): Seal {
  const written = Object.entries(properties).filter(([, value]) => value !== null);
  return { ...seal, properties: new Map(written.map(([name, value]) => [name, propertyText(value)])) };
}

/** The digest among the custom properties, as people see it. */
export const digestProperty = (digest: string): string => `SHA-256:${digest}`;

/** Undoes `digestProperty`; null for anything else. */
export function digestIn(property: unknown): string | null {
  return typeof property === "string"
    ? (/^SHA-256:([0-9a-f]{64})$/i.exec(property.trim())?.[1]?.toLowerCase() ?? null)
    : null;
}

/** What was found of a seal in a workbook: the part tells what stood in each cell, the property is what people see. */
export interface FoundSeal {
  seal: Seal | null;
  /** From `digestIn`. */
  digest: string | null;
}

/** Whether the seal says the same everywhere, and of itself. */
export async function isConsistent({ seal, digest }: FoundSeal): Promise<boolean> {
  if (!seal) return true;
  return (digest === null || digest === seal.digest) && (await digestOf(seal.tables)) === seal.digest;
}

/** Whether the explanations are others than those that the verdict rested on; nobody knows of seals of earlier versions. */
export async function areReexplained(seal: Seal, explanations: ExplanationBook): Promise<boolean> {
  return seal.explanations !== null && (await digestOfExplanations(explanations.entries)) !== seal.explanations;
}

/** What the document properties tell otherwise than the seal; that all of them are gone is another program's doing. */
export function notesOnProperties({ properties }: Seal, present: Readonly<Record<string, unknown>>): SealNote[] {
  if (!properties) return [];
  const changes = compareProperties(properties, present);
  return areAllLost(properties, changes) ? [{ kind: "propertiesLost" }] : changes;
}

/** How a workbook stands to its seal, by what is told of it. */
export function statusOf(seal: Seal, isReexplained: boolean, notes: readonly SealNote[]): SealStatus {
  const all: SealNote[] = isReexplained ? [{ kind: "explanations" }, ...notes] : [...notes];
  const hints = all.filter(isHint);
  const changes = all.filter((note) => !isHint(note));
  return changes.length === 0 ? { state: "unchanged", seal, hints } : { state: "changed", seal, changes, hints };
}

/**
 * How a workbook stands to its seal; null when there is none.
 * @param properties the custom document properties as they are
 */
export async function judgeSeal(
  found: FoundSeal,
  properties: Readonly<Record<string, unknown>>,
  tables: readonly FilledTable[],
  explanations: ExplanationBook,
): Promise<SealStatus | null> {
  const { seal, digest } = found;
  if (!seal && digest === null) return null;
  if (!(await isConsistent(found))) return { state: "broken" };
  if (!seal) {
    const isSame = (await digestOf(tables.map(takeDown))) === digest;
    return isSame ? { state: "unchanged", seal: null, hints: [] } : { state: "changedSomewhere" };
  }
  const notes = [...notesOnProperties(seal, properties), ...compareSeal(seal.tables, tables)];
  return statusOf(seal, await areReexplained(seal, explanations), notes);
}
