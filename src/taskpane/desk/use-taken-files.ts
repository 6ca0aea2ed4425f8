import { useState, type RefObject } from "react";
import type { Chosen } from "../../actions/desk/desk-state";
import { filesOfDrop } from "./collect-files";
import { useFileDrop } from "./use-file-drop";

interface TakenFiles {
  /** Whether some are held above. */
  isOver: boolean;
  /** Whether nothing of what came last may hold a report. */
  isEmpty: boolean;
  /** Takes what comes in another way. */
  take: (chosen: Chosen) => void;
}

/** Takes the files and folders that are dropped. @param isEverywhere as `useFileDrop` has it */
export function useTakenFiles(
  area: RefObject<HTMLElement>,
  isEverywhere: boolean,
  onFiles: (chosen: Chosen) => void,
): TakenFiles {
  const [isEmpty, setEmpty] = useState(false);
  const take = (chosen: Chosen) => {
    setEmpty(chosen.files.length === 0);
    // a folder may have become empty
    if (chosen.files.length + chosen.folders.length > 0) onFiles(chosen);
  };
  const isOver = useFileDrop(area, isEverywhere, (transfer) => {
    void filesOfDrop(transfer).then(take, () => setEmpty(true));
  });
  return { isOver, isEmpty, take };
}
