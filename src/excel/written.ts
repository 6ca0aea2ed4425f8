import type { Planned } from "../tables/contents";
import { literal } from "./text";

/** As Excel takes it; an empty text leaves a cell blank. */
export function writtenOf(planned: Planned): string | number | boolean {
  if (planned === null) return "";
  if (typeof planned !== "object") return planned;
  return "formula" in planned ? planned.formula : literal(planned.text);
}
