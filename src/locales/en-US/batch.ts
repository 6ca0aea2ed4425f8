import { MOST_NAMES, type BatchTexts } from "../batch";
import { severities, verdicts } from "./rules";

function list(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).join(", ");
  return names.length > MOST_NAMES ? `${shown} and ${names.length - MOST_NAMES} more` : shown;
}

export const batch: BatchTexts = {
  units: {
    sheet: "Units",
    columns: {
      number: "No.",
      unit: "Unit",
      year: "Year",
      verdict: "Verdict",
      ...severities,
      blanks: "Blank cells",
      first: "First finding",
      previous: "Against last year",
      file: "File",
    },
  },
  findings: {
    sheet: "Findings",
    columns: {
      number: "No.",
      unit: "Unit",
      severity: "Kind",
      rule: "Id",
      name: "Rule",
      place: "Place",
      message: "Finding",
      file: "File",
    },
  },
  rules: {
    sheet: "Rules",
    columns: { rule: "Id", name: "Rule", severity: "Kind", findings: "Findings", units: "Units" },
  },
  noTables: "No table of the annual report was found.",
  resultsFile: "Results of the batch",
  rollUp: {
    parts: {
      sheet: "Parts",
      columns: { cell: "Cell", place: "Figure", total: "Total", unit: "Unit", value: "Value", file: "File" },
    },
    units: {
      sheet: "Units added",
      columns: { number: "No.", unit: "Unit", verdict: "Verdict", gaps: "Cells not counted", file: "File" },
    },
    notes: ({ units, summary }) => {
      const open = units.filter(({ verdict }) => verdict !== "pass");
      const gaps = units.reduce((sum, unit) => sum + unit.gaps, 0);
      return [
        `${units.length} units, added cell by cell.`,
        ...(open.length > 0
          ? [
              `Note: ${open.length} units did not pass and are added all the same: ${list(open.map(({ unit }) => unit))}.`,
            ]
          : []),
        ...(gaps > 0 ? [`Note: ${gaps} cells are blank or hold no number, and are not counted.`] : []),
        `Verdict on the sum itself: ${verdicts[summary.verdict]}.`,
      ];
    },
    unit: "Sum",
    refused: {
      nothing: () => "There is nothing to add up.",
      notPassed: (names) =>
        `${names.length} units did not pass: ${list(names)}. Have them corrected first, or say expressly that they are to be added.`,
      mixedFormats: (formats) => `The reports have different formats (${formats.join(", ")}) and cannot be added.`,
      mixedYears: (years) => `The reports are of different years (${years.join(", ")}) and cannot be added.`,
      doubledUnit: (names) => `There are several reports of one unit: ${list(names)}. Keep one.`,
      doubledTable: (names) =>
        `A file has several tables of one kind: ${list(names)}. Put one unit's report in a file.`,
      inexact: (cells) => `A total is beyond what a spreadsheet can hold exactly: ${list(cells)}.`,
    },
  },
};
