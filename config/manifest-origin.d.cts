/** Where `npm start` serves the add-in. */
export const DEVELOPMENT_ORIGIN: string;
/** An address that no manifest can use. */
export class AddressError extends Error {
  constructor(address: string, reason: string);
}
/** The manifest with every address moved to the https folder at `address`; throws AddressError. */
export function moveManifest(text: string, address: string): string;
