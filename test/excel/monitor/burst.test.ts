import { Burst, type BurstTiming } from "../../../src/excel/monitor/burst";

const TIMING: BurstTiming = { quiet: 80, longest: 1000, firstRetry: 250, longestRetry: 5000 };

/** Work that a test ends by hand. */
function makeWork() {
  const ends: { resolve: () => void; reject: (error: Error) => void }[] = [];
  const work = jest.fn(() => new Promise<void>((resolve, reject) => ends.push({ resolve, reject })));
  const end = async (error?: Error) => {
    const { resolve, reject } = ends.shift()!;
    if (error) reject(error);
    else resolve();
    await jest.advanceTimersByTimeAsync(0);
  };
  return { work, end };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test("many touches in quick succession are one run, after the last", async () => {
  const { work } = makeWork();
  const burst = new Burst(work, TIMING);
  for (let touch = 0; touch < 10; touch++) {
    burst.touch();
    await jest.advanceTimersByTimeAsync(79);
  }
  expect(work).not.toHaveBeenCalled();
  await jest.advanceTimersByTimeAsync(1);
  expect(work).toHaveBeenCalledTimes(1);
});

test("touches that never cease do not keep the work from running", async () => {
  const { work } = makeWork();
  const burst = new Burst(work, TIMING);
  for (let passed = 0; passed < 1000; passed += 50) {
    burst.touch();
    await jest.advanceTimersByTimeAsync(50);
  }
  expect(work).toHaveBeenCalledTimes(1);
});

test("what is touched during a run makes one more run, never two at a time", async () => {
  const { work, end } = makeWork();
  const burst = new Burst(work, TIMING);
  burst.touch();
  await jest.advanceTimersByTimeAsync(80);
  burst.touch();
  burst.touch();
  await jest.advanceTimersByTimeAsync(500);
  expect(work).toHaveBeenCalledTimes(1);
  await end();
  await jest.advanceTimersByTimeAsync(80);
  expect(work).toHaveBeenCalledTimes(2);
  await end();
  await jest.advanceTimersByTimeAsync(10_000);
  expect(work).toHaveBeenCalledTimes(2);
});

test("work that fails is tried again, later each time, until it succeeds", async () => {
  const { work, end } = makeWork();
  const burst = new Burst(work, TIMING);
  burst.touch();
  await jest.advanceTimersByTimeAsync(80);
  const waits: number[] = [];
  for (let failure = 0; failure < 7; failure++) {
    const before = work.mock.calls.length;
    await end(new Error("busy"));
    let waited = 0;
    for (; work.mock.calls.length === before; waited += 10) await jest.advanceTimersByTimeAsync(10);
    waits.push(waited);
  }
  expect(waits).toEqual([250, 500, 1000, 2000, 4000, 5000, 5000]);
  await end();
  await jest.advanceTimersByTimeAsync(60_000);
  expect(work).toHaveBeenCalledTimes(8);
});

test("a touch after a failure does not wait for the next try", async () => {
  const { work, end } = makeWork();
  const burst = new Burst(work, TIMING);
  burst.touch();
  await jest.advanceTimersByTimeAsync(80);
  await end(new Error("busy"));
  burst.touch();
  await jest.advanceTimersByTimeAsync(80);
  expect(work).toHaveBeenCalledTimes(2);
});

test("flush runs at once, after a run that is under way, and tells of the failure", async () => {
  const { work, end } = makeWork();
  const burst = new Burst(work, TIMING);
  burst.touch();
  await jest.advanceTimersByTimeAsync(80);
  const flushed = burst.flush();
  await jest.advanceTimersByTimeAsync(0);
  expect(work).toHaveBeenCalledTimes(1);
  await end();
  expect(work).toHaveBeenCalledTimes(2);
  const failed = expect(flushed).rejects.toThrow("busy");
  await end(new Error("busy"));
  await failed;
});

test("nothing runs any more after dispose", async () => {
  const { work } = makeWork();
  const burst = new Burst(work, TIMING);
  burst.touch();
  burst.dispose();
  burst.touch();
  await burst.flush();
  await jest.advanceTimersByTimeAsync(10_000);
  expect(work).not.toHaveBeenCalled();
});
