import type { CellContent } from "../tables/filled";
import { tableOf } from "../tables/formats";
import type { CellKey, SectionId } from "../tables/table";
import type { InsertRequest } from "./action";

/**
 * The report of a township as it was published: 新郑市辛店镇人民政府 2020年政府信息公开工作年度报告. All figures are 0 but the
 * two of 政府集中采购: 35 projects, 8403 in the column that the report heads 采购总金额（单位：万元，保留4位小数）.
 */
export const SAMPLE_REQUEST: InsertRequest = {
  unit: "新郑市辛店镇",
  year: 2020,
  sections: ["section2", "section3", "section4"],
  where: "newSheets",
  totals: "typed",
};

const NOT_ZERO: Partial<Record<CellKey, number>> = { "procurement.projects": 35, "procurement.amount": 8403 };

function contentsIn(section: SectionId): Partial<Record<CellKey, CellContent>> {
  const figures = tableOf("2019", section).numbers.map(({ key }) => [key, NOT_ZERO[key] ?? 0] as const);
  return Object.fromEntries(figures.map(([key, value]) => [key, { type: "number", value }]));
}

export const SAMPLE_CONTENTS: Readonly<Record<SectionId, Partial<Record<CellKey, CellContent>>>> = {
  section2: contentsIn("section2"),
  section3: contentsIn("section3"),
  section4: contentsIn("section4"),
};
