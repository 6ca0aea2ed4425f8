import { HostCollection, type HostObject } from "../../src/workbench/office/host-object";
import { Application, WorkbookCreated } from "../../src/workbench/office/model/application";
import * as conditionalFormat from "../../src/workbench/office/model/conditional-format";
import { ConditionalFormats } from "../../src/workbench/office/model/conditional-formats";
import * as conditionalRange from "../../src/workbench/office/model/conditional-range-format";
import * as xml from "../../src/workbench/office/model/custom-xml-parts";
import { DataValidation } from "../../src/workbench/office/model/data-validation";
import * as properties from "../../src/workbench/office/model/document-properties";
import { FormatProtection } from "../../src/workbench/office/model/format-protection";
import { NamedItem, NamedItems } from "../../src/workbench/office/model/named-items";
import { PageLayout } from "../../src/workbench/office/model/page-layout";
import { Range } from "../../src/workbench/office/model/range";
import { RangeAreas, RangeCollection } from "../../src/workbench/office/model/range-areas";
import { RangeBorder } from "../../src/workbench/office/model/range-border";
import { RangeBorders } from "../../src/workbench/office/model/range-borders";
import { RangeFill } from "../../src/workbench/office/model/range-fill";
import { RangeFont } from "../../src/workbench/office/model/range-font";
import { RangeFormat } from "../../src/workbench/office/model/range-format";
import { Setting, Settings } from "../../src/workbench/office/model/settings";
import { SheetCustomProperties, SheetCustomProperty } from "../../src/workbench/office/model/sheet-custom-properties";
import { Runtime, Workbook } from "../../src/workbench/office/model/workbook";
import { WorkbookProtection } from "../../src/workbench/office/model/workbook-protection";
import { Worksheet } from "../../src/workbench/office/model/worksheet";
import { WorksheetFreezePanes } from "../../src/workbench/office/model/worksheet-freeze-panes";
import { WorksheetProtection } from "../../src/workbench/office/model/worksheet-protection";
import { Worksheets } from "../../src/workbench/office/model/worksheets";
import { REQUIREMENTS } from "../../src/workbench/office/requirements";
import { officeMetadata, type OfficeMember } from "./office-metadata";

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
  WorkbookProtection,
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

export interface ClassCoverage {
  className: string;
  /** Members of the requirement sets that the host claims. */
  claimed: number;
  /** Names of those that answer `ApiNotFound`. */
  missing: readonly string[];
}

/** Class by class what the host has of the requirement sets that it claims, from the library's own metadata. */
export function hostCoverage(): ClassCoverage[] {
  const metadata = officeMetadata();
  return Object.entries(HOST_CLASSES).map(([className, { prototype }]) => {
    const members = metadata.get(className);
    if (!members) throw new Error(`Office.js has no class ${className}`);
    const claimed = members.filter(isClaimed);
    const missing = claimed.filter((member) => !has(prototype, member)).map(({ name }) => name);
    return { className, claimed: claimed.length, missing: missing.sort() };
  });
}

/** Members, "Range.values", by whether the host has them. A class that it does not play at all is one of the others. */
export function sortByHost(calls: readonly string[]): { has: string[]; lacks: string[] } {
  const metadata = officeMetadata();
  const isThere = (call: string): boolean => {
    const [className = "", name = ""] = call.split(".");
    const member = metadata.get(className)?.find((candidate) => candidate.name === name);
    const host = HOST_CLASSES[className];
    return member !== undefined && host !== undefined && has(host.prototype, member);
  };
  return { has: calls.filter(isThere), lacks: calls.filter((call) => !isThere(call)) };
}
