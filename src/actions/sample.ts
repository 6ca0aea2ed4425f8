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

type Contents = Readonly<Record<SectionId, Partial<Record<CellKey, CellContent>>>>;

function contentsWith(notZero: Partial<Record<CellKey, number>>): Contents {
  const contentsIn = (section: SectionId): Partial<Record<CellKey, CellContent>> => {
    const figures = tableOf("2019", section).numbers.map(({ key }) => [key, notZero[key] ?? 0] as const);
    return Object.fromEntries(figures.map(([key, value]) => [key, { type: "number", value }]));
  };
  return { section2: contentsIn("section2"), section3: contentsIn("section3"), section4: contentsIn("section4") };
}

export const SAMPLE_CONTENTS = contentsWith(NOT_ZERO);

/** The unit says that it is no report, in the title of each table and in the name of an exported file. */
export const EXERCISE_REQUEST: InsertRequest = { ...SAMPLE_REQUEST, unit: `${SAMPLE_REQUEST.unit}（练习）` };

/** Two errors: one that three rules name, so that one correction puts all three right, and one that stands alone. */
const PLANTED: Partial<Record<CellKey, number>> = { "resultsTotal.total": 1, "review.upheld": 1 };

export const EXERCISE_CONTENTS = contentsWith({ ...NOT_ZERO, ...PLANTED });
