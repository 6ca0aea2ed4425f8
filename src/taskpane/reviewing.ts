const KEY = "gouji.reviewing";

/** Whether the person chose review mode on this machine; a browser may forbid to remember it. */
export function choseReviewing(): boolean {
  try {
    return localStorage.getItem(KEY) === "yes";
  } catch {
    return false;
  }
}

export function rememberReviewing(isReviewing: boolean): void {
  try {
    localStorage.setItem(KEY, isReviewing ? "yes" : "no");
  } catch {
    // Forbidden in a frame whose storage is blocked: the choice then lasts as long as the pane.
  }
}
