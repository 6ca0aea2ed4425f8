import fc from "fast-check";
import { PLACEHOLDERS } from "../../src/rules/cells";
import { changedCells } from "../../src/rules/changed-cells";
import { checkTable, recheckTable, type CheckOptions } from "../../src/rules/check";
import { RULES, SUM_RULES } from "../../src/rules/catalogue";
import type { SumFinding } from "../../src/rules/finding";
import { ORIGINS } from "../../src/rules/origins";
import { relationsOf } from "../../src/rules/relations";
import { summarise } from "../../src/rules/workbook";
import { BLANK, type CellContent, type FilledTable } from "../../src/tables/filled";
import { FORMATS, SECTIONS, tableOf } from "../../src/tables/formats";
import type { CellKey, Table } from "../../src/tables/table";
import { COMPLETE_REPORTS, REPORTS } from "../fixtures/reports";
import { anyContent, anyContents, fillTable, placeTable } from "./samples";

const STRICT: CheckOptions = { blankIsZero: false };
const LENIENT: CheckOptions = { blankIsZero: true };
const TABLES = FORMATS.flatMap((format) => SECTIONS.map((section) => tableOf(format, section)));

const zeros = (table: Table) => Object.fromEntries(table.numbers.map(({ key }) => [key, 0]));
const withCells = (table: Table, cells: Readonly<Record<CellKey, unknown>>) =>
  fillTable(table, { ...zeros(table), ...cells });

describe("published reports", () => {
  test("there are eleven complete ones among twenty-seven", () => {
    expect(COMPLETE_REPORTS).toHaveLength(11);
    expect(REPORTS).toHaveLength(27);
  });

  test.each(COMPLETE_REPORTS.map((report) => [report.id, report] as const))(
    "the sums that do not agree in %s are exactly those that its source shows",
    (_, report) => {
      const found = SECTIONS.flatMap((section) => {
        const { format, numbers } = report.tables[section]!;
        const check = checkTable(fillTable(tableOf(format, section), numbers), STRICT);
        expect(check.undecided).toBe(0);
        expect(check.blanks).toEqual([]);
        return check.findings;
      });
      const sums = found.filter((finding): finding is SumFinding => finding.kind === "sum");
      expect(
        sums.map(({ rule, line, leftSum, rightSum }) => ({ rule, line, published: leftSum, expected: rightSum })),
      ).toEqual(
        report.violations.map((one) => ({ ...one, published: String(one.published), expected: String(one.expected) })),
      );
      // What else is said of them is to be explained, not to be put right.
      expect(found.filter(({ severity }) => severity === "error")).toHaveLength(sums.length);
    },
  );

  test("what a partial report shows breaks no sum", () => {
    for (const report of REPORTS.filter(({ complete }) => !complete)) {
      for (const section of SECTIONS) {
        const shown = report.tables[section];
        if (!shown) continue;
        const check = checkTable(fillTable(tableOf(shown.format, section), shown.numbers), STRICT);
        expect([report.id, check.findings.filter(({ kind }) => kind === "sum")]).toEqual([report.id, []]);
        const isWhole = Object.keys(shown.numbers).length === tableOf(shown.format, section).numbers.length;
        expect([report.id, check.verdict]).toEqual([report.id, isWhole ? "pass" : "incomplete"]);
      }
    }
  });
});

