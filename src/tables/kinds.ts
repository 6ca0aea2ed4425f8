import type { CellKind } from "./table";

/** What a number of a kind must satisfy. */
export interface KindLimits {
  /** Smallest value, or null when negative numbers are allowed. */
  minimum: number | null;
  /** Largest absolute value. Twelve digits with six decimals of an amount would leave what a double can hold. */
  maximum: number;
  /** Most decimals that may be written. */
  decimals: number;
}

/** Whole numbers ≥ 0; signed whole numbers for 本年增/减; amounts in 万元. The official formats prescribe no decimals for amounts; published reports show up to six. */
export const KIND_LIMITS: Readonly<Record<CellKind, KindLimits>> = {
  count: { minimum: 0, maximum: 999_999_999, decimals: 0 },
  change: { minimum: null, maximum: 999_999_999, decimals: 0 },
  amount: { minimum: 0, maximum: 999_999_999, decimals: 6 },
};
