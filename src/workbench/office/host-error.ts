/** What Excel says, and with which HTTP status, for each code that a batch may fail with. */
const ERRORS = {
  AccessDenied: [403, "You cannot perform the requested operation."],
  ApiNotFound: [
    404,
    "The API you are trying to use could not be found. It may be available in a newer version of Excel.",
  ],
  GeneralException: [500, "There was an internal error while processing the request."],
  InvalidArgument: [400, "The argument is invalid or missing or has an incorrect format."],
  InvalidOperation: [400, "The operation attempted is invalid on the object."],
  InvalidOperationInCellEditMode: [
    400,
    "Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.",
  ],
  InvalidOrTimedOutSession: [
    401,
    "Your Office Online session has expired or is invalid. To continue, refresh the page.",
  ],
  InvalidReference: [400, "This reference is not valid for the current operation."],
  ItemAlreadyExists: [409, "The resource being created already exists."],
  ItemNotFound: [404, "The requested resource doesn't exist."],
  ResponsePayloadSizeLimitExceeded: [413, "The response payload size has exceeded the limit."],
  UnsupportedOperation: [400, "The operation being attempted is not supported."],
} as const satisfies Record<string, readonly [status: number, message: string]>;

export type HostErrorCode = keyof typeof ERRORS;

/** An error that an add-in gets to see: it ends the batch at the failing action; what came before it stays done. */
export class HostError extends Error {
  readonly code: HostErrorCode;
  readonly httpStatusCode: number;
  /** `Class.member` as Office.js spells it, e.g. "Range.values"; the dispatcher fills it in where it is not given. */
  location: string | undefined;

  /** `detail` names what was offending and is put after Excel's own sentence. */
  constructor(code: HostErrorCode, detail?: string, location?: string) {
    const [status, message] = ERRORS[code];
    super(detail === undefined ? message : `${message} ${detail}`);
    this.name = "HostError";
    this.code = code;
    this.httpStatusCode = status;
    this.location = location;
  }
}
