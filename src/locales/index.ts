import type { Locale, LocaleId } from "./locale";
import { zhCN } from "./zh-CN";

export type { FindingText, Locale, LocaleId, PlaceText, RuleText, SideText, SuspectText } from "./locale";
export { ERROR_CODES, type ErrorDetails, type ErrorText } from "./errors";
export type { RecordTexts } from "./record";
export { signature, type SheetTexts } from "./sheet";
export type { LabelKey, Words } from "./zh-CN/words";
export { zhCN };

export const LOCALE_IDS: readonly LocaleId[] = ["zh-CN", "en-US"];

/** The language for a BCP 47 tag as Excel gives it: English for English, Chinese for everything else. */
export const pickLocale = (tag: string): LocaleId => (/^en\b/i.test(tag) ? "en-US" : "zh-CN");

/** Chinese is always there; English is fetched when it is wanted. */
export async function loadLocale(id: LocaleId): Promise<Locale> {
  return id === "zh-CN" ? zhCN : (await import("./en-US")).enUS;
}
