import type { StandingCounts } from "../../record/standing-counts";
import { SECTION_NAMES } from "../../tables/sections";
import type { SectionId } from "../../tables/table";
import { MOST_NAMES, type BatchTexts, type Offender, type RolledFacts } from "../batch";
import { namesWithin } from "../names-within";
import { nameRows, readingsOf } from "../unread";
import { reportFile } from "./report-file";
import { groupUncounted, type UncountedCell } from "../uncounted";
import { severities, verdicts } from "./rules";

function list(names: readonly string[], most = MOST_NAMES): string {
  const shown = names.slice(0, most).join(", ");
  return names.length > most ? `${shown} and ${names.length - most} more` : shown;
}

/** What has commas of its own. */
function listParts(parts: readonly string[], most = MOST_NAMES): string {
  const shown = parts.slice(0, most).join("; ");
  return parts.length > most ? `${shown} and ${parts.length - most} more units` : shown;
}

const namesOf = (offending: readonly Offender[]): string[] => offending.map(({ name }) => name);
const withFiles = (offending: readonly Offender[]): string[] =>
  offending.map(({ name, files }) => `${name} (${list(files)})`);
const listGroups = (offending: readonly Offender[]): string =>
  offending
    .map(({ name, files }) => `${name}: ${files.length} ${files.length > MOST_NAMES ? "files" : `(${list(files)})`}`)
    .join("; ");

const nameMissing = (sections: readonly SectionId[]): string =>
  `without ${sections.map((section) => SECTION_NAMES[section].sheet).join(", ")}`;

const nameUncounted = (cells: readonly UncountedCell[]): string =>
  groupUncounted(cells)
    .map(({ sheet, written, blank }) => {
      const texts = written.map((one) => `${one.place} “${one.written}”`);
      return `${sheet} ${[...(texts.length > 0 ? [list(texts)] : []), ...(blank.length > 0 ? [`${list(blank)} blank`] : [])].join(", ")}`;
    })
    .join(", ");

/** What of a sum is not as it should be, in a few words each. */
const reservations = ({ units, leftOut, summary }: RolledFacts): string[] => [
  ...(summary.verdict === "pass" ? [] : [verdicts[summary.verdict]]),
  ...(units.some(({ verdict }) => verdict !== "pass") ? ["with units that did not pass"] : []),
  ...(leftOut.length > 0 ? ["files left out"] : []),
];

