/**
 * What a report may need. The longest published ones have some 200 000 characters of HTML; pages with pictures written into
 * them a few million.
 */
export const LIMITS = {
  characters: 16_000_000,
  /** Of text, or of what a page shows as text. */
  textCharacters: 4_000_000,
  /** Of open tags. Browsers keep 512. */
  depth: 2_000,
  /** Tables within tables. */
  tables: 50,
  cells: 400_000,
  /** Places where figures follow a text. */
  stretches: 10_000,
  /** As in HTML itself. */
  columnSpan: 1_000,
  rowSpan: 65_534,
  /** Times that escaped HTML is unescaped. */
  unescaping: 2,
} as const;
