/**
 * The 16-bit verifier that .xlsx keeps of a sheet's password (`sheetProtection/@password`, ECMA-376 part 4, 3.3.1.81), as
 * four hexadecimal digits. It keeps honest people honest and is no secret's keeper, in Excel as here.
 */
export function passwordVerifier(password: string): string {
  if (password === "") return "0000";
  let hash = 0;
  for (const character of [...password].reverse()) {
    hash = rotate(hash) ^ (character.charCodeAt(0) & 0xff);
  }
  hash = rotate(hash) ^ password.length ^ 0xce4b;
  return hash.toString(16).toUpperCase().padStart(4, "0");
}

/** Fifteen bits to the left, around. */
const rotate = (hash: number): number => ((hash >> 14) & 1) | ((hash << 1) & 0x7fff);

const DIGESTS: Record<string, string> = {
  "SHA-1": "SHA-1",
  "SHA-256": "SHA-256",
  "SHA-384": "SHA-384",
  "SHA-512": "SHA-512",
};

/**
 * Whether a password opens what a file protects: with the 16-bit verifier, or with `ALGORITHM:SALT:SPINS:HASH` (salt and hash
 * in base 64, ISO/IEC 29500-1, 18.3.1.85).
 */
export async function passwordFits(password: string, hash: string): Promise<boolean> {
  const [name = "", salt, spins, expected] = hash.split(":");
  if (salt === undefined || expected === undefined) return passwordVerifier(password) === hash.toUpperCase();
  const digest = DIGESTS[name];
  if (digest === undefined) return false;
  const text = new Uint8Array(Uint16Array.from({ length: password.length }, (_, i) => password.charCodeAt(i)).buffer);
  let bytes = new Uint8Array(await crypto.subtle.digest(digest, joined(fromBase64(salt), text)));
  for (let spin = 0; spin < Number(spins); spin++) {
    const counter = new Uint8Array(new Uint32Array([spin]).buffer);
    bytes = new Uint8Array(await crypto.subtle.digest(digest, joined(bytes, counter)));
  }
  return btoa(String.fromCharCode(...bytes)) === expected;
}

const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
