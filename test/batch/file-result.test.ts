import { checkFile } from "../../src/batch/check-file";
import { filledTables, makeResult, placementOf } from "../../src/batch/file-result";
import { zhCN } from "../../src/locales";
import { COMPLETE_REPORTS } from "../fixtures/reports";
import { makeWorkbook } from "../fixtures/workbooks";

const OPTIONS = { blankIsZero: false };
const jinhu = COMPLETE_REPORTS.find(({ id }) => id === "012-jinhu-2023")!;
const checked = checkFile("金湖.xlsx", makeWorkbook(jinhu), OPTIONS);

test("a result crosses between threads unchanged, and is small", () => {
  const result = makeResult(checked, { withFigures: true, hash: "ab" });
  expect(structuredClone(result)).toEqual(result);
  expect(JSON.stringify(result).length).toBeLessThan(8_000);
});

test("what is said of its findings is what would be said of the whole check", () => {
  const { tables } = makeResult(checked, { withFigures: false, hash: null });
  const said = tables.map((table) => table.findings.map((one) => zhCN.describeFinding(one, placementOf(table))));
  const meant = checked.tables.map(({ filled, check }) =>
    check.findings.map((one) => zhCN.describeFinding(one, filled.placement)),
  );
  expect(said.flat()).not.toHaveLength(0);
  // only the finding's own cells keep their places
  expect(said.flat().map(({ address, sentence }) => [address, sentence])).toEqual(
    meant.flat().map(({ address, sentence }) => [address, sentence]),
  );
});

test("figures are kept as they are when they are asked for; what is no number stays none", () => {
  const bytes = makeWorkbook(jinhu, (section, key, value) => {
    if (section !== "section3") return value;
    if (key === "granted.research") return undefined;
    return key === "granted.welfare" ? "3件" : value;
  });
  const check = checkFile("金湖.xlsx", bytes, OPTIONS);
  const [, section3] = filledTables(makeResult(check, { withFigures: true, hash: null }));
  const { contents } = check.tables[1]!.filled;
  expect(section3!.contents).toEqual({ ...contents, "granted.welfare": undefined });
  expect("granted.welfare" in section3!.contents).toBe(false);
  expect(section3!.contents["granted.research"]).toEqual({ type: "blank" });
  expect(filledTables(makeResult(check, { withFigures: false, hash: null }))).toEqual([]);
});
