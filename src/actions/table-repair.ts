import type { Repair } from "../repair/suspects";
import type { TableCheck } from "../rules/check";
import type { CellKey } from "../tables/table";

/** What is known of the wrong cells of a table. */
export interface TableRepair {
  /** The check that it was worked out for; while the table has another, what is said anew is on its way. */
  check: TableCheck;
  repair: Repair;
  /** What a person takes for right. */
  trusted: readonly TrustedCell[];
}

export interface TrustedCell {
  key: CellKey;
  /** What stood there when the person said so: when that changes, the trust is gone. */
  written: string;
}
