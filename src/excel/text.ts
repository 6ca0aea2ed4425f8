/** Excel takes what begins so for text: Chinese, or an opening bracket of Chinese print. */
const PLAIN = /^[\p{Script=Han}（《“【]/u;

/**
 * A text as it must be given to Excel so that it stays a text, whatever it begins with: no formula, no number, no date.
 * The apostrophe in front is Excel's own way to say so; it does not become part of the text.
 */
export function literal(text: string): string {
  return text === "" || PLAIN.test(text) ? text : `'${text}`;
}

/** The longest name of a sheet. */
const LONGEST_NAME = 31;

/** The name itself, or with （2）, （3） … behind it when it is taken; Excel does not tell capital from small letters. */
export function freeName(name: string, taken: Iterable<string>): string {
  const known = new Set([...taken].map((one) => one.toLowerCase()));
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? "" : `（${number}）`;
    const candidate = name.slice(0, LONGEST_NAME - suffix.length) + suffix;
    if (!known.has(candidate.toLowerCase())) return candidate;
  }
}
