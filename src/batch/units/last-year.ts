import type { FilledTable } from "../../tables/filled";
import { filledTables, type FileResult } from "../file-result";
import type { PreviousReports } from "./match-units";

/** Gives the same table of the year before; null when it is not known, or not for certain. The same one for the same table. */
export type LastYear = (filled: FilledTable) => FilledTable | null;

/** Looks last year's tables up by the unit and the year that stand above a table. */
export function lastYearIn(previous: PreviousReports<FileResult>): LastYear {
  const known = new Map<string, readonly FilledTable[]>();
  const tablesOf = (unit: string, year: number | null): readonly FilledTable[] => {
    const name = `${year} ${unit}`;
    const made = known.get(name);
    if (made) return made;
    const match = previous.match({ file: "", unit, year });
    const tables = match.kind === "found" ? filledTables(match.report) : [];
    known.set(name, tables);
    return tables;
  };
  return ({ placement: { table, unit, year } }) => {
    if (unit === undefined) return null;
    const [only, second] = tablesOf(unit, year ?? null).filter(
      ({ placement }) => placement.table.section === table.section,
    );
    return only && !second ? only : null;
  };
}
