import type { ChapterNumber, ClaimTopic } from "../../tables/report";
import type { FormatId, SectionId } from "../../tables/table";
import type { OriginId } from "../rule";
import type { UnitLevel } from "./soft-finding";

/** Rules about one table that say what is not plausible. */
export type PlausibilityRuleId = "S2.VALID" | "S2.DISCLOSED" | "S2.DECISIONS" | "S2.RULES" | "S2.UNIT";
/** Rules about a report as a whole: its text, and its text against its tables. */
export type NarrativeRuleId = "T.TABLE" | "N.SEC1" | "N.SEC5" | "N.SEC6" | "N.YEAR" | "D.YEAR";
export type SoftRuleId = PlausibilityRuleId | NarrativeRuleId;

/** All of these are 核实性: a person may explain them. */
interface SoftRuleBase<Id extends SoftRuleId> {
  id: Id;
  severity: "warning";
  /** The notices that it follows from; empty where only the meaning of the figures or published mistakes speak for it. */
  origins: readonly OriginId[];
}

/** In each row that has both columns, the figure in `greater` is not below that in `less`. */
export interface AtLeastRule extends SoftRuleBase<"S2.VALID" | "S2.DISCLOSED"> {
  kind: "atLeast";
  section: SectionId;
  format: FormatId;
  pairs: readonly (readonly [greater: string, less: string])[];
}

/** Cases counted by adding and taking away items: `whole` is not the sum of `parts` unless something was confused. */
export interface ItemsRule extends SoftRuleBase<"S2.DECISIONS"> {
  kind: "items";
  section: SectionId;
  format: FormatId;
  whole: string;
  /** Column keys; the last is the change, without which nothing can be told. */
  parts: readonly string[];
}

/** A row that only some kinds of unit can have figures in. */
export interface AuthorityRule extends SoftRuleBase<"S2.RULES"> {
  kind: "authority";
  section: SectionId;
  row: string;
}

/** Amounts in another unit than their header says. */
export interface AmountRule extends SoftRuleBase<"S2.UNIT"> {
  kind: "amount";
  section: SectionId;
  /** 万元 by row: from these on an amount is more than a unit of the level takes or spends in a year. */
  limits: Readonly<Record<string, Readonly<Record<UnitLevel, number>>>>;
  /** 万元: the same for every unit, of whatever level. */
  limitOfAll: number;
}

/** Figures in the text against the tables: each topic agrees with one of several sums. */
export interface ClaimRule extends SoftRuleBase<"T.TABLE"> {
  kind: "claim";
  readings: Readonly<Record<ClaimTopic, ClaimReading>>;
}

export interface ClaimReading {
  section: SectionId;
  /** Sums that the figure may be meant as; `denied.*` stands for all rows that begin so. */
  sums: readonly { rows: readonly string[]; columns: readonly string[] }[];
}

/** What a part of the narrative must have. */
export interface ChapterRule extends SoftRuleBase<"N.SEC1" | "N.SEC5" | "N.SEC6"> {
  kind: "chapter";
  chapter: ChapterNumber;
  /** Formats whose notice asks for it. */
  formats: readonly FormatId[];
  /** Characters, spaces not counted. */
  longest?: number;
  shortest?: number;
  /** One of these has to be in it. */
  mentions?: readonly string[];
}

/** Years in the narrative, and years that the report gives as its own. */
export interface YearRule extends SoftRuleBase<"N.YEAR" | "D.YEAR"> {
  kind: "year";
}

export type SoftRule = AtLeastRule | ItemsRule | AuthorityRule | AmountRule | ClaimRule | ChapterRule | YearRule;
