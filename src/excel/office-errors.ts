import {
  AccessDeniedError,
  CellEditModeError,
  HostBusyError,
  HostError,
  SessionLostError,
  TooLargeError,
  type ExcelError,
} from "./errors";

type Make = (cause: OfficeExtension.Error) => ExcelError;

/** Codes of Office.js that mean something of their own here. */
const KNOWN: Readonly<Record<string, Make>> = {
  InvalidOperationInCellEditMode: (cause) => new CellEditModeError(cause),
  HostIsBusy: (cause) => new HostBusyError(cause),
  WriteNotSupportedWhenModalDialogOpen: (cause) => new HostBusyError(cause),
  ActivityLimitReached: (cause) => new HostBusyError(cause),
  RequestAborted: (cause) => new HostBusyError(cause),
  InvalidOrTimedOutSession: (cause) => new SessionLostError(cause),
  AccessDenied: (cause) => new AccessDeniedError(cause),
  ResponsePayloadSizeLimitExceeded: (cause) => new TooLargeError(cause),
  RequestPayloadSizeLimitExceeded: (cause) => new TooLargeError(cause),
};

/** An error of Office.js as one of ours; everything else stays what it is. */
export function toExcelError(error: unknown): unknown {
  if (!(error instanceof OfficeExtension.Error)) return error;
  const known = KNOWN[error.code];
  return known ? known(error) : new HostError(error.code, error.message, error.debugInfo.errorLocation ?? "", error);
}
