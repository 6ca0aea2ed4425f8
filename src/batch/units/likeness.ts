import { compareNames } from "../document-names";
import { unitNameOf, type NamedReport } from "./match-units";

/** Two characters that stand side by side. */
function pairsOf(name: string): string[] {
  return [...name].slice(1).map((character, index) => `${name[index]}${character}`);
}

/** How many pairs of characters two names share, from 0 to 1. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((pair) => other.has(pair)).length;
  return shared === 0 ? 0 : (2 * shared) / (one.size + other.size);
}

/** Without the names of higher units, which all of a folder share. */
const ownName = (report: NamedReport): string => {
  const { whole, tails } = unitNameOf(report);
  return tails.at(-1) ?? whole;
};

/** Reports, those first whose units' names have most in common with a unit's: 商务和粮食局 before 司法局 for 商务局. */
export function byLikeness<Report extends NamedReport>(unit: NamedReport, reports: readonly Report[]): Report[] {
  const own = new Set(pairsOf(ownName(unit)));
  return reports
    .map((report) => ({ report, alike: likeness(own, new Set(pairsOf(ownName(report)))) }))
    .sort((a, b) => b.alike - a.alike || compareNames(a.report.file, b.report.file))
    .map(({ report }) => report);
}
