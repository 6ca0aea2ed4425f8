import { readFileSync } from "node:fs";
import path from "node:path";
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
