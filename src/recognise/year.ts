/** What a title says of the report that a table belongs to. */
export interface Title {
  unit?: string;
  year?: number;
}

const LONGEST_TITLE = 120;
const SUBJECT = "政府信息公开";
/** 20xx年, whatever stands before it; 20xx, unless a unit is numbered or a road is named with it: 第2019团, 2019大道街道. */
const YEAR = /20\d{2}(?=年)|(?<![\d第])20\d{2}(?!\d|号|路|街(?!道)|大道|巷|弄|工程)/;
const CHINESE_YEAR = /二[〇零○Oo0]([〇零○Oo0一二三四五六七八九])([〇零○Oo0一二三四五六七八九])(?=年)/;
const YEAR_WORDS = new RegExp(
  `[(（](?:${YEAR.source}|二[〇零○Oo0].{2})年?度?[)）]|(?:${YEAR.source})年?度?|${CHINESE_YEAR.source}年度?`,
  "g",
);
const DIGITS = "零一二三四五六七八九";
/** 单位：辛店镇 */
const UNIT_FIELD = /^(?:填报|报告|编制|公开)?(?:单位|机关)(?:名称)?[:：](.+)$/;
/** What ends the name of a unit when more fields stand in the same cell. */
const NEXT_FIELD = /[;；,，、]|(?:填报|报告|统计)?(?:日期|时间|年度)/;
/** 单位：万元 names what is counted, not who reports. */
const COUNTED = /^(?:人民币)?(?:亿|万|千)?元|^[件条项个]$/;
const YEAR_ALONE =
  /^[(（]?(?:(?:统计|报告)?年度|报告期)[:：]?(?:20\d{2}|二.{3})年?[)）]?$|^[(（]?(?:20\d{2}|二.{3})年度?[)）]?$/;
const YEAR_FIELD = /年度[:：]?(20\d{2})/;

/** Brackets stay as wide as they are: they may belong to the name of a unit, as in 中国（上海）. */
const narrow = (text: string) =>
  text
    .replace(/[\uff01-\uff07\uff0a-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\s/g, "");

const digitOf = (numeral: string) => Math.max(0, DIGITS.indexOf(numeral));

/** The first year 20xx in a text, in digits of any width or in Chinese numerals. */
export function readYear(text: string): number | undefined {
  const plain = narrow(text);
  const year = YEAR.exec(plain)?.[0];
  if (year) return Number(year);
  const chinese = CHINESE_YEAR.exec(plain);
  return chinese ? 2000 + digitOf(chinese[1]!) * 10 + digitOf(chinese[2]!) : undefined;
}

/** The text without 2023年度, （二〇二三年） and the like; numbers that belong to a name stay. */
export const withoutYears = (text: string): string => text.replace(YEAR_WORDS, "");

/** Takes year words and decoration off what stands before 政府信息公开. */
function cleanUnit(text: string): string | undefined {
  const plain = withoutYears(text)
    .replace(/^(?:附件|附表|附)\d*[:：]?/, "")
    .replace(/^[《“"【\-_—·,，:：、\s]+|[-_—·,，:：、\s]+$/g, "")
    .replace(/^关于/, "")
    .replace(/(?:年度|年|的)$/, "");
  const unit = plain.endsWith("人民") ? `${plain}政府` : plain;
  return unit === "" ? undefined : unit;
}

/**
 * Reads "新郑市辛店镇2020年政府信息公开工作年度报告", "2020年度新郑市辛店镇政府信息公开工作年度报告", "单位：辛店镇" or
 * "2020年度". Empty when a text is no title.
 */
export function readTitle(text: string): Title {
  if (text.length > LONGEST_TITLE) return {};
  const plain = narrow(text);
  const field = UNIT_FIELD.exec(plain);
  if (field) {
    const unit = field[1]!.split(NEXT_FIELD)[0]!;
    return COUNTED.test(unit) ? {} : compact(cleanUnit(unit), readYear(YEAR_FIELD.exec(plain)?.[1] ?? ""));
  }
  const subject = plain.indexOf(SUBJECT);
  const isReport = subject >= 0 && /报告|年报/.test(plain.slice(subject));
  if (isReport) return compact(cleanUnit(plain.slice(0, subject)), readYear(plain));
  return YEAR_ALONE.test(plain) ? compact(undefined, readYear(plain)) : {};
}

function compact(unit: string | undefined, year: number | undefined): Title {
  return { ...(unit === undefined ? {} : { unit }), ...(year === undefined ? {} : { year }) };
}

/** What the name of a sheet or a file says: "表三 2020", "辛店镇2020年政府信息公开工作年度报告.xlsx". */
export function readName(name: string): Title {
  const stem = name.replace(/\.(?:xlsx?|xlsm|et|csv|docx?|html?|txt|pdf)$/i, "");
  const title = readTitle(stem);
  return title.year === undefined ? compact(title.unit, readYear(stem)) : title;
}
