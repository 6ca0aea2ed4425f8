/** An unknown that changes, and the values with which everything can be satisfied. */
export interface Change {
  unknown: number;
  /** Smallest and largest value; equal when there is one only, null when there is no limit. */
  least: bigint | null;
  most: bigint | null;
}
