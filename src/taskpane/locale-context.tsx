import { createContext, useContext, useEffect, useState, type ReactNode } from "react";
import { LOCALE_IDS, loadLocale, type Locale, type LocaleId } from "../locales";

interface LocaleState {
  locale: Locale;
  choose: (id: LocaleId) => Promise<void>;
}

const LocaleContext = createContext<LocaleState | null>(null);

export function useLocaleState(): LocaleState {
  const state = useContext(LocaleContext);
  if (!state) throw new Error("useLocale outside of LocaleProvider");
  return state;
}

export const useLocale = (): Locale => useLocaleState().locale;
export const useWords = (): Locale["words"] => useLocale().words;

const KEY = "gouji.locale";

/** The language that a person chose on this machine, if one was chosen; a browser may forbid to remember it. */
export function chosenLocale(): LocaleId | null {
  try {
    const id = localStorage.getItem(KEY);
    return LOCALE_IDS.find((known) => known === id) ?? null;
  } catch {
    return null;
  }
}

function remember(id: LocaleId): void {
  try {
    localStorage.setItem(KEY, id);
  } catch {
    // Forbidden in a frame whose storage is blocked: the choice then lasts as long as the pane.
  }
}

interface LocaleProviderProps {
  initial: Locale;
  /** What is written into the workbook follows the pane's language. */
  onChange: (locale: Locale) => void;
  children: ReactNode;
}

export function LocaleProvider({ initial, onChange, children }: LocaleProviderProps) {
  const [locale, setLocale] = useState(initial);
  useEffect(() => {
    document.documentElement.lang = locale.id;
    onChange(locale);
  }, [locale, onChange]);
  const choose = async (id: LocaleId) => {
    setLocale(await loadLocale(id));
    remember(id);
  };
  return <LocaleContext.Provider value={{ locale, choose }}>{children}</LocaleContext.Provider>;
}
