import { useEffect, useState, type RefObject } from "react";

/**
 * Takes files that are dropped, and says whether some are held above.
 * @param isEverywhere whether those that are dropped elsewhere in the pane are taken as well, where nothing else takes them
 */
export function useFileDrop(
  area: RefObject<HTMLElement>,
  isEverywhere: boolean,
  onDrop: (transfer: DataTransfer) => void,
): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const target: EventTarget | null = isEverywhere ? document : area.current;
    if (!target) return undefined;
    const isOurs = ({ defaultPrevented, dataTransfer }: DragEvent) =>
      !defaultPrevented && dataTransfer?.types.includes("Files") === true;
    const hold = (event: DragEvent) => {
      const isTaken = isOurs(event);
      setOver(isTaken);
      if (isTaken) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      if (!isOurs(event)) return;
      event.preventDefault();
      onDrop(event.dataTransfer!);
    };
    const leave = () => setOver(false);
    const listeners = Object.entries({ dragover: hold, drop, dragleave: leave }) as [string, EventListener][];
    for (const [type, listen] of listeners) target.addEventListener(type, listen);
    return () => {
      for (const [type, listen] of listeners) target.removeEventListener(type, listen);
    };
  }, [area, isEverywhere, onDrop]);
  return isOver;
}
