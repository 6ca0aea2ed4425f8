import { utils, write } from "@e965/xlsx";
import { checkFile } from "../../src/batch/check-file";
import { makeResult } from "../../src/batch/file-result";
import { findingsOf } from "../../src/batch/unit-finding";
import { makeUnitCheck } from "../../src/batch/units/compare-units";
import { SECTION_NAMES, reportTitle } from "../../src/tables/sections";
import { tableOf } from "../../src/tables/formats";
import { layOut } from "../fixtures/workbooks";

const OPTIONS = { blankIsZero: false };

test("in a file that holds reports of two units each finding is told under its own", () => {
  const book = utils.book_new();
  for (const [unit, section] of [
    ["辛店镇", "section3"],
    ["城关镇", "section4"],
  ] as const) {
    const table = tableOf("2021", section);
    const zeros = Object.fromEntries(table.numbers.map(({ key }) => [key, 0]));
    const rows = layOut(
      table,
      reportTitle(unit, 2023),
      section === "section4" ? { ...zeros, "review.total": 3 } : zeros,
    );
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows), SECTION_NAMES[section].sheet);
  }
  const bytes = new Uint8Array(write(book, { type: "buffer", bookType: "xlsx" }) as Buffer);
  const result = makeResult(checkFile("两个单位.xlsx", bytes, OPTIONS), { withFigures: false, hash: null });
  const found = findingsOf(makeUnitCheck(result, null, OPTIONS));
  expect(found.map(({ finding, unit }) => [finding.rule, unit])).toEqual([
    ["S4.TOTAL", "城关镇"],
    ["F.MISSING", "辛店镇"],
    ["F.MISSING", "辛店镇"],
    ["F.MISSING", "城关镇"],
    ["F.MISSING", "城关镇"],
  ]);
});
