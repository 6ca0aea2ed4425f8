import type { CellConcern } from "../tables/concern";
import type { SectionId } from "../tables/table";
import type { Readings } from "./unread";

/** The words about reports as they were published: what was read of them, and what a person should look at. */
export interface ReportFileTexts {
  kinds: Readonly<Record<"docx" | "html" | "text", string>>;
  sections: Readonly<Record<SectionId, string>>;
  /** Why to look at a cell, in a few words. */
  concerns: Readonly<Record<CellConcern["code"], string>>;
  /** The same with what is printed, in a sentence or two; stands in notes on cells, too. */
  describeConcern: (concern: CellConcern) => string;
  /** The same of all cells of a row that runs together. */
  describeReadings: (written: string, readings: readonly Readings[]) => string;
  /** 共 175 格：读出 168，待确认 7. */
  counts(cells: number, read: number, open: number, check: number): string;
  missingTable: (section: SectionId) => string;
  mixedFormats: string;
  unlabelled(written: string): string;
}

/** Options that are shown of a cell. */
const MOST_OPTIONS = 6;

export const listOptions = (options: readonly string[], mark: string, separator: string) =>
  options
    .slice(0, MOST_OPTIONS)
    .map((option) => option || mark)
    .join(separator);

export const isMore = ({ options, hasMore }: Pick<Readings, "options" | "hasMore">) =>
  hasMore || options.length > MOST_OPTIONS;
