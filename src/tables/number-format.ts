/** What shows as it is written: quoted text, one character behind a backslash, a space as wide as one, a filling. */
const LITERALS = /"[^"]*"|\\.|_.|\*./g;
/** Colours, conditions, currencies and calendars; but `[h]` counts hours. */
const BRACKETS = /\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi;
const GENERAL = /General|G\/通用格式/gi;

/** Whether a number format of a spreadsheet (`yyyy/m/d`, `h:mm`, `[$-804]aaaa`) shows a number as a date or a time. */
export function isDateFormat(code: string): boolean {
  if (code === "General" || !/[ymdhsa]/i.test(code)) return false;
  return /[ymdhs]|a{3}/i.test(code.replace(LITERALS, "").replace(BRACKETS, "").replace(GENERAL, ""));
}

/** Day 0 of Excel's date system. It counts a 29 February 1900 that never was; days before it are off by one. */
const EPOCH = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;
const LAST_DAY = 2_958_465;

/** The day that a number stands for, as 2020-1-5; null for a time of day and for what is beyond the calendar. */
export function dayOf(serial: number): string | null {
  if (serial < 1 || serial > LAST_DAY) return null;
  const day = new Date(EPOCH + Math.floor(serial) * DAY);
  return `${day.getUTCFullYear()}-${day.getUTCMonth() + 1}-${day.getUTCDate()}`;
}
