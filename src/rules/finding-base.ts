import type { CellKey } from "../tables/table";
import type { RuleId, Severity } from "./rule";

/** What every finding about a table tells. */
export interface FindingBase {
  rule: RuleId;
  severity: Severity;
  /** The cells that the finding is about, in reading order; the first is where a person should look first. */
  cells: readonly CellKey[];
  /** The cells that carry the flag in the sheet. */
  flags: readonly CellKey[];
}

/** A cell of a sum, with its number as a plain decimal. */
export interface Term {
  key: CellKey;
  value: string;
}
