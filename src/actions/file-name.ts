/** Windows refuses these; macOS and web servers some of them. */
// eslint-disable-next-line no-control-regex -- control characters are among what is refused
const REFUSED = /[\\/:*?"<>|\u0000-\u001f\u007f]/g;
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)$/i;
/** In characters; file systems take 255 bytes, and a Chinese character has three. */
const LONGEST = 80;
const ENDING = ".xlsx";

/** A name that every file system takes, with the ending of a workbook. */
export function safeFileName(name: string): string {
  const plain = [...name.replace(REFUSED, "_")]
    .slice(0, LONGEST)
    .join("")
    .replace(/^[\s.]+|[\s.]+$/g, "");
  return (plain === "" || DEVICES.test(plain) ? `_${plain}` : plain) + ENDING;
}
