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
  township: "a township",
  county: "a county",
  department: "a department",
};

const rowAt = ([key]: readonly CellKey[], { table }: Placement) =>
  `Row “${lineName(rowOf(table, splitKey(key!).row))}”`;

const writeTerm = ({ key, value }: Term, { table }: Placement) =>
  `${lineName(columnOf(table, splitKey(key).column))} ${value}`;

const AMOUNTS: Readonly<Record<AmountFault, (finding: AmountFinding) => string>> = {
  otherUnit: ({ written, readings: [asHeader, asWritten] }) =>
    `“${written}” names another unit than that of the column. In the column's unit it is ${asHeader!.number} 万元, in its own ${asWritten!.number} 万元. Please check.`,
  decimals: ({ written, decimals, readings: [asHeader, asYuan] }) =>
    `${written} has not the ${decimals} decimals that the header asks for. In the column's unit it is ${asHeader!.number} 万元; if yuan were typed, it is ${asYuan!.number} 万元. Please check.`,
  scale: ({ level, readings: [asHeader, asYuan] }) =>
    `in the column's unit this is ${asHeader!.number} 万元, which is too much${level ? ` for ${LEVELS[level]}` : ""}. If yuan were typed, it is ${asYuan!.number} 万元. Please check.`,
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
      return {
        place,
        sentence: `${place}: ${write(finding.greater)} is less than ${write(finding.less)}. Please check.`,
      };
    case "items": {
      const parts = finding.parts
        .map((term) => writeTerm({ ...term, value: signed(term.value) }, placement))
        .join(" + ");
      return {
        place,
        sentence: `${place}: ${write(finding.whole)} is exactly ${parts}: were items counted as cases? Please check.`,
      };
    }
    case "authority": {
      const values = finding.values.map(write).join(", ");
      return {
        place,
        sentence: `${place}: ${finding.unit} is ${LEVELS[finding.level]} and usually makes no 规章, but the table has ${values}. Please check.`,
      };
    }
    case "amount": {
      const { column } = splitKey(finding.cells[0]!);
      const at = `${place}, column “${lineName(columnOf(placement.table, column))}”`;
      return { place: at, sentence: `${at}: ${AMOUNTS[finding.fault](finding)}` };
    }
  }
}

/** A negative number within a sum. */
const signed = (value: string) => (value.startsWith("-") ? `(${value})` : value);
