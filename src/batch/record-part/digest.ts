import type { Explanation } from "../../record/explanation";
import { canonicalText, explanationsText, objectionsText } from "../../record/seal/canonical-text";
import type { SealedTable } from "../../record/seal/seal";

/** SHA-256 of a text in UTF-8, 64 hexadecimal digits: Web Crypto, which browsers and Node both have. */
async function sha256(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The digest of what stands in tables. */
export const digestOf = (tables: readonly SealedTable[]): Promise<string> => sha256(canonicalText(tables));

export const digestOfExplanations = (explanations: readonly Explanation[]): Promise<string> =>
  sha256(explanationsText(explanations));

export const digestOfObjections = (explanations: readonly Explanation[]): Promise<string> =>
  sha256(objectionsText(explanations));
