/** What may be said about an error: names, addresses and numbers, never sentences. */
export type ErrorDetails = Readonly<Record<string, string | number>>;

/** An error that is told by its code, for which `locales` has the sentences, and is named after it. */
export abstract class CodedError<Code extends string> extends Error {
  abstract readonly code: Code;

  constructor(
    message: string,
    readonly details: ErrorDetails = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
  }

  override get name(): string {
    return `${this.code}Error`;
  }
}
