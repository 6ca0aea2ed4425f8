import { readFileSync } from "node:fs";
import path from "node:path";
import { checkManifest, commandNames } from "../config/manifest-checks.cjs";
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

test("the ribbon calls the three commands that the add-in associates", () => {
  expect(commandNames(manifest)).toEqual(["insert", "validate", "export"]);
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
  ["a resource that nothing uses", '<Label resid="Tab.Label" />', "", /没有被引用：Tab\.Label/],
  ["a label that is too long", 'DefaultValue="填报"', `DefaultValue="${"填".repeat(126)}"`, /1 至 125 个字符/],
  ["an empty description", /(<Description DefaultValue=")[^"]*/, "$1", /1 至 250 个字符：“”/],
  ["a text without English", /<bt:Override Locale="en-US" Value="Check" \/>/, "", /缺少 en-US 文字：“校验”/],
  ["an icon of another size", "assets/icon-64.png", "assets/icon-80.png", /icon-80\.png 应为 64×64 像素，实为 80×80/],
  ["an icon that is not there", "assets/export-16.png", "assets/export-20.png", /export-20\.png 不存在/],
  ["a ribbon icon without its small size", /<bt:Image size="16" resid="Export\.Icon16" \/>/, "", /三种大小/],
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
