import { readFileSync } from "node:fs";
import path from "node:path";
import { zhCN } from "../../src/locales";

const guide = readFileSync(path.resolve(__dirname, "../../docs/用户指南.md"), "utf8");

/** Every text of the pane that stands still; what is made of parts is not quoted in the guide. */
const said = new Set<string>([
  ...Object.values(zhCN.words).filter((word) => typeof word === "string"),
  ...Object.values(zhCN.verdicts),
  ...Object.values(zhCN.severities),
  ...Object.values(zhCN.rules).map(({ broken }) => broken),
]);

test("what the guide sets in bold is what the pane says; questions are the reader's own", () => {
  const bold = [...guide.matchAll(/\*\*(.+?)\*\*/g)].map(([, text]) => text!);
  expect(bold.length).toBeGreaterThan(30);
  expect(bold.filter((text) => !text.endsWith("？") && !said.has(text))).toEqual([]);
});

test("the guide explains every finding with the pane's own words for the rule", () => {
  for (const { broken } of Object.values(zhCN.rules)) expect(guide).toContain(`| **${broken}** |`);
  for (const id of ["S3.ROW", "S3.RESULTS", "S3.BALANCE", "S4.TOTAL"] as const) {
    expect(guide).toContain(zhCN.rules[id].statement);
  }
  expect(guide).toContain(zhCN.words["banner.stale"]);
});
