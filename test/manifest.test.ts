import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { checkManifest, commandNames } from "../config/manifest-checks.cjs";
import { readRibbon } from "../config/ribbon.cjs";
import { checkShortcuts } from "../config/shortcut-checks.cjs";
import { AddressError, moveManifest } from "../config/manifest-origin.cjs";

const folder = path.resolve(__dirname, "..");
const manifest = readFileSync(path.join(folder, "manifest.xml"), "utf8");
const { version } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as { version: string };
const problemsOf = (text: string) => checkManifest(text, { folder, version });

/** The manifest with one thing changed; fails when there was nothing to change. */
function changed(from: string | RegExp, to: string): string {
  const text = manifest.replace(from, to);
  expect(text).not.toBe(manifest);
  return text;
}

test("the manifest has no problem", () => {
  expect(problemsOf(manifest)).toEqual([]);
});

test("the ribbon and the menu of a cell call the commands that the add-in associates", () => {
  expect(commandNames(manifest)).toEqual(["insert", "validate", "batch", "export"]);
});

test.each<[string, string | RegExp, string, RegExp]>([
  ["an id that is no GUID", /<Id>.*<\/Id>/, "<Id>gouji</Id>", /Id 不是 GUID：gouji/],
  [
    "another version than the package's",
    /<Version>.*<\/Version>/,
    "<Version>9.9.9.9</Version>",
    /Version 应为 .*9\.9\.9\.9/,
  ],
  ["an address without https", "https://localhost:3000/taskpane", "http://localhost:3000/taskpane", /必须是 https/],
  ["addresses of two origins", "https://localhost:3000/taskpane", "https://other.example/taskpane", /不同的源/],
  ["two controls with one id", 'id="Gouji.Insert"', 'id="Gouji.Validate"', /id 重复：Gouji\.Validate/],
  [
    "a resource that is not there",
    '<Label resid="Tab.Label" />',
    '<Label resid="Tab.Name" />',
    /不存在的资源：Tab\.Name/,
  ],
  [
    "a label that is a long text",
    '<Label resid="Tab.Label" />',
    '<Label resid="Pane.Tip" />',
    /应在 bt:ShortStrings 中/,
  ],
  ["a resource that nothing uses", '<Label resid="Fill.Label" />', "", /没有被引用：Fill\.Label/],
  ["a label that is too long", 'DefaultValue="填报"', `DefaultValue="${"填".repeat(126)}"`, /1 至 125 个字符/],
  ["an empty description", /(<Description DefaultValue=")[^"]*/, "$1", /1 至 250 个字符：“”/],
  ["a text without English", /<bt:Override Locale="en-US" Value="Check" \/>/, "", /缺少 en-US 文字：“校验”/],
  ["an icon of another size", "assets/icon-64.png", "assets/icon-80.png", /icon-80\.png 应为 64×64 像素，实为 80×80/],
  ["an icon that is not there", "assets/export-16.png", "assets/export-20.png", /export-20\.png 不存在/],
  ["a ribbon icon without its small size", /<bt:Image size="16" resid="Export\.Icon16" \/>/, "", /三种大小/],
  ["two items with one id", 'id="Gouji.Cell.Insert"', 'id="Gouji.Cell.Validate"', /id 重复：Gouji\.Cell\.Validate/],
  [
    "elements in another order",
    /(<Title resid="Tab.Label" \/>)\s*(<Description[^>]*>)/,
    "$2$1",
    /<Supertip> 中的元素次序/,
  ],
  ["a menu of something else", "ContextMenuCell", "ContextMenuText", /应为 ContextMenuCell/],
  [
    "two controls in the menu of a cell",
    "</OfficeMenu>",
    '<Control id="x" /></OfficeMenu>',
    /只能有一个控件，实有 2 个/,
  ],
  ["shortcuts that are not there", "assets/shortcuts.json", "assets/keys.json", /assets\/keys\.json 不存在/],
  [
    "shortcuts of another origin",
    /ExtendedOverrides Url="[^/]*\/\/[^/]*/,
    'ExtendedOverrides Url="https://x.example',
    /不同的源/,
  ],
  [
    "commands on a page of their own",
    /<FunctionFile resid="Pane.Url"/,
    '<FunctionFile resid="Other.Url"',
    /应是同一页/,
  ],
])("names %s", (_what, from, to, expected) => {
  expect(problemsOf(changed(from, to)).join("\n")).toMatch(expected);
});

