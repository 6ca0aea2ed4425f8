/** Takes results as they come and passes them on in the order of their numbers, from 0. */
export function inOrder<Value>(
  pass: (value: Value) => Promise<void> | void,
): (value: Value, index: number) => Promise<void> {
  const early = new Map<number, Value>();
  let next = 0;
  return async (value, index) => {
    early.set(index, value);
    for (let due = early.get(next); due !== undefined; due = early.get(next)) {
      early.delete(next);
      next += 1;
      await pass(due);
    }
  };
}
