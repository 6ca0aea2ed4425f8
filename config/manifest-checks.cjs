/** Structural checks of the add-in's manifest that need no network: what Excel would refuse, or show wrongly. */
const fs = require("node:fs");
const path = require("node:path");
const { checkShortcuts } = require("./shortcut-checks.cjs");
const { parseXml } = require("./xml-tree.cjs");

/** Longest texts that Office accepts, in characters. */
const LONGEST = { DisplayName: 125, Description: 250, "bt:ShortStrings": 125, "bt:LongStrings": 250 };
const LONGEST_RESID = 32;
/** Where in `bt:Resources` the `resid` of each element is looked up. */
const SHELF = {
  Label: "bt:ShortStrings",
  Title: "bt:ShortStrings",
  Description: "bt:LongStrings",
  "bt:Image": "bt:Images",
  FunctionFile: "bt:Urls",
  Runtime: "bt:Urls",
  SourceLocation: "bt:Urls",
};
/** Sizes in pixels that every ribbon icon must have. */
const RIBBON_SIZES = ["16", "32", "80"];
/** Sizes of the two icons in the list of add-ins. */
const LIST_SIZES = { IconUrl: "32", HighResolutionIconUrl: "64" };

/** The order in which the schema wants the children of an element; what is not named here has no order that matters. */
const UI_CONTROL = ["Label", "Supertip", "Icon", "Action", "Items"];
const ORDER = {
  OfficeApp: [
    "Id",
    "Version",
    "ProviderName",
    "DefaultLocale",
    "DisplayName",
    "Description",
    "IconUrl",
    "HighResolutionIconUrl",
    "Hosts",
    "Requirements",
    "DefaultSettings",
    "Permissions",
    "VersionOverrides",
    "ExtendedOverrides",
  ],
  VersionOverrides: ["Requirements", "Hosts", "Resources"],
  Host: ["Runtimes", "DesktopFormFactor"],
  DesktopFormFactor: ["FunctionFile", "ExtensionPoint"],
  CustomTab: ["Group", "Label"],
  Group: ["Label", "Icon", "Control"],
  Control: UI_CONTROL,
  Item: UI_CONTROL,
  Supertip: ["Title", "Description"],
  Action: ["TaskpaneId", "SourceLocation", "FunctionName"],
  Resources: ["bt:Images", "bt:Urls", "bt:ShortStrings", "bt:LongStrings"],
};

