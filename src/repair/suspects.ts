import { writtenIn } from "../rules/cells";
import type { TableCheck } from "../rules/check";
import type { FilledTable } from "../tables/filled";
import type { CellKey, Table } from "../tables/table";
import { askedFor } from "./beyond";
import { carryOver } from "./carry-over";
import { isCertain, isConfirmed, type Findings } from "./certainty";
import type { Limits } from "./effort";
import type { EvidenceCode } from "./evidence";
import { explain, type Account } from "./explain";
import type { Change } from "./change";
import { localise, type Part, type Unsolved } from "./localise";
import type { Slip } from "./scene";
import type { Unknown } from "./system";
import { stepsOf, systemOf, textOf, unknownsOf, type Equation, type TableSystem } from "./table-system";
import { tableScene } from "./table-scene";

/** What is known beyond the table itself; all of it may be absent. */
export interface RepairContext {
  /** What a change of a cell costs, a whole number ≥ 0: the more, the more the cell is trusted. 1 where nothing is said. */
  weights?: Partial<Record<CellKey, number>>;
  /**
   * Cells that stay as they are: a person has confirmed them or rejected what was suggested for them, or they are locked. A cell
   * with no usable number cannot be confirmed.
   */
  confirmed?: ReadonlySet<CellKey>;
  /** The same table a year before, in whatever format: what was carried forward then must have been carried over now. */
  lastYear?: FilledTable;
  /** Rules beyond those of the table and the carry-over from last year. */
  equations?: readonly Equation[];
  limits?: Limits;
}

/** One way to put a part of the table right. Numbers are plain decimals in text. */
export interface Suspect {
  /** Suspects of one group are alternatives, the likeliest first: one of them puts that part right. Each group needs one. */
  group: number;
  /** 1 for the likeliest of the group; equal ranks are ties. */
  rank: number;
  cells: readonly SuspectCell[];
  /** What speaks for it, the strongest first. Empty when nothing does. */
  evidence: readonly SuspectEvidence[];
  /** Whether it cannot be wrong unless several slips happen to look like another one; see `isCertain`. */
  certain: boolean;
}

export interface SuspectCell {
  key: CellKey;
  /** As it stands in the cell. */
  current: string;
  /** Null when several values fit; they lie between `least` and `most`, which are null where there is no limit. */
  suggested: string | null;
  least: string | null;
  most: string | null;
}

export interface SuspectEvidence {
  code: EvidenceCode;
  cell: CellKey;
  /** Other cells that the evidence tells of: the neighbour, the item that was left out. */
  others: readonly CellKey[];
}

/** How far the search came. */
export interface Proof {
  /** Whether every broken rule is explained and every smallest set of cells is among the suspects. */
  isComplete: boolean;
  /** Weight of all changes together: no lighter set puts the table right. What is unsolved counts with what it needs at least. */
  weight: number;
  groups: readonly { weight: number; suspects: number; isComplete: boolean }[];
  /**
   * Parts that no set was found for. `tooMany`: there are too many errors, `atLeast` tells how heavy a set must be at least.
   * `contradiction`: nothing can put it right with what is confirmed. `cells` are those of the broken rules, `forced` those that
   * must change whatever else does because no usable number stands there.
   */
  unsolved: readonly {
    reason: Unsolved["reason"];
    cells: readonly CellKey[];
    forced: readonly CellKey[];
    atLeast: number;
  }[];
  /** Rules beyond the table that cannot hold together with it and what is confirmed: they were left out of account. */
  leftOut: readonly string[];
  steps: number;
}

export interface Repair {
  suspects: readonly Suspect[];
  /** Cells still to be filled for which the rules leave one value only. */
  implied: readonly { key: CellKey; value: string }[];
  proof: Proof;
}

function valuesOf(filled: FilledTable, system: TableSystem): (bigint | null)[] {
  return system.cells.map(({ key, kind }) => {
    const content = filled.contents[key];
    return content?.type === "number" ? stepsOf(writtenIn(content), kind) : null;
  });
}

