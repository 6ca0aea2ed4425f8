/** A small tree of an XML text, for reading the manifest. Namespaces stay in the names as they are written. */
const { SaxesParser } = require("saxes");

class Element {
  constructor(name, attributes) {
    this.name = name;
    this.attributes = attributes;
    this.children = [];
    this.text = "";
  }

  /** Every element below this one, or only those with one of the names, in document order. */
  all(...names) {
    const below = this.children.flatMap((child) => [child, ...child.all()]);
    return names.length === 0 ? below : below.filter(({ name }) => names.includes(name));
  }

  /** The elements directly below with one of the names. */
  own(...names) {
    return this.children.filter((child) => names.includes(child.name));
  }
}

/** Throws the parser's own error, with line and column, when the text is not well-formed. */
function parseXml(text) {
  const parser = new SaxesParser();
  const root = new Element("", {});
  const open = [root];
  parser.on("opentag", ({ name, attributes }) => {
    const element = new Element(name, attributes);
    open.at(-1).children.push(element);
    open.push(element);
  });
  parser.on("text", (piece) => (open.at(-1).text += piece.trim()));
  parser.on("closetag", () => open.pop());
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(text).close();
  return root;
}

module.exports = { parseXml };
