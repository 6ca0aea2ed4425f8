import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import { words } from "./words";

/** Width of the task pane in CSS pixels, as Excel on the web has it; narrower ones do not fit the add-in's own layout. */
export const PANE_WIDTH = { initial: 340, least: 300, most: 720 } as const;
const STEP = 20;

const within = (width: number): number => Math.min(PANE_WIDTH.most, Math.max(PANE_WIDTH.least, Math.round(width)));

interface SplitterProps {
  /** Width of the pane on the right. */
  width: number;
  onResize: (width: number) => void;
}

/** The bar between grid and pane: dragged with the pointer, or moved with the arrow keys. */
export function Splitter({ width, onResize }: SplitterProps) {
  const drag = useRef<{ x: number; width: number } | null>(null);

  const start = (event: PointerEvent<HTMLDivElement>): void => {
    drag.current = { x: event.clientX, width };
    // Captured, because the pane's frame would swallow the moves above it.
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const move = (event: PointerEvent<HTMLDivElement>): void => {
    if (drag.current) onResize(within(drag.current.width + drag.current.x - event.clientX));
  };
  const end = (): void => {
    drag.current = null;
  };
  const press = (event: KeyboardEvent<HTMLDivElement>): void => {
    const target = {
      ArrowLeft: width + STEP,
      ArrowRight: width - STEP,
      Home: PANE_WIDTH.least,
      End: PANE_WIDTH.most,
    }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    onResize(within(target));
  };

  return (
    // A separator that can be moved is a widget, whatever the rule thinks of its role.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className="splitter"
      role="separator"
      aria-orientation="vertical"
      aria-label={words.resizePane}
      aria-valuenow={width}
      aria-valuemin={PANE_WIDTH.least}
      aria-valuemax={PANE_WIDTH.most}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- its keys need the focus
      tabIndex={0}
      onPointerDown={start}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={end}
      onKeyDown={press}
    />
  );
}
