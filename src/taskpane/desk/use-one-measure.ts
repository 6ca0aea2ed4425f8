import { useEffect } from "react";
import type { Desk } from "../../actions/desk/desk";
import { useAppState } from "../app-context";

/** Files that were checked with other options than those in force are checked again: one list has one measure. */
export function useOneMeasure(desk: Pick<Desk, "remeasure">): void {
  const blankIsZero = useAppState(({ options }) => options.blankIsZero);
  useEffect(() => void desk.remeasure(), [desk, blankIsZero]);
}
