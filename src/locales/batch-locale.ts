import type { BatchTexts } from "./batch";
import { batch as enUS } from "./en-US/batch";
import type { Locale, LocaleId } from "./locale";
import { batch as zhCN } from "./zh-CN/batch";

/** A language with the words about many files. They are apart from the others, so that the pane fetches them with the view that needs them. */
export interface BatchLocale extends Locale {
  batch: BatchTexts;
}

const BATCH_TEXTS: Readonly<Record<LocaleId, BatchTexts>> = { "zh-CN": zhCN, "en-US": enUS };

export const withBatch = (locale: Locale): BatchLocale => ({ ...locale, batch: BATCH_TEXTS[locale.id] });
