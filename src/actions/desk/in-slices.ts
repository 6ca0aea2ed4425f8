/** Milliseconds of work after which the pane is let answer: a person notices a tenth of a second. */
const SLICE = 24;

const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Does something with each, and lets the pane answer in between. */
export async function inSlices<Value>(
  values: readonly Value[],
  act: (value: Value) => void,
  goesOn: () => boolean = () => true,
): Promise<void> {
  let started = performance.now();
  for (const value of values) {
    if (!goesOn()) return;
    act(value);
    if (performance.now() - started < SLICE) continue;
    await breathe();
    started = performance.now();
  }
}
