import type { CellConcern, UnreadReason } from "../../tables/concern";
import { isMore, listOptions, type ReportFileTexts } from "../report-file-texts";
import type { Readings } from "../unread";

const UNREAD: Readonly<Record<UnreadReason, string>> = {
  fewer: "there are fewer figures than cells, and nothing tells which cells are blank",
  extra: "there are more figures than cells",
  cut: "the text ends here",
  doubled: "the row stands in the report more than once",
  columns: "the columns of the report stand in another order",
  format: "the headings in the report belong to another format",
};

function writeReadings(written: string, readings: readonly Readings[]): string {
  const cells = readings.map(
    (cell) => `${cell.column} ${listOptions(cell.options, "blank", ", ")}${isMore(cell) ? " or other" : ""}`,
  );
  return `The report prints this row as "${written}", which can be read in several ways: ${cells.join("; ")}. Fill it in from the report.`;
}

function describe(concern: CellConcern): string {
  switch (concern.code) {
    case "asked": {
      const more = isMore(concern) ? " or other" : "";
      return `The report prints this row as "${concern.written}", which can be read in several ways; this cell may be ${listOptions(concern.options, "blank", ", ")}${more}. Fill it in from the report.`;
    }
    case "unread":
      return `The report prints ${concern.written ? `this row as "${concern.written}"` : "no figure in this row"}: ${UNREAD[concern.reason]}. Fill it in from the report.`;
    case "missing":
      return "This cell was not found in the report. Fill it in from the report.";
    case "blank":
      return "Blank in the report.";
    case "text": {
      const meant = concern.meant ? `, it may mean ${concern.meant.number}` : "";
      return `The report prints "${concern.written}", which is no plain number${meant}. It was kept as it is: make it a number.`;
    }
    case "bySums":
      return `The figures run together in the report ("${concern.written}") and were told apart by the sums. Compare them with the report.`;
    case "byOrder":
      return `The report prints this row as "${concern.written}"; its figures were assigned in their order. Compare them with the report.`;
  }
}

export const reportFile: ReportFileTexts = {
  kinds: { docx: "Word document", html: "web page", text: "text" },
  sections: { section2: "Table 2", section3: "Table 3", section4: "Table 4" },
  concerns: {
    asked: "several readings",
    unread: "not read",
    missing: "not in the report",
    blank: "blank in the report",
    text: "no number",
    bySums: "told apart by sums",
    byOrder: "told by order",
  },
  describeConcern: describe,
  describeReadings: writeReadings,
  counts: (cells, read, open, check) =>
    [
      `${cells} cells`,
      `${read} read`,
      ...(open > 0 ? [`${open} to fill in`] : []),
      ...(check > 0 ? [`${check} to compare`] : []),
    ].join(", "),
  missingTable: (section) =>
    `${{ section2: "Table 2 (disclosed on own initiative)", section3: "Table 3 (requests)", section4: "Table 4 (review and litigation)" }[section]} was not found.`,
  mixedFormats: "The tables follow different formats: some that of 2019, some that of 2021.",
  unlabelled: (written) => `A line of figures has no label and was left out: ${written}`,
};
