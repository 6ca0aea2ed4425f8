import type { Monitor } from "../excel/monitor/monitor";
import type { ExplanationBook } from "../record/explanation-book";
import type { Action, ExplainRequest } from "./action";
import { InsubstantialError } from "./errors";
import { makeAction, type Enabled } from "./make-action";
import type { RecordDesk } from "./record-desk";

type ExplainId = "explain" | "withdrawExplanation" | "objectToExplanation" | "acceptExplanation";

/** What cannot be read is not written, either. */
const isReadable: Enabled = ({ record }) => record.problem === null;

/**
 * What tells a reason from an empty phrase is a long list of words, and is loaded with the first text that somebody writes.
 * @throws InsubstantialError
 */
async function remarkOf({ text, by }: ExplainRequest) {
  const { judgeSubstance } = await import("../record/substance");
  const fault = judgeSubstance(text);
  if (fault) throw new InsubstantialError(fault);
  return { text, by, at: new Date().toISOString() };
}

/** What reporter and supervisor write to each other about warnings. */
export function explainActions({ monitor, record }: { monitor: Monitor; record: RecordDesk }): {
  [Id in ExplainId]: Action<Id>;
} {
  const change = async (make: (book: ExplanationBook) => ExplanationBook): Promise<void> => {
    monitor.setExplanations(await record.change(make));
  };
  return {
    explain: makeAction("explain", isReadable, async (request) => {
      const remark = await remarkOf(request);
      await change((book) => book.explain(request.subject, remark));
    }),
    withdrawExplanation: makeAction("withdrawExplanation", isReadable, ({ subject }) =>
      change((book) => book.withdraw(subject)),
    ),
    objectToExplanation: makeAction("objectToExplanation", isReadable, async (request) => {
      const remark = await remarkOf(request);
      await change((book) => book.object(request.subject, remark));
    }),
    acceptExplanation: makeAction("acceptExplanation", isReadable, ({ subject }) =>
      change((book) => book.accept(subject)),
    ),
  };
}
