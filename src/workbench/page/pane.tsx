import type { RefObject } from "react";
import { words } from "./words";

interface PaneProps {
  isShown: boolean;
  width: number;
  /** Whoever holds it loads the add-in into the frame. */
  frame: RefObject<HTMLIFrameElement>;
  onClose: () => void;
}

/** The task pane as Excel shows it: a title with a cross, and the add-in's page in a frame. Hidden, it keeps running. */
export function Pane({ isShown, width, frame, onClose }: PaneProps) {
  return (
    <aside className="pane" aria-label={words.paneTitle} hidden={!isShown} style={{ width }}>
      <header>
        <h2>{words.addIn}</h2>
        <button type="button" aria-label={words.closePane} title={words.closePane} onClick={onClose}>
          ×
        </button>
      </header>
      <iframe ref={frame} title={words.paneTitle} />
    </aside>
  );
}
