import { withoutYears } from "../../recognise/year";

/** The name of a unit as far as it tells units apart. */
export interface UnitName {
  /** Without spaces, brackets, years, and 人民政府 at the end; of a township also without its office, which does not report on its own. */
  whole: string;
  /** The government that the unit is the office of: 平安县 of 平安县人民政府办公室, under whose name reports of 平安县 are published, too. */
  seat: string | null;
  /** What remains without the names of higher units in front, the longest first: 辛店镇 of 新郑市辛店镇. */
  tails: readonly string[];
  /** `whole` and the tails without the rank at the end, the longest first, where they end in one: what a place keeps that is raised in rank. */
  stems: readonly string[];
}

const BRACKETS = /[（(〔［[【《<][^（(〔［[【《<）)〕］\]】》>]*[）)〕］\]】》>]/g;
const PUNCTUATION = /[·・.,，。、\-_—:：“”"']/g;
/** What may follow a name without making it another unit. */
const ENDING = /(?:人民政府|政府)$/;
/** The office of a government: of a county and above, a unit that reports beside it. */
const OFFICE = /^(.+?)(?:人民)?政府(办公室|办公厅)$/;
const TOWNSHIP = /^(.*(?:镇|乡|街道|苏木))(?:(?:人民)?政府)?(?:办公室|办公厅)$/;
/** The body of a sub-district, which reports under either name. */
const SUBDISTRICT_OFFICE = /街道办事处/;
/** Ranks of one level: 撤乡设镇 and 撤镇设街道 make another of one, 撤县设市 and 撤县设区 of the other. */
const RANKS = [/(?:街道|镇|乡)$/, /[县市区]$/] as const;
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

/** The name without its rank, with the level of the rank; none for what has no rank. */
function stemsOf(name: string): string[] {
  return RANKS.flatMap((rank, level) => {
    const stem = name.replace(rank, "");
    return stem.length < name.length && stem.length >= SHORTEST ? [`${stem} ${level}`] : [];
  });
}

/** Reads a unit's name as titles, sheets and files give it. */
export function readUnitName(text: string): UnitName {
  const plain = withoutYears(narrow(text))
    .replace(BRACKETS, "")
    .replace(PUNCTUATION, "")
    .replace(SUBDISTRICT_OFFICE, "街道");
  const [, seat, office] = OFFICE.exec(plain) ?? [];
  const township = TOWNSHIP.exec(plain)?.[1];
  if (seat && !township) return { whole: `${seat}政府${office}`, seat, tails: [], stems: [] };
  const whole = township ?? (plain.replace(ENDING, "") || plain);
  const tails = tailsOf(whole);
  return { whole, seat: null, tails, stems: [whole, ...tails].flatMap(stemsOf) };
}
