import type { Words } from "../zh-CN/words";

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export const words: Words = {
  "app.name": "Gouji",

  "action.insert": "Insert",
  "action.validate": "Validate",
  "action.export": "Export",
  "action.mark": "Mark",
  "action.refresh": "Read again",

  "more.label": "More",

  "running.insert": "Inserting tables…",
  "running.insertSample": "Inserting the sample…",
  "running.insertExercise": "Inserting the exercise…",
  "running.fill": "Filling in…",
  "running.validate": "Validating…",
  "running.export": "Exporting…",
  "running.mark": "Marking…",
  "running.unmark": "Removing marks…",
  "running.goTo": "Selecting…",
  "running.goToCell": "Selecting…",
  "running.explain": "Saving the explanation…",
  "running.withdrawExplanation": "Withdrawing the explanation…",
  "running.objectToExplanation": "Saving the objection…",
  "running.acceptExplanation": "Taking the objection back…",
  "running.show": "Selecting…",
  "running.accept": "Changing…",
  "running.trust": "Looking again…",
  "running.distrust": "Looking again…",
  "running.setReviewing": "Switching…",
  "running.setOptions": "Checking with the new options…",
  "running.recalculate": "Calculating…",
  "running.refresh": "Reading the workbook…",

  "done.insert": (sheets) => `Inserted ${sheets}. This cannot be undone: delete these sheets if you do not want them.`,
  "done.insertAt": (addresses) =>
    `Inserted ${addresses}. This may not be undone: clear the cells if you do not want it.`,
  "done.fill": (addresses) => `Filled in ${addresses}.`,
  "done.insertSample": "The sample report (辛店镇 2020) is inserted. Change any number to see what happens.",
  "done.insertExercise": "The exercise is inserted, with two errors in it on purpose. Put them right as shown below.",
  "done.validate": (verdict, sheet) => `Verdict: ${verdict}. Details are on sheet “${sheet}”.`,
  "done.download": (file) => `Exported ${file}; see your downloads.`,
  "done.opened": (file) => `A checked copy is open; save it as ${file}.`,
  "done.noReport":
    " The structure of the workbook is protected and takes no new sheet, so the file has no report sheet.",
  "done.accept": (sheet, changes) =>
    `Changed on ${sheet}: ${changes.map(({ address, from, to }) => `${address} from ${from || "blank"} to ${to}`).join(", ")}.`,
  "done.acceptNone": "These cells hold the suggested figures already.",
  "done.explain": "The explanation is saved.",
  "done.withdraw": "The explanation is withdrawn.",
  "done.object": "The objection is saved.",
  "done.accepted": "The objection is taken back; that it was made stays on record.",
  "done.mark": (formats) => `Marked with ${plural(formats, "conditional format", "conditional formats")}.`,
  "done.unmark": (formats) =>
    formats > 0
      ? `Removed ${plural(formats, "conditional format", "conditional formats")} of ours and nothing else.`
      : "The tables carried no marks of ours.",

  "progress.sheets": (done, total) => `Reading sheets: ${done} of ${total}`,
  "progress.suspects": (done, total) => `Looking for wrong cells: ${done} of ${total}`,
  "progress.report": (done, total) => `Writing the report: ${done} of ${total}`,
  "progress.file": (done, total) => `Reading the file: ${done} of ${total}`,
  "progress.mark": (done, total) => `Marking: ${done} of ${total}`,
  "progress.unmark": (done, total) => `Removing marks: ${done} of ${total}`,
  "progress.stop": "Stop",
  "progress.stopping": "Stopping…",

  "stopped.validate": ({ sheet, unlinked = 0 }) =>
    sheet
      ? `Stopped. The report is on sheet “${sheet}”; ${plural(unlinked, "place has", "places have")} no link.`
      : "Stopped. No report was written.",
  "stopped.export": ({ sheet }) =>
    `Stopped. Nothing was exported. ${sheet ? `The report is on sheet “${sheet}”.` : "The workbook is as it was."}`,
  "stopped.mark": ({ done = 0, total = 0 }) =>
    done === 0
      ? "Stopped. Nothing was changed."
      : `Stopped. Marked ${plural(done, "table", "tables")}; the other ${total - done} are as they were.`,
  "stopped.unmark": ({ done = 0, total = 0 }) =>
    done === 0
      ? "Stopped. Nothing was changed."
      : `Stopped. Removed the marks on ${plural(done, "sheet", "sheets")}; the other ${total - done} are as they were.`,
  "stopped.read": "No longer waiting. Reading goes on in the background.",

  "banner.label": "Verdict",
  "banner.reviewing": "Review mode",
  "banner.blankIsZero": "Blanks count as 0",
  "banner.workbook": "Open workbook",
  "banner.lastYear": "Comparison with last year not complete",
  "banner.starting": "Reading the workbook…",
  "banner.stale": "A cell is being edited or Excel is busy; the result follows.",
  "banner.noTables": "No report tables found yet",
  "banner.allHold": (tables) => `All rules hold in ${plural(tables, "table", "tables")}`,
  "banner.count": (severity, count) => `${severity} ${count}`,
  "banner.allExplained": "all explained",
  "banner.unexplained": (count: number) => `${count} to be explained`,
  "banner.blanks": (count) => `${plural(count, "cell", "cells")} to fill`,
  "banner.undecided": (count) => `${plural(count, "rule", "rules")} undecided`,
  "banner.cutSheets": (count) => `${plural(count, "sheet", "sheets")} not read whole`,

  "message.dismiss": "Dismiss",

  "limit.noDownload": "Excel on this device cannot download files: exporting opens a copy for you to save.",
  "limit.noCollectionEvents": "This version of Excel does not tell of every change: choose “Read again” after some.",
  "limit.noPageLayout": "In this version of Excel the page layout cannot be set for you: check it before printing.",
  "limit.manual": "Calculation is set to manual: results of formulas may not be the latest.",
  "limit.calculate": "Calculate now",
  "limit.cutSheet": (sheet, address) =>
    `Sheet “${sheet}” is too large: only ${address} was read, the rest is not checked.`,

  "guide.title": "Three steps",
  "guide.done": "Done",
  "guide.insert": "Insert tables, or open a workbook that is filled",
  "guide.insertHint": "You may try the exercise first: the figures of 辛店镇 in 2020, two of them wrong on purpose.",
  "guide.exercise": "Insert the exercise",
  "guide.fix": "See what is wrong, and put it right",
  "guide.fixHint":
    "Click a finding below, and Excel selects its cells; Accept writes the suggested number; the arrow beside it shows why, and the official source.",
  "guide.finish": "Validate and export",
  "guide.finishHint":
    "Click Validate above: the result is written to the sheet 校验结果. Then click Export for the checked file.",
  "guide.dismiss": "Do not show this again",
  "guide.close": "All three steps are done: close",

  "empty.title": "No report tables yet",
  "empty.step1": "Insert blank official tables, or open a workbook that is already filled.",
  "empty.step2": "Type the numbers. What does not add up is shown in the sheet and here at once.",
  "empty.step3": "Validate, then export the checked file.",
  "empty.existing": "Is there a table that was not recognised? See whether its headers are complete.",

  "table.name": (sheet, title) => `${sheet} ${title}`,
  "table.select": "Select table",
  "table.selectLabel": (sheet) => `Select the table on sheet ${sheet}`,
  "table.notMarked": "Not marked: errors do not show in the sheet.",
  "table.passed": "All rules hold.",
  "table.undecided": (count) => `${plural(count, "rule", "rules")} undecided: a cell is blank or holds no number.`,

  "view.back": "Back",

  "report.heading": "Whole report",
  "reports.more": (count) => `Show more (${plural(count, "report", "reports")} left)`,

  "tables.label": "Findings by table",
  "tables.more": (count) => `Show more (${plural(count, "table", "tables")})`,
  "findings.more": (count) => `Show more (${count})`,

  "finding.goTo": "Selects the cells",
  "finding.explain": (title, address) => `Explain: ${title} ${address}`,
  "finding.total": "Sum",
  "finding.value": "Value",
  "finding.cell": "Cell",
  "finding.zeros": (count) => `${count} more`,
  "finding.noOrigin": "what the figures mean, and mistakes often seen",
  "finding.publisher": "(as reprinted by Pingtan, in Chinese)",
  "finding.origin": "Origin",
  "finding.help": "All rules",

  "suspects.title": "Probably wrong",
  "suspects.blanks": "Not filled",
  "suspects.least": (cells) => `${plural(cells, "change fixes", "changes fix")} it`,
  "suspects.acceptCertain": (cells) => `Accept the ${cells} certain ones`,
  "suspects.reviewing": "Review mode: the figures are the reporting unit’s to change; nothing is written here.",
  "suspects.tooMany": (cells) =>
    `Too many errors to tell which cells are wrong: at least ${cells}. Check against your records; after a few corrections this is judged anew.`,
  "suspects.forced": (cells) =>
    cells.length === 1
      ? `${cells[0]} holds no usable number and has to change in any case.`
      : `${cells.join(", ")} hold no usable numbers and have to change in any case.`,
  "suspects.unclear": (cells, unusable, isBesides) => {
    const named = `${unusable.join(", ")} ${unusable.length === 1 ? "holds" : "hold"} no usable number`;
    const least = `At least ${plural(cells, "cell has", "cells have")} to change`;
    const all = unusable.length === 0 ? least : unusable.length === cells ? named : `${least}; ${named}`;
    return `${isBesides ? "Apart from those below: " : ""}${all}. The other numbers do not tell what should stand there: check against your records.`;
  },
  "suspects.contradiction":
    "With the cells that you confirmed, no change puts everything right. Take one confirmation back.",
  "suspects.impossible": "No change puts everything right. Check formulas and texts in the table.",
  "suspects.incomplete": "There may be other ways that are not listed.",

  "suspect.goTo": "Selects the cell",
  "suspect.certain": "certain",
  "suspect.likely": "likely",
  "suspect.likeliest": "likeliest",
  "suspect.oneOfCells": (count) => `One of these ${count} cells: change one`,
  "suspect.oneOfWays": (count) => `One of these ${count} ways`,
  "suspect.together": (cells) => `These ${cells} cells together`,
  "suspect.reasons": (reasons) => reasons.join("; "),
  "suspect.more": (count) => `Other ways (${count})`,
  "suspect.accept": "Accept",
  "suspect.acceptLabel": (change) => `Accept: ${change}`,
  "suspect.trust": "Is right",
  "suspect.trustHint": "This cell is right: judge the others anew",
  "suspect.trustLabel": (address) => `${address} is right: judge the others anew`,

  "trusted.title": "Confirmed: ",
  "trusted.cell": (address, written) => `${address} (${written})`,
  "trusted.undo": "Undo",
  "trusted.undoLabel": (address) => `Undo the confirmation of ${address}`,

  "implied.title": (count) => `${plural(count, "blank cell", "blank cells")} with one possible value`,
  "implied.fill": "can only be",
  "implied.accept": "Fill in",
  "implied.acceptLabel": (address, value) => `Fill ${value} into ${address}`,
  "implied.fillAll": "Fill in all",
  "implied.more": (count) => `Show more (${count})`,

  "map.show": "Show map",
  "map.hide": "Hide map",
  "map.label": (sheet) => `Map of ${sheet}`,
  "map.hint": "Numbers are those of the list, ≠ is where a sum is broken. Click to select a cell.",
  "map.cell": (place, written, notes) => [`${place}: ${written}`, ...notes].join(", "),
  "map.blank": "not filled",
  "map.suspect": (number) => `probably wrong, number ${number}`,
  "map.suggested": (value) => `suggested ${value}`,
  "map.trusted": "confirmed",
  "map.broken": "a sum is broken here",

  "tools.title": "Options and tools",
  "tools.blankIsZero": "Count blanks as 0",
  "tools.blankIsZeroHint":
    "Blank cells then take part in the rules as 0; “/” and “-” remain not filled. Kept in the workbook with the marks in its tables.",
  "tools.reviewing": "Review mode",
  "tools.reviewingHint":
    "For reviewing what others report: wrong cells are named, figures are not changed and tables not inserted. Marks, validation and export stay.",
  "tools.marks": "Marks in the sheet",
  "tools.marksHint":
    "Conditional formats: errors bold on red, cells to fill italic on amber with a dotted border. They work with the pane closed, too.",
  "tools.markAll": "Mark all tables",
  "tools.unmarkAll": "Remove all marks",
  "tools.workbook": "Workbook",
  "tools.language": "Language",
  "tools.sample": "Insert the sample (辛店镇 2020)",

  "insert.title": "Insert tables",
  "insert.year": "Report year",
  "insert.yearOption": (year) => String(year),
  "insert.format": (format, notice) => `Format of ${format} (${notice})`,
  "insert.unit": "Reporting unit",
  "insert.unitHint": "Such as 新郑市辛店镇. For titles and file names.",
  "insert.unitMissing": "Please type the name of the unit.",
  "insert.sections": "Tables",
  "insert.sectionsMissing": "Please choose at least one table.",
  "insert.where": "Where",
  "insert.newSheets": "A new sheet for each table",
  "insert.selection": "At the selected cell, one below the other",
  "insert.totals": "Totals",
  "insert.typed": "Typed by hand, then compared",
  "insert.formulas": "Added up by formulas",
  "insert.submit": "Insert",
  "insert.cancel": "Cancel",

  "overwrite.title": "Overwrite what is there?",
  "overwrite.text": (sheet, count) =>
    `On sheet “${sheet}”, ${plural(count, "cell is", "cells are")} not empty and would be overwritten:`,
  "overwrite.more": (count) => `… ${count} in all`,
  "overwrite.undo": "Overwriting cannot always be undone. Make sure that this content is no longer needed.",
  "overwrite.confirm": "Overwrite and insert",
  "overwrite.cancel": "Keep",

  "formula.title": "Put a figure in the place of a formula?",
  "formula.text": (sheet, cells, count) =>
    count > 1
      ? `On sheet “${sheet}”, ${cells} hold formulas; the first is:`
      : `On sheet “${sheet}”, ${cells} holds a formula:`,
  "formula.loss":
    "A figure is not calculated any more. Where sums differ, the formula most often refers to the wrong cells.",
  "formula.confirm": "Put the figure",
  "formula.cancel": "Keep the formula",

  "notPassed.title": (verdict) => `The verdict is “${verdict}”. Export all the same?`,
  "notPassed.text": "The name of the file and its report sheet will say so, and the report sheet lists every finding.",
  "notPassed.confirm": "Export anyway",
  "notPassed.cancel": "Back to the tables",

  "explanation.label": "Explanation",
  "explanation.write": "Explain",
  "explanation.hint":
    "Say why the number is what it is: on what grounds, how it was counted, which cases. It lapses when a number changes.",
  "explanation.by": "Written by (optional)",
  "explanation.save": "Save",
  "explanation.cancel": "Cancel",
  "explanation.edit": "Edit",
  "explanation.withdraw": "Withdraw",
  "explanation.again": "Explain again",
  "explanation.object": "Do not accept",
  "explanation.objection": "Why it is not accepted",
  "explanation.objectionHint": "Say what is missing or what is not so. The warning passes when it was explained anew.",
  "explanation.objectionBy": "Reviewed by (optional)",
  "explanation.accept": "Take back",
  "explanation.figures": (figures: string) => `Numbers at that time: ${figures}`,
  "explanation.lastYear": (figure) => `${figure} in last year's report`,
  "explanation.earlier": (count: number) => `Earlier explanations (${count})`,

  "explanations.title": "Explanations",
  "explanations.none": "Nothing is explained in this workbook. Warnings can be explained where they are listed.",
  "explanations.kept":
    "Explanations are kept in the workbook and go where the file goes. One lapses when its numbers change, and counts again when they come back.",
  "explanations.unused": "The warning is gone",
  "explanations.notCompared": "not compared with last year yet; whether it still holds is open",

  "lastYear.title": "Compare with last year",
  "lastYear.hint":
    "Choose the unit's workbook or published report of last year: 上年结转, 现行有效 and 上一年项目数量 are checked against it. What does not follow is listed with the other findings and can be explained.",
  "lastYear.kept":
    "Last year's report is only read on this machine and not written into this workbook. The choice ends with the pane; choose again when it is needed.",
  "lastYear.drop": "or drop the file here",
  "lastYear.findings": (count) =>
    `${count} ${count === 1 ? "figure does" : "figures do"} not follow from last year's report; see the findings.`,
  "lastYear.see": "Show findings",
  "lastYear.change": "Change",
  "lastYear.assign": "Choose",
  "lastYear.clear": "Stop comparing",

  "seal.changes": "Changes since the check",
  "seal.more": (count: number) => `Show more (${count} left)`,

  "import.title": "Import a report",
  "recognised.title": "Tables in this workbook",
  "batch.title": "Check many files",

  "help.title": "About the rules",
  "help.error": "Mandatory rules must hold, or the report does not pass.",
  "help.warning":
    "Findings to verify need a look one by one: they pass once corrected, or once the reason is written down.",
  "help.unfilled": "Cells that are not filled have to be filled; write 0 where there was none.",
  "help.hint": "Findings for information never change the verdict.",

  "start.reload": "Load the pane again",
};
