const KEY = "gouji.unit";

/** The unit name of the last insertion in this session; a browser may forbid to remember it. */
export function rememberedUnit(): string | null {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}

export function rememberUnit(unit: string): void {
  try {
    sessionStorage.setItem(KEY, unit);
  } catch {
    // Forbidden in a frame whose storage is blocked: the name is then typed again next time.
  }
}
