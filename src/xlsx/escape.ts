const TEXT: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;" };
const ATTRIBUTE: Readonly<Record<string, string>> = { ...TEXT, '"': "&quot;", "\n": "&#10;", "\t": "&#9;" };

/** Text between tags. */
export function escapeText(text: string): string {
  return text.replace(/[&<>\r]/g, (character) => TEXT[character]!);
}

/** The value of an attribute in double quotes. */
export function escapeAttribute(text: string): string {
  return text.replace(/[&<>"\r\n\t]/g, (character) => ATTRIBUTE[character]!);
}

/**
 * Text as ST_Xstring has it (ISO/IEC 29500-1, 22.9.2.19): what XML cannot carry becomes `_x000B_`, and text that looks
 * like such an escape is escaped itself. Still to be escaped for XML.
 */
export function escapeXstring(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(/(?![\t\n])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, (character) => {
      const code = character.charCodeAt(0).toString(16).toUpperCase();
      return `_x${code.padStart(4, "0")}_`;
    });
}

/** The attributes of an element, each with a space before; those that are undefined are left out. */
export function attributesXml(attributes: Readonly<Record<string, string | number | boolean | undefined>>): string {
  let xml = "";
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined) continue;
    const text = typeof value === "boolean" ? (value ? "1" : "0") : String(value);
    xml += ` ${name}="${escapeAttribute(text)}"`;
  }
  return xml;
}
