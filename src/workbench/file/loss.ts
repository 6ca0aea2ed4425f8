/** What of an opened workbook the workbench has no place for, and a saved one therefore lacks. */
export type LossKind =
  | "autoFilters"
  | "backgroundPictures"
  | "charts"
  | "chartSheets"
  | "connections"
  | "dataBarDetails"
  | "dataModels"
  | "dialogSheets"
  | "externalLinks"
  | "extendedConditionalFormats"
  | "formControls"
  | "gradientFills"
  | "ink"
  | "macroSheets"
  | "macros"
  | "otherAddIns"
  | "otherConditionalFormats"
  | "otherObjects"
  | "outlines"
  | "pageBreaks"
  | "pictures"
  | "pivotTables"
  | "protectedRanges"
  | "scenarios"
  | "shapes"
  | "signatures"
  | "slicers"
  | "sparklines"
  | "tables"
  | "threadedComments"
  | "timelines"
  | "workbookProtection";

export interface Loss {
  kind: LossKind;
  /** The sheet's name; absent for what belongs to the whole workbook. */
  sheet?: string;
  count: number;
}

/** Counts what is lost, by kind and sheet. */
export class LossTally {
  private readonly losses = new Map<string, Loss>();

  add(kind: LossKind, sheet?: string, count = 1): void {
    if (count <= 0) return;
    const key = `${kind}/${sheet ?? ""}`;
    const known = this.losses.get(key);
    if (known !== undefined) known.count += count;
    else this.losses.set(key, { kind, ...(sheet === undefined ? {} : { sheet }), count });
  }

  get all(): Loss[] {
    return [...this.losses.values()];
  }
}
