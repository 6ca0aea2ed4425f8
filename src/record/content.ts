import type { CellContent } from "../tables/filled";

/** What a cell held when a person explained it, or when it was sealed; null when the sheet had no such cell. */
export type HeldContent = CellContent | null;

/** As many digits as every spreadsheet program keeps when it saves. */
const DIGITS = 15;

/** A number as it comes out of any program that saved the workbook: 0.30000000000000004 and 0.3 are one. */
function steady(value: number): number {
  const short = Number(value.toPrecision(DIGITS)) + 0;
  return Number.isFinite(short) ? short : value;
}

/** Without what was only understood from it, and with numbers and line breaks as every program has them. */
export function held(content: CellContent | undefined): HeldContent {
  switch (content?.type) {
    case undefined:
      return null;
    case "number":
      return { type: "number", value: steady(content.value) };
    case "text":
      return { type: "text", text: content.text.replace(/\r\n?/g, "\n") };
    case "boolean":
    case "error":
    case "blank":
      return content;
  }
}

/** One letter for the kind and what stands there: `n3`, `t12件`, `btrue`, `e#N/A`, `-` for blank, nothing for no cell. */
export function codeOf(content: HeldContent): string {
  switch (content?.type) {
    case undefined:
      return "";
    case "number":
      return `n${content.value}`;
    case "text":
      return `t${content.text}`;
    case "boolean":
      return `b${content.value}`;
    case "error":
      return `e${content.code}`;
    case "blank":
      return "-";
  }
}

/** Undoes `codeOf`; undefined for a text that it never gives. */
export function contentFrom(code: string): HeldContent | undefined {
  const rest = code.slice(1);
  switch (code[0]) {
    case undefined:
      return null;
    case "n":
      return rest !== "" && Number.isFinite(Number(rest)) ? { type: "number", value: Number(rest) } : undefined;
    case "t":
      return { type: "text", text: rest };
    case "b":
      return rest === "true" || rest === "false" ? { type: "boolean", value: rest === "true" } : undefined;
    case "e":
      return { type: "error", code: rest };
    case "-":
      return rest === "" ? { type: "blank" } : undefined;
    default:
      return undefined;
  }
}
