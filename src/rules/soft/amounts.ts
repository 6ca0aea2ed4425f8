import type { CellContent, FigureUnit, Meant } from "../../tables/filled";
import { splitKey, type CellKey } from "../../tables/table";
import { formatDecimal, toDecimal, type Decimal } from "../decimal";
import { writtenIn } from "../cells";
import { SOFT_RULES } from "./soft-catalogue";
import type { AmountFault, AmountFinding, AmountReading, UnitLevel } from "./soft-finding";

/** Ten to the power of this many yuan. */
const POWERS: Readonly<Record<Exclude<FigureUnit, "piece">, number>> = {
  yuan: 0,
  thousandYuan: 3,
  tenThousandYuan: 4,
  hundredMillionYuan: 8,
};
type MoneyUnit = keyof typeof POWERS;

const HEADER_UNITS: readonly (readonly [word: string, unit: MoneyUnit])[] = [
  ["亿元", "hundredMillionYuan"],
  ["万元", "tenThousandYuan"],
  ["千元", "thousandYuan"],
  ["元", "yuan"],
];
const DECIMALS = /保留\s*([0-9０-９一二两三四五六])\s*位小数/;
const NUMERALS = "零一二三四五六";

/** What the forms mean where no header says otherwise. */
const USUAL: MoneyUnit = "tenThousandYuan";

const isMoney = (unit: FigureUnit | undefined): unit is MoneyUnit => unit !== undefined && unit !== "piece";

/** What a header says of the amounts under it: "采购总金额（单位：万元，保留4位小数）". */
export function readAmountHeader(header: string): { unit?: MoneyUnit; decimals?: number } {
  const unit = HEADER_UNITS.find(([word]) => header.includes(word))?.[1];
  const digit = DECIMALS.exec(header)?.[1]?.replace("两", "二");
  const narrow = digit && (NUMERALS.includes(digit) ? NUMERALS.indexOf(digit) : Number(digit.normalize("NFKC")));
  return { ...(unit ? { unit } : {}), ...(typeof narrow === "number" ? { decimals: narrow } : {}) };
}

/** In 万元. */
function inUsualUnit({ digits, scale }: Decimal, unit: MoneyUnit): string {
  const power = POWERS[unit] - POWERS[USUAL];
  return formatDecimal(
    power >= 0 ? { digits: digits * 10n ** BigInt(power), scale } : { digits, scale: scale - power },
  );
}

/**
 * The amount that a text means, in the unit of its header; null when it names something else than money, and when only a sign in front
 * of it does: ¥25.1 under 万元 is as likely 25.1 万元.
 */
export function meantAmount(
  { text, meant }: { text: string; meant: Meant },
  header: string | undefined,
): Decimal | null {
  const amount = toDecimal(Number(meant.number));
  const asked = readAmountHeader(header ?? "").unit ?? USUAL;
  if (meant.unit === undefined || meant.unit === asked) return amount;
  if (!isMoney(meant.unit) || (meant.unit === "yuan" && !text.includes("元"))) return null;
  const power = POWERS[meant.unit] - POWERS[asked];
  const { digits, scale } = amount;
  return power >= 0 ? { digits: digits * 10n ** BigInt(power), scale } : { digits, scale: scale - power };
}

function readContent(content: CellContent): { amount: Decimal; unit?: MoneyUnit } | null {
  if (content.type === "number") return { amount: toDecimal(content.value) };
  if (content.type !== "text" || !content.meant) return null;
  const { number, unit } = content.meant;
  const amount = toDecimal(Number(number));
  return isMoney(unit) ? { amount, unit } : { amount };
}

/** As many as are printed. A cell keeps no zeros at the end, so of its numbers only whole ones surely have none. */
function lacksDecimals(content: CellContent, written: string | undefined, asked: number): boolean {
  if (written === undefined && content.type === "number") return Number.isInteger(content.value);
  return (/\.(\d+)/.exec(written ?? writtenIn(content))?.[1]?.length ?? 0) < asked;
}

/** What is known of an amount besides its cell. */
interface AmountSetting {
  header: string | undefined;
  /** As printed, when the content does not keep it. */
  written: string | undefined;
  /** Whose report it is; null when its name does not say. */
  level: UnitLevel | null;
}

/** 万元: from here on an amount is hardly meant so. */
function limitFor(key: CellKey, level: UnitLevel | null): number {
  const { limits, limitOfAll } = SOFT_RULES["S2.UNIT"];
  return (level && limits[splitKey(key).row]?.[level]) ?? limitOfAll;
}

/** Whether an amount is hardly in the unit that its header says; null when nothing speaks against it. */
export function judgeAmount(
  key: CellKey,
  content: CellContent,
  { header, written, level }: AmountSetting,
): AmountFinding | null {
  const read = readContent(content);
  if (!read || read.amount.digits === 0n) return null;
  const asked = readAmountHeader(header ?? "");
  const headerUnit = asked.unit ?? USUAL;
  const find = (fault: AmountFault, meant: MoneyUnit, tooMuchFor?: UnitLevel | null): AmountFinding => {
    const readings: AmountReading[] = [headerUnit, meant].map((unit) => ({
      number: inUsualUnit(read.amount, unit),
      unit,
    }));
    const { id, severity } = SOFT_RULES["S2.UNIT"];
    return {
      kind: "amount",
      rule: id,
      severity,
      cells: [key],
      flags: [],
      fault,
      written: written ?? writtenIn(content),
      ...(header === undefined ? {} : { header }),
      ...(asked.decimals === undefined ? {} : { decimals: asked.decimals }),
      ...(tooMuchFor ? { level: tooMuchFor } : {}),
      readings,
    };
  };
  if (read.unit) return read.unit === headerUnit ? null : find("otherUnit", read.unit);
  if (headerUnit === "yuan") return null;
  const amount = Number(inUsualUnit(read.amount, headerUnit));
  if (amount >= limitFor(key, level)) return find("scale", "yuan", level);
  if (asked.decimals && lacksDecimals(content, written, asked.decimals)) return find("decimals", "yuan");
  return null;
}
