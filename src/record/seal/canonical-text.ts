import { codeOf } from "../content";
import type { SealedTable } from "./seal";

/** The first line of the canonical text. */
const HEAD = "gouji-seal/1";

const byCode = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

export function tableText({ section, format, unit, year, cells }: SealedTable): string {
  const lines = [...cells].map(([key, content]) => JSON.stringify([key, codeOf(content)]));
  return [JSON.stringify([section, format, unit, year]), ...lines.sort(byCode)].join("\n");
}

/**
 * What the digest of a seal is taken of; `docs/decisions/record.md` tells it for others who want to compute it. Sheet names, places,
 * the order of sheets and the looks of cells are no part of it: a table that was only moved is unchanged.
 */
export function canonicalText(tables: readonly SealedTable[]): string {
  return [HEAD, ...tables.map(tableText).sort(byCode)].join("\n") + "\n";
}
