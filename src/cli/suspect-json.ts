import { placementOf, type TableResult } from "../batch/file-result";
import type { Locale } from "../locales";
import type { Suspect } from "../repair/suspects";
import type { Locate } from "./addresses";

/** Groups are numbered through all tables of the file: different numbers are independent of each other. */
export function suspectsJson(tables: readonly TableResult[], locale: Locale, locate: Locate) {
  let first = 0;
  return tables.flatMap((table) => {
    const suspects = table.repair?.suspects ?? [];
    const from = first;
    first += suspects.reduce((count, { group }) => Math.max(count, group + 1), 0);
    return suspects.map((suspect) => suspectJson(suspect, from, table, locale, locate));
  });
}

function suspectJson(suspect: Suspect, from: number, table: TableResult, locale: Locale, locate: Locate) {
  return {
    table: table.section,
    group: from + suspect.group,
    /** 1 for the likeliest of its group; equal ranks are ties. */
    rank: suspect.rank,
    cells: suspect.cells.map(({ key, current, suggested, least, most }) => ({
      cell: locate(table, key)[0] ?? null,
      key,
      current,
      suggested,
      ...(suggested === null && { least, most }),
    })),
    evidence: suspect.evidence.map(({ code }) => code),
    certain: suspect.certain,
    message: locale.describeSuspect(suspect, placementOf(table)).sentence,
  };
}

/** Where no set of cells was found that puts a table right: why, how many must change at least, and which must in any case. */
export function unlocatedJson(tables: readonly TableResult[], { words }: Locale, locate: Locate) {
  return tables.flatMap((table) =>
    (table.repair?.proof.unsolved ?? []).map(({ reason, atLeast, forced }) => ({
      table: table.section,
      reason,
      atLeast,
      cells: forced.flatMap((key) => locate(table, key)),
      keys: forced,
      message:
        reason === "tooMany"
          ? words["suspects.tooMany"](atLeast)
          : words[table.confirmed.length > 0 ? "suspects.contradiction" : "suspects.impossible"],
    })),
  );
}
