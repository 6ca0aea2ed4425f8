import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { Pane } from "./pane";
import { QuestionDialog } from "./question";
import { PANE_WIDTH, Splitter } from "./splitter";
import { TitleBar } from "./title-bar";
import { useFileDrop } from "./use-file-drop";
import { words } from "./words";
import type { Workbench } from "./workbench";

interface PageProps {
  workbench: Workbench;
}

/** Title bar above, the grid below it, and the task pane on the right. */
export function Page({ workbench }: PageProps) {
  const { fileName, hasChanges, busy, question } = useSyncExternalStore(workbench.store.subscribe, workbench.store.get);
  const [paneWidth, setPaneWidth] = useState<number>(PANE_WIDTH.initial);
  const [isPaneShown, setPaneShown] = useState(true);
  const container = useRef<HTMLDivElement>(null);
  const picker = useRef<HTMLInputElement>(null);

  useEffect(() => (container.current ? workbench.start(container.current) : undefined), [workbench]);
  useEffect(() => {
    document.title = `${hasChanges ? "● " : ""}${fileName} - ${words.product}`;
  }, [fileName, hasChanges]);

  return (
    <div className="page">
      <TitleBar
        fileName={fileName}
        hasChanges={hasChanges}
        isPaneShown={isPaneShown}
        isAddInReady={false}
        onNew={() => void workbench.newWorkbook()}
        onOpen={() => {}}
        onSave={() => {}}
        onCommand={() => {}}
        onTogglePane={() => setPaneShown(!isPaneShown)}
      />
      <div className="work">
        <main className="grid" aria-label={words.gridTitle} ref={container} />
        {isPaneShown && <Splitter width={paneWidth} onResize={setPaneWidth} />}
        <Pane
          isShown={isPaneShown}
          width={paneWidth}
          frameName=""
          onFrame={() => {}}
          onClose={() => setPaneShown(false)}
        />
      </div>
      {busy && (
        <div className="veil" role="status">
          {busy}
        </div>
      )}
      {question && <QuestionDialog key={question.title} question={question} onAnswer={workbench.answer} />}
    </div>
  );
}
