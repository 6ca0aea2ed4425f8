/** What Excel shows of an add-in outside of its pane, read from the manifest as Excel reads it, for the page that plays Excel. */
const { parseXml } = require("./xml-tree.cjs");

/** Words of resources are wanted in the manifest's own language; icons at the size that a small button has. */
const ICON_SIZE = "32";

const commandOf = (control) => control.own("Action")[0]?.own("FunctionName")[0]?.text ?? null;

/**
 * @param {string} manifest
 * @param {string} shortcuts the file of the manifest's ExtendedOverrides
 * @returns {import("../src/workbench/page/ribbon").Ribbon}
 */
function readRibbon(manifest, shortcuts) {
  const root = parseXml(manifest);
  const [resources] = root.all("Resources");
  const texts = new Map(resources.all().map(({ attributes }) => [attributes.id, attributes.DefaultValue]));
  const text = (element) => texts.get(element.attributes.resid);
  const button = (control) => {
    const [label] = control.own("Label");
    const [tip] = control.own("Supertip")[0].own("Description");
    const icon = control.own("Icon")[0].children.find(({ attributes }) => attributes.size === ICON_SIZE);
    return {
      id: control.attributes.id,
      label: text(label),
      tip: text(tip),
      // Addresses of a manifest are absolute; the page has the same files beside it.
      icon: text(icon).replace(/^.*\/(?=assets\/)/, ""),
      command: commandOf(control),
    };
  };
  const [tab] = root.all("CustomTab");
  const [menu] = root.all("OfficeMenu").flatMap((office) => office.own("Control"));
  return {
    label: text(tab.own("Label")[0]),
    buttons: tab.own("Group").flatMap((group) => group.own("Control").map(button)),
    cellMenu: { label: text(menu.own("Label")[0]), items: menu.own("Items")[0].own("Item").map(button) },
    shortcuts: JSON.parse(shortcuts).shortcuts.map(({ action, key }) => ({ command: action, keys: key.default })),
  };
}

module.exports = { readRibbon };
