import sampleCalls from "../../fixtures/office/sample-calls.json";
import { hostCoverage, sortByHost } from "../host-coverage";
import { callingFiles, officeCalls } from "../office-calls";

const MISSING: Record<string, string> = {
  Application: "calculationEngineVersion cultureInfo iterativeCalculation ribbon",
  ConditionalFormatRule: "formulaR1C1",
  FormatProtection: "formulaHidden",
  NamedItem: "arrayValues",
  NamedItemCollection: "addFormulaLocal",
  PageLayout:
    "blackAndWhite draftMode firstPageNumber headersFooters printComments printErrors printGridlines printHeadings printOrder",
  Range:
    "autoFill convertDataTypeToText convertToLinkedDataType flashFill formulasR1C1 getDataClassificationIds " +
    "getDirectDependents getDirectPrecedents getImage getPivotTables getSpillParent getSpillParentOrNullObject " +
    "getSpillingToRange getSpillingToRangeOrNullObject getTables getVisibleView group hasSpill hideGroupDetails " +
    "linkedDataTypeState moveTo numberFormatCategories removeDuplicates replaceAll savedAsArray showCard " +
    "showGroupDetails showTeachingCallout sort style ungroup",
  RangeAreas: "convertDataTypeToText convertToLinkedDataType copyFrom getTables style",
  RangeBorder: "tintAndShade",
  RangeBorderCollection: "tintAndShade",
  RangeFill: "pattern patternColor patternTintAndShade tintAndShade",
  RangeFont: "tintAndShade",
  RangeFormat: "adjustIndent autoIndent readingOrder shrinkToFit useStandardHeight useStandardWidth",
  Workbook:
    "autoSave bindings calculationEngineVersion chartDataPointTrack close comments dataConnections " +
    "enableOfficeScriptRecording functions getActiveChart getActiveChartOrNullObject getActiveSlicer " +
    "getActiveSlicerOrNullObject getIsActiveCollabSession insertWorksheetsFromBase64 internalTest isDirty " +
    "linkedWorkbooks onActivated onAutoSaveSettingChanged pivotTableStyles pivotTables previouslySaved recordAction " +
    "save slicerStyles slicers styles tableStyles tables timelineStyles usePrecisionAsDisplayed",
  WorkbookCreated: "id",
  Worksheet:
    "autoFilter charts comments enableCalculation horizontalPageBreaks namedSheetViews onColumnSorted onRowSorted " +
    "onSingleClicked pivotTables replaceAll shapes showHeadings showOutlineLevels slicers standardWidth tables " +
    "verticalPageBreaks visuals",
  WorksheetCollection: "onColumnSorted onRowSorted onSingleClicked",
};

test("what is missing of the claimed requirement sets, class by class, is exactly this", () => {
  const missing = hostCoverage().filter((one) => one.missing.length > 0);
  expect(Object.fromEntries(missing.map((one) => [one.className, one.missing.join(" ")]))).toEqual(MISSING);
});

test("every member of Excel that the add-in names is there", () => {
  const calls = officeCalls(callingFiles()).filter((call) => !call.startsWith("RequestContext."));
  expect(calls).toEqual(expect.arrayContaining(["Range.values", "WorksheetCollection.onChanged", "NamedItem.formula"]));
  expect(sortByHost(calls).lacks).toEqual([]);
});

/** What the host does not play: tables, charts, comments and the like, and the ways to them. */
const ELSEWHERE =
  /^(AutoFilter|Binding|Chart|Comment|CultureInfo|DatetimeFormat|Function|NumberFormatInfo|PageBreak|RangeSort|RemoveDuplicates|Style|Table)|\.(tables|charts|comments|bindings|functions|styles|autoFilter|horizontalPageBreaks|sort)$/;

const SAMPLES_LACK: Record<string, string> = {
  "conditional formats":
    "ColorScaleConditionalFormat.criteria DataBarConditionalFormat.barDirection IconSetConditionalFormat.criteria " +
    "IconSetConditionalFormat.style PresetCriteriaConditionalFormat.format PresetCriteriaConditionalFormat.rule " +
    "TextConditionalFormat.format TextConditionalFormat.rule TopBottomConditionalFormat.format " +
    "TopBottomConditionalFormat.rule",
  events:
    "SettingCollection.onSettingsChanged Workbook.onActivated Worksheet.onColumnSorted Worksheet.onRowSorted " +
    "Worksheet.onSingleClicked",
  ranges:
    "Range.autoFill Range.clearOrResetContents Range.control Range.formulasR1C1 Range.getDependents " +
    "Range.getDirectDependents Range.getDirectPrecedents Range.getPrecedents Range.getSpillParentOrNullObject " +
    "Range.getSpillingToRange Range.getSpillingToRangeOrNullObject Range.group Range.moveTo Range.removeDuplicates " +
    "Range.style Range.ungroup RangeAreas.copyFrom WorkbookRangeAreas.areas Worksheet.showOutlineLevels",
  "workbook, protection and settings":
    "Application.cultureInfo Workbook.close Workbook.focus Workbook.insertWorksheetsFromBase64 Workbook.save",
  worksheets: "PageLayout.blackAndWhite",
};

test("of what Microsoft's samples call for the same things, exactly this is missing", () => {
  const lacks = Object.entries(sampleCalls.calls).flatMap(([group, calls]) => {
    const own = sortByHost(calls).lacks.filter((call) => !ELSEWHERE.test(call));
    return own.length > 0 ? [[group, own.join(" ")]] : [];
  });
  expect(Object.fromEntries(lacks)).toEqual(SAMPLES_LACK);
});
