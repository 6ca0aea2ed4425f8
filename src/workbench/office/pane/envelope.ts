/** Messages between an Excel-on-the-web page and its pane: JSON text through `postMessage`. */

export interface PaneMessage {
  _messageType: 0;
  _actionName: string;
  _conversationId: string;
  _correlationId: number;
  /** 0 invoke, 1 register for an event, 2 unregister. */
  _actionType: 0 | 1 | 2;
  _data: unknown;
}

export interface HostMessage {
  _messageType: 1;
  _actionName: string;
  _conversationId: string;
  _correlationId: number;
  _origin: string;
  _errorCode: number;
  /** 0 the answer to a message, 1 an event. */
  _responseType: 0 | 1;
  _data: unknown;
  _serializerVersion: 1;
}

/** The message in what a window received, or null if it is none of this conversation. */
export function paneMessage(data: unknown, conversationId: string): PaneMessage | null {
  if (typeof data !== "string") return null;
  let parsed: unknown;
  try {
    parsed = JSON.parse(data);
  } catch {
    return null;
  }
  const message = parsed as Partial<PaneMessage> | null;
  const ours = message?._messageType === 0 && message._conversationId === conversationId;
  return ours && typeof message._actionName === "string" ? (message as PaneMessage) : null;
}

/** Ids of what a pane may ask for by `executeMethod`. */
export const DispatchId = {
  loadSettings: 75,
  saveSettings: 76,
  getFile: 77,
  getSlice: 80,
  closeFile: 81,
  richApi: 93,
  commandCompleted: 94,
} as const;

/** The `Error` of an answer, by what it makes of a failed batch in Office.js. */
export const DispatchError = {
  none: 0,
  internalError: 5001,
  inCellEditMode: 5004,
  noSession: 5012,
  unsupported: 5000,
} as const;

export interface ExecuteMethod {
  DdaMethod: { DispatchId: number };
  ArrayData?: unknown[];
  DdaSettingsMethod?: { OverwriteIfStale?: boolean; Properties?: [key: string, json: string][] };
  [index: number]: unknown;
}
