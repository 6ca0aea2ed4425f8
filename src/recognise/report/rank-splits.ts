import type { PrintedRow } from "./printed-rows";

const digitsOf = (text: string): number => text.replace(/\D/g, "").length;

/** How different in length the figures of a split are: those of one row are mostly alike. */
function spread(option: readonly string[]): number {
  const lengths = option.map(digitsOf);
  return Math.max(...lengths) - Math.min(...lengths);
}

/** What speaks against a split by what the columns mean, without making it impossible. */
function implausible(option: readonly string[], { cells }: PrintedRow): number {
  const value = (column: string) => {
    const index = cells.findIndex((key) => key.endsWith(`.${column}`));
    return index < 0 ? null : Number(option[index]!.replace(/[^\d.]/g, ""));
  };
  const isLess = (small: string, large: string) => {
    const [a, b] = [value(small), value(large)];
    return a !== null && b !== null && a < b ? 1 : 0;
  };
  return isLess("valid", "issued") + isLess("totalDisclosed", "disclosed");
}

/** Puts the likeliest split first. */
export function rankSplits(options: readonly (readonly string[])[], row: PrintedRow): (readonly string[])[] {
  return [...options].sort((a, b) => implausible(a, row) - implausible(b, row) || spread(a) - spread(b));
}
