import type { CellContent } from "../tables/filled";
import type { Grid } from "../tables/grid";
import type { Remark } from "./explanation";

/** An explanation as the report sheet shows it, with the finding above it. */
export interface PrintedExplanation {
  rule: string;
  /** How it stood when the sheet was written, in words. */
  state: string;
  place: string;
  /** What was found, with the numbers as they were then. */
  message: string;
  explanation: Remark;
  objection: Remark | null;
}

const LINE = /\r?\n/;
/** 李四 2026-11-26 00:31, by the clock of the computer that wrote it; nobody has to give a name. */
const SIGNATURE = /^(?:(.+) )?(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d)$/;

const textOf = (content: CellContent): string => (content.type === "text" ? content.text : "");

function remarkIn(text: string): Remark | null {
  const lines = text.split(LINE);
  const match = SIGNATURE.exec(lines.pop() ?? "");
  if (!match || lines.length === 0) return null;
  const [year, month, day, hour, minute] = match.slice(2).map(Number);
  const at = new Date(year!, month! - 1, day, hour, minute).toISOString();
  return { text: lines.join("\n"), by: match[1] ?? null, at };
}

/**
 * The explanations on a report sheet. Rows with a number are findings; those below without one are the explanation and what a
 * supervisor objects to it, in this order. Nothing here counts by itself: anybody can type in a sheet.
 */
export function readPrinted(grid: Grid): PrintedExplanation[] {
  const { area } = grid;
  const found: PrintedExplanation[] = [];
  let finding: Pick<PrintedExplanation, "rule" | "state" | "place" | "message"> | null = null;
  let isAnswered = false;
  for (let row = area.row; row < area.row + area.rowCount; row++) {
    const [number, kind, subject, place, message] = [0, 1, 2, 3, 4].map((column) => grid.contentAt({ row, column }));
    if (number!.type === "number") {
      const [rule, state] = [subject!, kind!].map((content) => textOf(content).split(LINE)[1] ?? "");
      finding = rule === "" ? null : { rule: rule!, state: state!, place: textOf(place!), message: textOf(message!) };
      isAnswered = false;
      continue;
    }
    const remark = number!.type === "blank" && kind!.type === "blank" ? remarkIn(textOf(message!)) : null;
    const last = found.at(-1);
    if (!remark || !finding) continue;
    if (!isAnswered) found.push({ ...finding, explanation: remark, objection: null });
    else if (last && !last.objection) last.objection = remark;
    isAnswered = true;
  }
  return found;
}
