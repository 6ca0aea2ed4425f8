import { compareNames } from "../../batch/document-names";
import type { UnitCheck } from "../../batch/units/compare-units";
import { findingsOf } from "../../batch/unit-finding";
import { outcomeOf, type Outcome } from "../../batch/unit-remarks";

export type Sort = "file" | "unit" | "verdict" | "findings";
export const SORTS: readonly Sort[] = ["verdict", "file", "unit", "findings"];

/** What of the list is shown. */
export interface Listing {
  outcome: Outcome | null;
  search: string;
  sort: Sort;
  /** From 0. */
  page: number;
}

/** Rows that a page of the list has: what a person takes in, and what is drawn at once. */
export const PAGE = 20;

/** What must be corrected first comes first. */
const ORDER: Readonly<Record<Outcome, number>> = { fail: 0, unreadable: 1, incomplete: 2, pass: 3 };

export const unitName = ({ result }: UnitCheck): string => result.unit ?? result.file;

const COMPARE: Readonly<Record<Sort, (a: UnitCheck, b: UnitCheck) => number>> = {
  file: (a, b) => compareNames(a.result.file, b.result.file),
  unit: (a, b) => compareNames(unitName(a), unitName(b)),
  verdict: (a, b) => ORDER[outcomeOf(a)] - ORDER[outcomeOf(b)],
  findings: (a, b) => findingsOf(b).length - findingsOf(a).length,
};

/** The units that fit, in the wanted order; equal ones stay in the order of their files. */
export function listUnits(units: readonly UnitCheck[], { outcome, search, sort }: Listing): UnitCheck[] {
  const wanted = search.trim().toLowerCase();
  const fits = (unit: UnitCheck) =>
    (outcome === null || outcomeOf(unit) === outcome) &&
    `${unit.result.unit ?? ""} ${unit.result.file}`.toLowerCase().includes(wanted);
  return units.filter(fits).sort(COMPARE[sort]);
}

/** Everything, what must be corrected first. */
export const EVERYTHING: Listing = { outcome: null, search: "", sort: "verdict", page: 0 };
