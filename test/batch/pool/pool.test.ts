import { Pool, PoolError } from "../../../src/batch/pool/pool";
import { handClock, jobFor, playWorkers, resultFor } from "./workers";

function makePool(workers: number) {
  const played = playWorkers();
  const { clock, strike } = handClock();
  const pool = new Pool({ workers, start: played.start, clock });
  return { pool, strike, ...played };
}

test("a worker is started for each file until there are as many as wanted; then each has one more in hand", () => {
  const { pool, workers } = makePool(2);
  expect(pool.room).toBe(4);
  for (const id of [0, 1, 2, 3]) void pool.check(jobFor(id));
  expect(workers.map(({ jobs }) => jobs.map(({ id }) => id))).toEqual([
    [0, 2],
    [1, 3],
  ]);
});

test("a worker that has nothing to do is used before another is started", async () => {
  const { pool, workers } = makePool(2);
  const first = pool.check(jobFor(0));
  workers[0]!.answer();
  expect(await first).toEqual(resultFor("0.xlsx"));
  void pool.check(jobFor(1));
  expect(workers).toHaveLength(1);
});

test("content that is known is told as unchanged", async () => {
  const { pool, workers } = makePool(1);
  const checked = pool.check(jobFor(0));
  workers[0]!.answer({ type: "unchanged", id: 0 });
  expect(await checked).toBe("unchanged");
});

test("a worker that dies is replaced; the file that it was at is red, the one that waited in it is checked", async () => {
  const { pool, workers } = makePool(1);
  const at = pool.check(jobFor(0));
  const waiting = pool.check(jobFor(1));
  workers[0]!.ready();
  workers[0]!.die();
  expect(await at).toMatchObject({
    file: "0.xlsx",
    verdict: "incomplete",
    error: { code: "WorkerDied", details: { reason: "ERR_WORKER_OUT_OF_MEMORY" } },
  });
  expect(workers).toHaveLength(2);
  workers[1]!.answer();
  expect(await waiting).toMatchObject({ file: "1.xlsx", error: null });
});

test("files that all kill their workers are all told, and end nothing", async () => {
  const { pool, workers } = makePool(1);
  for (let id = 0; id < 20; id++) {
    const checked = pool.check(jobFor(id));
    workers.at(-1)!.ready();
    workers.at(-1)!.die();
    expect(await checked).toMatchObject({ error: { code: "WorkerDied" } });
  }
});

test("a file that takes too long is given up and its worker replaced; an answer that comes late is not taken", async () => {
  const { pool, workers, strike } = makePool(1);
  const slow = pool.check(jobFor(0));
  const next = pool.check(jobFor(1));
  workers[0]!.ready();
  strike();
  expect(await slow).toMatchObject({ error: { code: "TooSlow", details: { seconds: 60 } } });
  expect(workers[0]!.isOver).toBe(true);
  workers[0]!.answer();
  workers[1]!.answer();
  expect(await next).toMatchObject({ file: "1.xlsx" });
});

test("the time of a file begins when the one before it is done", async () => {
  const { pool, workers, strike } = makePool(1);
  const first = pool.check(jobFor(0));
  const second = pool.check(jobFor(1));
  workers[0]!.answer();
  await first;
  strike();
  expect(await second).toMatchObject({ file: "1.xlsx", error: { code: "TooSlow" } });
});

test("workers that never start end the batch instead of being started for ever", async () => {
  const { pool, workers } = makePool(1);
  const checked = pool.check(jobFor(0));
  for (let times = 0; times < 4; times++) workers.at(-1)!.die("exit 1");
  await expect(checked).rejects.toThrow(PoolError);
  expect(workers).toHaveLength(4);
});

test("a fault of ours in a worker is thrown, not told as the file's", async () => {
  const { pool, workers } = makePool(1);
  const checked = pool.check(jobFor(0));
  workers[0]!.answer({ type: "failed", id: 0, message: "TypeError: x is undefined" });
  await expect(checked).rejects.toThrow("x is undefined");
});

test("ending the pool ends every worker", () => {
  const { pool, workers } = makePool(3);
  for (const id of [0, 1, 2]) void pool.check(jobFor(id));
  pool.end();
  expect(workers.map(({ isOver }) => isOver)).toEqual([true, true, true]);
});
