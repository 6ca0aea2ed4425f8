import type { FigureUnit, Placement } from "../../tables/filled";
import { splitKey, type CellKey } from "../../tables/table";
import type { Term } from "../../rules/finding-base";
import type { AmountFault, AmountFinding, PlausibilityFinding, UnitLevel } from "../../rules/soft/soft-finding";
import { columnOf, lineName, rowOf } from "../lines";

/** Units of money; a count is said without one. */
export const UNITS: Readonly<Record<FigureUnit, string>> = {
  piece: "",
  yuan: " 元",
  thousandYuan: " 千元",
  tenThousandYuan: " 万元",
  hundredMillionYuan: " 亿元",
};

const LEVELS: Readonly<Record<UnitLevel, string>> = {
  township: "乡镇或街道",
  county: "县级单位",
  department: "政府部门或下属单位",
};

const rowAt = ([key]: readonly CellKey[], { table }: Placement) => `“${lineName(rowOf(table, splitKey(key!).row))}”行`;

const writeTerm = ({ key, value }: Term, { table }: Placement) =>
  `${lineName(columnOf(table, splitKey(key).column))} ${value}`;

const AMOUNTS: Readonly<Record<AmountFault, (finding: AmountFinding) => string>> = {
  otherUnit: ({ written, readings: [asHeader, asWritten] }) =>
    `写的是“${written}”，与本栏的单位不同。按本栏的单位是 ${asHeader!.number} 万元，按所写的单位是 ${asWritten!.number} 万元，请核对。`,
  decimals: ({ written, decimals, readings: [asHeader, asYuan] }) =>
    `${written} 不足表头要求的 ${decimals} 位小数。按本栏的单位是 ${asHeader!.number} 万元，如果填的是元，则是 ${asYuan!.number} 万元，请核对。`,
  scale: ({ level, readings: [asHeader, asYuan] }) =>
    `按本栏的单位是 ${asHeader!.number} 万元，${level ? `对${LEVELS[level]}来说` : ""}数额过大。如果填的是元，则是 ${asYuan!.number} 万元，请核对。`,
};

/** What is hardly meant so, with the figures that say it. Begins with the place. */
export function describePlausibility(
  finding: PlausibilityFinding,
  placement: Placement,
): { place: string; sentence: string } {
  const write = (term: Term) => writeTerm(term, placement);
  const place = rowAt(finding.cells, placement);
  switch (finding.kind) {
    case "atLeast":
      return { place, sentence: `${place}：${write(finding.greater)} 少于${write(finding.less)}，请核对。` };
    case "items": {
      const parts = finding.parts
        .map((term) => writeTerm({ ...term, value: signed(term.value) }, placement))
        .join(" ＋ ");
      return { place, sentence: `${place}：${write(finding.whole)} 恰好等于${parts}，疑似按项目数量计算，请核对。` };
    }
    case "authority": {
      const values = finding.values.map(write).join("，");
      return {
        place,
        sentence: `${place}：${finding.unit}是${LEVELS[finding.level]}，一般没有规章，表中${values}，请核对。`,
      };
    }
    case "amount": {
      const { column } = splitKey(finding.cells[0]!);
      const at = `${place}“${lineName(columnOf(placement.table, column))}”列`;
      return { place: at, sentence: `${at}：${AMOUNTS[finding.fault](finding)}` };
    }
  }
}

/** A negative number within a sum. */
const signed = (value: string) => (value.startsWith("-") ? `（${value}）` : value);
