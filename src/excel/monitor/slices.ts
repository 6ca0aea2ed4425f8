/** Milliseconds after which others get a turn: what begins last may take as long again, and a person notices 100. */
const SLICE = 20;

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** Does something with each item, pausing again and again, so that keys, clicks and events of Excel come in between. */
export async function inSlices<Item>(items: Iterable<Item>, act: (item: Item) => void): Promise<void> {
  let since = performance.now();
  for (const item of items) {
    if (performance.now() - since >= SLICE) {
      await turn();
      since = performance.now();
    }
    act(item);
  }
}
