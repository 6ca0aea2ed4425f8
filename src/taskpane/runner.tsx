import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from "react";
import type {
  AcceptRequest,
  AcceptResult,
  ActionId,
  ActionTypes,
  Done,
  FillRequest,
  InsertRequest,
  StoppableId,
  Stopped,
} from "../actions/action";
import type { AppState, Failure } from "../actions/state";
import { writtenIn } from "../rules/cells";
import type { Verdict } from "../rules/check";
import { cellAddress } from "../tables/address";
import { BLANK } from "../tables/filled";
import type { Locale } from "../locales";
import { useApp, useAppState } from "./app-context";

export interface Notice {
  intent: "success" | "info";
  /** A function of the language, which may change while the notice is shown. */
  say: (locale: Locale) => string;
  /** The verdict that it speaks of: when that is no longer the verdict, the notice goes. */
  verdict?: Verdict;
  /** Whether what it tells is past: the sheet has changed since. Then the notice goes. */
  isPast?: (state: AppState) => boolean;
}

const success = (say: Notice["say"]): Notice => ({ intent: "success", say });

/** Past as soon as a table is not as it was when the action had come to its end, or is gone. */
function changedSince({ tables: before }: AppState): (state: AppState) => boolean {
  return ({ tables }) => {
    const present = new Set(tables.map(({ filled }) => filled));
    return before.some(({ filled }) => !present.has(filled));
  };
}

/** Past as soon as a figure that was written is not there any more; what was written is read only a moment later. */
function takenBack({ sheet, written }: AcceptResult): (state: AppState) => boolean {
  let wasThere = false;
  return ({ tables }) => {
    const standing = new Map<string, string>();
    for (const { filled } of tables) {
      const { placement, contents } = filled;
      if (placement.sheet !== sheet) continue;
      for (const { key } of placement.table.numbers) {
        const position = placement.cells[key];
        if (position) standing.set(cellAddress(position), writtenIn(contents[key] ?? BLANK));
      }
    }
    const isThere = written.every(({ address, to }) => standing.get(address) === to);
    wasThere ||= isThere;
    return wasThere && !isThere;
  };
}

const joined = (names: readonly string[], { id }: Locale): string => names.join(id === "zh-CN" ? "、" : ", ");

/** What is said when an action has come to its end. */
const NOTICES: { [Id in ActionId]?: (output: ActionTypes[Id]["output"], state: AppState) => Notice } = {
  insert: ({ addresses, sheets }, state) => ({
    ...success((locale) =>
      sheets.length > 0
        ? locale.words["done.insert"](joined(sheets, locale))
        : locale.words["done.insertAt"](joined(addresses, locale)),
    ),
    isPast: changedSince(state),
  }),
  fill: ({ addresses }, state) => ({
    ...success((locale) => locale.words["done.fill"](joined(addresses, locale))),
    isPast: changedSince(state),
  }),
  insertSample: (_, state) => ({
    ...success(({ words }) => words["done.insertSample"]),
    isPast: changedSince(state),
  }),
  insertExercise: (_, state) => ({
    ...success(({ words }) => words["done.insertExercise"]),
    isPast: changedSince(state),
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
  accept: (output) =>
    output.written.length === 0
      ? { intent: "info", say: ({ words }) => words["done.acceptNone"] }
      : { ...success(({ words }) => words["done.accept"](output.sheet, output.written)), isPast: takenBack(output) },
  explain: () => success(({ words }) => words["done.explain"]),
  withdrawExplanation: () => success(({ words }) => words["done.withdraw"]),
  objectToExplanation: () => success(({ words }) => words["done.object"]),
  acceptExplanation: () => success(({ words }) => words["done.accepted"]),
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

/** @param say what is said of it in place of the usual, when it is a step of something else */
type Run = <Id extends ActionId>(
  id: Id,
  input: ActionTypes[Id]["input"],
  say?: Notice["say"],
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
  // what is to be said when it has come to its end
  const [step, setStep] = useState<Notice["say"] | null>(null);
  const done = useAppState((state) => state.done);
  const [told, setTold] = useState(done);
  if (done !== told) {
    setTold(done);
    const made = done && (step ? success(step) : noticeOf(done, app.getState()));
    if (made) setNotice(made);
    setStep(null);
  }
  const stopped = useAppState((state) => state.stopped);
  const [toldStopped, setToldStopped] = useState(stopped);
  if (stopped !== toldStopped) {
    setToldStopped(stopped);
    if (stopped) setNotice(noticeOfStopped(stopped));
  }
  const verdict = useAppState((state) => state.summary.verdict);
  const isPast = useAppState((state) => notice?.isPast?.(state) ?? false);
  if (isPast || (notice?.verdict && notice.verdict !== verdict)) setNotice(null);
  const [requests, setRequests] = useState<Requests>({});

  const run = useCallback<Run>(
    async (id, input, say) => {
      if (app.getState().running !== null) return null;
      if (app.getState().failure) app.dismissFailure();
      if (id === "insert" || id === "fill" || id === "accept") setRequests((earlier) => ({ ...earlier, [id]: input }));
      setStep(() => say ?? null);
      try {
        return { output: await app.run(id, input) };
      } catch (error) {
        setStep(null);
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
