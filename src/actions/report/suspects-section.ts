import { boundingArea, cellArea } from "../../tables/areas";
import type { ReportRow, ReportSection } from "../../excel/report/content";
import { unclearIn } from "../../repair/legible";
import { likelihoodOf, type Likelihood } from "../../repair/likelihood";
import type { Suspect } from "../../repair/suspects";
import { areaAddress } from "../../tables/address";
import type { AppState, PlacedTable } from "../state";
import type { TrustedCell } from "../table-repair";
import type { ReportTexts } from "../texts";

/** Of more equally likely answers than these a person reads none. */
const MOST_TIES = 6;

interface Answer {
  suspect: Suspect;
  likelihood: Likelihood;
  group: number;
}

function rowOf({ suspect, likelihood, group }: Answer, { filled }: PlacedTable, texts: ReportTexts): ReportRow {
  const { placement } = filled;
  const positions = suspect.cells.flatMap(({ key }) => placement.cells[key] ?? []);
  const area = boundingArea(positions.map(cellArea)) ?? placement.area;
  const { change, reasons } = texts.describeSuspect(suspect, placement);
  return {
    cells: [group, texts.certainties[likelihood], change, `${placement.sheet}!${areaAddress(area)}`, reasons],
    target: { sheet: placement.sheet, area },
  };
}

function confirmedRow({ key, written }: TrustedCell, { filled }: PlacedTable, texts: ReportTexts): ReportRow {
  const { sheet, area, cells } = filled.placement;
  const position = cells[key];
  const place = position ? cellArea(position) : area;
  const address = areaAddress(place);
  return {
    cells: ["", texts.certainties.confirmed, `${address} ${written}`, `${sheet}!${address}`, texts.confirmed],
    target: { sheet, area: place },
  };
}

/**
 * The likeliest cells of each part that is wrong; rows of one number are alternatives, of which one is right. Then what a person
 * took for right.
 */
export function suspectsSection(
  tables: readonly PlacedTable[],
  repairs: AppState["repairs"],
  texts: ReportTexts,
): ReportSection {
  let count = 0;
  const rows = tables.flatMap((placed) => {
    const found = repairs.get(placed.id);
    // what was worked out for other contents says nothing about these
    if (!found || found.check !== placed.check) return [];
    const { suspects } = found.repair;
    const unclear = unclearIn(suspects);
    const groups = [...new Set(suspects.map(({ group }) => group))];
    const suspected = groups.flatMap((group) => {
      const part = suspects.filter((suspect) => suspect.group === group);
      const likeliest = part.filter(({ rank }) => rank === 1);
      if (likeliest.length > MOST_TIES || unclear?.groups.has(group)) return [];
      count += 1;
      return likeliest.map((suspect) =>
        rowOf({ suspect, likelihood: likelihoodOf(suspect, part), group: count }, placed, texts),
      );
    });
    return [...suspected, ...found.trusted.map((cell) => confirmedRow(cell, placed, texts))];
  });
  return { heading: texts.suspects.heading, columns: texts.suspects.columns, rows };
}
