import { SheetProtectedError } from "../../src/excel/errors";
import { failureOf } from "../../src/actions/errors";
import type { FilledTable, LabelDoubt } from "../../src/tables/filled";
import { SECTIONS, tableOf } from "../../src/tables/formats";
import type { CellKey, SectionId } from "../../src/tables/table";
import { addCutSheets } from "../../src/rules/workbook";
import { compareSeal, isHint } from "../../src/record/seal/compare";
import { takeDown } from "../../src/record/seal/take-down";
import { subjectOf, type Subject } from "../../src/record/subject";
import { tableOfFinding } from "../../src/rules/cross/table-of-finding";
import { fillTable, placeTable, type Given } from "../locales/filled";
import { lastYearOf } from "./last-year";
import { listFindings } from "../../src/actions/report/findings-section";
import { zhCN } from "../../src/locales";
import { ExplanationBook } from "../../src/record/explanation-book";
import { MemoryApp } from "./memory-app";

const ALTERED: LabelDoubt = {
  fault: "altered",
  expected: ["三、本年度办理结果", "（三）不予公开", "2.其他法律行政法规禁止公开"],
  found: "2.其他法律法规禁止公开",
  cells: [],
  position: { row: 9, column: 2 },
};

/** Table 三 with broken sums, a text in place of a number, cells not filled and a label that was altered. */
function brokenSection3(): FilledTable {
  const placement = placeTable(tableOf("2019", "section3"));
  const filled = fillTable(
    placement,
    {
      "newlyReceived.naturalPerson": 5,
      "newlyReceived.total": 5,
      "granted.naturalPerson": 3,
      "granted.commercial": 2,
      "granted.total": 6,
      "denied.3.naturalPerson": 1,
      "denied.3.total": 1,
      "resultsTotal.naturalPerson": 4,
      "resultsTotal.commercial": 2,
      "resultsTotal.total": 6,
      "carriedOver.welfare": null,
      "carriedOver.research": "/",
    },
    [ALTERED],
  );
  filled.contents["denied.4.legalService"] = {
    type: "text",
    text: "１２",
    meant: { number: "12", how: ["fullWidth"] },
  };
  return filled;
}

/** Table 三 of a small unit, in which everything holds. */
const SMALL: Readonly<Record<CellKey, number>> = {
  "newlyReceived.naturalPerson": 36,
  "newlyReceived.commercial": 52,
  "newlyReceived.total": 88,
  "carriedOver.naturalPerson": 3,
  "carriedOver.total": 3,
  "granted.naturalPerson": 21,
  "granted.commercial": 47,
  "granted.total": 68,
  "partiallyGranted.naturalPerson": 12,
  "partiallyGranted.total": 12,
  "denied.5.naturalPerson": 4,
  "denied.5.total": 4,
  "unavailable.1.commercial": 5,
  "unavailable.1.total": 5,
  "resultsTotal.naturalPerson": 37,
  "resultsTotal.commercial": 52,
  "resultsTotal.total": 89,
  "carriedForward.naturalPerson": 2,
  "carriedForward.total": 2,
};

/** Two digits of a total were swapped. */
export const SWAPPED: Readonly<Record<CellKey, number>> = { ...SMALL, "granted.total": 86 };

const NOW: Readonly<Record<SectionId, Given>> = {
  section2: { "normativeDocuments.valid": 12 },
  section3: SMALL,
  section4: {},
};

/** A small unit's report beside one of the year before. */
function compared(unit: string): MemoryApp {
  const app = new MemoryApp();
  for (const section of SECTIONS) {
    const placement = { ...placeTable(tableOf("2021", section)), unit: "某市某区某镇", year: 2025 };
    app.add(section, 2025, fillTable(placement, NOW[section]));
  }
  app.setLastYear(
    lastYearOf(unit, 2024, {
      "normativeDocuments.valid": 14,
      "carriedForward.naturalPerson": 5,
      "carriedForward.total": 5,
    }),
  );
  return app;
}

