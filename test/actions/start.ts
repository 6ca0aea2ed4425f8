import { createApp } from "../../src/actions/app";
import type { App } from "../../src/actions/action";
import type { AppState, PlacedTable } from "../../src/actions/state";
import { zhCN } from "../../src/locales";
import type { Finding } from "../../src/rules/finding";
import { REQUEST } from "../excel/settings";
import { startHost, type TestHost, type TestHostOptions } from "../workbench/host";

export { REQUEST };

/** The add-in, running in a workbook. */
export interface Started {
  host: TestHost;
  app: App;
  /** Resolves with the state when it first is as wanted. */
  until(isReached: (state: AppState) => boolean): Promise<AppState>;
  /** Resolves when the live check has caught up with everything so far. */
  caughtUp(): Promise<AppState>;
  /** All findings, as table name, rule and first cell. */
  findings(): string[];
  /** Ends the add-in and starts it again in the same workbook, as when the pane is closed and opened. */
  reopen(): Promise<Started>;
  dispose(): Promise<void>;
}

/** Longer than the quiet time after which a burst is read. */
const BURST = 130;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export async function start(options?: TestHostOptions, prepare?: (host: TestHost) => Promise<void>): Promise<Started> {
  const host = await startHost(options);
  await prepare?.(host);
  return startOn(host);
}

async function startOn(host: TestHost): Promise<Started> {
  await host.settled();
  const app = await createApp(zhCN.sheet);
  const until = (isReached: (state: AppState) => boolean): Promise<AppState> =>
    new Promise((resolve) => {
      const look = () => {
        if (!isReached(app.getState())) return;
        unsubscribe();
        resolve(app.getState());
      };
      const unsubscribe = app.subscribe(look);
      look();
    });
  await until(({ phase }) => phase === "ready");
  const caughtUp = async () => {
    await host.settled();
    await pause(BURST);
    await host.settled();
    return app.getState();
  };
  await caughtUp();
  return {
    host,
    app,
    until,
    caughtUp,
    findings: () => app.getState().tables.flatMap(findingsOf),
    reopen: async () => {
      await app.dispose();
      return startOn(host);
    },
    dispose: async () => {
      await app.dispose();
      host.dispose();
    },
  };
}

function findingsOf({ filled, check }: PlacedTable): string[] {
  return check.findings.map((finding) => `${filled.placement.sheet} ${finding.rule} ${placeOf(finding)}`);
}

const placeOf = (finding: Finding): string =>
  finding.kind === "sum" ? finding.line : finding.kind === "label" ? finding.doubt.fault : (finding.cells[0] ?? "");

/** Fills every number cell of 表三 with 0. */
export function zeros(rows: number, columns: number): number[][] {
  return Array.from({ length: rows }, () => new Array<number>(columns).fill(0));
}

/** The add-in in a workbook whose 表三 holds zeros only, checked, with nothing counted yet. */
export async function startFilled(): Promise<Started> {
  const started = await start();
  await started.app.run("insert", { ...REQUEST, sections: ["section3"] });
  await started.host.paste("表三", "D5", zeros(23, 7));
  await started.caughtUp();
  started.host.counters.reset();
  return started;
}

/** Round trips since the counters were last reset, and the writes in them. */
export const countsOf = ({ counters }: TestHost): { batches: number; writes: number } => ({
  batches: counters.batches,
  writes: counters.each.reduce((sum, { writes }) => sum + writes, 0),
});

/** The add-in with the tables of 2025 in the format of 2021, every cell of them 0. */
export async function startWithZeros(): Promise<Started> {
  const at = await start();
  await at.app.run("insert", { ...REQUEST, year: 2025 });
  await at.host.paste("表三", "D5", zeros(25, 7));
  await at.host.paste("表四", "A5", zeros(1, 15));
  for (const row of [4, 5]) await at.host.paste("表二", `B${row}`, zeros(1, 3));
  for (const row of [8, 11, 12, 15]) await at.host.type("表二", `B${row}`, 0);
  return at;
}
