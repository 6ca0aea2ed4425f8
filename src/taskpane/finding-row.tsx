import { lazy, memo, Suspense, useMemo } from "react";
import { subjectOf } from "../record/subject";
import type { AnyFinding } from "../rules/cross/any-finding";
import type { FilledTable, Placement } from "../tables/filled";
import { FindingLine } from "./finding-line";
import { useLocale } from "./locale-context";
import { useRun } from "./runner";

const ExplanationBox = lazy(() => import("./record/explanation-box"));

interface FindingRowProps {
  tableId: string;
  finding: AnyFinding;
  placement: Placement;
  /** Given when the finding passes with an explanation: that one is about the numbers. */
  filled?: FilledTable;
}

/** One finding of a table; leads to its cells. */
export const FindingRow = memo(function FindingRow({ tableId, finding, placement, filled }: FindingRowProps) {
  const locale = useLocale();
  const run = useRun();
  const text = useMemo(() => locale.describeFinding(finding, placement), [locale, finding, placement]);
  const onGo = () => void run("goTo", { tableId, finding });
  const subject = useMemo(() => filled && subjectOf(finding, filled), [finding, filled]);
  return (
    <FindingLine finding={finding} text={text} target={{ title: locale.words["finding.goTo"], onGo }}>
      {subject && (
        <Suspense fallback={null}>
          <ExplanationBox subject={subject} />
        </Suspense>
      )}
    </FindingLine>
  );
});

/** Tells findings of one table apart, and stays when the numbers of a finding change. */
export function findingKey(finding: AnyFinding): string {
  switch (finding.kind) {
    case "sum":
    case "cross":
      return `${finding.rule} ${finding.line}`;
    case "kind":
      return `${finding.rule} ${finding.cells[0]!}`;
    case "blank":
      return finding.rule;
    case "atLeast":
    case "items":
    case "authority":
    case "amount":
      return [finding.rule, ...finding.cells].join(" ");
    case "label": {
      const { fault, expected, found, position } = finding.doubt;
      return [finding.rule, fault, ...expected, found, position?.row, position?.column].join(" ");
    }
  }
}
