import type { CellKey, FormatId, SectionId } from "../../tables/table";
import type { Severity } from "../rule";
import type { NarrativeFinding } from "../soft/soft-finding";

/** Something wrong with a report as a whole, as coded data. `src/locales` makes sentences of it. */
export type ReportFinding = VersionFinding | MissingFinding | NarrativeFinding;

/** A table of a report, by its place among all tables that were checked together, and the format of its labels. */
export interface ReportPart {
  table: number;
  section: SectionId;
  format: FormatId;
}

/** `year`: the tables have the format of other years; `mixed`: some have one format and some the other; `early`: no official format is so old. */
export type VersionFault = "year" | "mixed" | "early";

export interface VersionFinding {
  kind: "version";
  rule: "F.VERSION";
  severity: Severity;
  fault: VersionFault;
  /** Of the report, and the format that it asks for; absent where nothing tells the year. */
  year?: number;
  expected?: FormatId;
  /** The tables that are not as they should be; of a mix all that have a part in it, a table twice when it is mixed in itself. */
  parts: readonly ReportPart[];
}

/** `absent`: the report has no such table; `empty`: it has, with nothing filled in. */
export type MissingFault = "absent" | "empty";

export interface MissingFinding {
  kind: "missing";
  rule: "F.MISSING";
  severity: Severity;
  fault: MissingFault;
  section: SectionId;
  /** Whether it was looked for in a published report, where it may be a picture. */
  isPublished: boolean;
  /** Place among all tables that were checked together, of one that is empty. */
  table?: number;
}

/** Where a person should look: a table, and cells of it when it is about cells. */
export interface ReportPlace {
  table: number;
  cells: readonly CellKey[];
}

/** Whose report it is and of which year, as far as anything tells. */
export interface ReportSubject {
  unit: string | null;
  year: number | null;
}
