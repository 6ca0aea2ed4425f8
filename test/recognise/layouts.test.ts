import fc from "fast-check";
import type * as SheetModule from "../../src/recognise/sheet";
import { makeGrid } from "../../src/tables/grid";
import { anySheet } from "./random-sheet";

/** The module with a memory of its own. */
function load(): typeof SheetModule {
  let module: typeof SheetModule | undefined;
  jest.isolateModules(() => {
    module = jest.requireActual<typeof SheetModule>("../../src/recognise/sheet");
  });
  return module!;
}

/** Another report in the same layout: other numbers, another unit or year in the titles. */
const another = (title: string) => (value: string | number | null) => {
  if (typeof value === "number") return value + 7;
  return value === null ? null : value.replace("新郑市辛店镇2020年", title);
};

const anyTitle = fc.constantFrom("平潭综合实验区行政审批局2020年", "新郑市辛店镇2023年", "宿迁市");

test("a layout that was read before is read as if it were new", () => {
  const [remembering, fresh] = [load(), load()];
  const read = ({ recogniseSheet }: typeof SheetModule, values: readonly (readonly unknown[])[]) =>
    recogniseSheet(makeGrid("表", { row: 0, column: 0 }, values)).map(({ placement, ...rest }) => ({
      ...rest,
      placement: { ...placement, table: `${placement.table.format} ${placement.table.section}` },
    }));
  fc.assert(
    fc.property(anySheet, anyTitle, ({ values }, title) => {
      read(remembering, values);
      const next = values.map((row) => row.map(another(title)));
      expect(read(remembering, next)).toEqual(read(fresh, next));
    }),
    { numRuns: 60 },
  );
});
