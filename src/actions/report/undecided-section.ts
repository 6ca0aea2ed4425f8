import { boundingArea, cellArea } from "../../tables/areas";
import type { ReportRow, ReportSection } from "../../excel/report/content";
import type { CheckOptions } from "../../rules/check";
import { undecidedIn, type Undecided } from "../../rules/undecided";
import { areaAddress } from "../../tables/address";
import type { PlacedTable } from "../state";
import type { ReportTexts } from "../texts";

function rowOf(undecided: Undecided, number: number, { filled }: PlacedTable, texts: ReportTexts): ReportRow {
  const { placement } = filled;
  const positions = undecided.cells.flatMap((key) => placement.cells[key] ?? []);
  const area = boundingArea(positions.map(cellArea)) ?? placement.area;
  const place = `${placement.sheet}!${areaAddress(area)}`;
  return {
    cells: [
      number,
      texts.describeCount(undecided.count),
      texts.nameRule(undecided.rule),
      place,
      texts.describeUndecided(undecided, filled),
    ],
    target: { sheet: placement.sheet, area },
  };
}

/** The rules that could not be decided, and for want of which cells. */
export function undecidedSection(
  tables: readonly PlacedTable[],
  options: CheckOptions,
  texts: ReportTexts,
): ReportSection {
  const found = tables.flatMap((placed) =>
    undecidedIn(placed.filled, placed.check, options).map((undecided) => ({ undecided, placed })),
  );
  const rows = found.map(({ undecided, placed }, index) => rowOf(undecided, index + 1, placed, texts));
  return { heading: texts.undecided.heading, columns: texts.undecided.columns, rows };
}
