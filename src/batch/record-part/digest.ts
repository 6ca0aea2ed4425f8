import { canonicalText } from "../../record/seal/canonical-text";
import type { SealedTable } from "../../record/seal/seal";

/** SHA-256 of what stands in tables, 64 hexadecimal digits: Web Crypto, which browsers and Node both have. */
export async function digestOf(tables: readonly SealedTable[]): Promise<string> {
  const bytes = new TextEncoder().encode(canonicalText(tables));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
