import type { Monitor } from "../excel/monitor/monitor";
import type { ExplanationBook } from "../record/explanation-book";
import type { TextFault } from "../record/judge-text";
import type { Action } from "./action";
import { InsubstantialError } from "./errors";
import { makeAction, type Enabled } from "./make-action";
import type { RecordDesk } from "./record-desk";

type ExplainId = "explain" | "withdrawExplanation" | "objectToExplanation" | "acceptExplanation";

/** What cannot be read is not written, either. */
const isReadable: Enabled = ({ record }) => record.problem === null;

/** What tells a reason from an empty phrase is a long list of words, and is loaded with the first text that somebody writes. */
const loadJudges = async () => {
  const [{ judgeExplanation }, { judgeSubstance }] = await Promise.all([
    import("../record/judge-text"),
    import("../record/substance"),
  ]);
  return { judgeExplanation, judgeSubstance };
};

/** @throws InsubstantialError */
function refuse(fault: TextFault | null): void {
  if (fault) throw new InsubstantialError(fault);
}

const now = (): string => new Date().toISOString();

/** What reporter and supervisor write to each other about warnings. */
export function explainActions({ monitor, record }: { monitor: Monitor; record: RecordDesk }): {
  [Id in ExplainId]: Action<Id>;
} {
  const change = async (make: (book: ExplanationBook) => ExplanationBook): Promise<void> => {
    monitor.setExplanations(await record.change(make));
  };
  return {
    explain: makeAction("explain", isReadable, async ({ subject, text, by, at = now() }) => {
      const { judgeExplanation, judgeSubstance } = await loadJudges();
      refuse(judgeSubstance(text));
      await change((book) => {
        // by what stands in the workbook now: a supervisor may have spoken meanwhile
        refuse(judgeExplanation(text, subject, book));
        return book.explain(subject, { text, by, at });
      });
    }),
    withdrawExplanation: makeAction("withdrawExplanation", isReadable, ({ subject }) =>
      change((book) => book.withdraw(subject)),
    ),
    objectToExplanation: makeAction("objectToExplanation", isReadable, async ({ subject, text, by, at = now() }) => {
      const { judgeSubstance } = await loadJudges();
      refuse(judgeSubstance(text));
      await change((book) => book.object(subject, { text, by, at }));
    }),
    acceptExplanation: makeAction("acceptExplanation", isReadable, ({ subject, by }) =>
      change((book) => book.accept(subject, { by, at: now() })),
    ),
  };
}
