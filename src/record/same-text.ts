/** The letters and digits of a text, in one width and in small letters: what remains when it is only set differently. */
const lettersOf = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");

/** Whether two texts say the same word for word, whatever their spaces, line breaks and punctuation are. */
export const isSameText = (one: string, other: string): boolean => lettersOf(one) === lettersOf(other);