describe("sum rules", () => {
  test("have the relations of the notices", () => {
    const count = (table: Table) => relationsOf(table).relations.length;
    expect(TABLES.map(count)).toEqual([0, 23 + 7 + 7, 3, 0, 25 + 7 + 7, 3]);
  });

  // Each rule once more, written out by hand and not taken from the catalogue.
  const results2019 =
    "granted partiallyGranted denied.1 denied.2 denied.3 denied.4 denied.5 denied.6 denied.7 denied.8 unavailable.1 unavailable.2 " +
    "unavailable.3 notProcessed.1 notProcessed.2 notProcessed.3 notProcessed.4 notProcessed.5 other";
  const results2021 = results2019.replace(/other$/, "other.1 other.2 other.3");
  const organisations = "commercial research welfare legalService otherOrganisation";
  const signedSums: Readonly<Record<string, (format: "2019" | "2021", line: string) => Record<CellKey, number>>> = {
    "S3.ROW": (_, row) =>
      signs(
        [`${row}.total`],
        `naturalPerson ${organisations}`.split(" ").map((key) => `${row}.${key}`),
      ),
    "S3.RESULTS": (format, column) =>
      signs(
        [`resultsTotal.${column}`],
        (format === "2019" ? results2019 : results2021).split(" ").map((row) => `${row}.${column}`),
      ),
    "S3.BALANCE": (_, column) =>
      signs(
        [`newlyReceived.${column}`, `carriedOver.${column}`],
        [`resultsTotal.${column}`, `carriedForward.${column}`],
      ),
    "S4.TOTAL": (_, row) =>
      signs(
        [`${row}.total`],
        "upheld corrected otherOutcome pending".split(" ").map((key) => `${row}.${key}`),
      ),
  };
  function signs(left: string[], right: string[]): Record<CellKey, number> {
    return Object.fromEntries([...left.map((key) => [key, 1]), ...right.map((key) => [key, -1])]) as Record<
      CellKey,
      number
    >;
  }

  test.each(TABLES.map((table) => [table.section, table.format, table] as const))(
    "of %s of %s are the hand-written ones",
    (_section, format, table) => {
      for (const { rule, line, left, right } of relationsOf(table).relations) {
        const signed = signs([...left], [...right]);
        expect({ rule: rule.id, line, signed }).toEqual({
          rule: rule.id,
          line,
          signed: signedSums[rule.id]!(format, line),
        });
      }
    },
  );

  test("a sum is a finding exactly when it does not agree, and gives both sides", () => {
    const table = tableOf("2021", "section4");
    const at = (total: number) => withCells(table, { "review.upheld": 3, "review.pending": 2, "review.total": total });
    expect(checkTable(at(5), STRICT)).toMatchObject({ verdict: "pass", findings: [], undecided: 0 });
    const { findings, verdict } = checkTable(at(7), STRICT);
    expect(verdict).toBe("fail");
    expect(findings).toEqual([
      {
        kind: "sum",
        rule: "S4.TOTAL",
        severity: "error",
        line: "review",
        cells: ["review.total", "review.upheld", "review.corrected", "review.otherOutcome", "review.pending"],
        flags: ["review.total"],
        left: [{ key: "review.total", value: "7" }],
        right: [
          { key: "review.upheld", value: "3" },
          { key: "review.corrected", value: "0" },
          { key: "review.otherOutcome", value: "0" },
          { key: "review.pending", value: "2" },
        ],
        leftSum: "7",
        rightSum: "5",
        difference: "2",
      },
    ]);
  });

  test("fractions add up as decimals, not as binary floats", () => {
    const table = tableOf("2021", "section4");
    const filled = withCells(table, { "review.upheld": 0.1, "review.corrected": 0.2, "review.total": 0.3 });
    expect(checkTable(filled, STRICT).findings.filter(({ kind }) => kind === "sum")).toEqual([]);
  });

  test.each<[string, unknown]>([
    ["blank", null],
    ["a placeholder", "/"],
    ["a text that looks like a number", "3"],
    ["a boolean", true],
    ["an error", "#REF!"],
  ])("with a cell that holds %s a sum is not decided, never taken as 0", (_, value) => {
    const table = tableOf("2021", "section4");
    const check = checkTable(withCells(table, { "review.upheld": value }), STRICT);
    expect(check.undecided).toBe(1);
    expect(check.findings.filter(({ kind }) => kind === "sum")).toEqual([]);
    expect(check.verdict).not.toBe("pass");
  });

  test("the choice that blanks count as 0 holds for blank cells only", () => {
    const table = tableOf("2021", "section4");
    const check = (value: unknown) => checkTable(withCells(table, { "review.upheld": value }), LENIENT);
    expect(check(null)).toMatchObject({ undecided: 0, verdict: "pass", blanks: [] });
    expect(check("/")).toMatchObject({ undecided: 1, verdict: "incomplete", blanks: ["review.upheld"] });
    expect(check("3")).toMatchObject({ undecided: 1, verdict: "fail" });
  });

  test("a cell that the sheet has no place for leaves its sums undecided and the table incomplete, whatever blanks count as", () => {
    const table = tableOf("2021", "section4");
    const { contents, ...rest } = withCells(table, {});
    const others = Object.fromEntries(Object.entries(contents).filter(([key]) => key !== "review.upheld"));
    for (const options of [STRICT, LENIENT]) {
      expect(checkTable({ ...rest, contents: others }, options)).toMatchObject({
        undecided: 1,
        verdict: "incomplete",
        blanks: [],
      });
    }
  });
});

