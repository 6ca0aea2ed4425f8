import type { RefObject } from "react";
import { Splitter } from "./splitter";
import { words } from "./words";

interface PaneProps {
  isShown: boolean;
  /** In CSS pixels. */
  width: number;
  onResize: (width: number) => void;
  /** Whoever holds it loads the add-in into the frame. */
  frame: RefObject<HTMLIFrameElement>;
  onClose: () => void;
}

/** The task pane as Excel shows it: a title with a cross, and the add-in's page in a frame. Hidden, it keeps running. */
export function Pane({ isShown, width, onResize, frame, onClose }: PaneProps) {
  return (
    <aside className="pane" aria-label={words.paneTitle} hidden={!isShown} style={{ width }}>
      <Splitter width={width} onResize={onResize} />
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
