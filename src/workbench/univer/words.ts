import type { ILanguagePack } from "@univerjs/core";

/** The parts of Univer's words that speak of protection. */
const PROTECTION_WORDS = ["sheets", "sheets-ui"];

const ASK_THE_CREATOR = /如需[^，。]*，请联系创建者。/g;
const UNPROTECT_FIRST = "如需更改，请先撤消工作表保护。";

/**
 * Univer sends people to the creator of a document for leave to edit. Here a sheet is protected as in Excel: whoever wants to
 * change it takes the protection off.
 */
export function asExcelSays(words: ILanguagePack): ILanguagePack {
  const changed = PROTECTION_WORDS.map((part) => [part, replaced(words[part])] as const);
  return { ...words, ...(Object.fromEntries(changed) as ILanguagePack) };
}

function replaced(words: unknown): unknown {
  if (typeof words === "string") return words.replace(ASK_THE_CREATOR, UNPROTECT_FIRST);
  if (typeof words !== "object" || words === null || Array.isArray(words)) return words;
  return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, replaced(value)]));
}
