import type { SectionId } from "./table";

/** Official names, printed on the sheet whatever language the pane speaks. */
export const SECTION_NAMES: Readonly<Record<SectionId, { sheet: string; title: string }>> = {
  section2: { sheet: "表二", title: "二、主动公开政府信息情况" },
  section3: { sheet: "表三", title: "三、收到和处理政府信息公开申请情况" },
  section4: { sheet: "表四", title: "四、政府信息公开行政复议、行政诉讼情况" },
};

/** The report's official name, as it stands above each table. */
export function reportTitle(unit: string, year: number): string {
  return `${unit}${year}年政府信息公开工作年度报告`;
}
