import type { EvidenceCode } from "../repair/evidence";
import type { Suspect, SuspectCell, SuspectEvidence } from "../repair/suspects";
import type { Placement } from "../tables/filled";
import type { CellKey } from "../tables/table";
import { addressesOf } from "./lines";
import type { SuspectText } from "./locale";

/** The words about suspects in one language. */
export interface SuspectWords {
  /** What speaks for a suspect; `others` are the addresses of the cells that it tells of. */
  evidence: Readonly<Record<EvidenceCode, (others: string) => string>>;
  blank: string;
  /** A text where a number should stand, and that number. */
  text: (written: string) => string;
  number: (suggested: string) => string;
  /** A number that the other numbers do not tell. */
  open: string;
  /** A number within limits; null where there is no limit. */
  range: (least: string | null, most: string | null) => string;
  and: string;
  or: string;
  /** A cell of a published report, which has no address. */
  placeOf: (key: CellKey, placement: Placement) => { words: string };
  because: (change: string, reasons: readonly string[]) => string;
}

/** Evidence that is true of one of the cells that it tells of; which one is not known. */
const EITHER: ReadonlySet<EvidenceCode> = new Set(["leftOut", "countedTwice", "neighbour"]);

/** Limits further apart than this help nobody to find the number. */
const WIDEST_RANGE = 10_000;

const isWide = (least: string | null, most: string | null) =>
  least !== null && most !== null && Number(most) - Number(least) > WIDEST_RANGE;

/** Makes the words about a suspect from those of a language. */
export function describeWith(words: SuspectWords): (suspect: Suspect, placement: Placement) => SuspectText {
  const nameOf = (key: CellKey, placement: Placement): string =>
    addressesOf([key], placement)[0] ?? words.placeOf(key, placement).words;
  const cellOf = ({ key, current, suggested, least, most }: SuspectCell, isText: boolean, placement: Placement) => ({
    address: nameOf(key, placement),
    current: isText ? words.text(current) : current === "" ? words.blank : current,
    suggested:
      suggested === null
        ? isWide(least, most)
          ? words.open
          : words.range(least, most)
        : isText
          ? words.number(suggested)
          : suggested,
  });
  const isText = ({ evidence }: Suspect, key: CellKey) =>
    evidence.some(({ code, cell }) => cell === key && code === "asText");
  const reasonOf = ({ code, cell, others }: SuspectEvidence, { cells }: Suspect, placement: Placement) => {
    const told = others.map((other) => nameOf(other, placement)).join(EITHER.has(code) ? words.or : words.and);
    return (cells.length > 1 ? `${nameOf(cell, placement)} ` : "") + words.evidence[code](told);
  };
  return (suspect, placement) => {
    const cells = suspect.cells.map((cell) => cellOf(cell, isText(suspect, cell.key), placement));
    const change = cells
      .map(({ address, current, suggested }) => `${address} ${current} → ${suggested}`)
      .join(words.and);
    const reasons = suspect.evidence.map((evidence) => reasonOf(evidence, suspect, placement));
    return { cells, change, reasons, sentence: reasons.length > 0 ? words.because(change, reasons) : change };
  };
}
