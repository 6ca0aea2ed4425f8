import type { ClaimTopic } from "../../tables/report";
import type { FormatId } from "../../tables/table";
import type {
  AmountRule,
  AtLeastRule,
  AuthorityRule,
  ChapterRule,
  ClaimReading,
  ClaimRule,
  ItemsRule,
  SoftRule,
  SoftRuleId,
  YearRule,
} from "./soft-rule";

const TOTAL = ["total"];
const ORGANISATIONS = ["commercial", "research", "welfare", "legalService", "otherOrganisation"];
/** What reports call 收到 is what came new, or that and what was carried over. */
const RECEIVED = [["newlyReceived"], ["newlyReceived", "carriedOver"]];

const ofApplications = (rows: readonly (readonly string[])[], columns: readonly string[] = TOTAL): ClaimReading => ({
  section: "section3",
  sums: rows.map((sum) => ({ rows: sum, columns })),
});
const ofCases = (...rows: readonly string[]): ClaimReading => ({
  section: "section4",
  sums: [{ rows, columns: TOTAL }],
});
const ofDocuments = (column: string): ClaimReading => ({
  section: "section2",
  sums: [{ rows: ["normativeDocuments"], columns: [column] }],
});

const CLAIM_READINGS: Readonly<Record<ClaimTopic, ClaimReading>> = {
  received: ofApplications(RECEIVED),
  handled: ofApplications([...RECEIVED, ["resultsTotal"]]),
  processed: ofApplications([["resultsTotal"]]),
  carriedOver: ofApplications([["carriedOver"]]),
  carriedForward: ofApplications([["carriedForward"]]),
  carried: ofApplications([["carriedForward"], ["carriedOver"]]),
  granted: ofApplications([["granted"]]),
  partiallyGranted: ofApplications([["partiallyGranted"]]),
  grantedWhollyOrPartly: ofApplications([["granted", "partiallyGranted"]]),
  denied: ofApplications([["denied.*"]]),
  unavailable: ofApplications([["unavailable.*"]]),
  notProcessed: ofApplications([["notProcessed.*"]]),
  other: ofApplications([["other", "other.*"]]),
  naturalPerson: ofApplications(RECEIVED, ["naturalPerson"]),
  organisations: ofApplications(RECEIVED, ORGANISATIONS),
  commercial: ofApplications(RECEIVED, ["commercial"]),
  research: ofApplications(RECEIVED, ["research"]),
  welfare: ofApplications(RECEIVED, ["welfare"]),
  legalService: ofApplications(RECEIVED, ["legalService"]),
  review: ofCases("review"),
  litigation: ofCases("directLitigation", "litigationAfterReview"),
  documentsIssued: ofDocuments("issued"),
  documentsRepealed: ofDocuments("repealed"),
  documentsValid: ofDocuments("valid"),
};

const BOTH: readonly FormatId[] = ["2019", "2021"];
const warning = { severity: "warning" } as const;

/** 现行有效 counts what is in force at the end of the year, so also what was issued in it and not repealed. */
const VALID: AtLeastRule = {
  ...warning,
  id: "S2.VALID",
  kind: "atLeast",
  origins: [],
  section: "section2",
  format: "2021",
  pairs: [["valid", "issued"]],
};

/** What was disclosed this year is among all that is disclosed; what was made and not disclosed needs a reason. */
const DISCLOSED: AtLeastRule = {
  ...warning,
  id: "S2.DISCLOSED",
  kind: "atLeast",
  origins: [],
  section: "section2",
  format: "2019",
  pairs: [
    ["disclosed", "made"],
    ["totalDisclosed", "disclosed"],
  ],
};

/** 处理决定数量 counts cases, 上一年项目数量 and 本年增/减 count items: 21＋19＝40 confuses the two. */
const DECISIONS: ItemsRule = {
  ...warning,
  id: "S2.DECISIONS",
  kind: "items",
  origins: [],
  section: "section2",
  format: "2019",
  whole: "decisions",
  parts: ["previousItems", "change"],
};

/** 规章 are made by ministries, provinces, and cities and prefectures with districts; not by counties, townships or bureaus. */
const REGULATIONS: AuthorityRule = {
  ...warning,
  id: "S2.RULES",
  kind: "authority",
  origins: [],
  section: "section2",
  row: "regulations",
};

/**
 * A part takes no more than its whole, and published reports say how much the whole takes. Fees: the largest county among them took
 * 24 252 (平潭 2021), which no township of one reaches, all published ones took none; the largest city took 316 441 (杭州 2025), which
 * none of its districts and bureaus reaches. Both are rounded up generously. Procurement: 政府集中采购
 * came to 123 851 000 in the whole country in 2020 (财政部, 2021-09-03), 43 000 for each of some 2 850 counties and 3 200 for each of
 * some 38 700 townships if all of it had been theirs: the limits are thirty to fifty times as much. The last is for provinces.
 */
const AMOUNT: AmountRule = {
  ...warning,
  id: "S2.UNIT",
  kind: "amount",
  origins: [],
  section: "section2",
  limits: {
    fees: { township: 50_000, county: 500_000, department: 500_000 },
    procurement: { township: 100_000, county: 2_000_000, department: 2_000_000 },
  },
  limitOfAll: 10_000_000,
};

const CLAIMS: ClaimRule = {
  ...warning,
  id: "T.TABLE",
  kind: "claim",
  origins: ["G60", "G30"],
  readings: CLAIM_READINGS,
};

/** The notice of 2021: 总体情况 should not exceed about a thousand characters. */
const OVERVIEW: ChapterRule = {
  ...warning,
  id: "N.SEC1",
  kind: "chapter",
  origins: ["G30"],
  chapter: 1,
  formats: ["2021"],
  longest: 1_000,
};

/** Both notices want problems and improvements told concretely. */
const PROBLEMS: ChapterRule = {
  ...warning,
  id: "N.SEC5",
  kind: "chapter",
  origins: ["G60", "G30"],
  chapter: 5,
  formats: BOTH,
  shortest: 10,
};

/** 信息处理费, the fee for handling applications, is reported here even when none was taken. It has nothing to do with 行政事业性收费 in section 二. */
const FEES: ChapterRule = {
  ...warning,
  id: "N.SEC6",
  kind: "chapter",
  origins: ["G30"],
  chapter: 6,
  formats: ["2021"],
  mentions: ["处理费"],
};

const YEAR_IN_TEXT: YearRule = { ...warning, id: "N.YEAR", kind: "year", origins: [] };
const YEAR_OF_REPORT: YearRule = { ...warning, id: "D.YEAR", kind: "year", origins: [] };

/** Every soft rule by its id. */
export const SOFT_RULES = {
  "S2.VALID": VALID,
  "S2.DISCLOSED": DISCLOSED,
  "S2.DECISIONS": DECISIONS,
  "S2.RULES": REGULATIONS,
  "S2.UNIT": AMOUNT,
  "T.TABLE": CLAIMS,
  "N.SEC1": OVERVIEW,
  "N.SEC5": PROBLEMS,
  "N.SEC6": FEES,
  "N.YEAR": YEAR_IN_TEXT,
  "D.YEAR": YEAR_OF_REPORT,
} as const satisfies Record<SoftRuleId, SoftRule>;
