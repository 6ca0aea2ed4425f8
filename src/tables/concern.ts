import type { Meant } from "./filled";

/**
 * `fewer`: fewer figures than cells, and nothing tells which cells are blank; `extra`: too many; `cut`: the text ends within the
 * row; `doubled`: the row stands there twice; `columns`: the columns stand in another order; `format`: the headings over the
 * row are those of another format.
 */
export type UnreadReason = "fewer" | "extra" | "cut" | "doubled" | "columns" | "format";

/** Why a person should look at a cell before the figure in it is relied on. */
export type CellConcern =
  /** Several figures fit; the cell stays blank until a person chooses. */
  | { code: "asked"; question: number; written: string; options: readonly string[]; hasMore: boolean }
  /** What is printed could not be told apart; blank. */
  | { code: "unread"; reason: UnreadReason; written: string }
  /** The report has no such row or column, or it could not be told; blank. */
  | { code: "missing" }
  /** The cell is blank in the report, too. */
  | { code: "blank" }
  /** No plain number is printed: it stays as it is written. */
  | { code: "text"; written: string; meant?: Meant }
  /** Filled: digits that run together, told apart by the sums alone. */
  | { code: "bySums"; written: string }
  /** Filled: which cells of the row are blank was told by the order alone. */
  | { code: "byOrder"; written: string };

/** Concerns that leave the figure to a person: nothing is written, or something that is no number. */
const OPEN: ReadonlySet<CellConcern["code"]> = new Set(["asked", "unread", "missing", "blank", "text"]);

export const isOpen = ({ code }: CellConcern): boolean => OPEN.has(code);
