import type { CellContent } from "../tables/filled";
import { SECTIONS, tableOf } from "../tables/formats";
import type { CellKey } from "../tables/table";
import type { InsertRequest } from "./action";

type Figures = Partial<Record<CellKey, number>>;

const NOT_ZERO: Figures = { "procurement.projects": 35, "procurement.amount": 8403 };

/** The tables of 2019 full of zeros, but for some figures. */
function filledWith(notZero: Figures): InsertRequest["filled"] {
  return SECTIONS.map((section) => {
    const table = tableOf("2019", section);
    const contents = table.numbers.map(({ key }): [CellKey, CellContent] => [
      key,
      { type: "number", value: notZero[key] ?? 0 },
    ]);
    return { table, contents: Object.fromEntries(contents) };
  });
}

/**
 * The report of a township as it was published: 新郑市辛店镇人民政府 2020年政府信息公开工作年度报告. All figures are 0 but the
 * two of 政府集中采购: 35 projects, 8403 in the column that the report heads 采购总金额（单位：万元，保留4位小数）.
 */
export const SAMPLE_REQUEST: InsertRequest = {
  unit: "新郑市辛店镇",
  year: 2020,
  sections: SECTIONS,
  where: "newSheets",
  totals: "typed",
  filled: filledWith(NOT_ZERO),
};

/** Two errors: one that three rules name, so that one correction puts all three right, and one that stands alone. */
const PLANTED: Figures = { "resultsTotal.total": 1, "review.upheld": 1 };

/** The unit says that it is no report, in the title of each table and in the name of an exported file. */
export const EXERCISE_REQUEST: InsertRequest = {
  ...SAMPLE_REQUEST,
  unit: `${SAMPLE_REQUEST.unit}（练习）`,
  filled: filledWith({ ...NOT_ZERO, ...PLANTED }),
};
