/** Names of the elements of the part, and of those attributes that are counted or listed; the others stand where they are used. */
export const RECORD = "record";
export const EXPLANATION = "explanation";
export const FIGURES = "figures";
export const TEXT = "text";
export const OBJECTION = "objection";
export const RETRACTED = "retracted";
export const CONFIRMED = "confirmed";
export const SEAL = "seal";
export const TABLE = "table";
export const UNITS = "units";
export const PROPERTIES = "properties";
export const PROPERTY = "property";
export const ROW = "row";

/** Our elements within the root; what else stands there is another's, and stays. */
export const OURS: ReadonlySet<string> = new Set([EXPLANATION, CONFIRMED, SEAL]);

/** No part that we write comes near it; in characters. */
export const LONGEST_PART = 16 * 1024 * 1024;
