import { SECTION_NAMES } from "../../tables/sections";
import { MOST_FILES, MOST_NAMES, type BatchTexts, type Offender } from "../batch";
import { severities, verdicts } from "./rules";

function list(names: readonly string[], most = MOST_NAMES): string {
  const shown = names.slice(0, most).join(", ");
  return names.length > most ? `${shown} and ${names.length - most} more` : shown;
}

const listNames = (offending: readonly Offender[]): string => list(offending.map(({ name }) => name));
const listFiles = (offending: readonly Offender[]): string =>
  list(offending.map(({ name, files }) => `${name} (${list(files)})`));
const listGroups = (offending: readonly Offender[]): string =>
  offending
    .map(({ name, files }) => `${name}: ${files.length} ${files.length > MOST_NAMES ? "files" : `(${list(files)})`}`)
    .join("; ");

export const batch: BatchTexts = {
  outcomes: { ...verdicts, unreadable: "Unreadable" },
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
      explanation: "Explanation",
      file: "File",
    },
  },
  suspects: {
    sheet: "Probably wrong",
    columns: {
      number: "No.",
      unit: "Unit",
      sheet: "Sheet",
      sure: "How sure",
      change: "Suggested",
      reasons: "Why",
      file: "File",
    },
    certain: "Certain",
    likely: "Likely",
    oneOf: (ties) => `One of ${ties}`,
  },
  rules: {
    sheet: "Rules",
    columns: { rule: "Id", name: "Rule", severity: "Kind", findings: "Findings", units: "Units" },
  },
  noTables: "No table of the annual report was found.",
  resultsFile: "Results of the batch",
  resultsHeader: (files, time) => `Results of the batch, ${files} files, ${time}`,
  rollUp: {
    parts: {
      sheet: "Parts",
      columns: { cell: "Cell", place: "Figure", total: "Total", unit: "Unit", value: "Value", file: "File" },
    },
    units: {
      sheet: "Units added",
      columns: {
        number: "No.",
        unit: "Unit",
        verdict: "Verdict",
        gaps: "Cells not counted",
        remark: "Remark",
        file: "File",
      },
      leftOut: "Not added",
    },
    missing: (sections) => `without ${sections.map((section) => SECTION_NAMES[section].sheet).join(", ")}`,
    notes: ({ units, leftOut, summary }) => {
      const lacking = units.filter(({ missing }) => missing.length > 0);
      const open = units.filter(({ verdict }) => verdict !== "pass");
      const gaps = units.reduce((sum, unit) => sum + unit.gaps, 0);
      return [
        `${units.length} units, added cell by cell.`,
        ...(open.length > 0
          ? [
              `Note: ${open.length} units did not pass and are added all the same: ${list(open.map(({ unit }) => unit))}.`,
            ]
          : []),
        ...(leftOut.length > 0
          ? [
              `Note: ${leftOut.length} files could not be read or have no tables, and are not in the sum: ${list(
                leftOut.map(({ file }) => file),
                MOST_FILES,
              )}.`,
            ]
          : []),
        ...(lacking.length > 0
          ? [
              `Note: ${lacking.length} units lack tables, which are not in the sum: ${list(lacking.map(({ unit }) => unit))}.`,
            ]
          : []),
        ...(gaps > 0
          ? [`Note: ${gaps} cells are blank, hold no number or are in tables that are missing, and are not counted.`]
          : []),
        `Verdict on the sum itself: ${verdicts[summary.verdict]}.`,
      ];
    },
    unit: "Sum",
    refused: {
      nothing: () => "There is nothing to add up.",
      notPassed: (units) =>
        `${units.length} units did not pass: ${listNames(units)}. Have them corrected first, or say expressly that they are to be added.`,
      mixedFormats: (formats) => `The reports have different formats and cannot be added: ${listGroups(formats)}.`,
      mixedYears: (years) => `The reports are of different years and cannot be added: ${listGroups(years)}.`,
      doubledUnit: (units) => `There are several reports of one unit: ${listFiles(units)}. Keep one.`,
      doubledTable: (units) =>
        `A file has several tables of one kind: ${listFiles(units)}. Put one unit's report in a file.`,
      inexact: (cells) => `A total is beyond what a spreadsheet can hold exactly: ${listNames(cells)}.`,
    },
  },
  desk: {
    intro:
      "Check many workbooks at once: see who must correct what, compare with last year, and add the units up. Files are only read, on this machine; nothing is sent anywhere.",
    chooseFiles: "Choose files",
    chooseFolder: "Choose a folder",
    drop: "or drop files or a folder here",
    checking: (done, total) => `Checking ${done} of ${total}`,
    readingPrevious: (done, total) => `Reading last year's reports, ${done} of ${total}`,
    cancel: "Stop",
    cancelled: "Stopped. These files were checked.",
    nothing: "There is no file that can be checked.",
    unchanged: (count) => `${count} files have not changed; their last results stand.`,
    summary: (units) => `${units} files`,
    filter: "Filter by verdict",
    all: "All",
    search: "Find a unit or file",
    sort: "Sort",
    sorts: { file: "By file", unit: "By unit", verdict: "By verdict", findings: "By findings" },
    none: "No unit fits.",
    remarks: "About all files together",
    page: (page, pages) => `Page ${page} of ${pages}`,
    previousPage: "Previous page",
    nextPage: "Next page",
    noFindings: "Nothing was found.",
    counts: ({ error, warning, hint }, blanks) =>
      [
        ...(error > 0 ? [`${severities.error} ${error}`] : []),
        ...(warning > 0 ? [`${severities.warning} ${warning}`] : []),
        ...(hint > 0 ? [`${severities.hint} ${hint}`] : []),
        ...(blanks > 0 ? [`${blanks} blank`] : []),
      ].join(", "),
    lastYear: "Compare with last year",
    lastYearFiles: "Choose last year's files",
    lastYearFolder: "Choose last year's folder",
    lastYearHint:
      "Matched by the units' names, and checked by the rules between years. What is not certain is not compared until you choose.",
    lastYearCount: (reports) => `${reports} reports of last year were read.`,
    choose: "It is this one",
    recheck: "Check again",
    recheckHint: "Choose the same files or folder again: only those that changed are checked.",
    clear: "Clear",
    export: "Export results",
    print: "Print",
    back: "Back to the list",
    file: "File",
    findings: "Findings",
    suspects: "Probably wrong cells",
    years: "Two years side by side",
    figure: "Figure",
    thisYear: "This year",
    previousYear: "Last year",
    difference: "Change",
    chart: (unit) => `Two years of ${unit} as a chart; the numbers are in the table below`,
    rollUp: "Add up",
    rollUpUnit: "Name of the sum",
    rollUpEven: "Add units that did not pass, too, and say so in the sum",
    rollUpRun: "Add up now",
    rollUpExport: "Export the sum",
    rollUpFile: (unit, year) => `${unit} ${year} sum`,
    rollUpHint: "Click a total to see which units it comes from.",
    parts: (place, total) => `${place}: total ${total}`,
    noParts: "0 in every unit.",
  },
};
