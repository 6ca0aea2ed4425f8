/** Who writes: the reporter who explains, or the reviewer who does not accept. */
export type Writer = "reporter" | "reviewer";

const keyOf = (writer: Writer) => `gouji.${writer}`;

/** The name that was given last in this session; a browser may forbid to remember it. */
export function rememberedName(writer: Writer): string {
  try {
    return sessionStorage.getItem(keyOf(writer)) ?? "";
  } catch {
    return "";
  }
}

export function rememberName(writer: Writer, name: string): void {
  try {
    sessionStorage.setItem(keyOf(writer), name);
  } catch {
    // Forbidden in a frame whose storage is blocked: the name is then typed again next time.
  }
}
