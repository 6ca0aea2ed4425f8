import { Desk } from "../../src/actions/desk/desk";
import { checkFile } from "../../src/batch/check-file";
import { startInline } from "../../src/batch/pool/inline";
import type { LastYear } from "../../src/batch/units/last-year";
import { COMPLETE_REPORTS, type Report } from "../fixtures/reports";
import { makeWorkbook } from "../fixtures/workbooks";

const OPTIONS = { blankIsZero: false };
const [before, now] = ["008-suqian-2023", "009-suqian-2024"].map((id) =>
  COMPLETE_REPORTS.find((report) => report.id === id)!,
);

const filledIn = (report: Report) =>
  checkFile("报表.xlsx", makeWorkbook(report), OPTIONS).tables.map(({ filled }) => filled);
const fileOf = (path: string, report: Report) => ({ path, file: new File([Buffer.from(makeWorkbook(report))], path) });

async function deskWith(...reports: readonly Report[]): Promise<{ desk: Desk; lastYear: () => LastYear | null }> {
  let known: LastYear | null = null;
  const desk = new Desk({
    start: startInline(async (source) => new Uint8Array(await (source as File).arrayBuffer())),
    workers: 1,
    options: () => OPTIONS,
    onLastYear: (lastYear) => (known = lastYear),
  });
  await desk.setPrevious(reports.map((report, index) => fileOf(`${index}.xlsx`, report)));
  return { desk, lastYear: () => known };
}

test("the desk gives last year's table of the same unit, each time the same, until it is cleared", async () => {
  const { desk, lastYear } = await deskWith(before!);
  const [, section3] = filledIn(now!);
  const found = lastYear()!.tableOf(section3!);
  expect(found?.contents["carriedForward.total"]).toEqual({
    type: "number",
    value: before!.tables.section3!.numbers["carriedForward.total"],
  });
  expect(lastYear()!.tableOf(section3!)).toBe(found);
  desk.clear();
  expect(lastYear()).toBeNull();
});

test("none is given for a unit without a name, for another year, and of two that fit", async () => {
  const [, section3] = filledIn(now!);
  const { lastYear } = await deskWith(before!);
  const placement = { ...section3!.placement };
  delete placement.unit;
  expect(lastYear()!.tableOf({ ...section3!, placement })).toBeNull();
  expect(lastYear()!.tableOf({ ...section3!, placement: { ...section3!.placement, year: 2030 } })).toBeNull();
  const twice = await deskWith(before!, before!);
  expect(twice.lastYear()!.tableOf(section3!)).toBeNull();
});
