import { useMemo } from "react";
import type { PlacedTable } from "../actions/state";
import { CROSS_RULES } from "../rules/cross/cross-catalogue";
import type { CrossFinding } from "../rules/cross/cross-finding";
import { useAppState } from "./app-context";

interface BetweenYears {
  findings: readonly CrossFinding[];
  /** Whether somebody has to look at them still. */
  isOpen: boolean;
}

const NOTHING: BetweenYears = { findings: [], isOpen: false };

/** What is found in a table beside last year's; it stands in the only table of its section. */
export function useBetweenYears({ filled }: PlacedTable): BetweenYears {
  const comparison = useAppState((state) => state.comparison);
  const { section } = filled.placement.table;
  return useMemo(() => {
    const isOwn = ({ rule }: CrossFinding) => CROSS_RULES[rule].section === section;
    const all = comparison?.check?.findings ?? [];
    const findings = all.filter(isOwn);
    if (findings.length === 0) return NOTHING;
    const isOpen = all.some((finding, at) => isOwn(finding) && comparison!.standings[at]!.state !== "explained");
    return { findings, isOpen };
  }, [comparison, section]);
}
