/** The traditional and variant characters of the words that stand in the official tables, each before its simplified form. */
const PAIRS =
  "規规範范許许罰罚強强製制開开數数對对總总處处決决務务業业購购額额萬万單单請请結结轉转續续辦办屬属於于國国類类內内過过執执詢询機机關关沒没現现補补後后確确訪访舉举報报訴诉複复復复議议無无當当獲获認认護护權权費费繳缴納纳據据維维糾纠審审經经組组織织係系為为項项計计這这區区發发廢废穩稳頒颁條条屆届預预減减營营衆众眾众幹干員员詳详與与從从違违變变擇择證证檢检會会構构繼继訟讼爲为個个間间録录";

/** Simplified form by traditional character. */
export const SIMPLIFIED: ReadonlyMap<string, string> = new Map(
  Array.from({ length: PAIRS.length / 2 }, (_, index) => [PAIRS[2 * index]!, PAIRS[2 * index + 1]!]),
);
