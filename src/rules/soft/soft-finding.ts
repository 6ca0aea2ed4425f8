import type { FigureUnit } from "../../tables/filled";
import type { ChapterNumber, Claim, StatedYear } from "../../tables/report";
import type { CellKey, SectionId } from "../../tables/table";
import type { FindingBase, Term } from "../finding-base";
import type { NarrativeRuleId, PlausibilityRuleId } from "./soft-rule";

/** Something in a table that is hardly meant so. Numbers are plain decimals in text. */
export type PlausibilityFinding = AtLeastFinding | ItemsFinding | AuthorityFinding | AmountFinding;

interface PlausibilityBase extends FindingBase {
  rule: PlausibilityRuleId;
  severity: "warning";
}

/** The first of two figures is below the second. */
export interface AtLeastFinding extends PlausibilityBase {
  kind: "atLeast";
  greater: Term;
  less: Term;
}

/** A number of cases that is exactly the sum of two numbers of items. */
export interface ItemsFinding extends PlausibilityBase {
  kind: "items";
  whole: Term;
  parts: readonly Term[];
}

/** What a unit's name says of it. */
export type UnitLevel = "township" | "county" | "department";

export interface AuthorityFinding extends PlausibilityBase {
  kind: "authority";
  /** Whose report it is. */
  unit: string;
  level: UnitLevel;
  values: readonly Term[];
}

/**
 * `otherUnit`: the cell names another unit than the header; `decimals`: fewer decimals than the header asks for;
 * `scale`: more than any unit of its level takes or spends in that unit.
 */
export type AmountFault = "otherUnit" | "decimals" | "scale";

export interface AmountFinding extends PlausibilityBase {
  kind: "amount";
  fault: AmountFault;
  /** As it stands in the cell, and over it. */
  written: string;
  header?: string;
  /** Decimals that the header asks for. */
  decimals?: number;
  /** Of the unit for which it is too much; not set where its name says nothing and it would be for any. */
  level?: UnitLevel;
  /** What it may mean, in 万元: first the number as it stands in the unit of the header, then as it was probably meant. */
  readings: readonly AmountReading[];
}

export interface AmountReading {
  number: string;
  /** The unit that the written number is taken to be in. */
  unit: FigureUnit;
}

/** Something in the text of a report, or between its text and its tables. */
export type NarrativeFinding = ClaimFinding | ChapterFinding | YearFinding | StatedYearFinding;

interface NarrativeBase {
  rule: NarrativeRuleId;
  severity: "warning";
}

/** A figure in a sentence that agrees with nothing that it may count in the table. */
export interface ClaimFinding extends NarrativeBase {
  kind: "claim";
  claim: Claim;
  section: SectionId;
  /** What the table has for each way to take it. */
  expected: readonly { cells: readonly CellKey[]; sum: string }[];
}

/** `missing`: no such part; `empty`: nothing in it; `none`: no more than 无; `short`, `long`: by its characters; `unmentioned`: what has to be told is not. */
export type ChapterFault = "missing" | "empty" | "none" | "short" | "long" | "unmentioned";

export interface ChapterFinding extends NarrativeBase {
  kind: "chapter";
  chapter: ChapterNumber;
  fault: ChapterFault;
  /** Characters that it has, and that it should have. */
  length?: number;
  limit?: number;
}

/** A sentence that speaks of a year that can hardly be meant: `past` of what was done, `plan` of what will be. */
export interface YearFinding extends NarrativeBase {
  kind: "year";
  sense: "past" | "plan";
  /** In the text, and of the report. */
  year: number;
  reportYear: number;
  sentence: string;
  chapter: ChapterNumber;
}

/** Title, period and file name do not agree on the report's year. */
export interface StatedYearFinding extends NarrativeBase {
  kind: "statedYear";
  years: readonly StatedYear[];
}
