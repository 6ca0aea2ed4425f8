import { readFileSync } from "node:fs";
import path from "node:path";
import { JSDOM } from "jsdom";
import csp from "../config/csp.cjs";

function directives(policy: string): Record<string, string> {
  const pairs = policy
    .split("; ")
    .map((directive) => [directive.split(" ")[0]!, directive.slice(directive.indexOf(" ") + 1)]);
  return Object.fromEntries(pairs) as Record<string, string>;
}

test.each([
  ["task pane", csp.pane],
  ["workbench", csp.workbench],
])("the policy of the %s forbids inline script, eval and every other origin", (_page, policy) => {
  const { "default-src": rest, "script-src": script, ...others } = directives(policy);
  expect(rest).toBe("'none'");
  expect(script).toBe("'self'");
  const sources = Object.values(others).flatMap((value) => value.split(" "));
  expect(new Set(sources)).toEqual(new Set(["'self'", "'unsafe-inline'", "'none'", "data:", "blob:"]));
});

test("the guide for administrators has the policy as the page carries it", () => {
  const guide = readFileSync(path.resolve(__dirname, "../docs/管理员指南.md"), "utf8");
  expect(guide.split(csp.pane)).toHaveLength(3);
});

test("IIS gets the policy as a header and every kind of file that the pages have", () => {
  const settings = csp.withPolicy(readFileSync(path.resolve(__dirname, "../config/web.config"), "utf8"));
  const { document } = new JSDOM(settings, { contentType: "text/xml" }).window;
  const valuesOf = (selector: string, name: string) =>
    [...document.querySelectorAll(selector)].map((element) => element.getAttribute(name));
  expect(valuesOf('add[name="Content-Security-Policy"]', "value")).toEqual([csp.pane]);
  const kinds = [".css", ".html", ".js", ".json", ".png"];
  // IIS answers with an error when a kind that it knows already is named without having been taken away
  expect(valuesOf("remove", "fileExtension")).toEqual(kinds);
  expect(valuesOf("mimeMap", "fileExtension")).toEqual(kinds);
});
