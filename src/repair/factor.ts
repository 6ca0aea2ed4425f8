import type { Change } from "./change";

const nameOf = ({ unknown, least, most }: Change) => `${unknown}:${least}:${most}`;

/** Equal for sets with the same changes. */
export function nameOfSet(set: readonly Change[]): string {
  return set.map(nameOf).sort().join(" ");
}

/**
 * Divides a family of sets into independent parts: the family is all ways to take one set of each part. Changes that are in
 * every set are a part of their own. Where no finer division holds exactly, the family stays whole.
 */
export function factor(family: readonly (readonly Change[])[]): (readonly Change[])[][] {
  const changes = new Map(family.flat().map((change) => [nameOf(change), change]));
  const names = [...changes.keys()];
  const members = new Map(names.map((name) => [name, new Set<number>()]));
  family.forEach((set, index) => set.forEach((change) => members.get(nameOf(change))!.add(index)));
  const leader = new Map(names.map((name) => [name, name]));
  const find = (name: string): string => (leader.get(name) === name ? name : find(leader.get(name)!));
  // Two changes of independent parts are together as often as chance alone would have it.
  for (const [index, first] of names.entries()) {
    for (const second of names.slice(index + 1)) {
      const [a, b] = [members.get(first)!, members.get(second)!];
      const together = [...a].filter((one) => b.has(one)).length;
      if (together * family.length !== a.size * b.size) leader.set(find(first), find(second));
    }
  }
  const parts = new Map<string, Set<string>>();
  for (const set of family) {
    const pieces = new Map<string, string[]>();
    for (const change of set) {
      const top = find(nameOf(change));
      pieces.set(top, [...(pieces.get(top) ?? []), nameOf(change)]);
    }
    for (const top of new Set(names.map(find))) {
      const piece = (pieces.get(top) ?? []).sort().join(" ");
      parts.set(top, (parts.get(top) ?? new Set()).add(piece));
    }
  }
  const count = [...parts.values()].reduce((product, sets) => product * sets.size, 1);
  if (count !== family.length) return [[...family]];
  return [...parts.values()].map((sets) =>
    [...sets].map((piece) => piece.split(" ").flatMap((name) => changes.get(name) ?? [])),
  );
}
