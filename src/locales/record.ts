import type { HeldContent } from "../record/content";
import type { Remark, RetractedObjection } from "../record/explanation";
import type { EntryState } from "../record/history";
import type { TextFault } from "../record/judge-text";
import type { PrintedExplanation } from "../record/printed";
import type { RecordProblem } from "../record/record";
import type { SealNote } from "../record/seal/compare";
import type { SealStatus } from "../record/seal/seal-status";
import { sheetReference } from "../tables/address";
import { formatTime } from "./sheet";

/** Words for what a workbook remembers: explanations of warnings, and the seal. */
export interface RecordTexts {
  states: Readonly<Record<EntryState, string>>;
  /** Why a text is not taken, and what is wanted. */
  faults: Readonly<Record<TextFault, string>>;
  /** Why a supervisor does not accept an explanation, in one line. */
  describeObjection: (objection: Remark) => string;
  /** What a supervisor had said against an explanation, and took back. */
  describeRetracted: (objection: RetractedObjection) => string;
  /** Why nothing is read and nothing is written. */
  problems: Readonly<Record<RecordProblem, string>>;
  /** What stands in a cell, or stood there. */
  describeContent(content: HeldContent): string;
  /** What is not as it was when it was sealed. */
  describeNote(note: SealNote): NoteText;
  /** In one line. */
  describeSeal(status: SealStatus): string;
  /** When it was checked, with what result and which rules; what cannot be compared, when that is not known. */
  describeCheck(status: SealStatus): string;
  /** That explanations stand on the report sheet only, and what to do. */
  lost(printed: readonly PrintedExplanation[]): string;
  /** What a seal is, and what it is not. */
  notice: string;
}

export interface NoteText {
  /** With the sheet's name; empty when what it is about has no place, or none any more. */
  address: string;
  /** All of it in a sentence. */
  sentence: string;
}

/** 表三!D27; only the sheet where the cell has no place. */
export const placeIn = (sheet: string, address: string): string =>
  address === "" ? sheet : `${sheetReference(sheet)}!${address}`;

const MOMENT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** What a document property says; times as people read them. */
export const propertyWords = (value: string): string => (MOMENT.test(value) ? formatTime(new Date(value)) : value);

/** Who wrote them, as far as it is known. */
export const writersOf = (printed: readonly PrintedExplanation[]): string[] => [
  ...new Set(printed.flatMap(({ explanation: { by } }) => by ?? [])),
];