function crossSubjects(app: MemoryApp): Subject[] {
  const { comparison, tables } = app.getState();
  return (comparison?.check?.findings ?? []).map((finding) =>
    subjectOf(finding, tableOfFinding(finding, tables, ({ filled }) => filled.placement.table.section).filled),
  );
}

const DIGEST = "0123456789abcdef".repeat(4);

/** A table of another unit, which is in no workbook here. */
const SEALED_ELSEWHERE = takeDown(
  fillTable({ ...placeTable(tableOf("2021", "section2"), "下属单位"), unit: "某街道" }),
);

/** The states of the pane that a person may see, for pictures and for checks of accessibility. */
export const STATES: Readonly<Record<string, () => MemoryApp>> = {
  starting: () => new MemoryApp({ phase: "starting" }),
  empty: () => new MemoryApp(),
  findings: () => {
    const app = new MemoryApp();
    app.add("section2", 2020, { "procurement.projects": 35, "procurement.amount": 8403 });
    app.add("section3", 2020, brokenSection3());
    app.add("section4", 2020, { "review.upheld": 2, "review.total": 3 });
    return app;
  },
  suspects: () => {
    const app = new MemoryApp();
    app.add("section2", 2020, { "procurement.projects": 35, "procurement.amount": 8403 });
    app.add("section3", 2020, SWAPPED);
    app.add("section4", 2020);
    app.localise();
    return app;
  },
  /** One of several cells, several cells at once, cells that only one number fits, and cells that somebody vouched for. */
  ties: () => {
    const app = new MemoryApp();
    const section3 = app.add("section3", 2020, {
      ...SMALL,
      "granted.total": 86,
      "unavailable.3.total": null,
      "carriedForward.total": null,
    });
    const section4 = app.add("section4", 2020, { "review.upheld": 2, "review.total": 3 });
    app.localise();
    app.confirm(section3, ["granted.total"]);
    app.confirm(section4, ["review.upheld", "review.total"]);
    return app;
  },
  tooMany: () => {
    const app = new MemoryApp();
    const wrong = tableOf("2019", "section3").numbers.filter((_, index) => index % 5 === 2);
    app.add("section3", 2020, { ...SMALL, ...Object.fromEntries(wrong.map(({ key }, index) => [key, index + 11])) });
    app.localise();
    return app;
  },
  reviewing: () => {
    const app = STATES.suspects!();
    app.set({ isReviewing: true });
    return app;
  },
  passed: () => {
    const app = new MemoryApp();
    app.add("section2", 2020);
    app.add("section3", 2020);
    app.add("section4", 2020);
    return app;
  },
  incomplete: () => {
    const app = new MemoryApp();
    app.add("section2", 2025, { "licensing.decisions": null });
    app.add("section3", 2025, { "newlyReceived.total": null }, "区发改局");
    app.set({ tables: app.getState().tables.map((table) => ({ ...table, isMarked: false })) });
    return app;
  },
  /** A warning that is explained, one whose explanation was not accepted, one whose explanation lapsed, one without. */
  explained: () => {
    const app = new MemoryApp();
    const doubtful = { "regulations.issued": 2, "regulations.valid": 1, "normativeDocuments.issued": 3 };
    const [, id] = [2024, 2025].map((year) => {
      const placement = { ...placeTable(tableOf("2021", "section2"), `表二（${year}）`), year };
      return app.add("section2", year, fillTable(placement, doubtful));
    });
    const warnings = app
      .getState()
      .tables.flatMap(({ filled, check }) => check.findings.map((finding) => subjectOf(finding, filled)));
    const [first, second, third] = warnings;
    const text = "本年制发的两件规章中有一件当年废止，现行有效件数按年末统计。";
    const at = "2026-01-20T02:00:00Z";
    app.explain((book) => book.explain(first!, { text, by: "王敏", at }));
    app.explain((book) => book.explain(second!, { text, by: null, at }));
    app.explain((book) => book.object(second!, { text: "请写明废止的文号。", by: "李强", at }));
    app.explain((book) => book.explain(third!, { text, by: "王敏", at }));
    app.type(id!, third!.figures[0]!.key, { type: "number", value: 0 });
    app.explain((book) => book);
    return app;
  },
  /** Beside last year's report: what does not follow from it, explained, explained for other numbers, and not explained. */
  lastYear: () => {
    const app = compared("某市某区某镇");
    const warnings = crossSubjects(app);
    const by = { by: "王敏", at: "2026-01-20T02:00:00Z" };
    app.explain((book) =>
      book.explain(warnings[0]!, { text: "上年有2件申请年底已办结，误作结转，已在本年更正。", ...by }),
    );
    const other = warnings[1]!.figures.map((figure) => ({ ...figure, code: "n7" }));
    app.explain((book) =>
      book.explain({ ...warnings[1]!, figures: other }, { text: "上年误作结转的申请，见自然人一列。", ...by }),
    );
    return app;
  },
  /** The report that was chosen is perhaps another unit's. */
  lastYearInDoubt: () => compared("某市某区某乡"),
  /** Exported, and changed since: a cell, a title, a table that is gone and one that came. */
  sealed: () => {
    const app = STATES.passed!();
    const sealed = [...app.getState().tables.map(({ filled }) => takeDown(filled)), SEALED_ELSEWHERE];
    app.type(app.getState().tables[1]!.id, "granted.naturalPerson", { type: "number", value: 7 });
    app.add("section4", 2021, undefined, "表四（2）");
    const tables = app.getState().tables.map(({ filled }) => filled);
    const counts = { errors: 0, warnings: 0, unexplained: 0, blanks: 0, undecided: 0 };
    const seal = { at: "2026-01-20T02:00:00Z", rules: "0.1.0", verdict: "pass" as const, counts, tables: sealed };
    const status = {
      state: "changed" as const,
      seal: {
        ...seal,
        digest: DIGEST,
        blankIsZero: false,
        explanations: null,
        objections: null,
        properties: null,
        units: null,
      },
      changes: compareSeal(sealed, tables).filter((note) => !isHint(note)),
      hints: [{ kind: "propertiesLost" } as const],
    };
    app.set({ record: { ...app.getState().record, seal: status } });
    return app;
  },
  /** The report sheet shows explanations that another program lost: one can be taken back, the number of the other has changed. */
  lost: () => {
    const app = new MemoryApp();
    app.add("section2", 2025, { "regulations.issued": 2, "regulations.valid": 1 });
    const { tables, record, ...view } = app.getState();
    const [listed] = listFindings({ ...view, tables }, ExplanationBook.EMPTY, zhCN.sheet.report);
    const { rule, place, message } = listed!;
    const at = "2026-01-20T02:00:00.000Z";
    const printed = { rule, place, message, state: zhCN.record.states.explained, objection: null };
    const lost = [
      {
        ...printed,
        explanation: { text: "本年制发的两件规章中有一件当年废止，现行有效件数按年末统计。", by: "李四", at },
      },
      { ...printed, message: "", explanation: { text: "现行有效按年末统计。", by: null, at } },
    ];
    app.set({ record: { ...record, lost } });
    return app;
  },
  sealBroken: () => {
    const app = STATES.passed!();
    app.set({ record: { ...app.getState().record, problem: "damaged", seal: { state: "broken" } } });
    return app;
  },
  failure: () => {
    const app = STATES.findings!();
    app.set({ failure: failureOf(new SheetProtectedError("表三"), "mark"), isStale: true });
    return app;
  },
  limits: () => {
    const app = STATES.passed!();
    const {
      summary,
      tables: [table, ...others],
    } = app.getState();
    app.set({
      isManual: true,
      summary: addCutSheets(summary, 1),
      tables: [{ ...table!, filled: { ...table!.filled, computed: new Set(["licensing.decisions"]) } }, ...others],
      limits: ["noDownload", "noCollectionEvents", "noPageLayout"],
      cutSheets: [
        { worksheetId: "9", sheet: "历年台账", area: { row: 0, column: 0, rowCount: 5000, columnCount: 100 } },
      ],
    });
    return app;
  },
};
