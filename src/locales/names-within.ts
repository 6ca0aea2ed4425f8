/**
 * A list of names that has to fit: as many names as there is room for, none of them cut.
 * @param list writes the first of the names, so many of them, and how many there are
 * @param longest in characters
 */
export function namesWithin(
  names: readonly string[],
  list: (names: readonly string[], most: number) => string,
  longest: number,
): string {
  // no name is shorter than a character
  let most = Math.min(names.length, longest);
  while (most > 1 && list(names, most).length > longest) most -= 1;
  return list(names, most);
}
