import fc from "fast-check";
import { SaxesParser } from "saxes";
import { XlsxError } from "../../src/xlsx";
import { XmlScanner, type XmlSink } from "../../src/xlsx/xml-scanner";

/** What is told of a text, pieces of text joined; null when it is refused. */
function listen(read: (sink: XmlSink) => void): string[] | null {
  const told: string[] = [];
  let text = "";
  const flush = () => {
    if (text !== "") told.push(`text ${text}`);
    text = "";
  };
  try {
    read({
      open(name, attributes) {
        flush();
        told.push(`open ${name} ${JSON.stringify(Object.entries(attributes))}`);
      },
      close(name) {
        flush();
        told.push(`close ${name}`);
      },
      text: (piece) => (text += piece),
    });
  } catch (error) {
    if (error instanceof XlsxError || error instanceof Refused) return null;
    throw error;
  }
  return told;
}

const scan = (...pieces: readonly string[]) =>
  listen((sink) => {
    const scanner = new XmlScanner("part", sink);
    for (const piece of pieces) scanner.write(piece);
    scanner.close();
  });

class Refused extends Error {}

/** The same by a parser of others. */
const parse = (xml: string) =>
  listen((sink) => {
    const parser = new SaxesParser();
    let isInside = 0;
    parser.on("error", ({ message }) => {
      throw new Refused(message);
    });
    parser.on("doctype", () => {
      throw new Refused("doctype");
    });
    parser.on("opentag", ({ name, attributes }) => {
      isInside += 1;
      sink.open(name, attributes);
    });
    parser.on("closetag", ({ name }) => {
      isInside -= 1;
      sink.close(name);
    });
    parser.on("text", (text) => isInside > 0 && sink.text(text));
    parser.on("cdata", (text) => sink.text(text));
    parser.write(xml).close();
  });

const PIECES = [
  ...[
    "<a>",
    "</a>",
    "<x:b ",
    "<b/>",
    "</b>",
    "<c\t",
    ">",
    "/>",
    "<",
    "</c\n>",
    "<a><b>1</b></a>",
    "<_-.9>",
    "<表 数='1'>",
  ],
  ...[
    ' r="A1"',
    " t='s'",
    ' r="1>2"',
    ' x:y="&lt;"',
    ' a = "1"',
    '="',
    "'",
    " __proto__='1'",
    ' a="\r\n\t"',
    ' a="&#10;"',
  ],
  ...[
    "text",
    "总计",
    " ",
    "\r\n",
    "\r",
    "]]>",
    "]]",
    "&amp;",
    "&#65;",
    "&#x4e00;",
    "&#0;",
    "&#xd800;",
    "&#x110000;",
    "&",
  ],
  ...[
    "&nbsp;",
    "&;",
    "&#;",
    "<!-- note -->",
    "<!---->",
    "<!-- a -- b -->",
    "<![CDATA[<&]]]]>",
    "<![CDATA[",
    "]]>",
    "<!--",
  ],
  ...[
    '<?xml version="1.0"?>',
    "<?xml version='1.0' encoding='UTF-8' standalone=\"yes\"?>",
    "<?pi data?>",
    "<?pi?>",
    "<??>",
  ],
  ...["<?xml?>", "<!DOCTYPE a>", "<!ELEMENT", "\u0001", "\ufffe", "\u00b7", "😀", "<😀>", "\u2028"],
];

const soup = fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join(""));
const tree = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom("<v>12</v>", "<e/>", "text", "&quot;&#x41;", "<!-- - -->", "<![CDATA[a]]b]]>", "<?go on?>", "\r\n"),
    fc
      .tuple(
        fc.constantFrom("row", "x:c", "是"),
        fc.constantFrom("", ' r="1"', ' a=\'"\' b="<"', ' r="1" r="2"'),
        fc.array(tie("node"), { maxLength: 4 }),
      )
      .map(([name, attributes, inner]) => `<${name}${attributes}>${inner.join("")}</${name}>`),
  ),
})).node;
const document = fc
  .tuple(fc.constantFrom("", '<?xml version="1.0" encoding="utf-8"?>\n'), tree)
  .map(([head, root]) => head + root);
/** A document in which one place was changed. */
const damagedDocument = fc
  .tuple(document, fc.nat(), fc.nat(3), fc.constantFrom("", "<", ">", '"', "&", "/", " ", "x", "]]>", "="))
  .map(
    ([xml, at, taken, put]) => xml.slice(0, at % (xml.length + 1)) + put + xml.slice((at % (xml.length + 1)) + taken),
  );

const anyXml = fc.oneof(
  soup,
  soup.map((inner) => `<a>${inner}</a>`),
  document,
  damagedDocument,
);

test("tells what a parser of others tells, and refuses what it refuses", () => {
  fc.assert(
    fc.property(anyXml, (xml) => {
      expect(scan(xml)).toEqual(parse(xml));
    }),
    { numRuns: 5_000 },
  );
});

test("tells the same however the text is cut into pieces", () => {
  fc.assert(
    fc.property(anyXml, fc.array(fc.nat(), { maxLength: 8 }), (xml, cuts) => {
      const places = [...new Set(cuts.map((cut) => cut % (xml.length + 1)))].sort((a, b) => a - b);
      const pieces = [...places, xml.length].map((end, index) => xml.slice(places[index - 1] ?? 0, end));
      expect(scan(...pieces)).toEqual(scan(xml));
    }),
    { numRuns: 2_000 },
  );
});

test("a tag without end does not keep all that follows", () => {
  const scanner = new XmlScanner("part", { open() {}, close() {}, text() {} });
  scanner.write("<a b='");
  expect(() => {
    for (let piece = 0; piece < 100; piece++) scanner.write(" ".repeat(1024 * 1024));
  }).toThrow(XlsxError);
});