const NO_EQUATIONS: readonly Equation[] = [];

function equationsOf(table: Table, { lastYear, equations = NO_EQUATIONS }: RepairContext): readonly Equation[] {
  const carried = lastYear ? carryOver(table, lastYear) : NO_EQUATIONS;
  if (equations.length === 0) return carried;
  return carried.length === 0 ? equations : [...carried, ...equations];
}

interface Alternative {
  changes: readonly Change[];
  account: Account;
}

function slipsOf(changes: readonly Change[], unknowns: readonly Unknown[]): Slip[] {
  return changes
    .map(({ unknown, least, most }): Slip => {
      const then = least !== null && least === most ? least : null;
      return { cell: unknown, now: unknowns[unknown]!.value, then };
    })
    .sort((a, b) => a.cell - b.cell);
}

/** The alternatives of a part, the likeliest first; equally likely ones stay in the table's order. */
function rank(part: Part, { localisation, unknowns, scene }: Findings): Alternative[] {
  // Where another part leaves no choice, its changes may belong to the same slip.
  const settled = localisation.parts.filter((other) => other !== part && other.sets.length === 1 && other.isComplete);
  const others = settled.flatMap(({ sets }) => slipsOf(sets[0]!, unknowns));
  const alternatives = part.sets.map((set): Alternative => {
    const changes = [...set].sort((a, b) => a.unknown - b.unknown);
    return { changes, account: explain(slipsOf(changes, unknowns), scene, others) };
  });
  return alternatives.sort(
    (a, b) => b.account.likelihood - a.account.likelihood || a.changes[0]!.unknown - b.changes[0]!.unknown,
  );
}

function suspectsIn(part: Part, group: number, filled: FilledTable, findings: Findings): Suspect[] {
  const { system, unknowns } = findings;
  const alternatives = rank(part, findings);
  const likelihoods = alternatives.map(({ account }) => account.likelihood);
  return alternatives.map(({ changes, account }) => ({
    group,
    rank: likelihoods.indexOf(account.likelihood) + 1,
    cells: changes.map(({ unknown, least, most }) => {
      const { key, kind } = system.cells[unknown]!;
      const [from, to] = [least, most].map((value) => (value === null ? null : textOf(value, kind)));
      const current = writtenIn(filled.contents[key] ?? { type: "blank" });
      return { key, current, suggested: from === to ? from! : null, least: from!, most: to! };
    }),
    evidence: [
      ...askedFor(changes, system.beyond, unknowns).map((cell) => ({
        code: "followsLastYear" as const,
        cell: system.cells[cell]!.key,
        others: [],
      })),
      ...account.evidence.map(({ code, cell, others }) => ({
        code,
        cell: system.cells[cell]!.key,
        others: others.map((other) => system.cells[other]!.key),
      })),
    ],
    certain: isCertain(part, findings),
  }));
}

/** Numbers written as texts that no sum has anything against: each is a group of its own, to be written as a number. */
function textsIn(check: TableCheck, from: number, findings: Findings): Suspect[] {
  const { system, unknowns, localisation } = findings;
  const changed = new Set(localisation.parts.flatMap(({ sets }) => sets.flat().map(({ unknown }) => unknown)));
  const texts = [...check.kinds.values()].flatMap((finding) => {
    const [key] = finding.cells;
    const cell = key === undefined ? undefined : system.positions.get(key);
    const value = cell === undefined ? null : unknowns[cell]!.value;
    if (key === undefined || cell === undefined || value === null || !finding.meant || changed.has(cell)) return [];
    const suggested = textOf(value, system.cells[cell]!.kind);
    const codes: EvidenceCode[] = suggested === finding.meant.number ? ["asText"] : ["asText", "converted"];
    return [{ key, cell, current: finding.written, suggested, codes }];
  });
  return texts.map(({ key, cell, current, suggested, codes }, index) => ({
    group: from + index,
    rank: 1,
    cells: [{ key, current, suggested, least: suggested, most: suggested }],
    evidence: codes.map((code) => ({ code, cell: key, others: [] })),
    certain: isConfirmed(cell, findings),
  }));
}

