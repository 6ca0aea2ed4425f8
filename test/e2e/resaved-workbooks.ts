import { makeResults, makeRollUp } from "./desk-workbooks";
import { CARRY_REASON, makeExport, makeYearsExport, WHY } from "./explained-report";
import { compareResaved, pagesOf, type Comparison } from "./resaved";
import { compareDeskWorkbook, compareYearsExport } from "./resaved-desk";

/** A workbook of ours that another program is to save and print. */
interface ProvenWorkbook {
  name: string;
  make: () => Promise<Uint8Array>;
  compare: (original: Uint8Array, resaved: Uint8Array) => Promise<Comparison[]>;
}

/** Millimetres, the shorter side first. */
const A4 = [210, 297];

/** How a PDF's pages lie, and whether all are A4. */
function areaOf(pdf: Uint8Array): { areA4: boolean; words: string } {
  const pages = pagesOf(pdf);
  const upright = pages.filter(({ width, height }) => width < height).length;
  const sides = pages.map(({ width, height }) => [Math.min(width, height), Math.max(width, height)]);
  const areA4 = pages.length > 0 && sides.every((side) => side.join() === A4.join());
  return { areA4, words: `A4 ${pages.length} 页，竖 ${upright}，横 ${pages.length - upright}` };
}

const proven: readonly ProvenWorkbook[] = [
  {
    name: "导出",
    make: makeExport,
    compare: (original, resaved) => compareResaved(original, resaved, WHY),
  },
  {
    name: "与上年比对的导出",
    make: makeYearsExport,
    // without last year's report nothing is found in it
    compare: async (original, resaved) => [
      ...(await compareResaved(original, resaved, CARRY_REASON)).filter(({ what }) => what !== "问题"),
      ...(await compareYearsExport(original, resaved)),
    ],
  },
  { name: "批量校验结果", make: makeResults, compare: compareDeskWorkbook },
  { name: "汇总表", make: makeRollUp, compare: compareDeskWorkbook },
];

export const workbooks = proven.map((workbook) => ({ ...workbook, areaOf }));
