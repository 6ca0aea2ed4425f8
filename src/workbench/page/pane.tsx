import { useEffect, useRef } from "react";
import { words } from "./words";

interface PaneProps {
  isShown: boolean;
  width: number;
  /** What Excel on the web would write into the frame's name: Office.js reads the host's address from it. */
  frameName: string;
  onFrame: (frame: HTMLIFrameElement) => void;
  onClose: () => void;
}

/** The task pane as Excel shows it: a title with a cross, and the add-in's page in a frame. Hidden, it keeps running. */
export function Pane({ isShown, width, frameName, onFrame, onClose }: PaneProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    if (frame.current) onFrame(frame.current);
  }, [onFrame]);
  return (
    <aside className="pane" aria-label={words.paneTitle} hidden={!isShown} style={{ width }}>
      <header>
        <h2>{words.addIn}</h2>
        <button type="button" aria-label={words.closePane} title={words.closePane} onClick={onClose}>
          ×
        </button>
      </header>
      <iframe ref={frame} title={words.paneTitle} name={frameName} src="taskpane.html" />
    </aside>
  );
}
