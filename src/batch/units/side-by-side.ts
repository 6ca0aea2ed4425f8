import { formatDecimal, subtract, toDecimal } from "../../rules/decimal";
import type { FilledTable } from "../../tables/filled";
import { SECTIONS } from "../../tables/formats";
import { splitKey, type CellKey, type SectionId, type Table } from "../../tables/table";
import { filledTables, type FileResult } from "../file-result";

/** One figure of two years. */
export interface FigurePair {
  table: Table;
  key: CellKey;
  current: number;
  previous: number;
  /** This year's − last year's, a plain decimal. */
  difference: string;
}

/** The columns that stand for a whole row: what is in between is detail. */
const SHOWN: Readonly<Record<SectionId, (column: string) => boolean>> = {
  section2: () => true,
  section3: (column) => column === "total",
  section4: (column) => column === "total",
};

const tableIn = (tables: readonly FilledTable[], section: SectionId): FilledTable | undefined =>
  tables.find(({ placement }) => placement.table.section === section);

function numberAt(filled: FilledTable | undefined, key: CellKey): number | null {
  const content = filled?.contents[key];
  return content?.type === "number" ? content.value : null;
}

/** The figures that both years have, in official order; where both are 0 there is nothing to see. */
export function putSideBySide(current: FileResult, previous: FileResult): FigurePair[] {
  const now = filledTables(current);
  const before = filledTables(previous);
  return SECTIONS.flatMap((section) => {
    const own = tableIn(now, section);
    if (!own) return [];
    const { table } = own.placement;
    return table.numbers.flatMap(({ key }): FigurePair[] => {
      const value = numberAt(own, key);
      const last = numberAt(tableIn(before, section), key);
      if (!SHOWN[section](splitKey(key).column) || value === null || last === null) return [];
      if (value === 0 && last === 0) return [];
      const difference = formatDecimal(subtract(toDecimal(value), toDecimal(last)));
      return [{ table, key, current: value, previous: last, difference }];
    });
  });
}
