import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { Pane } from "./pane";
import { QuestionDialog } from "./question";
import type { Ribbon } from "./ribbon";
import { PANE_WIDTH } from "./splitter";
import { TitleBar } from "./title-bar";
import { useFileDrop } from "./use-file-drop";
import { useFileKeys } from "./use-file-keys";
import { usePaneKeys } from "./use-pane-keys";
import { useShortcuts } from "./use-shortcuts";
import { words } from "./words";
import type { Workbench } from "./workbench";

/** One and the same as long as there is no ribbon. */
const NO_SHORTCUTS: Ribbon["shortcuts"] = [];

interface PageProps {
  workbench: Workbench;
}

/** Title bar above, the grid below it, and the task pane on the right. */
export function Page({ workbench }: PageProps) {
  const state = useSyncExternalStore(workbench.store.subscribe, workbench.store.get);
  const { fileName, hasChanges, isPaneShown, ribbon, busy, question } = state;
  const [paneWidth, setPaneWidth] = useState<number>(PANE_WIDTH.initial);
  const grid = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const picker = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (grid.current && frame.current) return workbench.start(grid.current, frame.current);
  }, [workbench]);
  useTitle(fileName, hasChanges);
  useLeaveWarning(hasChanges);
  const pick = useCallback(() => picker.current?.click(), []);
  const open = useCallback((files: readonly File[]) => void workbench.openFiles(files), [workbench]);
  const save = useCallback(() => void workbench.save(), [workbench]);
  useFileKeys(frame, pick, save);
  usePaneKeys(frame, workbench.focusPane, workbench.focusGrid);
  const pressShortcut = useCallback((command: string) => workbench.host.pressShortcut(command), [workbench]);
  useShortcuts(frame, ribbon?.shortcuts ?? NO_SHORTCUTS, pressShortcut);
  const isHovering = useFileDrop(open);

  return (
    <div className="page">
      <TitleBar
        fileName={fileName}
        hasChanges={hasChanges}
        ribbon={ribbon}
        onNew={() => void workbench.newWorkbook()}
        onOpen={pick}
        onSave={save}
        onPress={(button) => void workbench.press(button)}
      />
      <input
        ref={picker}
        type="file"
        accept=".xlsx"
        hidden
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          // Emptied, so that picking the same file again counts as a change.
          target.value = "";
          open(files);
        }}
      />
      <div className="work">
        <main className="grid" aria-label={words.gridTitle} ref={grid} />
        <Pane
          isShown={isPaneShown}
          width={paneWidth}
          onResize={setPaneWidth}
          frame={frame}
          onClose={() => workbench.showPane(false)}
        />
      </div>
      {busy && (
        <div className="veil" role="status">
          {busy}
        </div>
      )}
      {isHovering && <div className="veil drop">{words.dropHere}</div>}
      {question && <QuestionDialog key={question.title} question={question} onAnswer={workbench.answer} />}
    </div>
  );
}

function useTitle(fileName: string, hasChanges: boolean): void {
  useEffect(() => {
    document.title = `${hasChanges ? "● " : ""}${fileName} - ${words.product}`;
  }, [fileName, hasChanges]);
}

/** Lets the browser ask before the page is left with unsaved changes. */
function useLeaveWarning(hasChanges: boolean): void {
  useEffect(() => {
    if (!hasChanges) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [hasChanges]);
}
