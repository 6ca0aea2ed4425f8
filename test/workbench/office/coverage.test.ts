import { HostCollection, type HostObject } from "../../../src/workbench/office/host-object";
import { Application, WorkbookCreated } from "../../../src/workbench/office/model/application";
import * as conditionalFormat from "../../../src/workbench/office/model/conditional-format";
import { ConditionalFormats } from "../../../src/workbench/office/model/conditional-formats";
import * as conditionalRange from "../../../src/workbench/office/model/conditional-range-format";
import * as xml from "../../../src/workbench/office/model/custom-xml-parts";
import { DataValidation } from "../../../src/workbench/office/model/data-validation";
import * as properties from "../../../src/workbench/office/model/document-properties";
import { FormatProtection } from "../../../src/workbench/office/model/format-protection";
import { NamedItem, NamedItems } from "../../../src/workbench/office/model/named-items";
import { PageLayout } from "../../../src/workbench/office/model/page-layout";
import { Range } from "../../../src/workbench/office/model/range";
import { RangeAreas, RangeCollection } from "../../../src/workbench/office/model/range-areas";
import { RangeBorder } from "../../../src/workbench/office/model/range-border";
import { RangeBorders } from "../../../src/workbench/office/model/range-borders";
import { RangeFill } from "../../../src/workbench/office/model/range-fill";
import { RangeFont } from "../../../src/workbench/office/model/range-font";
import { RangeFormat } from "../../../src/workbench/office/model/range-format";
import { Setting, Settings } from "../../../src/workbench/office/model/settings";
import {
  SheetCustomProperties,
  SheetCustomProperty,
} from "../../../src/workbench/office/model/sheet-custom-properties";
import { Runtime, Workbook } from "../../../src/workbench/office/model/workbook";
import { Worksheet } from "../../../src/workbench/office/model/worksheet";
import { WorksheetFreezePanes } from "../../../src/workbench/office/model/worksheet-freeze-panes";
import { WorksheetProtection } from "../../../src/workbench/office/model/worksheet-protection";
import { Worksheets } from "../../../src/workbench/office/model/worksheets";
import { REQUIREMENTS } from "../../../src/workbench/office/requirements";
import { officeMetadata, type OfficeMember } from "../office-metadata";

/** The host's class for each class of Office.js that it plays. */
const HOST_CLASSES: Record<string, { prototype: HostObject }> = {
  Application,
  CellValueConditionalFormat: conditionalFormat.CellValueConditionalFormat,
  ConditionalFormat: conditionalFormat.ConditionalFormat,
  ConditionalFormatCollection: ConditionalFormats,
  ConditionalFormatRule: conditionalFormat.ConditionalFormatRule,
  ConditionalRangeBorder: conditionalRange.ConditionalRangeBorder,
  ConditionalRangeBorderCollection: conditionalRange.ConditionalRangeBorders,
  ConditionalRangeFill: conditionalRange.ConditionalRangeFill,
  ConditionalRangeFont: conditionalRange.ConditionalRangeFont,
  ConditionalRangeFormat: conditionalRange.ConditionalRangeFormat,
  CustomConditionalFormat: conditionalFormat.CustomConditionalFormat,
  CustomProperty: properties.CustomProperty,
  CustomPropertyCollection: properties.CustomProperties,
  CustomXmlPart: xml.CustomXmlPart,
  CustomXmlPartCollection: xml.CustomXmlParts,
  CustomXmlPartScopedCollection: xml.ScopedXmlParts,
  DataValidation,
  DocumentProperties: properties.DocumentProperties,
  FormatProtection,
  NamedItem,
  NamedItemCollection: NamedItems,
  PageLayout,
  Range,
  RangeAreas,
  RangeBorder,
  RangeBorderCollection: RangeBorders,
  RangeCollection,
  RangeFill,
  RangeFont,
  RangeFormat,
  Runtime,
  Setting,
  SettingCollection: Settings,
  Workbook,
  WorkbookCreated,
  Worksheet,
  WorksheetCollection: Worksheets,
  WorksheetCustomProperty: SheetCustomProperty,
  WorksheetCustomPropertyCollection: SheetCustomProperties,
  WorksheetFreezePanes,
  WorksheetProtection,
};

const CLAIMED: Record<string, string> = REQUIREMENTS;

/** Whether the member belongs to what the host claims; what Office.js uses itself (`_KeepReference`) is not a developer's. */
function isClaimed({ name, set }: OfficeMember): boolean {
  if (name.startsWith("_")) return false;
  const [setName, version] = set ?? ["ExcelApi", "1.1"];
  const claimed = CLAIMED[setName];
  const minor = (text: string): number => Number(text.split(".")[1]);
  return claimed !== undefined && minor(version) <= minor(claimed);
}

function has(prototype: HostObject, { wireName, settable }: OfficeMember): boolean {
  if (prototype instanceof HostCollection && ["GetItem", "GetItemAt", "GetCount"].includes(wireName)) return true;
  // Office.js sets these two under other names than it reads them
  const setName = { ShowGridlines: "Gridlines", ShowHeadings: "Headings" }[wireName] ?? wireName;
  return wireName in prototype && (!settable || hasSetter(prototype, setName));
}

function hasSetter(prototype: object, name: string): boolean {
  for (let level = prototype; level !== Object.prototype; level = Object.getPrototypeOf(level) as object) {
    const descriptor = Object.getOwnPropertyDescriptor(level, name);
    if (descriptor) return descriptor.set !== undefined;
  }
  return false;
}

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
  const missing: Record<string, string> = {};
  const metadata = officeMetadata();
  for (const [className, { prototype }] of Object.entries(HOST_CLASSES)) {
    const members = metadata.get(className);
    expect([className, members?.length ?? 0]).not.toEqual([className, 0]);
    const names = (members ?? [])
      .filter((member) => isClaimed(member) && !has(prototype, member))
      .map(({ name }) => name);
    if (names.length > 0) missing[className] = names.sort().join(" ");
  }
  expect(missing).toEqual(MISSING);
});
