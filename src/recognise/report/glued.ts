import { StretchWriter, type Strip } from "./stretch";

const UNITS = ["万元", "亿元", "千元", "元整", "元", "件", "条", "项", "个"];

const narrow = (character: string): string => {
  const code = character.charCodeAt(0);
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : character;
};
const isDigit = (character: string | undefined): boolean => character !== undefined && /[0-9０-９]/.test(character);
const isSpace = (character: string | undefined): boolean =>
  character !== undefined && /[\s\u200b\u3000]/.test(character);

/** Reads figures and texts out of a text that has nothing, or only some spaces, between its cells. */
class GluedReader {
  readonly #writer = new StretchWriter();
  #label = "";
  #labelLine = 0;
  #line = 0;
  #bracket = 0;

  constructor(
    readonly text: string,
    readonly lines: readonly string[],
  ) {}

  read(): Strip[] {
    let at = 0;
    while (at < this.text.length) {
      const end = this.#bracket > 0 ? at : this.#figureEnd(at);
      if (end > at) {
        this.#endLabel();
        this.#writer.slot({ text: this.text.slice(at, end) }, this.#line);
        at = end;
      } else {
        this.#addToLabel(this.text[at]!);
        at += 1;
      }
    }
    this.#endLabel();
    this.#writer.flush();
    return [{ manner: "glued", stretches: this.#writer.stretches, lines: this.lines, pane: 0 }];
  }

  #addToLabel(character: string): void {
    if (character === "\n") this.#line += 1;
    if (this.#label === "") {
      if (isSpace(character)) return;
      this.#labelLine = this.#line;
    }
    const plain = narrow(character);
    if (plain === "(" || plain === "〔") this.#bracket = 12;
    else if (plain === ")" || plain === "〕") this.#bracket = 0;
    else if (this.#bracket > 0) this.#bracket -= 1;
    this.#label += character;
  }

  #endLabel(): void {
    const label = this.#label.trim();
    if (label !== "") this.#writer.label(label, this.#labelLine);
    this.#label = "";
  }

  /** Where the figures that begin here end; the same place when none begins. A number before a point and words numbers a label. */
  #figureEnd(start: number): number {
    const { text } = this;
    let at = start;
    if (/[+\-−＋－]/.test(text[at]!) && isDigit(text[at + 1])) at += 1;
    if (!isDigit(text[at])) return start;
    while (at < text.length) {
      const character = narrow(text[at]!);
      const goesOn = isDigit(text[at + 1]);
      if (isDigit(character)) at += 1;
      else if (/[.,]/.test(character) && goesOn && isDigit(text[at - 1])) at += 1;
      else if (/[+\-−]/.test(character) && goesOn) at += 1;
      else break;
    }
    const isOrdinal = at < text.length && /[.、．]/.test(text[at]!) && /[1-9]/.test(narrow(text[at - 1]!));
    if (isOrdinal) return Math.max(start, at - 1);
    const unit = UNITS.find((name) => text.startsWith(name, at));
    return unit ? at + unit.length : at;
  }
}

/**
 * Cells run together without separators, or with spaces here and there. Each slot is a run of digits, signs and points that may
 * hold several figures.
 */
export function readGlued(lines: readonly string[]): Strip[] {
  return new GluedReader(lines.join("\n"), lines).read();
}
