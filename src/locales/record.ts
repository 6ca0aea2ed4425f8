import type { HeldContent } from "../record/content";
import type { StandingState } from "../record/explanation-book";
import type { RecordProblem } from "../record/record";
import type { SealChange } from "../record/seal/compare";
import type { SealStatus } from "../record/seal/seal-status";
import type { SubstanceFault } from "../record/substance";
import { sheetReference } from "../tables/address";

/** Words for what a workbook remembers: explanations of warnings, and the seal. */
export interface RecordTexts {
  states: Readonly<Record<StandingState, string>>;
  /** Why a text explains nothing, and what is wanted. */
  faults: Readonly<Record<SubstanceFault, string>>;
  /** Why nothing is read and nothing is written. */
  problems: Readonly<Record<RecordProblem, string>>;
  /** What stands in a cell, or stood there. */
  describeContent(content: HeldContent): string;
  /** What is not as it was when it was sealed. */
  describeChange(change: SealChange): ChangeText;
  /** In one line. */
  describeSeal(status: SealStatus): string;
  /** When it was checked, with what result and which rules; what cannot be compared, when that is not known. */
  describeCheck(status: SealStatus): string;
  /** What a seal is, and what it is not. */
  notice: string;
}

export interface ChangeText {
  /** With the sheet's name; empty when what changed has no place any more. */
  address: string;
  /** The whole change in a sentence. */
  sentence: string;
}

/** 表三!D27; only the sheet where the cell has no place. */
export const placeIn = (sheet: string, address: string): string =>
  address === "" ? sheet : `${sheetReference(sheet)}!${address}`;
