import { useEffect, useState } from "react";

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;

/** Takes files that are dropped anywhere on the page, the grid included; answers whether some hover above it now. */
export function useFileDrop(onDrop: (files: readonly File[]) => void): boolean {
  const [isHovering, setHovering] = useState(false);
  useEffect(() => {
    // Listens before the grid does, which has uses of its own for dragging.
    const over = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      setHovering(true);
    };
    const leave = (event: DragEvent): void => {
      // Moving from one element to another names the next one; leaving the window names none.
      if (event.relatedTarget === null) setHovering(false);
    };
    const drop = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      setHovering(false);
      onDrop([...(event.dataTransfer?.files ?? [])]);
    };
    window.addEventListener("dragover", over, true);
    window.addEventListener("dragleave", leave, true);
    window.addEventListener("drop", drop, true);
    return () => {
      window.removeEventListener("dragover", over, true);
      window.removeEventListener("dragleave", leave, true);
      window.removeEventListener("drop", drop, true);
    };
  }, [onDrop]);
  return isHovering;
}
