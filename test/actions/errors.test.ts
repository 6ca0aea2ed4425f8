import { FAILURE_CODES, failureOf, NotPassedError } from "../../src/actions/errors";
import { OccupiedError } from "../../src/excel/errors";
import { ERROR_CODES, loadLocale, LOCALE_IDS } from "../../src/locales";
import { summarise } from "../../src/rules/workbook";
import { YearError } from "../../src/tables/formats";

test("every code that an action can fail with has words of its own", () => {
  expect(FAILURE_CODES.filter((code) => !(ERROR_CODES as readonly string[]).includes(code))).toEqual([]);
});

test("errors become coded data, with the action that failed", () => {
  const summary = {
    ...summarise([]),
    findings: { error: 3, warning: 1, unfilled: 0, hint: 0 },
    unexplained: 1,
    blanks: 2,
    cutSheets: 1,
  };
  expect(failureOf(new NotPassedError("fail", summary), "export")).toEqual({
    code: "NotPassed",
    details: { verdict: "fail", errors: 3, unexplained: 1, blanks: 2, cutSheets: 1 },
    action: "export",
  });
  expect(failureOf(new YearError(2018), "insert")).toEqual({ code: "Year", details: { year: 2018 }, action: "insert" });
  const notLoaded = Object.assign(new Error("Loading chunk 4 failed."), { name: "ChunkLoadError" });
  expect(failureOf(notLoaded, "validate")).toEqual({ code: "NotLoaded", details: {}, action: "validate" });
  expect(failureOf(new TypeError("x is not a function"), null)).toEqual({
    code: "Unexpected",
    details: { message: "TypeError: x is not a function" },
    action: null,
  });
});

test("an error says in its own message, too, what was offending", () => {
  const addresses = Array.from({ length: 12 }, (_, index) => `A${index + 1}`);
  const error = new OccupiedError("表三", addresses);
  expect(error.name).toBe("OccupiedError");
  expect(error.message).toBe("12 cells of 表三 are not empty: A1,A2,A3,A4,A5,A6,A7,A8,A9,A10");
  expect(error.addresses).toEqual(addresses);
});

test.each(LOCALE_IDS)("the sheet's words in %s fit Excel's limits", async (id) => {
  const { sheet } = await loadLocale(id);
  for (const { title, message } of Object.values(sheet.validation)) {
    expect([title, title.length <= 32]).toEqual([title, true]);
    expect([message, message.length <= 225]).toEqual([message, true]);
  }
  expect(sheet.report.sheet).toMatch(/^[^:\\/?*[\]]{1,31}$/);
});
