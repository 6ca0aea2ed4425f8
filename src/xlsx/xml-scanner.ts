import { XlsxError, damaged } from "./error";

/** Told what an XML text holds. Text of one element may come in several pieces. */
export interface XmlSink {
  open(name: string, attributes: Record<string, string>): void;
  close(name: string): void;
  text(text: string): void;
}

/** Deeper than any part of a workbook: a text that nests further is made to exhaust who reads it. */
const MAX_DEPTH = 256;
/** Longer than any tag, comment or section of CDATA, in characters. */
const MAX_MARKUP = 8 * 1024 * 1024;

/** What XML 1.0 forbids anywhere; lone surrogates cannot come out of decoded bytes. */
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/; // eslint-disable-line no-control-regex -- they are what is forbidden
const START =
  ":A-Z_a-z\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\u02ff\\u0370-\\u037d\\u037f-\\u1fff\\u200c\\u200d\\u2070-\\u218f\\u2c00-\\u2fef" +
  "\\u3001-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufffd\\u{10000}-\\u{effff}";
// eslint-disable-next-line no-misleading-character-class -- the ranges of XML 1.0, in which joiners stand for themselves
const NAME = new RegExp(`[${START}][${START}\\-.0-9\\xb7\\u0300-\\u036f\\u203f\\u2040]*`, "uy");
/** Of each ASCII character, whether a name may begin with it (2), or only go on with it (1). */
const ASCII = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  return /[:A-Z_a-z]/.test(character) ? 2 : /[-.0-9]/.test(character) ? 1 : 0;
});
const DECLARATION =
  /^<\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(?:"1\.\d+"|'1\.\d+')(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(?:"(?:yes|no)"|'(?:yes|no)'))?[ \t\r\n]*\?>$/;
