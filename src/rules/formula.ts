import { cellAddress, areaAddress } from "../tables/address";
import { cellArea, joinAreas } from "../tables/areas";
import type { CellPosition, Placement } from "../tables/filled";
import { KIND_LIMITS } from "../tables/kinds";
import type { Area, CellKey, CellKind } from "../tables/table";
import { RULES } from "./catalogue";
import { PLACEHOLDERS } from "./cells";
import { COMPARED_DECIMALS, type CheckOptions } from "./check";
import { relationsOf, type Relation } from "./relations";
import type { RuleId, RuleSeverity } from "./rule";

/** One conditional format: where it stands and its formula, written for the first cell of the area with relative references. */
export interface FlagFormat {
  rule: RuleId;
  severity: RuleSeverity;
  area: Area;
  /** Starts with "=". */
  formula: string;
}

// Excel takes no array constants and no unions in these formulas, and its dialog none longer than 255 characters.

/** Put into every formula of ours as N("…")=0, which is always true: the mark by which our formats are known again, wherever they were copied to. */
const MARK = "勾稽 ";

/** The rule of a conditional format's formula when the format is ours, else null. */
export function markedRule(formula: string): RuleId | null {
  const match = /N\("勾稽 ([A-Z0-9.]+)"\)=0/.exec(formula);
  return match && match[1]! in RULES ? (match[1] as RuleId) : null;
}

/**
 * What one of our conditional formats says of blank cells: whether they count as 0, null for a format that says nothing of them.
 * So the choice is kept in the workbook, by the flags that follow it.
 */
export function countsBlankAsZero(formula: string): boolean | null {
  return markedRule(formula) === "F.BLANK" ? !formula.includes(BLANK) : null;
}

/** What the formats of a whole workbook say of blank cells together; null where they say nothing, or not all the same. */
export function agreedOnBlanks(said: readonly (boolean | null)[]): boolean | null {
  const [first = null, ...others] = new Set(said.filter((one) => one !== null));
  return others.length === 0 ? first : null;
}

/** Stands in the formula of F.BLANK while blanks are open. */
const BLANK = "ISBLANK(";

/** Writes a formula as seen from a cell: every part is a text or a position in the sheet. */
type Part = string | Area;

interface FlaggedCell {
  rule: RuleId;
  position: CellPosition;
  parts: readonly Part[];
}

/** Neighbouring cells of one row or one column become one area; the order does not matter to SUM and COUNT. */
function mergeRuns(positions: readonly CellPosition[]): Area[] {
  const runs: Area[] = [];
  const sorted = [...positions].sort((a, b) => a.column - b.column || a.row - b.row);
  for (const position of sorted) {
    const last = runs.at(-1);
    const isBelow =
      last?.columnCount === 1 && last.column === position.column && last.row + last.rowCount === position.row;
    const isBeside =
      last?.rowCount === 1 && last.row === position.row && last.column + last.columnCount === position.column;
    if (last && isBelow) last.rowCount += 1;
    else if (last && isBeside) last.columnCount += 1;
    else runs.push(cellArea(position));
  }
  return runs;
}

/** `SUM(D4:I4,J4)` and the like. */
function call(name: string, areas: readonly Area[]): Part[] {
  return [`${name}(`, ...areas.flatMap((area, index) => (index ? [",", area] : [area])), ")"];
}

const mark = (rule: RuleId) => `N("${MARK}${rule}")=0`;

/** True when none of the cells holds a formula. */
function noFormulaIn(areas: readonly Area[]): Part[] {
  const [first, ...others] = areas;
  if (first && others.length === 0 && first.rowCount * first.columnCount === 1) return ["NOT(ISFORMULA(", first, "))"];
  return [...areas.flatMap((area, index) => [index ? "+" : "", "SUMPRODUCT(--ISFORMULA(", area, "))"]), "=0"];
}

/** True when no total of the relation is calculated, or everything that it is calculated from is there; empty when it always is. */
function calculatedParts({ totals, beneath }: Relation, placement: Placement, { blankIsZero }: CheckOptions): Part[] {
  if (blankIsZero || beneath.length === 0) return [];
  const isTyped = noFormulaIn(mergeRuns(totals.map((key) => placement.cells[key]!)));
  const positions = beneath.flatMap((key) => placement.cells[key] ?? []);
  if (positions.length < beneath.length) return isTyped;
  const areas = joinAreas(positions.map(cellArea));
  return ["OR(", ...isTyped, ",", ...call("COUNT", areas), `=${beneath.length})`];
}

/** Null when the sheet lacks a cell of the relation: the rule cannot be decided there. */
function relationParts(relation: Relation, placement: Placement, options: CheckOptions): Part[] | null {
  const locate = (keys: readonly CellKey[]) => keys.map((key) => placement.cells[key]);
  const isWhole = (positions: (CellPosition | undefined)[]): positions is CellPosition[] => positions.every(Boolean);
  const left = locate(relation.left);
  const right = locate(relation.right);
  if (!isWhole(left) || !isWhole(right)) return null;
  const all = mergeRuns([...left, ...right]);
  const blank = options.blankIsZero ? all.flatMap((area) => ["+", ...call("COUNTBLANK", [area])]) : [];
  const filled = [...call("COUNT", all), ...blank, `=${left.length + right.length}`];
  const calculated = calculatedParts(relation, placement, options);
  const isDecided = calculated.length > 0 ? ["AND(", ...filled, ",", ...calculated, ")"] : filled;
  const sums = [...call("SUM", mergeRuns(left)), "-", ...call("SUM", mergeRuns(right))];
  // IF, since the sum of an undecided relation may be an error.
  return [`=AND(${mark(relation.rule.id)},IF(`, ...isDecided, ",ROUND(", ...sums, `,${COMPARED_DECIMALS})<>0))`];
}

