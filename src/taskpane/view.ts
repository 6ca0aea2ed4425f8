import { createContext, useContext } from "react";
import type { AnyRuleId } from "../rules/cross/any-finding";
import type { SectionId } from "../tables/table";
import type { DestinationId } from "./destinations";

/** What is to be inserted, as far as it is known when the form opens. */
export interface Wanted {
  unit: string | null;
  year: number | null;
  sections: readonly SectionId[];
}

/** What stands below the verdict and the commands. */
export type View =
  { name: "findings" } | { name: "insert"; wanted?: Wanted } | { name: DestinationId; rule?: AnyRuleId };

export const FINDINGS: View = { name: "findings" };

export const ViewContext = createContext<((view: View) => void) | null>(null);

/** Goes to another view. */
export function useGoToView(): (view: View) => void {
  const goTo = useContext(ViewContext);
  if (!goTo) throw new Error("useGoToView outside of ViewContext");
  return goTo;
}