const ENTITY = /&(?:#(\d+)|#x([0-9A-Fa-f]+)|([^;&\s]+));|&/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

const SPACE = 32;
const EXCLAMATION = 33;
const DOUBLE_QUOTE = 34;
const AMPERSAND = 38;
const APOSTROPHE = 39;
const SLASH = 47;
const LESS = 60;
const EQUALS = 61;
const GREATER = 62;
const QUESTION = 63;

/** A record that inherits nothing, not even `__proto__`, and is faster than one without a prototype. */
const Attributes = function () {} as unknown as new () => Record<string, string>;
Attributes.prototype = Object.create(null) as object;

const isSpace = (code: number): boolean => code === SPACE || code === 10 || code === 13 || code === 9;

/** Reads well-formed XML 1.0 without a DOCTYPE, which is all that Office documents are, slice by slice. */
export class XmlScanner {
  /** Where the markup that is told of begins and ends in the text, when it was given in one piece. */
  start = 0;
  end = 0;
  private text = "";
  private at = 0;
  private isFirst = true;
  private hasRoot = false;
  private readonly path: string[] = [];

  constructor(
    private readonly part: string,
    private readonly sink: XmlSink,
  ) {}

  /**
   * Takes the next piece of the text.
   * @throws XlsxError `forbiddenXml` for a DOCTYPE, an entity of its own or absurd depth; `damaged` when not well-formed
   */
  write(piece: string): void {
    if (FORBIDDEN.test(piece)) throw this.fault("a character that XML forbids");
    this.text = this.at === this.text.length ? piece : this.text.slice(this.at) + piece;
    this.at = 0;
    if (this.text.length > MAX_MARKUP + piece.length) throw this.fault("a tag without end");
    this.scan();
  }

  /** Says that there is no more. */
  close(): void {
    if (this.at < this.text.length) {
      if (this.text.charCodeAt(this.at) === LESS) throw this.fault("a tag without end");
      this.tell(this.text.slice(this.at));
    }
    if (this.path.length > 0) throw this.fault(`${this.path.at(-1)!} without end`);
    if (!this.hasRoot) throw this.fault("no root");
  }

  private fault(detail: string, cause?: unknown): XlsxError {
    return damaged("xml", this.part, detail, cause);
  }

  /** Reads as far as the text is there; a tag that is cut off waits for the next piece. */
  private scan(): void {
    const { text } = this;
    while (this.at < text.length) {
      const next = text.indexOf("<", this.at);
      if (next < 0) return this.tellUpTo(this.endOfWholeText());
      if (next > this.at) this.tellUpTo(next);
      this.start = next;
      const end = this.readMarkup(next);
      if (end < 0) return;
      this.at = end;
      this.isFirst = false;
    }
  }

  /** Where text may be cut: not within a reference, a line break or what must not stand in text. */
  private endOfWholeText(): number {
    const { text } = this;
    const reference = text.lastIndexOf("&");
    const end = text.length - reference < 16 && reference >= this.at ? reference : text.length;
    return Math.max(this.at, /\r$|\]{1,2}$/.test(text.slice(this.at, end)) ? end - 2 : end);
  }

  private tellUpTo(end: number): void {
    if (end > this.at) this.tell(this.text.slice(this.at, end));
    this.at = end;
  }

  private tell(raw: string): void {
    this.isFirst = false;
    if (raw.includes("]]>")) throw this.fault("]]> in text");
    const text = this.resolve(raw.includes("\r") ? raw.replace(/\r\n?/g, "\n") : raw);
    if (this.path.length > 0) this.sink.text(text);
    else if (/[^ \t\n]/.test(text)) throw this.fault("text beside the root");
  }

  private resolve(text: string): string {
    if (!text.includes("&")) return text;
    return text.replace(ENTITY, (found: string, decimal?: string, hexadecimal?: string, name?: string) => {
      if (name !== undefined) {
        const known = Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : undefined;
        if (known !== undefined) return known;
        throw new XlsxError({ code: "forbiddenXml", part: this.part, construct: "entity" });
      }
      const code = decimal === undefined ? parseInt(hexadecimal ?? "", 16) : Number(decimal);
      const isCharacter = code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
      if (!isCharacter || FORBIDDEN.test(String.fromCodePoint(code))) throw this.fault(found);
      return String.fromCodePoint(code);
    });
  }

  /** Reads what begins at a `<`. Its end, or -1 when the text ends before it. */
  private readMarkup(at: number): number {
    const { text } = this;
    if (at + 1 >= text.length) return -1;
    const code = text.charCodeAt(at + 1);
    if (code === SLASH) return this.readEndTag(at);
    if (code === EXCLAMATION) return this.readDeclaration(at);
    if (code === QUESTION) return this.readInstruction(at);
    return this.readStartTag(at);
  }

  private readEndTag(at: number): number {
    const end = this.text.indexOf(">", at);
    if (end < 0) return -1;
    const name = this.path.pop();
    if (name === undefined) throw this.fault("an end tag without start");
    let after = at + 2 + name.length;
    if (!this.text.startsWith(name, at + 2)) throw this.fault(`an end tag that is not that of ${name}`);
    while (isSpace(this.text.charCodeAt(after))) after++;
    if (after !== end) throw this.fault(`an end tag that is not that of ${name}`);
    this.end = end + 1;
    this.sink.close(name);
    return end + 1;
  }

  private readDeclaration(at: number): number {
    const { text } = this;
    if (text.startsWith("<!--", at)) {
      const end = text.indexOf("--", at + 4);
      if (end < 0 || end + 2 >= text.length) return -1;
      if (text.charCodeAt(end + 2) !== GREATER) throw this.fault("-- in a comment");
      return end + 3;
    }
    if (text.startsWith("<![CDATA[", at)) {
      const end = text.indexOf("]]>", at + 9);
      if (end < 0) return -1;
      if (this.path.length === 0) throw this.fault("text beside the root");
      const content = text.slice(at + 9, end);
      if (content !== "") this.sink.text(content.replace(/\r\n?/g, "\n"));
      return end + 3;
    }
    if (text.startsWith("<!DOCTYPE", at)) {
      throw new XlsxError({ code: "forbiddenXml", part: this.part, construct: "doctype" });
    }
    const seen = text.slice(at, at + 9);
    if (["<!--", "<![CDATA[", "<!DOCTYPE"].some((word) => word.startsWith(seen))) return -1;
    throw this.fault(seen);
  }

  private readInstruction(at: number): number {
    const end = this.text.indexOf("?>", at + 2);
    if (end < 0) return -1;
    const instruction = this.text.slice(at, end + 2);
    const target = this.nameAt(at + 2);
    if (target.toLowerCase() === "xml") {
      if (!this.isFirst || !DECLARATION.test(instruction)) throw this.fault(instruction.slice(0, 40));
    } else if (instruction.length > target.length + 4 && !isSpace(instruction.charCodeAt(2 + target.length))) {
      throw this.fault(instruction.slice(0, 40));
    }
    return end + 2;
  }

  private nameAt(at: number): string {
    const { text } = this;
    let next = at;
    let code = text.charCodeAt(next);
    if (ASCII[code] === 2) while (ASCII[code]! > 0) code = text.charCodeAt(++next);
    if (next > at && !(code >= 128)) return text.slice(at, next);
    NAME.lastIndex = at;
    const found = NAME.exec(this.text);
    if (!found) throw this.fault(`no name at ${JSON.stringify(this.text.slice(at, at + 20))}`);
    return found[0];
  }

  private readStartTag(at: number): number {
    const { text } = this;
    const name = this.nameAt(at + 1);
    const attributes = new Attributes();
    let next = at + 1 + name.length;
    for (;;) {
      const from = next;
      while (isSpace(text.charCodeAt(next))) next++;
      if (next >= text.length) return -1;
      const code = text.charCodeAt(next);
      if (code === GREATER) return this.enter(name, attributes, next + 1, false);
      if (code === SLASH) {
        if (next + 1 >= text.length) return -1;
        if (text.charCodeAt(next + 1) !== GREATER) throw this.fault(`/ in ${name}`);
        return this.enter(name, attributes, next + 2, true);
      }
      if (next === from) throw this.fault(`no space in ${name}`);
      const end = this.readAttribute(attributes, next);
      if (end < 0) return -1;
      next = end;
    }
  }

  /** Reads one attribute. Its end, or -1 when the text ends before it. */
  private readAttribute(attributes: Record<string, string>, at: number): number {
    const { text } = this;
    const name = this.nameAt(at);
    let next = at + name.length;
    while (isSpace(text.charCodeAt(next))) next++;
    if (next >= text.length) return -1;
    if (text.charCodeAt(next) !== EQUALS) throw this.fault(`${name} without value`);
    next++;
    while (isSpace(text.charCodeAt(next))) next++;
    if (next >= text.length) return -1;
    const quote = text.charCodeAt(next);
    if (quote !== DOUBLE_QUOTE && quote !== APOSTROPHE) throw this.fault(`${name} without quotes`);
    const start = next + 1;
    let isPlain = true;
    let code = text.charCodeAt((next = start));
    for (; code !== quote; code = text.charCodeAt(++next)) {
      if (next >= text.length) return -1;
      if (code === LESS) throw this.fault(`< in ${name}`);
      if (code === AMPERSAND || code < SPACE) isPlain = false;
    }
    if (attributes[name] !== undefined) throw this.fault(`${name} twice`);
    const value = text.slice(start, next);
    attributes[name] = isPlain ? value : this.resolve(value.replace(/\r\n|[\t\r\n]/g, " "));
    return next + 1;
  }

  private enter(name: string, attributes: Record<string, string>, end: number, isEmpty: boolean): number {
    if (this.path.length === 0 && this.hasRoot) throw this.fault("two roots");
    this.hasRoot = true;
    if (this.path.push(name) > MAX_DEPTH) {
      throw new XlsxError({ code: "forbiddenXml", part: this.part, construct: "depth" });
    }
    this.end = end;
    this.sink.open(name, attributes);
    if (isEmpty) {
      this.path.pop();
      this.sink.close(name);
    }
    return end;
  }
}
