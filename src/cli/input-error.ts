/** What a command is given to go by and cannot use, with the reason in words. */
export class InputError extends Error {
  override readonly name = "InputError";
}
