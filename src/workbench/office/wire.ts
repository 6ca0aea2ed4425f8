/** The batch protocol between Office.js and its host: what one `context.sync()` sends, and what it gets back. */

export const ActionType = {
  Instantiate: 1,
  Query: 2,
  Method: 3,
  SetProperty: 4,
  Trace: 5,
  RecursiveQuery: 6,
  QueryAsJson: 7,
  EnsureUnchanged: 8,
  Update: 9,
} as const;
export type ActionType = (typeof ActionType)[keyof typeof ActionType];

export const PathType = {
  GlobalObject: 1,
  NewObject: 2,
  Method: 3,
  Property: 4,
  Indexer: 5,
  ReferenceId: 6,
  NullObject: 7,
} as const;
export type PathType = (typeof PathType)[keyof typeof PathType];

/** Which entries of `Arguments` are ids of object paths: 0 for a plain value; nested like the arguments. */
export type ReferencedPaths = readonly (number | ReferencedPaths)[];

export interface ArgumentInfo {
  Arguments?: unknown[] | null;
  ReferencedObjectPathIds?: ReferencedPaths | null;
}

/** Select and Expand carry the client's spelling ("format/fill/color"), results carry wire names. */
export interface QueryInfo {
  Select?: string[];
  Expand?: string[];
  Top?: number;
  Skip?: number;
}

export interface Action {
  Id: number;
  ActionType: ActionType;
  Name: string;
  ObjectPathId: number;
  ArgumentInfo?: ArgumentInfo;
  QueryInfo?: QueryInfo;
  ObjectState?: Record<string, unknown>;
  RecursiveQueryInfo?: { Queries?: Record<string, QueryInfo> };
  /** Object paths that no later action uses. */
  L?: number[];
}

export interface ObjectPath {
  Id: number;
  ObjectPathType: PathType;
  Name: string;
  ParentObjectPathId?: number;
  ArgumentInfo?: ArgumentInfo;
}

export interface RequestBatch {
  AutoKeepReference?: boolean;
  Actions: Action[];
  ObjectPaths: Record<string, ObjectPath>;
}

export interface ActionResult {
  ActionId: number;
  Value: unknown;
}

export interface BatchError {
  Code: string;
  Message: string;
  Location: string;
  HttpStatusCode: number;
  /** 0-based index in the request's `Actions`: Office.js names the statement by it. */
  ActionIndex: number;
}

export interface ResponseBatch {
  Results: ActionResult[];
  TraceIds: number[];
  Error?: BatchError;
}

/** Bits that travel beside a batch. */
export const RequestFlag = { delayForCellEdit: 64 } as const;

/** "rowIndex" of the client is "RowIndex" on the wire. */
export const toWireName = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
export const toClientName = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
