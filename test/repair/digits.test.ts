import {
  added,
  doubled,
  dropped,
  negated,
  otherUnit,
  rounded,
  swapped,
  swappedApart,
  wrong,
} from "../../src/repair/digits";

const SHAPES = { swapped, swappedApart, wrong, dropped, doubled, added, negated, otherUnit, rounded };

/** From what is right to what was written, and every slip that fits. */
test.each([
  [58n, 85n, ["swapped"]],
  [183n, 381n, ["swappedApart"]],
  [116n, 161n, ["swapped"]],
  [59n, 58n, ["wrong"]],
  [299n, 29n, ["dropped"]],
  [1979n, 19979n, ["doubled", "added"]],
  [14n, 174n, ["added"]],
  [11n, -11n, ["negated"]],
  [37n, 370_000n, ["otherUnit"]],
  [370_000n, 37n, ["otherUnit"]],
  [1234n, 1200n, ["rounded"]],
  [17n, 20n, ["rounded"]],
  [5n, 0n, ["wrong"]],
  [123n, 456n, []],
  [-85n, 58n, []],
])("%d written as %d: %p", (then, now, expected) => {
  const found = Object.entries(SHAPES).filter(([, shape]) => shape(then, now) !== null);
  expect(found.map(([name]) => name).sort()).toEqual([...expected].sort());
});

test("the more ways a slip can go, the less one of them says", () => {
  expect(wrong(5n, 7n)).toBe(9);
  expect(wrong(555n, 557n)).toBe(27);
  expect(swapped(1234n, 1243n)).toBe(3);
});
