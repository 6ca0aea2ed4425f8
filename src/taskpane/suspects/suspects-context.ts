import { createContext, useContext } from "react";
import type { FigureChange } from "../../actions/action";
import type { Placement } from "../../tables/filled";
import type { CellKey } from "../../tables/table";

/** What a person can do with the suspects of one table. */
export interface SuspectsHandle {
  placement: Placement;
  /** False in review mode, in which nothing writes figures. */
  canWrite: boolean;
  /** Whether an action may be started now. */
  isEnabled: boolean;
  goTo: (key: CellKey) => void;
  accept: (changes: readonly FigureChange[]) => void;
  trust: (key: CellKey) => void;
  distrust: (key: CellKey) => void;
  /** The cell that the person looks at is shown in the map. */
  look: (key: CellKey | null) => void;
}

export const SuspectsContext = createContext<SuspectsHandle | null>(null);

export function useSuspects(): SuspectsHandle {
  const handle = useContext(SuspectsContext);
  if (!handle) throw new Error("useSuspects outside of SuspectsContext");
  return handle;
}
