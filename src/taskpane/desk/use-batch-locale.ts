import { useMemo } from "react";
import { withBatch, type BatchLocale } from "../../locales/batch-locale";
import { useLocale } from "../locale-context";

/** The pane's language with the words about many files. */
export function useBatchLocale(): BatchLocale {
  const locale = useLocale();
  return useMemo(() => withBatch(locale), [locale]);
}
