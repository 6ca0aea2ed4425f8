import { FORMATS, tableOf } from "../tables/formats";
import { splitKey, type SectionId, type Table } from "../tables/table";

/** What each row of a table is for, the same in both formats: a row of numbers by its key, a bar by its text, a header by what it follows. */
function slotsOf({ rowCount, numbers, labels }: Table): string[] {
  const slots: string[] = [];
  for (let row = 0; row < rowCount; row++) {
    const number = numbers.find((one) => one.row === row);
    const bar = labels.find((label) => label.row === row && label.style === "bar");
    slots.push(number ? splitKey(number.key).row : (bar?.text ?? `${slots.at(-1) ?? ""}/`));
  }
  return slots;
}

/** The rows of both formats in one order: those that only one has stand behind the one that they follow in it. */
function mergeSlots(section: SectionId): string[] {
  const merged: string[] = [];
  for (const slots of FORMATS.map((format) => slotsOf(tableOf(format, section)))) {
    slots.forEach((slot, row) => {
      if (!merged.includes(slot)) merged.splice(row === 0 ? 0 : merged.indexOf(slots[row - 1]!) + 1, 0, slot);
    });
  }
  return merged;
}

/** For each label of a table the place of its row among the rows of its section in both formats. */
export function labelOrder(table: Table): ReadonlyMap<string, number> {
  const merged = mergeSlots(table.section);
  const slots = slotsOf(table);
  // Of labels that say the same, the first counts.
  return new Map([...table.labels].reverse().map(({ text, row }) => [text, merged.indexOf(slots[row]!)]));
}
