import fc from "fast-check";
import type { CellPosition } from "../../src/tables/filled";
import { FORMATS, SECTIONS, tableOf } from "../../src/tables/formats";
import type { CellKey, SectionId } from "../../src/tables/table";
import { anyLayout, layOutAs, type Cell, type Layout } from "./layout";

interface Placed {
  format: "2019" | "2021";
  section: SectionId;
  layout: Layout;
  /** Blank rows above, and columns to the left. */
  down: number;
  right: number;
  title: string | null;
}

const anyPlaced: fc.Arbitrary<Placed> = fc.record({
  format: fc.constantFrom(...FORMATS),
  section: fc.constantFrom(...SECTIONS, "section3" as const),
  layout: anyLayout,
  down: fc.nat(4),
  right: fc.nat(3),
  title: fc.constantFrom("新郑市辛店镇2020年政府信息公开工作年度报告", "三、收到和处理政府信息公开申请情况", null),
});

export interface Truth {
  index: number;
  section: SectionId;
  key: CellKey;
}

export interface Sheet {
  values: (string | number | null)[][];
  truth: Map<string, Truth>;
  /** First and last row of each table. */
  spans: readonly { section: SectionId; first: number; last: number }[];
}

export const placeOf = ({ row, column }: CellPosition) => `${row},${column}`;

/** Puts the tables one under the other. */
function assemble(tables: readonly Placed[]): Sheet {
  const rows: Cell[][] = [];
  const owners: number[] = [];
  tables.forEach(({ format, section, layout, down, right, title }, index) => {
    const cells = layOutAs(tableOf(format, section), layout, 1000 * (index + 1));
    const before: Cell[][] = Array.from({ length: down }, () => []);
    if (title !== null) before.push([{ value: title }]);
    const pad = Array.from({ length: right }, () => ({ value: null }));
    for (const line of [...before, ...cells.map((one) => [...pad, ...one])]) {
      rows.push(line);
      owners.push(index);
    }
  });
  const width = Math.max(1, ...rows.map(({ length }) => length));
  const truth = new Map<string, Truth>();
  rows.forEach((cells, row) =>
    cells.forEach(({ key }, column) => {
      const index = owners[row]!;
      if (key) truth.set(placeOf({ row, column }), { index, section: tables[index]!.section, key });
    }),
  );
  const spans = tables.map(({ section }, index) => ({
    section,
    first: owners.indexOf(index),
    last: owners.lastIndexOf(index),
  }));
  return {
    spans,
    values: rows.map((cells) => Array.from({ length: width }, (_, column) => cells[column]?.value ?? null)),
    truth,
  };
}

/** Up to three tables on one sheet, each written as somebody else would have, and where each number really stands. */
export const anySheet: fc.Arbitrary<Sheet> = fc.array(anyPlaced, { minLength: 1, maxLength: 3 }).map(assemble);
