/** A label with the comma of a CSV right behind it: Chinese itself has a comma of its own. */
const CELL = /[\p{Script=Han}）)”"],/u;
/** Fewer such lines may be anything, */
const FEWEST = 5;
/** unless some have as many commas, as the three of the header of section 四 do. Those behind figures may group digits. */
const FEWEST_ALIKE = 3;
const FEWEST_COMMAS = 3;
const PARTING = /(?<!\d),/g;

/** Whether a text is a table saved with commas between its cells. */
export function isCsv(text: string): boolean {
  let found = 0;
  const alike = new Map<number, number>();
  for (const line of text.split("\n")) {
    if (line.length >= 2_000) continue;
    if (CELL.test(line)) found += 1;
    const commas = line.match(PARTING)?.length ?? 0;
    if (commas >= FEWEST_COMMAS) alike.set(commas, (alike.get(commas) ?? 0) + 1);
  }
  return found >= FEWEST || (found > 0 && [...alike.values()].some((lines) => lines >= FEWEST_ALIKE));
}

/** The same cells with tabs between them (RFC 4180: what stands in quotes may hold commas and line feeds, `""` is a quote). */
export function tabsOf(csv: string): string {
  let tabs = "";
  let isQuoted = false;
  for (let at = 0; at < csv.length; at++) {
    const sign = csv[at]!;
    if (sign === '"' && isQuoted && csv[at + 1] === '"') {
      tabs += sign;
      at += 1;
    } else if (sign === '"') isQuoted = !isQuoted;
    else if (isQuoted) tabs += /[\t\r\n]/.test(sign) ? " " : sign;
    else tabs += sign === "," ? "\t" : sign;
  }
  return tabs;
}
