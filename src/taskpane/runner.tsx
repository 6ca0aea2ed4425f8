import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from "react";
import type {
  AcceptRequest,
  ActionId,
  ActionTypes,
  Done,
  FillRequest,
  InsertRequest,
  StoppableId,
  Stopped,
} from "../actions/action";
import type { AppState, Failure } from "../actions/state";
import type { Verdict } from "../rules/check";
import type { Locale } from "../locales";
import { useApp, useAppState } from "./app-context";

export interface Notice {
  intent: "success" | "info";
  /** A function of the language, which may change while the notice is shown. */
  say: (locale: Locale) => string;
  /** The verdict that it speaks of: when that is no longer the verdict, the notice goes. */
  verdict?: Verdict;
  /** So many tables there were when it was said: when there are fewer, what it tells was undone, and the notice goes. */
  tables?: number;
}

const success = (say: Notice["say"]): Notice => ({ intent: "success", say });

/** What is said when an action has come to its end. */
const NOTICES: { [Id in ActionId]?: (output: ActionTypes[Id]["output"], state: AppState) => Notice } = {
  insert: ({ addresses }, { tables }) => ({
    ...success(({ words, id }) => words["done.insert"](addresses.join(id === "zh-CN" ? "、" : ", "))),
    tables: tables.length,
  }),
  fill: ({ addresses }) => success(({ words, id }) => words["done.fill"](addresses.join(id === "zh-CN" ? "、" : ", "))),
  insertSample: (_, { tables }) => ({ ...success(({ words }) => words["done.insertSample"]), tables: tables.length }),
  insertExercise: (_, { tables }) => ({
    ...success(({ words }) => words["done.insertExercise"]),
    tables: tables.length,
  }),
  validate: ({ verdict, sheet }) => ({
    verdict,
    intent: verdict === "pass" ? "success" : "info",
    say: ({ words, verdicts }) => words["done.validate"](verdicts[verdict], sheet),
  }),
  export: ({ way, fileName, sheet }) =>
    success(({ words }) => {
      const done = words[way === "download" ? "done.download" : "done.opened"](fileName);
      return sheet === null ? `${done}${words["done.noReport"]}` : done;
    }),
  accept: ({ written }) =>
    written.length === 0
      ? { intent: "info", say: ({ words }) => words["done.acceptNone"] }
      : success(({ words }) => words["done.accept"](written)),
  mark: ({ formats }) => success(({ words }) => words["done.mark"](formats)),
  unmark: ({ formats }) => success(({ words }) => words["done.unmark"](formats)),
};

/** What is said when a person has stopped an action: what was done until then. */
const STOPPED: { [Id in StoppableId]: (stopped: Stopped, locale: Locale) => string } = {
  validate: (stopped, { words }) => words["stopped.validate"](stopped),
  export: (stopped, { words }) => words["stopped.export"](stopped),
  mark: (stopped, { words }) => words["stopped.mark"](stopped),
  unmark: (stopped, { words }) => words["stopped.unmark"](stopped),
  recalculate: (_, { words }) => words["stopped.read"],
  refresh: (_, { words }) => words["stopped.read"],
};

const noticeOfStopped = (stopped: Stopped): Notice => ({
  intent: "info",
  say: (locale) => STOPPED[stopped.action](stopped, locale),
});

const noticeOf = <Id extends ActionId>({ action, output }: Done<Id>, state: AppState): Notice | null =>
  NOTICES[action]?.(output, state) ?? null;

/** Something that the person must confirm before an action goes on. */
export type Question =
  | { id: "overwrite"; failure: Failure; request: InsertRequest }
  | { id: "refill"; failure: Failure; request: FillRequest }
  | { id: "formula"; failure: Failure; request: AcceptRequest }
  | { id: "notPassed"; failure: Failure };

/** What was asked for last, of what may have to be confirmed. */
interface Requests {
  insert?: InsertRequest;
  fill?: FillRequest;
  accept?: AcceptRequest;
}

/** The failures that are questions in truth, whether the action was started here or on the ribbon. */
function questionOf(failure: Failure | null, { insert, fill, accept }: Requests): Question | null {
  if (failure?.code === "NotPassed") return { id: "notPassed", failure };
  if (failure?.code === "Occupied" && failure.action === "fill" && fill) {
    return { id: "refill", failure, request: fill };
  }
  if (failure?.code === "Occupied" && insert) return { id: "overwrite", failure, request: insert };
  if (failure?.code === "HoldsFormula" && accept) return { id: "formula", failure, request: accept };
  return null;
}

type Run = <Id extends ActionId>(
  id: Id,
  input: ActionTypes[Id]["input"],
) => Promise<{ output: ActionTypes[Id]["output"] } | null>;

interface RunnerState {
  notice: Notice | null;
  dismissNotice: () => void;
  question: Question | null;
  /** The last failure, unless it is asked as a question. */
  failure: Failure | null;
}

/** Apart from the rest, because it never changes: a row that only runs actions does not render again for a notice. */
const RunContext = createContext<Run | null>(null);
const RunnerContext = createContext<RunnerState | null>(null);

/** Runs an action unless one is running; null when it did not come to an end. Failures are in the app's state. */
export function useRun(): Run {
  const run = useContext(RunContext);
  if (!run) throw new Error("useRun outside of RunnerProvider");
  return run;
}

export function useRunner(): RunnerState {
  const runner = useContext(RunnerContext);
  if (!runner) throw new Error("useRunner outside of RunnerProvider");
  return runner;
}

export function RunnerProvider({ children }: { children: ReactNode }) {
  const app = useApp();
  const failure = useAppState((state) => state.failure);
  const [notice, setNotice] = useState<Notice | null>(null);
  // said of actions that the ribbon started, too
  const running = useAppState((state) => state.running);
  if (notice && running && (NOTICES[running] || running in STOPPED)) setNotice(null);
  const done = useAppState((state) => state.done);
  const [told, setTold] = useState(done);
  if (done !== told) {
    setTold(done);
    const made = done && noticeOf(done, app.getState());
    if (made) setNotice(made);
  }
  const stopped = useAppState((state) => state.stopped);
  const [toldStopped, setToldStopped] = useState(stopped);
  if (stopped !== toldStopped) {
    setToldStopped(stopped);
    if (stopped) setNotice(noticeOfStopped(stopped));
  }
  const verdict = useAppState((state) => state.summary.verdict);
  const tables = useAppState((state) => state.tables.length);
  if (notice?.verdict && notice.verdict !== verdict) setNotice(null);
  if (notice?.tables !== undefined && tables < notice.tables) setNotice(null);
  const [requests, setRequests] = useState<Requests>({});

  const run = useCallback<Run>(
    async (id, input) => {
      if (app.getState().running !== null) return null;
      if (app.getState().failure) app.dismissFailure();
      if (id === "insert" || id === "fill" || id === "accept") setRequests((earlier) => ({ ...earlier, [id]: input }));
      try {
        return { output: await app.run(id, input) };
      } catch (error) {
        // It is in the state, and shown from there.
        if (app.getState().failure || app.getState().stopped) return null;
        throw error;
      }
    },
    [app],
  );

  const state = useMemo<RunnerState>(() => {
    const question = questionOf(failure, requests);
    return { notice, dismissNotice: () => setNotice(null), question, failure: question ? null : failure };
  }, [notice, failure, requests]);
  return (
    <RunContext.Provider value={run}>
      <RunnerContext.Provider value={state}>{children}</RunnerContext.Provider>
    </RunContext.Provider>
  );
}
