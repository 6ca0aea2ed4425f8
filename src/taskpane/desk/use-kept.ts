import { useState } from "react";
import type { Desk } from "../../actions/desk/desk";

const kept = new WeakMap<Desk, Map<string, unknown>>();

function keptOf(desk: Desk): Map<string, unknown> {
  const known = kept.get(desk) ?? new Map<string, unknown>();
  kept.set(desk, known);
  return known;
}

/** State of the desk's view that is there again when a person comes back to it, as the desk itself is. */
export function useKept<Value>(desk: Desk, name: string, first: Value): [Value, (value: Value) => void] {
  const [value, setValue] = useState(() => (keptOf(desk).get(name) as Value | undefined) ?? first);
  const keep = (next: Value) => {
    keptOf(desk).set(name, next);
    setValue(next);
  };
  return [value, keep];
}
