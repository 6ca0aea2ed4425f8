import { measureKind, measureMixed } from "./accuracy";
import { makeRandom, SLIPS } from "./slips";

/** Slips that put two sums off by the same amount: the cell where they cross is the only answer. */
const TOLD: readonly string[] = [
  "transposition",
  "wrongDigit",
  "droppedDigit",
  "doubledDigit",
  "leftAtZero",
  "itemLeftOut",
];

test.each(Object.keys(SLIPS))("%s in a published table: what is called certain is right", (kind) => {
  const { found, firstOrTied, certainButWrong } = measureKind(kind, 30, makeRandom(1));
  expect(found).toBeGreaterThan(0);
  expect(certainButWrong).toBe(0);
  if (TOLD.includes(kind)) expect(firstOrTied).toBe(found);
});

test.each([2, 3])("%d slips in one table: what is called certain is right", (slips) => {
  expect(measureMixed(slips, 40, makeRandom(2)).certainButWrong).toBe(0);
});
