const PAGE_NUMBER =
  /^\s*(?:[-—–]\s*\d{1,4}\s*[-—–]|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?|\d{1,4}\s*\/\s*\d{1,4})\s*$/;
const RULE = /^[\s\-:=_—+|]*[-=_—]{3}[\s\-:=_—+|]*$/;

/** Lines that only number the pages or draw a line; a form feed begins a page. */
function isPageMark(line: string): boolean {
  return line.length < 200 && (PAGE_NUMBER.test(line) || RULE.test(line));
}

/** Divides a text into lines; page numbers and drawn lines become empty ones. */
export function splitLines(text: string): string[] {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, "\n")
    .replaceAll("\f", "\n")
    .split("\n")
    .map((line) => (isPageMark(line) ? "" : line));
}
