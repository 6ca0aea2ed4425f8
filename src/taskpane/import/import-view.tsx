import { makeStyles, MessageBar, MessageBarBody } from "@fluentui/react-components";
import { useRef, useState } from "react";
import type { ReportFile } from "../../batch/report-file/read-report-file";
import type { ErrorDetails } from "../../excel/coded-error";
import { IMPORT_VIEW_TEXTS } from "../../locales/import-view";
import type { DestinationProps } from "../destinations";
import { useLocale } from "../locale-context";
import { ViewHeader } from "../view-header";
import { PreviewStep } from "./preview-step";
import { readAside } from "./read-aside";
import type { Given } from "./reading";
import { SourceStep } from "./source-step";

const useStyles = makeStyles({
  message: { margin: "8px 16px 0", "& > div": { whiteSpace: "normal" } },
});

interface Problem {
  code: string;
  details: ErrorDetails;
}

type Step =
  | { name: "source"; problem: Problem | null }
  | { name: "reading" }
  | { name: "preview"; file: ReportFile; source: string | null };

/** Takes a published report, shows what was understood, and fills the official tables with it. */
export default function ImportView({ onBack }: DestinationProps) {
  const styles = useStyles();
  const { id, words, describeError } = useLocale();
  const texts = IMPORT_VIEW_TEXTS[id];
  const [step, setStep] = useState<Step>({ name: "source", problem: null });
  /** Only what was given last counts. */
  const last = useRef<Given | null>(null);

  const read = async (given: Given) => {
    last.current = given;
    setStep({ name: "reading" });
    const answer = (next: Step) => {
      if (last.current === given) setStep(next);
    };
    try {
      const reading = await readAside(given);
      if ("problem" in reading) answer({ name: "source", problem: reading.problem });
      else answer({ name: "preview", file: reading.file, source: "name" in given ? given.name : null });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      answer({ name: "source", problem: { code: "Unexpected", details: { message } } });
    }
  };

  const problem = step.name === "source" ? step.problem : null;
  const described = problem && describeError(problem.code, problem.details);
  return (
    <>
      {/* another header for each: what had the focus is gone with the step before */}
      <ViewHeader
        key={step.name === "preview" ? "preview" : "source"}
        title={words["import.title"]}
        back={words["view.back"]}
        onBack={onBack}
        holdsWork={step.name === "preview"}
      />
      {described && (
        <MessageBar intent="error" layout="multiline" className={styles.message} role="alert">
          <MessageBarBody>
            {described.what}
            {described.next}
          </MessageBarBody>
        </MessageBar>
      )}
      {step.name === "preview" ? (
        <PreviewStep
          file={step.file}
          name={step.source}
          onAgain={() => setStep({ name: "source", problem: null })}
          onDone={onBack}
        />
      ) : (
        <SourceStep texts={texts} isReading={step.name === "reading"} onGiven={(given) => void read(given)} />
      )}
    </>
  );
}
