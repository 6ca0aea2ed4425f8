import type { SectionId } from "./table";

/** The six parts of a report, in official order; 2 to 4 are the tables, and may have sentences of their own. */
export type ChapterNumber = 1 | 2 | 3 | 4 | 5 | 6;

/** The chapter that a table stands in. */
export const CHAPTER_OF: Readonly<Record<SectionId, ChapterNumber>> = { section2: 2, section3: 3, section4: 4 };

/** One part of a report's narrative. */
export interface Chapter {
  number: ChapterNumber;
  /** As printed, with its number. */
  heading: string;
  /** Paragraphs parted by line feeds, tables left out. */
  text: string;
}

/** What a figure in a sentence is said to count. */
export type ClaimTopic =
  | "received"
  | "handled"
  | "carriedOver"
  | "processed"
  | "granted"
  | "partiallyGranted"
  | "grantedWhollyOrPartly"
  | "denied"
  | "unavailable"
  | "notProcessed"
  | "other"
  | "carriedForward"
  | "carried"
  | "naturalPerson"
  | "organisations"
  | "commercial"
  | "research"
  | "welfare"
  | "legalService"
  | "review"
  | "litigation"
  | "documentsIssued"
  | "documentsRepealed"
  | "documentsValid";

/** A figure that the narrative gives for something that the tables count, too. */
export interface Claim {
  topic: ClaimTopic;
  /** A plain decimal. */
  number: string;
  /** The sentence that says so, as printed. */
  sentence: string;
  chapter: ChapterNumber;
}

/** A year that a report gives as its own. */
export interface StatedYear {
  /** The title, the period that the figures are of, the name of the file, or what stands over a table. */
  source: "title" | "period" | "name" | "table";
  /** Of which table, when it is one. */
  section?: SectionId;
  year: number;
}

/** What a report says besides its tables. */
export interface Narrative {
  title?: string;
  unit?: string;
  year?: number;
  statedYears: readonly StatedYear[];
  chapters: readonly Chapter[];
  claims: readonly Claim[];
}
