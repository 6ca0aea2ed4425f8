/** What an Excel may lack. */
export type Limit = "noDownload" | "noCollectionEvents" | "noPageLayout";

/** Members of Office.js that not every Excel has, and the requirement set that brings them. */
const SETS = {
  collectionEvents: "1.9",
  pageLayout: "1.9",
  /** Calculation told for each sheet. */
  calculatedEvents: "1.8",
} as const;

export type Capability = keyof typeof SETS;

export function supports(capability: Capability): boolean {
  return Office.context.requirements.isSetSupported("ExcelApi", SETS[capability]);
}

/** Renaming and moving sheets is told only where this set is. */
export function supportsSheetEvents(): boolean {
  return Office.context.requirements.isSetSupported("ExcelApiOnline", "1.1");
}

/** Whether ribbon and pane run in one page, which can then show itself. */
export function sharesRuntime(): boolean {
  return Office.context.requirements.isSetSupported("SharedRuntime", "1.1");
}

/** The web views of Office for Mac and for iOS do not save a file that a page makes. */
export function canDownload(): boolean {
  const { platform } = Office.context;
  return platform !== Office.PlatformType.Mac && platform !== Office.PlatformType.iOS;
}

/** What this Excel cannot do. */
export function findLimits(): Limit[] {
  const limits: Limit[] = [];
  if (!canDownload()) limits.push("noDownload");
  if (!supports("collectionEvents")) limits.push("noCollectionEvents");
  if (!supports("pageLayout")) limits.push("noPageLayout");
  return limits;
}
