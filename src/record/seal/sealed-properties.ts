/** What was written among the custom document properties for people to see, by name, as `propertyText` has it. */
export type SealedProperties = ReadonlyMap<string, string>;

/** A property says something else than was sealed. */
export interface PropertyChange {
  kind: "property";
  name: string;
  before: string;
  /** Null when it was deleted. */
  now: string | null;
}

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/;
/** Hours: no two places on earth are further apart. */
const MOST_APART = 26;
const HOUR = 3_600_000;

/** A property's value as text: files have dates as `{date}`, Excel as ISO text or as a date of JavaScript. */
export function propertyText(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  if (typeof value === "object" && value !== null && "date" in value) return String(value.date);
  return String(value);
}

/** The same moment, however it is written. Programs that leave out the time zone mean their own. */
function isSameTime(a: string, b: string): boolean {
  const [one, other] = [TIME.exec(a), TIME.exec(b)];
  if (!one || !other) return false;
  const apart = Math.abs(Date.parse(a) - Date.parse(b));
  return one[1] && other[1] ? apart < 1000 : apart <= MOST_APART * HOUR;
}

/** What the properties of a workbook say otherwise than was sealed; those of other programs are not looked at. */
export function compareProperties(
  sealed: SealedProperties,
  present: Readonly<Record<string, unknown>>,
): PropertyChange[] {
  return [...sealed].flatMap(([name, before]): PropertyChange[] => {
    const now = name in present ? propertyText(present[name]) : null;
    if (now !== null && (now === before || isSameTime(before, now))) return [];
    return [{ kind: "property", name, before, now }];
  });
}

/** Whether none of them is there any more, as when another program saved the file. */
export const areAllLost = (sealed: SealedProperties, changes: readonly PropertyChange[]): boolean =>
  sealed.size > 0 && changes.length === sealed.size && changes.every(({ now }) => now === null);
