import { withoutYears } from "../../recognise/year";

/** The name of a unit as far as it tells units apart. */
export interface UnitName {
  /** Without spaces, brackets, years, and 人民政府 at the end; of a township also without its office, which does not report on its own. */
  whole: string;
  /** The government that the unit is the office of: 平安县 of 平安县人民政府办公室, under whose name reports of 平安县 are published, too. */
  seat: string | null;
  /** What remains without the names of higher units in front, the longest first: 辛店镇 of 新郑市辛店镇. */
  tails: readonly string[];
}

const BRACKETS = /[（(〔［[【《<][^（(〔［[【《<）)〕］\]】》>]*[）)〕］\]】》>]/g;
const PUNCTUATION = /[·・.,，。、\-_—:：“”"']/g;
/** What may follow a name without making it another unit. */
const ENDING = /(?:人民政府|政府)$/;
/** The office of a government: of a county and above, a unit that reports beside it. */
const OFFICE = /^(.+?)(?:人民)?政府(办公室|办公厅)$/;
const TOWNSHIP = /^(.*(?:镇|乡|街道|苏木))(?:(?:人民)?政府)?(?:办公室|办公厅)$/;
/** Ends the name of a unit that others belong to. */
const HIGHER = "省市县区州盟旗镇乡";
/** No name of a unit is shorter. */
const SHORTEST = 2;

const narrow = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u3000]/g, "");

function tailsOf(whole: string): string[] {
  const tails: string[] = [];
  for (let at = SHORTEST; at <= whole.length - SHORTEST; at++) {
    if (HIGHER.includes(whole[at - 1]!)) tails.push(whole.slice(at));
  }
  return tails;
}

/** Reads a unit's name as titles, sheets and files give it. */
export function readUnitName(text: string): UnitName {
  const plain = withoutYears(narrow(text)).replace(BRACKETS, "").replace(PUNCTUATION, "");
  const [, seat, office] = OFFICE.exec(plain) ?? [];
  const township = TOWNSHIP.exec(plain)?.[1];
  if (seat && !township) return { whole: `${seat}政府${office}`, seat, tails: [] };
  const whole = township ?? (plain.replace(ENDING, "") || plain);
  return { whole, seat: null, tails: tailsOf(whole) };
}