describe("F.KIND and F.BLANK", () => {
  const fault = (key: CellKey, value: unknown, format: "2019" | "2021" = "2019") => {
    const check = checkTable(withCells(tableOf(format, "section2"), { [key]: value }), STRICT);
    const finding = check.findings.find(({ rule }) => rule.startsWith("F."));
    return finding ? (finding.kind === "kind" ? finding.fault : finding.kind) : null;
  };

  test.each<[CellKey, unknown, string | null]>([
    ["licensing.decisions", 0, null],
    ["licensing.decisions", 999_999_999, null],
    ["licensing.decisions", 1_000_000_000, "tooLarge"],
    ["licensing.decisions", -1, "negative"],
    ["licensing.decisions", 0.5, "fraction"],
    ["licensing.decisions", "12", "text"],
    ["licensing.decisions", true, "boolean"],
    ["licensing.decisions", "#N/A", "error"],
    ["licensing.decisions", null, "blank"],
    ["licensing.decisions", "/", "blank"],
    ["licensing.decisions", " － ", "blank"],
    ["licensing.decisions", " ", "blank"],
    ["licensing.decisions", "\u3000", "blank"],
    ["licensing.decisions", "\u3000——", "blank"],
    ["licensing.decisions", "||", "text"],
    ["licensing.change", -8, null],
    ["licensing.change", 2, null],
    ["licensing.change", -0.5, "fraction"],
    ["licensing.change", -1_000_000_000, "tooLarge"],
    ["procurement.amount", 75394432.52, null],
    ["procurement.amount", 24252.311082, null],
    ["procurement.amount", 0.1234567, "decimals"],
    ["procurement.amount", -1, "negative"],
  ])("%s = %j: %s", (key, value, expected) => {
    expect(fault(key, value)).toBe(expected);
  });

  test("a text keeps what it probably means beside what was written", () => {
    const table = tableOf("2021", "section2");
    const filled = withCells(table, {});
    const meant = { number: "12", how: ["unit"], unit: "piece" } as const;
    const contents = { ...filled.contents, "licensing.decisions": { type: "text", text: "12件", meant } as const };
    expect(checkTable({ ...filled, contents }, STRICT).findings).toMatchObject([
      { written: "12件", meant, fault: "text" },
    ]);
  });

  test("every mark for nothing is one in the sheet's list too", () => {
    expect(PLACEHOLDERS.split("|").filter(Boolean)).toEqual(["/", "-", "—", "——", "－", "／"]);
  });
});

test("a doubt about labels blocks when it costs numbers, and only then", () => {
  const table = tableOf("2021", "section4");
  const filled = withCells(table, {});
  const verdict = (cells: readonly CellKey[]) =>
    checkTable({ ...filled, doubts: [{ fault: "missing", expected: ["行政复议"], cells }] }, STRICT).verdict;
  expect(verdict([])).toBe("pass");
  expect(verdict(["review.total"])).toBe("fail");
});