test("a manifest that is not well-formed is refused with the place", () => {
  expect(() => problemsOf(changed("</OfficeApp>", ""))).toThrow(/^\d+:\d+: /);
});

describe("keyboard shortcuts", () => {
  const shortcuts = JSON.parse(readFileSync(path.join(folder, "assets/shortcuts.json"), "utf8")) as {
    shortcuts: { action: string; key: Record<string, string> }[];
  };

  test.each<[string, object, RegExp]>([
    ["no key at all", { action: "pane", key: { default: "Ctrl+Shift" } }, /应是修饰键加一个字母或数字/],
    ["Shift alone", { action: "pane", key: { default: "Shift+G" } }, /Shift 不能是唯一的修饰键/],
    ["what a browser keeps for itself", { action: "pane", key: { default: "Ctrl+T" } }, /浏览器/],
    ["an action that is not there", { action: "gone", key: { default: "Ctrl+Alt+G" } }, /动作不存在：gone/],
    ["keys that are taken", { action: "pane", key: { default: "Ctrl+Shift+Alt+V" } }, /组合键重复/],
  ])("are checked for %s", (_what, shortcut, expected) => {
    const copy = mkdtempSync(path.join(tmpdir(), "gouji-"));
    mkdirSync(path.join(copy, "assets"));
    const changed = { ...shortcuts, shortcuts: [...shortcuts.shortcuts.slice(0, 2), shortcut] };
    writeFileSync(path.join(copy, "assets/keys.json"), JSON.stringify(changed));
    const problems = checkShortcuts({ Url: "https://x.example/assets/keys.json" }, copy);
    rmSync(copy, { recursive: true });
    expect(problems.join("\n")).toMatch(expected);
  });

  test("call what the add-in associates", () => {
    expect(shortcuts.shortcuts.map(({ action }) => action)).toEqual(["validate", "insert", "pane"]);
  });
});

test("the page that plays Excel shows what the manifest says", () => {
  const ribbon = readRibbon(manifest, readFileSync(path.join(folder, "assets/shortcuts.json"), "utf8"));
  expect(ribbon.buttons.map(({ label, command }) => [label, command])).toEqual([
    ["打开面板", null],
    ["插入报表", "insert"],
    ["一键校验", "validate"],
    ["批量校验", "batch"],
    ["导出", "export"],
  ]);
  expect(ribbon.cellMenu.items.map(({ label }) => label)).toEqual(["一键校验", "插入报表", "打开面板"]);
  expect(ribbon.shortcuts[0]).toEqual({ command: "validate", keys: "Ctrl+Shift+Alt+V" });
});

describe("a manifest for another origin", () => {
  test.each([
    "https://intranet.example/gouji",
    "https://intranet.example/gouji/",
    "https://10.0.0.8:8443",
    "https://a.example/$&/x",
  ])("has every address under %s and no problem", (url) => {
    const moved = moveManifest(manifest, url);
    expect(moved).not.toContain("localhost");
    expect(moved).toContain(`"${url.replace(/\/$/, "").replace("&", "&amp;")}/taskpane.html"`);
    expect(problemsOf(moved)).toEqual([]);
  });

  test.each([
    ["", /完整地址/],
    ["intranet.example/gouji", /完整地址/],
    ["http://intranet.example/gouji", /https/],
    ["file:///C:/gouji", /https/],
    ["https://me:secret@intranet.example", /用户名和密码/],
    ["https://intranet.example/gouji?x=1", /“\?”和“#”/],
    ["https://intranet.example/gouji#x", /“\?”和“#”/],
    ["https://intranet.example/gouji/taskpane.html", /不是某个网页/],
  ])("refuses %p and says why", (url, reason) => {
    expect(() => moveManifest(manifest, url)).toThrow(AddressError);
    expect(() => moveManifest(manifest, url)).toThrow(reason);
    expect(() => moveManifest(manifest, url)).toThrow(`“${url}”`);
  });
});
