/** A label with the comma of a CSV right behind it: Chinese itself has a comma of its own. */
const CELL = /[\p{Script=Han}）)”"],/u;
/** Fewer such lines may be anything. */
const FEWEST = 5;

/** Whether a text is a table saved with commas between its cells. */
export function isCsv(text: string): boolean {
  let found = 0;
  for (const line of text.split("\n")) {
    if (line.length < 2_000 && CELL.test(line)) found += 1;
    if (found >= FEWEST) return true;
  }
  return false;
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
