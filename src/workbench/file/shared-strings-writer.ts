import { XML_HEAD } from "../../xlsx/patch/dialect";
import { MAIN } from "./package-writer";

/** The texts of a workbook, each once. */
export class SharedStrings {
  private readonly indexes = new Map<string, number>();
  private uses = 0;

  /** The index of a text, given as the content of its `si` element. */
  add(content: string): number {
    this.uses++;
    let index = this.indexes.get(content);
    if (index === undefined) {
      index = this.indexes.size;
      this.indexes.set(content, index);
    }
    return index;
  }

  get isEmpty(): boolean {
    return this.indexes.size === 0;
  }

  /** The shared strings part. */
  get xml(): string {
    const items = [...this.indexes.keys()].map((content) => `<si>${content}</si>`);
    return `${XML_HEAD}<sst xmlns="${MAIN}" count="${this.uses}" uniqueCount="${items.length}">${items.join("")}</sst>`;
  }
}