function standingWords({ unexplained, refused, answered, vindicated }: StandingCounts): string {
  const parts = [
    ...(unexplained > 0 ? [`${unexplained} to be explained`] : []),
    ...(refused > 0 ? [`${refused} not accepted`] : []),
    ...(answered > 0 ? [`${answered} explained anew`] : []),
    ...(vindicated > 0 ? [`${vindicated} once not accepted`] : []),
  ];
  return parts.length > 0 ? ` (${parts.join(", ")})` : "";
}

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
    zeroBlanks: "Blank cells (blanks count as 0)",
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
  zeroInFile:
    "The workbook itself counts blanks as 0: for the office that filled it in, they are no open cells. This check does not, and they are.",
  describeConcern: reportFile.describeConcern,
  unread: (sheet, cells, table) => {
    const { rows, isAll } = nameRows(
      cells.map(({ key }) => key),
      table,
    );
    const places = rows.map(({ row, columns }) => `row “${row}”${columns.length > 0 ? `, ${columns.join(", ")}` : ""}`);
    const readings = readingsOf(cells, table);
    const { describeConcern, describeReadings } = reportFile;
    const { concern } = cells[0]!;
    const why =
      readings && "written" in concern ? describeReadings(concern.written, readings) : describeConcern(concern);
    return `${sheet}, ${places.join("; ")}${isAll ? "" : ` and others, ${cells.length} cells`}: not read for certain. ${why}`;
  },
  resultsFile: "Results of the batch",
  resultsHeader: (files, time, blankIsZero) =>
    `Results of the batch, ${files} files, ${time}${blankIsZero ? ", blanks count as 0" : ""}`,
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
    missing: nameMissing,
    notes: ({ units, leftOut, zeros, summary }, most = MOST_NAMES) => {
      const open = units.filter(({ verdict }) => verdict !== "pass").map(({ unit }) => unit);
      const files = leftOut.map(({ file }) => file);
      const lacking = units.flatMap(({ unit, missing }) =>
        missing.length > 0 ? [`${unit} (${nameMissing(missing)})`] : [],
      );
      const uncounted = units.flatMap(({ unit, uncounted: cells }) =>
        cells.length > 0 ? [`${unit} ${nameUncounted(cells)}`] : [],
      );
      const gaps = units.reduce((sum, unit) => sum + unit.gaps, 0);
      return [
        `${units.length} units, added cell by cell.`,
        ...(open.length > 0
          ? [`Note: ${open.length} units did not pass and are added all the same: ${list(open, most)}.`]
          : []),
        ...(files.length > 0
          ? [
              `Note: ${files.length} files could not be read or have no tables, and are not in the sum: ${list(files, most)}.`,
            ]
          : []),
        ...(lacking.length > 0
          ? [`Note: ${lacking.length} units lack tables, which are not in the sum: ${list(lacking, most)}.`]
          : []),
        ...(zeros > 0 ? [`Note: blanks count as 0: ${zeros} blank cells are added as 0.`] : []),
        ...(gaps > 0
          ? [
              `Note: ${gaps} cells are blank, hold no number or are in tables that are missing, and are not counted${uncounted.length > 0 ? `: ${listParts(uncounted, most)}` : ""}.`,
            ]
          : []),
        `Verdict on the sum itself: ${verdicts[summary.verdict]}.`,
      ];
    },
    contains: ({ units, leftOut }, longest) => {
      const open = units.filter(({ verdict }) => verdict !== "pass").length;
      const facts = [
        `${units.length} units`,
        ...(open > 0 ? [`${open} of them did not pass`] : []),
        ...(leftOut.length > 0 ? [`${leftOut.length} files are not in the sum`] : []),
      ];
      return namesWithin(
        units.map(({ unit }) => unit),
        (names, most) => `${facts.join(", ")}: ${list(names, most)}`,
        longest,
      );
    },
    uncounted: (cells) => `Not counted: ${nameUncounted(cells)}`,
    finding: (place, sentence, units, uncounted) =>
      [
        `${place}  ${sentence}`,
        ...(units.length > 0 ? [`The same is found in ${list(units)}.`] : []),
        ...(uncounted.length > 0
          ? [`Not counted: ${listParts(uncounted.map(({ unit, cells }) => `${unit} ${nameUncounted(cells)}`))}.`]
          : []),
      ].join(" "),
    notice: ({ units, leftOut, zeros, summary }) => {
      const open = units.filter(({ verdict }) => verdict !== "pass").length;
      return [
        `Sum of ${units.length} units.`,
        ...(open > 0 ? [`${open} of them did not pass.`] : []),
        ...(leftOut.length > 0 ? [`${leftOut.length} files are not in the sum.`] : []),
        ...(zeros > 0 ? [`${zeros} blank cells count as 0.`] : []),
        ...(summary.verdict === "pass" ? [] : [`Verdict on the sum itself: ${verdicts[summary.verdict]}.`]),
        "See the sheet of units.",
      ].join(" ");
    },
    file: (unit, year, rolled) => {
      const found = reservations(rolled);
      return `${unit && `${unit} `}${year} sum (${found.length > 0 ? found.join(", ") : verdicts.pass})`;
    },
    unit: "Sum",
    refused: {
      nothing: () => "There is nothing to add up.",
      notPassed: (units, most) =>
        `${units.length} units did not pass: ${list(namesOf(units), most)}. Have them corrected first, or say expressly that they are to be added.`,
      mixedFormats: (formats) => `The reports have different formats and cannot be added: ${listGroups(formats)}.`,
      mixedYears: (years) => `The reports are of different years and cannot be added: ${listGroups(years)}.`,
      doubledUnit: (units, most) => `There are several reports of one unit: ${list(withFiles(units), most)}. Keep one.`,
      doubledTable: (units, most) =>
        `A file has several tables of one kind: ${list(withFiles(units), most)}. Put one unit's report in a file.`,
      sumOfOthers: (units) =>
        `Every figure is the sum of the other units': ${list(withFiles(units))}. It is probably their sum, and would count everything twice. Take it out.`,
      ownReport: (units) =>
        `A report has the name of the sum: ${list(withFiles(units))}. It is probably an earlier sum, and would count everything twice. Take it out; if it is one unit's own, give the sum another name.`,
      inexact: (cells, most) => `A total is beyond what a spreadsheet can hold exactly: ${list(namesOf(cells), most)}.`,
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
    cancelled: (left) => `Stopped; ${left} files were not checked. These were.`,
    cancelledPrevious: "Stopped. The comparison with last year is as it was.",
    nothing: "There is no file that can be checked.",
    unchanged: (count) => `${count} files have not changed; their last results stand.`,
    gone: (count) => `${count} files are not in the folder any more, and are listed no longer.`,
    replaced: (names) => `Taken in the place of files of the same name: ${list(names)}.`,
    renamed: (names) =>
      `Files of one name from different units are both kept; the new ones are listed as: ${list(names)}.`,
    passedOver: (names) => `${names.length} other files are no reports and were not checked: ${list(names)}.`,
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
    previousUnit: "Previous unit",
    nextUnit: "Next unit",
    place: (place, units) => `${place} of ${units}`,
    noFindings: "Nothing was found.",
    counts: ({ error, warning, hint }, standings, blanks) =>
      [
        ...(error > 0 ? [`${severities.error} ${error}`] : []),
        ...(warning > 0 ? [`${severities.warning} ${warning}${standingWords(standings)}`] : []),
        ...(hint > 0 ? [`${severities.hint} ${hint}`] : []),
        ...(blanks > 0 ? [`${blanks} blank`] : []),
      ].join(", "),
    lastYear: "Compare with last year",
    lastYearFiles: "Choose last year's files",
    lastYearFolder: "Choose last year's folder",
    lastYearHint:
      "Matched by the units' names, and checked by the rules between years. What is not certain is not compared until you choose.",
    lastYearCount: (reports) => `${reports} reports of last year were read.`,
    unclaimed: "Reports of last year that are no unit's; choose one if the name has changed:",
    unclaimedSearch: "Find a report of last year",
    unclaimedMore: (reports) => `${reports} more; type a name to find one.`,
    unclaimedNone: "No report of last year fits.",
    perhapsUnread: (names) =>
      `No report was read from ${names.length} of last year's files, and this unit's may be among them: ${list(names)}.`,
    notPrevious: (count, shown) =>
      `${count} files of last year gave no report and were not compared with${shown < count ? `; the first ${shown}` : ""}:`,
    lastYearShared:
      "Last year's reports are those chosen for many workbooks. What is chosen here serves this workbook only.",
    choose: "It is this one",
    deny: "The unit had no report last year",
    unchoose: "Take this back",
    recheck: "Check again",
    recheckHint: "Choose the same files or folder again: only those that changed are checked.",
    clear: "Clear",
    export: "Export results",
    print: "Print",
    back: "Back to the list",
    remove: "Remove from the list",
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
    rollUpUnnamed: "Name the sum first: the exported tables bear it in their titles.",
    rollUpEven: "Add units that did not pass, too, and say so in the sum",
    rollUpRun: "Add up now",
    rollUpExport: "Export the sum",
    rollUpOld: "Units or verdicts have changed, and the sum does not hold any more. Add up again.",
    rollUpHint: "Click a total to see which units it comes from.",
    parts: (place, total) => `${place}: total ${total}`,
    noParts: "0 in every unit.",
  },
};