const valuesOf = (element) => [
  element.attributes.DefaultValue,
  ...element.own("Override", "bt:Override").map(({ attributes }) => attributes.Value),
];
const repeated = (values) => [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
const urlsOf = (root) =>
  root
    .all()
    .flatMap(({ attributes }) => [attributes.DefaultValue, attributes.Url, attributes.ResourcesUrl])
    .filter((value) => /^[a-z]+:\/\//i.test(value ?? ""));
const references = (root) => root.all().filter(({ attributes }) => attributes.resid !== undefined);
const resources = (root) =>
  root
    .all("Resources")
    .flatMap((all) =>
      all.children.flatMap((shelf) => shelf.children.map((element) => ({ shelf: shelf.name, element }))),
    );

/** Width and height as the header of a PNG file has them, or null when the file is not there or no PNG. */
function pngSize(file) {
  const bytes = fs.existsSync(file) ? fs.readFileSync(file) : Buffer.alloc(0);
  if (bytes.length < 24 || bytes.toString("latin1", 1, 4) !== "PNG") return null;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** Says what is wrong with an icon's file, if anything. `url` ends in the file's path within the project. */
function iconProblem(url, size, folder) {
  const name = url.slice(url.lastIndexOf("/assets/") + 1);
  const found = pngSize(path.join(folder, name));
  if (!found) return `${name} 不存在，或者不是 PNG 图片`;
  return `${found.width}×${found.height}` === `${size}×${size}`
    ? null
    : `${name} 应为 ${size}×${size} 像素，实为 ${found.width}×${found.height}`;
}

/** Each check takes the parsed manifest and its surroundings and answers the problems that it found, in words. */
const CHECKS = [
  function identity({ root, version }) {
    const [id] = root.all("Id");
    const [stated] = root.all("Version");
    return [
      /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id?.text ?? "") ? null : `Id 不是 GUID：${id?.text}`,
      stated?.text === `${version}.0` ? null : `Version 应为 ${version}.0，实为 ${stated?.text}`,
    ];
  },
  function order({ root }) {
    return root.all().flatMap(({ name, children }) => {
      const places = children.map((child) => (ORDER[name] ?? []).indexOf(child.name)).filter((place) => place >= 0);
      return places.some((place, at) => at > 0 && place < places[at - 1])
        ? [`<${name}> 中的元素次序应为：${ORDER[name].join("、")}`]
        : [];
    });
  },
  function cellMenu({ root }) {
    return root
      .all("OfficeMenu")
      .flatMap(({ attributes, children }) => [
        attributes.id === "ContextMenuCell" ? null : `单元格菜单的 id 应为 ContextMenuCell：${attributes.id}`,
        children.length === 1 ? null : `单元格菜单只能有一个控件，实有 ${children.length} 个`,
      ]);
  },
  function shortcuts({ root, folder }) {
    return root.all("ExtendedOverrides").flatMap(({ attributes }) => checkShortcuts(attributes, folder));
  },
  function addresses({ root }) {
    const urls = urlsOf(root);
    const origins = new Set(urls.map((url) => new URL(url).origin));
    return [
      ...urls.filter((url) => !url.startsWith("https://")).map((url) => `地址必须是 https：${url}`),
      origins.size > 1 ? `地址分属不同的源：${[...origins].join("、")}` : null,
    ];
  },
  function uniqueIds({ root }) {
    const ids = root.all("CustomTab", "Group", "Control", "Item").map(({ attributes }) => attributes.id);
    const shelves = resources(root).map(({ element }) => element.attributes.id);
    return [...repeated(ids), ...repeated(shelves)].map((id) => `id 重复：${id}`);
  },
  function resolvedIds({ root }) {
    const known = new Map(resources(root).map(({ shelf, element }) => [element.attributes.id, shelf]));
    return references(root).map(({ name, attributes: { resid } }) => {
      if (!known.has(resid)) return `<${name}> 引用了不存在的资源：${resid}`;
      if (known.get(resid) !== SHELF[name]) return `<${name}> 引用的资源 ${resid} 应在 ${SHELF[name]} 中`;
      return resid.length > LONGEST_RESID ? `资源 id 超过 ${LONGEST_RESID} 个字符：${resid}` : null;
    });
  },
  function usedResources({ root }) {
    const used = new Set(references(root).map(({ attributes }) => attributes.resid));
    return resources(root)
      .filter(({ element }) => !used.has(element.attributes.id))
      .map(({ element }) => `资源没有被引用：${element.attributes.id}`);
  },
  function textLengths({ root }) {
    const texts = [
      ...root.all("DisplayName", "Description").map((element) => ({ shelf: element.name, element })),
      ...resources(root),
    ];
    return texts
      .filter(({ shelf, element }) => shelf in LONGEST && element.attributes.DefaultValue !== undefined)
      .flatMap(({ shelf, element }) =>
        valuesOf(element)
          .filter((value) => value.length === 0 || value.length > LONGEST[shelf])
          .map((value) => `文字应有 1 至 ${LONGEST[shelf]} 个字符：“${value}”`),
      );
  },
  function languages({ root }) {
    const texts = [...root.all("DisplayName", "Description", "bt:String")].filter(
      ({ attributes }) => attributes.DefaultValue !== undefined,
    );
    return texts
      .filter(
        (element) => !element.all("Override", "bt:Override").some(({ attributes }) => attributes.Locale === "en-US"),
      )
      .map(({ attributes }) => `缺少 en-US 文字：“${attributes.DefaultValue}”`);
  },
  function icons({ root, folder }) {
    const urlOf = new Map(
      resources(root).map(({ element }) => [element.attributes.id, element.attributes.DefaultValue]),
    );
    const ribbon = root.all("Icon").flatMap((icon) => icon.own("bt:Image").map(({ attributes }) => attributes));
    return [
      ...root
        .all("Icon")
        .filter((icon) =>
          RIBBON_SIZES.some((size) => !icon.own("bt:Image").some((image) => image.attributes.size === size)),
        )
        .map(() => `每个功能区图标都要有 ${RIBBON_SIZES.join("、")} 像素三种大小`),
      ...ribbon.map(({ resid, size }) => (urlOf.has(resid) ? iconProblem(urlOf.get(resid), size, folder) : null)),
      ...root
        .all("IconUrl", "HighResolutionIconUrl")
        .map(({ name, attributes }) => iconProblem(attributes.DefaultValue, LIST_SIZES[name], folder)),
    ];
  },
  function oneRuntime({ root }) {
    const pages = new Set(root.all("Runtime", "FunctionFile").map(({ attributes }) => attributes.resid));
    for (const action of root.all("Action")) {
      for (const { attributes } of action.own("SourceLocation")) pages.add(attributes.resid);
    }
    return [pages.size === 1 ? null : `面板、命令和共享运行时应是同一页：${[...pages].join("、")}`];
  },
];

/**
 * @param {string} text the manifest
 * @param {{ folder: string, version: string }} project where `assets/` lies, and the version in package.json
 * @returns {string[]} the problems in words; empty when there are none
 */
function checkManifest(text, { folder, version }) {
  const root = parseXml(text);
  return CHECKS.flatMap((check) => check({ root, folder, version })).filter((problem) => problem !== null);
}

/** Names that the ribbon calls: the add-in must have associated a function with each. */
function commandNames(text) {
  const names = parseXml(text)
    .all("FunctionName")
    .map((element) => element.text);
  return [...new Set(names)];
}

module.exports = { checkManifest, commandNames };