/**
 * The cells of a table that are most likely wrong, and what should stand there.
 *
 * Every smallest set of cells (by weight) is found whose change satisfies all relations of the table with numbers that each
 * cell may hold; it is proven that no smaller one exists. Within the limits: beyond them the proof says what is open.
 *
 * A formula whose sum holds follows its items at no cost and is never suggested. Other formulas are suggested with the evidence
 * `formula`: what is wrong is the formula, so the number must not be written over it without asking.
 * @throws SystemError when a weight is not a whole number ≥ 0 or an equation does not fit the table
 */
export function suspectsOf(filled: FilledTable, check: TableCheck, context: RepairContext = {}): Repair {
  const equations = equationsOf(filled.placement.table, context);
  const repair = repairWith(equations, filled, check, context);
  if (equations.length === 0) return repair;
  const without = repairWith(NO_EQUATIONS, filled, check, context);
  if (!repair.proof.unsolved.some(({ reason }) => reason === "contradiction"))
    return { ...repair, suspects: agreed(repair, without) };
  const leftOut = [...new Set(equations.map(({ rule }) => rule))];
  return { ...without, proof: { ...without.proof, leftOut } };
}

const nameOf = ({ cells }: Suspect): string => cells.map(({ key, suggested }) => `${key}=${suggested}`).join(" ");

/**
 * Suspects of a repair with rules beyond the table. Such a rule may rightly not hold: certain is only what is certain without
 * it, too, and has no alternative with it.
 */
function agreed({ suspects, proof }: Repair, without: Repair): Suspect[] {
  const certain = new Set(without.suspects.filter((one) => one.certain).map(nameOf));
  const isAlone = ({ group }: Suspect) => suspects.filter((other) => other.group === group).length === 1;
  return suspects.map((one) => ({
    ...one,
    certain: proof.isComplete && isAlone(one) && certain.has(nameOf(one)),
  }));
}

function repairWith(
  equations: readonly Equation[],
  filled: FilledTable,
  check: TableCheck,
  context: RepairContext,
): Repair {
  const { table } = filled.placement;
  const system = systemOf(table, equations);
  const unknowns = unknownsOf(system, filled, check, context);
  const localisation = localise(system.pieces, unknowns, context.limits);
  const { parts, implied, unsolved, steps } = localisation;
  const lastYear = context.lastYear ? valuesOf(context.lastYear, system) : [];
  const values = unknowns.map(({ value }) => value);
  const scene = tableScene(table, system, { values, lastYear, formulas: filled.computed ?? new Set() });
  const findings: Findings = { localisation, system, unknowns, scene };
  const keyOf = (unknown: number) => system.cells[unknown]!.key;
  const isOpen = new Set(check.blanks);
  return {
    suspects: [
      ...parts.flatMap((part, group) => suspectsIn(part, group, filled, findings)),
      ...textsIn(check, parts.length, findings),
    ],
    implied: implied
      .filter(({ unknown }) => isOpen.has(keyOf(unknown)))
      .map(({ unknown, value }) => ({ key: keyOf(unknown), value: textOf(value, system.cells[unknown]!.kind) })),
    proof: {
      isComplete: unsolved.length === 0 && parts.every(({ isComplete }) => isComplete),
      weight: [...parts.map(({ weight }) => weight), ...unsolved.map(({ atLeast }) => atLeast)].reduce(
        (a, b) => a + b,
        0,
      ),
      groups: parts.map(({ weight, sets, isComplete }) => ({ weight, suspects: sets.length, isComplete })),
      unsolved: unsolved.map(({ reason, unknowns: cells, forced, atLeast }) => ({
        reason,
        cells: cells.map(keyOf),
        forced: forced.map(keyOf),
        atLeast,
      })),
      leftOut: [],
      steps,
    },
  };
}
