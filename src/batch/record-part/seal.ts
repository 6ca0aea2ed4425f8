import type { ExplanationBook } from "../../record/explanation-book";
import type { Seal } from "../../record/seal/seal";
import type { SealStatus } from "../../record/seal/seal-status";
import { compareSeal, compareUnits, isHint, type SealNote } from "../../record/seal/compare";
import { areAllLost, compareProperties, propertyText } from "../../record/seal/sealed-properties";
import { objectionsSince } from "../../record/seal/objections-since";
import { takeDown } from "../../record/seal/take-down";
import { RULE_SET_VERSION } from "../../rules/catalogue";
import type { CheckedTable, Summary } from "../../rules/workbook";
import type { FilledTable } from "../../tables/filled";
import { digestOf, digestOfExplanations, digestOfObjections } from "./digest";

export interface SealedCheck {
  tables: readonly CheckedTable[];
  summary: Summary;
  explanations: ExplanationBook;
  blankIsZero: boolean;
  /** Of a sum: the units that were added up. */
  units?: readonly string[] | null;
}

/** What a check of a workbook found, as a seal of that moment. */
export async function makeSeal(check: SealedCheck, time: Date): Promise<Seal> {
  const { tables, summary, explanations, blankIsZero, units = null } = check;
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
    objections: await digestOfObjections(explanations.entries),
    properties: null,
    units,
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

/** Whether explanations are others than those that were sealed; null when the seal, of an earlier version, does not know. */
const areOthers = (sealed: string | null, now: string): boolean | null => (sealed === null ? null : sealed !== now);

/** What the explanations that the verdict rested on, and what supervisors say of them, tell otherwise than the seal. */
export async function notesOnExplanations(seal: Seal, { entries }: ExplanationBook): Promise<SealNote[]> {
  const [explanations, objections] = await Promise.all([digestOfExplanations(entries), digestOfObjections(entries)]);
  const since = objectionsSince(seal, entries, areOthers(seal.objections, objections));
  return [
    ...(areOthers(seal.explanations, explanations) ? [{ kind: "explanations" } as const] : []),
    ...(since ? [since] : []),
  ];
}

/** What the document properties tell otherwise than the seal; that all of them are gone is another program's doing. */
export function notesOnProperties({ properties }: Seal, present: Readonly<Record<string, unknown>>): SealNote[] {
  if (!properties) return [];
  const changes = compareProperties(properties, present);
  return areAllLost(properties, changes) ? [{ kind: "propertiesLost" }] : changes;
}

/** How a workbook stands to its seal, by what is told of it. */
export function statusOf(seal: Seal, notes: readonly SealNote[]): SealStatus {
  const hints = notes.filter(isHint);
  const changes = notes.filter((note) => !isHint(note));
  return changes.length === 0 ? { state: "unchanged", seal, hints } : { state: "changed", seal, changes, hints };
}

/** A workbook as it is now. */
export interface Present {
  tables: readonly FilledTable[];
  explanations: ExplanationBook;
  /** Its custom document properties. */
  properties: Readonly<Record<string, unknown>>;
  /** The units that a sum lists; null for what lists none. */
  units: readonly string[] | null;
}

/** How a workbook stands to its seal; null when there is none. */
export async function judgeSeal(
  found: FoundSeal,
  { tables, explanations, properties, units }: Present,
): Promise<SealStatus | null> {
  const { seal, digest } = found;
  if (!seal && digest === null) return null;
  if (!(await isConsistent(found))) return { state: "broken" };
  if (!seal) {
    const isSame = (await digestOf(tables.map(takeDown))) === digest;
    return isSame ? { state: "unchanged", seal: null, hints: [] } : { state: "changedSomewhere" };
  }
  return statusOf(seal, [
    ...(await notesOnExplanations(seal, explanations)),
    ...notesOnProperties(seal, properties),
    ...(seal.units && units ? compareUnits(seal.units, units) : []),
    ...compareSeal(seal.tables, tables),
  ]);
}
