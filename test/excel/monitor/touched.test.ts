import { Tables } from "../../../src/excel/monitor/tables";
import { touchedTables } from "../../../src/excel/monitor/touched";
import { SECTIONS } from "../../../src/tables/formats";
import { fillSheet } from "../filled-sheet";

const tables = new Tables({ blankIsZero: false });
tables.setSheet({ id: "a", grid: fillSheet({ year: 2020, sections: SECTIONS }).grid, cut: null });
const placed = tables.on("a");
const sectionsAt = (address: string) =>
  touchedTables(placed, address)?.map(({ filled }) => filled.placement.table.section) ?? null;

// section 二 stands in A2:D19, section 三 in A22:J47, section 四 in A50:O53
test.each([
  ["B4", ["section2"]],
  ["B4:D5", ["section2"]],
  ["C19:D19", ["section2"]],
  ["D25:J47", ["section3"]],
  ["A53:O53", ["section4"]],
  ["B4,D25", ["section2", "section3"]],
])("an edit of %s touches numbers of %j", (address, sections) => {
  expect(sectionsAt(address)).toEqual(sections);
});

test.each(["A4", "A1", "B3", "C25:D25", "D24:D25", "Z9", "1:1", "B:B", "A1:XFD1048576", "B4,Z9", "not an address"])(
  "an edit of %s may have changed more than numbers",
  (address) => {
    expect(sectionsAt(address)).toBeNull();
  },
);