describe("a re-check", () => {
  const put = (filled: FilledTable, edits: Readonly<Record<CellKey, CellContent>>): FilledTable => ({
    ...filled,
    contents: { ...filled.contents, ...edits },
  });

  test.each(TABLES.map((table) => [table.section, table.format, table] as const))(
    "of %s of %s equals a full check after every edit",
    (_section, _format, table) => {
      const keys = table.numbers.map(({ key }) => key);
      const edits = fc.array(fc.dictionary(fc.constantFrom(...keys), anyContent, { minKeys: 1, maxKeys: 4 }), {
        minLength: 1,
        maxLength: 6,
      });
      fc.assert(
        fc.property(
          anyContents(table),
          edits,
          fc.boolean(),
          fc.subarray(keys),
          (contents, sequence, blankIsZero, formulas) => {
            const options = { blankIsZero };
            const computed = new Set(formulas);
            let filled: FilledTable = { placement: placeTable(table), contents, computed, doubts: [] };
            let check = checkTable(filled, options);
            for (const edit of sequence) {
              const next = put(filled, edit);
              check = recheckTable(check, next, changedCells(filled, next), options);
              filled = next;
              expect(check).toEqual(checkTable(filled, options));
            }
          },
        ),
        { numRuns: 60 },
      );
    },
  );

  test("touches nothing but the relations of the changed cells", () => {
    const table = tableOf("2021", "section3");
    const before = withCells(table, {});
    const check = checkTable(before, STRICT);
    const after = put(before, { "denied.1.naturalPerson": { type: "number", value: 1 } });
    const rechecked = recheckTable(check, after, changedCells(before, after), STRICT);
    const { relations } = relationsOf(table);
    const changed = relations.filter((_, index) => rechecked.outcomes[index] !== check.outcomes[index]);
    expect(changed.map(({ rule, line }) => `${rule.id} ${line}`)).toEqual([
      "S3.ROW denied.1",
      "S3.RESULTS naturalPerson",
    ]);
  });

  test("a text that comes to mean something else is a change", () => {
    const table = tableOf("2021", "section4");
    const before = put(withCells(table, {}), { "review.total": { type: "text", text: "1" } });
    const after = put(before, { "review.total": { type: "number", value: 1 } });
    expect(changedCells(before, after)).toEqual(["review.total"]);
    expect(changedCells(before, put(before, { "review.total": { type: "text", text: "1" } }))).toEqual([]);
    expect(changedCells(before, put(before, { "review.total": BLANK }))).toEqual(["review.total"]);
  });
});

test("a number that its cell shows as a date is no count: 2020-1-5 was typed, not 43835", () => {
  const table = tableOf("2021", "section2");
  const filled = withCells(table, {});
  const date = { type: "number", value: 43835, isDate: true } as const;
  const contents = { ...filled.contents, "licensing.decisions": date };
  const { findings, verdict } = checkTable({ ...filled, contents }, STRICT);
  expect(findings).toMatchObject([{ rule: "F.KIND", fault: "date", written: "2020-1-5", flags: [] }]);
  expect(verdict).toBe("fail");
});

describe("a workbook", () => {
  const table = tableOf("2021", "section4");
  const checked = (cells: Readonly<Record<CellKey, unknown>>) => {
    const filled = withCells(table, cells);
    return { filled, check: checkTable(filled, STRICT) };
  };
  test.each([
    ["nothing", [], "incomplete"],
    ["tables that pass", [{}, {}], "pass"],
    ["one with a blank", [{}, { "review.total": null }], "incomplete"],
    ["one that fails", [{ "review.total": null }, { "review.total": 1 }], "fail"],
  ])("with %s", (_, tables, verdict) => {
    expect(summarise(tables.map(checked)).verdict).toBe(verdict);
  });
});

test("every rule names its origin, and no other", () => {
  for (const [id, rule] of Object.entries(RULES)) {
    expect(rule.id).toBe(id);
    // What is only hardly meant so, no notice says.
    if (rule.severity === "error") expect(rule.origins.length).toBeGreaterThan(0);
    for (const origin of rule.origins) expect(ORIGINS[origin].number).toMatch(/^国办公开办函〔20\d\d〕\d+号$/);
  }
  expect(Object.keys(RULES)).toEqual(expect.arrayContaining(SUM_RULES.map(({ id }) => id)));
});
