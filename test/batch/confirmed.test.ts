import { checkFile } from "../../src/batch/check-file";
import { makeResult } from "../../src/batch/file-result";
import { ConfirmedCells } from "../../src/record/confirmed-cells";
import { COMPLETE_REPORTS } from "../fixtures/reports";
import { makeWorkbook } from "../fixtures/workbooks";
import { goujiOn } from "../cli/terminal";
import { remember } from "./sealed-file";

const OPTIONS = { blankIsZero: false };
const hangzhou = COMPLETE_REPORTS.find(({ id }) => id === "015-hangzhou-2025")!;

const wrongBy = (off: number) =>
  makeWorkbook(hangzhou, (section, key, value) =>
    section === "section3" && key === "granted.naturalPerson" ? value + off : value,
  );

const suspectedIn = (bytes: Uint8Array) => {
  const result = makeResult(checkFile("杭州.xlsx", bytes, OPTIONS), { withFigures: true, hash: null });
  const suspects = result.tables.flatMap(({ repair }) => repair?.suspects ?? []);
  return suspects.flatMap(({ cells }) => cells.map(({ key }) => key));
};

test("what a person confirmed in a workbook is not suspected in its file, until the number is another", () => {
  const bytes = wrongBy(3600);
  expect(suspectedIn(bytes)).toEqual(["granted.naturalPerson"]);
  const [, section3] = checkFile("杭州.xlsx", bytes, OPTIONS).tables;
  const confirmed = ConfirmedCells.EMPTY.confirm(section3!.filled, "granted.naturalPerson");
  const withConfirmed = (file: Uint8Array) => remember(file, (record) => ({ ...record, confirmed }));
  expect(suspectedIn(withConfirmed(bytes))).not.toContain("granted.naturalPerson");
  expect(suspectedIn(withConfirmed(wrongBy(3601)))).toEqual(["granted.naturalPerson"]);
});

test("the command tells which cells were confirmed, because they are not suspected", async () => {
  const bytes = wrongBy(3600);
  const [, section3] = checkFile("杭州.xlsx", bytes, OPTIONS).tables;
  const confirmed = ConfirmedCells.EMPTY.confirm(section3!.filled, "granted.naturalPerson");
  const files = { "杭州.xlsx": remember(bytes, (record) => ({ ...record, confirmed })) };
  expect((await goujiOn(files, "check", "杭州.xlsx")).out).toContain("填报人已确认无误、不作疑似错格：D7");
  const { out } = await goujiOn(files, "check", "杭州.xlsx", "--json");
  expect((JSON.parse(out) as { files: { confirmed: unknown }[] }).files[0]!.confirmed).toEqual([
    { table: "section3", cell: "表三!D7", key: "granted.naturalPerson" },
  ]);
});

test("a cell is confirmed once, with what it holds now; taking that back leaves the others", () => {
  const [, section3] = checkFile("杭州.xlsx", wrongBy(0), OPTIONS).tables;
  const { filled } = section3!;
  const both = ConfirmedCells.EMPTY.confirm(filled, "granted.total").confirm(filled, "carriedOver.total");
  expect(both.confirm(filled, "granted.total").of(filled)).toEqual(["carriedOver.total", "granted.total"]);
  expect(both.withdraw(filled, "granted.total").of(filled)).toEqual(["carriedOver.total"]);
  expect(both.withdraw(filled, "granted.total").withdraw(filled, "carriedOver.total").tables).toEqual([]);
});
