const DAY = 86_400_000;
/** Day 0 of the two date systems. The 1900 system counts a 29 February 1900 that never was: days before it move by one. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
const FIRST_OF_MARCH_1900 = 61;

const ISO = /^(?:(\d{4})-(\d\d)-(\d\d))?(?:T?(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?Z?$/;

/** The number that Excel keeps for an ISO 8601 date, time or both (cells of type `d`), or null when it is none. */
export function isoToSerial(text: string, date1904: boolean): number | null {
  const found = ISO.exec(text.trim());
  if (found === null || text.trim() === "") return null;
  const [, year, month, day, hours = "0", minutes = "0", seconds = "0"] = found;
  const time = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
  if (year === undefined) return time;
  const utc = Date.UTC(Number(year), Number(month) - 1, Number(day));
  if (date1904) return (utc - EPOCH_1904) / DAY + time;
  const serial = (utc - EPOCH_1900) / DAY;
  return (serial < FIRST_OF_MARCH_1900 ? serial - 1 : serial) + time;
}
