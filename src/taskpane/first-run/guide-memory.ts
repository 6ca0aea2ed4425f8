const KEY = "gouji.guided";

/** Whether this person has put the guide away on this machine; a browser may forbid to remember it. */
export function wasGuided(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}

/** Shows the guide again when the pane next starts, or not any more. */
export function rememberGuided(isGuided: boolean): void {
  try {
    if (isGuided) localStorage.setItem(KEY, "yes");
    else localStorage.removeItem(KEY);
  } catch {
    // Forbidden in a frame whose storage is blocked: the choice then lasts as long as the pane.
  }
}
