import { text } from "../arguments";
import { HostError } from "../host-error";

/** Bytes from base64 text, which may begin as a data URL does. */
export function fromBase64(value: unknown): Uint8Array {
  const encoded = text(value).replace(/^data:[^,]*,/, "");
  try {
    return Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
  } catch {
    throw new HostError("InvalidArgument", "The workbook is not given as base64.");
  }
}
