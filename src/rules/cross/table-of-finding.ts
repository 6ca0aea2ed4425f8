import type { SectionId } from "../../tables/table";
import { CROSS_RULES } from "./cross-catalogue";
import type { CrossFinding } from "./cross-finding";

/** This year's table that a finding between years stands in: the only one of its section, or there would be no finding. */
export function tableOfFinding<One>(
  { rule }: CrossFinding,
  tables: readonly One[],
  sectionOf: (table: One) => SectionId,
): One {
  const { section } = CROSS_RULES[rule];
  const table = tables.find((one) => sectionOf(one) === section);
  if (!table) throw new RangeError(`no ${section} among the tables of a finding of ${rule}`);
  return table;
}
