import { codeOf } from "../content";
import type { Explanation } from "../explanation";
import type { SealedTable } from "./seal";

/** The first lines of the canonical texts. */
const HEAD = "gouji-seal/1";
const EXPLANATIONS_HEAD = "gouji-explanations/1";
const OBJECTIONS_HEAD = "gouji-objections/1";

const byCode = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

export function tableText({ section, format, unit, year, cells }: SealedTable): string {
  const lines = [...cells].map(([key, content]) => JSON.stringify([key, codeOf(content)]));
  return [JSON.stringify([section, format, unit, year]), ...lines.sort(byCode)].join("\n");
}

/**
 * What the digest of a seal is taken of; `docs/decisions/record.md` tells it for others who want to compute it. Sheet names, places,
 * the order of sheets and the looks of cells are no part of it: a table that was only moved is unchanged.
 */
export function canonicalText(tables: readonly SealedTable[]): string {
  return [HEAD, ...tables.map(tableText).sort(byCode)].join("\n") + "\n";
}

function explanationLine({ subject, text, by, at }: Explanation): string {
  const { rule, table, detail, figures } = subject;
  const { section, format, unit, year } = table;
  const stood = figures.map(({ key, code }) => [key, code]);
  return JSON.stringify([rule, section, format, unit, year, detail, stood, text, by, at]);
}

/** The same of explanations. What a supervisor says of them is no part of it: it has a text of its own. */
export function explanationsText(explanations: readonly Explanation[]): string {
  return [EXPLANATIONS_HEAD, ...explanations.map(explanationLine).sort(byCode)].join("\n") + "\n";
}

function objectionLines(explanation: Explanation): string[] {
  const about = explanationLine(explanation);
  const { objection, retracted } = explanation;
  return [
    ...retracted.map((one) => [about, one.text, one.by, one.at, one.retracted.by, one.retracted.at]),
    ...(objection ? [[about, objection.text, objection.by, objection.at]] : []),
  ].map((line) => JSON.stringify(line));
}

/** The same of what supervisors said of explanations, with what was taken back. */
export function objectionsText(explanations: readonly Explanation[]): string {
  return [OBJECTIONS_HEAD, ...explanations.flatMap(objectionLines).sort(byCode)].join("\n") + "\n";
}
