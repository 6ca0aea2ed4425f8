/** One figure of a bench. Prefer ratios within one run: they mean the same on every machine. */
export interface Measurement {
  /** What was measured, in words. */
  what: string;
  value: number;
  /** "倍", "ms", "KB", "次" ... */
  unit: string;
  /** The most that the value may be; a bench that exceeds it makes `npm run bench` fail. */
  limit?: number;
}

/** The default export of test/bench/NAME.bench.ts. */
export interface Bench {
  title: string;
  /** Whether it opens the workbench through test/e2e/browser.ts; the pages are then built and served before. */
  inBrowser?: boolean;
  run(): Promise<Measurement[]>;
}
