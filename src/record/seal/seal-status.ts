import type { SealChange, SealHint } from "./compare";
import type { Seal } from "./seal";

/**
 * How a workbook stands to its seal: as it was; changed, with everything that did; changed, while nobody can tell what, because
 * only the digest was left of the seal; or a seal that contradicts itself and proves nothing.
 */
export type SealStatus =
  | { state: "unchanged"; seal: Seal | null; hints: readonly SealHint[] }
  | { state: "changed"; seal: Seal; changes: readonly SealChange[]; hints: readonly SealHint[] }
  | { state: "changedSomewhere" }
  | { state: "broken" };
