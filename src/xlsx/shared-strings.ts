import { damaged } from "./error";
import { TreeBuilder, scanXml, unescapeXstring, type XmlElement, type XmlEvents } from "./xml";

/**
 * Collects the text of a string item (`si` or `is`): plain or rich runs, without phonetic readings (`rPh`).
 * Without `xml:space="preserve"` white space at the ends of a `t` is layout of the XML and not text, as in Excel.
 */
export class StringItem {
  text = "";
  private run = "";
  private isInText = false;
  private isPreserved = false;
  private phonetic = 0;

  reset(): void {
    this.text = "";
    this.phonetic = 0;
    this.isInText = false;
  }

  open(name: string, attributes: Record<string, string>): void {
    if (name === "t") {
      this.isInText = this.phonetic === 0;
      this.isPreserved = attributes["xml:space"] === "preserve";
      this.run = "";
    } else if (name === "rPh") this.phonetic++;
  }

  take(text: string): void {
    if (this.isInText) this.run += text;
  }

  close(name: string): void {
    if (name === "t" && this.isInText) {
      this.text += this.isPreserved ? this.run : trimXmlSpace(this.run);
      this.isInText = false;
    } else if (name === "rPh") this.phonetic--;
  }

  /** The text with its escapes undone. */
  get value(): string {
    return unescapeXstring(this.text);
  }
}

/** Without the white space of XML at both ends; the ideographic space and its like are text. */
export function trimXmlSpace(text: string): string {
  return text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, "");
}

/**
 * The shared strings of a workbook, by index.
 * @param onRich called with the tree of every item that has formatted runs
 */
export function readSharedStrings(
  part: string,
  bytes: Uint8Array,
  onRich?: (index: number, item: XmlElement) => void,
): string[] {
  const strings: string[] = [];
  const item = new StringItem();
  let tree: TreeBuilder | null = null;
  let isRich = false;
  let isRoot = true;
  const events: XmlEvents = {
    open(name, attributes) {
      if (isRoot && name !== "sst") throw damaged("root", part, name);
      isRoot = false;
      if (name === "si") {
        item.reset();
        isRich = false;
        if (onRich !== undefined) tree = new TreeBuilder();
      } else item.open(name, attributes);
      if (name === "r") isRich = true;
      tree?.open(name, attributes);
    },
    text(text) {
      item.take(text);
      tree?.text(text);
    },
    close(name) {
      tree?.close();
      if (name !== "si") return item.close(name);
      if (isRich && tree?.root != null) onRich?.(strings.length, tree.root);
      strings.push(item.value);
      tree = null;
    },
  };
  scanXml(part, bytes, events);
  return strings;
}
