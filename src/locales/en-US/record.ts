import type { HeldContent } from "../../record/content";
import type { SealNote } from "../../record/seal/compare";
import type { ObjectionsChange } from "../../record/seal/objections-since";
import { SECTION_NAMES } from "../../tables/sections";
import type { FormatId, SectionId } from "../../tables/table";
import { addressesOf } from "../lines";
import { placeIn, propertyWords, writersOf, type NoteText, type RecordTexts } from "../record";
import { formatTime, OFFICIAL_NAMES, signature } from "../sheet";
import { describePlace } from "./findings";
import { verdicts } from "./rules";

const WANTED =
  "Say why the number is what it is: on what grounds, how it was counted, which cases are concerned and how many.";
const RECORD_LOST =
  "The record of the check that the file carried is lost: the cells can be compared, the explanations cannot.";

function describeContent(content: HeldContent): string {
  switch (content?.type) {
    case undefined:
      return "(no such cell)";
    case "number":
      return String(content.value);
    case "text":
      return `the text “${content.text}”`;
    case "boolean":
      return String(content.value).toUpperCase();
    case "error":
      return content.code;
    case "blank":
      return "blank";
  }
}

const tableName = ({ section, format }: { section: SectionId; format: FormatId }) =>
  `${SECTION_NAMES[section].sheet} (format of ${format})`;

const titleName = ({ unit, year }: { unit: string | null; year: number | null }) =>
  `“${unit ?? "no unit given"} ${year ?? "no year given"}”`;

function describeObjections({ refused, retracted }: ObjectionsChange): string {
  const rested = "The verdict of that time may not hold; check again.";
  const said = [
    ...(refused > 0 ? [`Explanations that were not accepted after the check: ${refused}.`] : []),
    ...(retracted > 0 ? [`Objections that were taken back after the check: ${retracted}.`] : []),
  ];
  return [...(said.length > 0 ? said : ["What is said of the explanations is not what it was."]), rested].join(" ");
}

function describeNote(note: SealNote): NoteText {
  switch (note.kind) {
    case "cell": {
      const { placement } = note.filled;
      const { words, address } = describePlace(note.key, placement);
      const [before, now] = [describeContent(note.before), describeContent(note.now)];
      return { address: placeIn(placement.sheet, address), sentence: `${words}: it was ${before}, it is ${now}.` };
    }
    case "title": {
      const { sheet, table } = note.filled.placement;
      const sentence = `Title of ${tableName(table)}: it was ${titleName(note.sealed)}, it is ${titleName(note.now)}.`;
      return { address: placeIn(sheet, ""), sentence };
    }
    case "missing": {
      const { sheet, range } = note.sealed;
      return { address: "", sentence: `${tableName(note.sealed)} is gone; it was at ${placeIn(sheet, range)}.` };
    }
    case "added": {
      const { sheet, table } = note.filled.placement;
      return { address: placeIn(sheet, ""), sentence: `${tableName(table)} was added after the check.` };
    }
    case "explanations":
      return {
        address: "",
        sentence:
          "Explanations were added, changed or lost: the verdict rested on others than those that are here now.",
      };
    case "objections":
      return { address: "", sentence: describeObjections(note) };
    case "property": {
      const now = note.now === null ? "it was deleted" : `it says “${propertyWords(note.now)}”`;
      const sentence = `Document property “${note.name}”: it said “${propertyWords(note.before)}” after the check, ${now}.`;
      return { address: "", sentence };
    }
    case "units": {
      const [missing, added] = [note.missing, note.added].map((units) => units.join(", "));
      const told = [...(missing ? [`without ${missing}`] : []), ...(added ? [`with ${added}`] : [])].join(", ");
      return { address: "", sentence: `The list of units is another than when it was checked: ${told}.` };
    }
    case "propertiesLost":
      return {
        address: "",
        sentence:
          "What the document properties said of the check was deleted; this was compared with the record in the file.",
      };
    case "computed": {
      const { placement } = note.filled;
      const [first = "", ...others] = addressesOf(note.keys, placement);
      const all = others.length > 0 ? `and ${others.length} more: ` : "";
      const sentence = `${all}a number was typed when it was checked; now a formula stands there, with the same result.`;
      return { address: placeIn(placement.sheet, first), sentence };
    }
  }
}

export const record: RecordTexts = {
  states: {
    none: "To be explained",
    explained: "Explained",
    objected: "Not accepted",
    resent: "Same as what was not accepted",
    lapsed: "Lapsed",
    hollow: "Says nothing",
    answered: "Not accepted, explained anew",
    replaced: "Written anew",
  },
  faults: {
    empty: WANTED,
    noWords: `Figures and punctuation explain nothing. ${WANTED}`,
    repeated: `One character again and again explains nothing. ${WANTED}`,
    hollow: `“Checked and correct” and the like are no explanation. ${WANTED}`,
    short: `This is too short. ${WANTED}`,
    refused: `This is the explanation that was not accepted. ${WANTED}`,
  },
  describeObjection: (objection) => `Why it is not accepted: ${objection.text} (${signature(objection)})`,
  describeRetracted: (objection) =>
    `Was not accepted: ${objection.text} (${signature(objection)}; taken back ${signature(objection.retracted)})`,
  problems: {
    newer:
      "The explanations in this workbook were written by a later version and cannot be read here. Update the add-in.",
    damaged: "The explanations in this workbook are damaged and cannot be read. Nothing is written over them.",
    tooLarge: "The explanations in this workbook are too large to be read. Nothing is written over them.",
  },
  describeContent,
  describeNote,
  describeSeal(status) {
    switch (status.state) {
      case "unchanged":
        return "Checked, and unchanged since";
      case "changed":
        return status.changes.length === 1
          ? "1 change since the check"
          : `${status.changes.length} changes since the check`;
      case "changedSomewhere":
        return "Changed since the check; the seal has no record of the cells, so nobody can tell where";
      case "broken":
        return "The seal contradicts itself and proves nothing";
    }
  },
  describeCheck(status) {
    const seal = "seal" in status ? status.seal : null;
    if (!seal) return status.state === "unchanged" ? RECORD_LOST : "";
    const zero = seal.blankIsZero ? " (blanks count as 0)" : "";
    const contains = seal.properties?.get(OFFICIAL_NAMES.stamp.units);
    const sum = contains === undefined ? "" : ` Sum of ${contains}.`;
    return `Checked at ${formatTime(new Date(seal.at))}, verdict “${verdicts[seal.verdict]}”${zero}, rule set ${seal.rules}.${sum}`;
  },
  lost: (printed) => {
    const writers = writersOf(printed).join(", ");
    const by = writers && ` (by ${writers})`;
    return `The sheet of results shows ${printed.length} explanations${by}, but the file has lost them: another program saved it. Ask who reported, and restore them in the pane or write them anew.`;
  },
  notice:
    "A seal only tells whether numbers, titles and explanations of the tables changed after the check, not whether the words on the sheet 校验结果 or on paper did. It is no signature and does not prove who checked.",
};
