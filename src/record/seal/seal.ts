import type { Verdict } from "../../rules/check";
import type { CellKey } from "../../tables/table";
import type { HeldContent } from "../content";
import type { TableIdentity } from "../subject";
import type { SealedProperties } from "./sealed-properties";

/** A table as it was when it was sealed. Where it stood is told to people; it is not part of what is sealed. */
export interface SealedTable extends TableIdentity {
  sheet: string;
  /** A1 without the sheet's name. */
  range: string;
  cells: ReadonlyMap<CellKey, HeldContent>;
  /** Cells in which a formula stood; null in seals of earlier versions. No part of the digest: formulas count by their results. */
  computed: ReadonlySet<CellKey> | null;
}

/** How many findings and open questions there were. */
export interface SealedCounts {
  errors: number;
  warnings: number;
  /** Warnings without an explanation. */
  unexplained: number;
  blanks: number;
  /** Rules that could not be decided. */
  undecided: number;
}

/**
 * What was checked, when, with which rules, with what result, and what stood in the checked cells (校验戳). It is evidence of
 * change, not a signature: whoever can change the cells can also seal them anew.
 */
export interface Seal {
  /** ISO 8601, UTC, in seconds. */
  at: string;
  rules: string;
  verdict: Verdict;
  counts: SealedCounts;
  /** Whether blank cells counted as 0; null in seals of earlier versions. */
  blankIsZero: boolean | null;
  tables: readonly SealedTable[];
  /** SHA-256 of `canonicalText(tables)` in UTF-8, 64 hexadecimal digits. */
  digest: string;
  /** The same of `explanationsText`: the verdict rests on the explanations, too. Null in seals of earlier versions. */
  explanations: string | null;
  /** The same of `objectionsText`: what supervisors had said of them. Null in seals of earlier versions. */
  objections: string | null;
  /** What people see of the seal among the document properties; null in seals of earlier versions. */
  properties: SealedProperties | null;
  /** Of a sum: the units that were added up; null for a report. */
  units: readonly string[] | null;
}