/** True for a text that is none of the placeholders. Excel's TRIM takes off plain spaces only, not the wide ones of Chinese. */
function notPlaceholder(cell: Area): Part[] {
  return ['ISERROR(FIND("|"&TRIM(SUBSTITUTE(', cell, `,"\u3000"," "))&"|","${PLACEHOLDERS}"))`];
}

function kindParts(cell: Area, kind: CellKind): Part[] {
  const { minimum, maximum, decimals } = KIND_LIMITS[kind];
  const below: Part[] = minimum === null ? [] : [cell, `<${minimum},`];
  const limits: Part[] = ["OR(", ...below, "ABS(", cell, `)>${maximum},ROUND(`, cell, `,${decimals})<>`, cell, ")"];
  const text: Part[] = ["IF(ISTEXT(", cell, "),", ...notPlaceholder(cell), ",ISLOGICAL(", cell, "))"];
  const number: Part[] = ["IF(ISNUMBER(", cell, "),", ...limits, ",", ...text, ")"];
  return [`=AND(${mark("F.KIND")},IF(ISERROR(`, cell, "),TRUE,", ...number, "))"];
}

function blankParts(cell: Area, { blankIsZero }: CheckOptions): Part[] {
  const isPlaceholder: Part[] = ["NOT(", ...notPlaceholder(cell), ")"];
  const open: Part[] = blankIsZero ? ["AND(", cell, '<>"",', ...isPlaceholder, ")"] : isPlaceholder;
  const otherwise: Part[] = blankIsZero ? ["FALSE"] : [BLANK, cell, ")"];
  const text: Part[] = ["IF(ISTEXT(", cell, "),", ...open, ",", ...otherwise, ")"];
  return [`=AND(${mark("F.BLANK")},IF(ISERROR(`, cell, "),FALSE,", ...text, "))"];
}

function flaggedCells(placement: Placement, options: CheckOptions): FlaggedCell[] {
  const ofRelations = relationsOf(placement.table).relations.flatMap((relation): FlaggedCell[] => {
    const parts = relationParts(relation, placement, options);
    if (!parts) return [];
    return relation.flags.map((key) => ({ rule: relation.rule.id, position: placement.cells[key]!, parts }));
  });
  const ofCells = placement.table.numbers.flatMap(({ key, kind }): FlaggedCell[] => {
    const position = placement.cells[key];
    if (!position) return [];
    const cell = cellArea(position);
    return [
      { rule: "F.KIND", position, parts: kindParts(cell, kind) },
      { rule: "F.BLANK", position, parts: blankParts(cell, options) },
    ];
  });
  return [...ofRelations, ...ofCells];
}

const write = (parts: readonly Part[]) =>
  parts.map((part) => (typeof part === "string" ? part : areaAddress(part))).join("");

/** Equal for cells whose formulas are the same when seen from the cell itself. */
function relativeForm({ parts, position }: FlaggedCell): string {
  const seen = (area: Area) =>
    `[${area.row - position.row},${area.column - position.column},${area.rowCount},${area.columnCount}]`;
  return parts.map((part) => (typeof part === "string" ? part : seen(part))).join("");
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

/** Splits positions into as few rectangles as rows joined downwards give. */
function mergeRectangles(positions: readonly CellPosition[]): Area[] {
  const rows = groupBy(positions, ({ row }) => row);
  const rectangles: Area[] = [];
  for (const row of [...rows.keys()].sort((a, b) => a - b)) {
    for (const run of mergeRuns(rows.get(row)!)) {
      const above = rectangles.find(
        (area) =>
          area.row + area.rowCount === row && area.column === run.column && area.columnCount === run.columnCount,
      );
      if (above) above.rowCount += 1;
      else rectangles.push(run);
    }
  }
  return rectangles;
}

/**
 * The conditional formats that flag in the sheet what `checkTable` finds: a cell gets a format's colours exactly when it is
 * among the `flags` of a finding. Only where numbers are so large that a sheet's own sum is no longer exact may the two
 * differ about a sum; such numbers are flagged by F.KIND. Cells with the same formula share one format.
 */
export function compileFlags(placement: Placement, options: CheckOptions): FlagFormat[] {
  const cells = flaggedCells(placement, options);
  const groups = groupBy(cells, (cell) => `${cell.rule} ${relativeForm(cell)}`);
  return [...groups.values()].flatMap((group) => {
    const at = new Map(group.map((cell) => [cellAddress(cell.position), cell]));
    return mergeRectangles(group.map((cell) => cell.position)).map((area): FlagFormat => {
      const first = at.get(cellAddress(area))!;
      return { rule: first.rule, severity: RULES[first.rule].severity, area, formula: write(first.parts) };
    });
  });
}
