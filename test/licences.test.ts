import { readFileSync } from "node:fs";
import path from "node:path";
import { licenceProblems } from "../config/licences.cjs";

const { packages } = JSON.parse(readFileSync(path.resolve(__dirname, "../package-lock.json"), "utf8")) as {
  packages: Parameters<typeof licenceProblems>[0];
};

const withPackage = (license: string | undefined, dev: boolean) =>
  licenceProblems({ ...packages, "node_modules/one": { version: "1.0.0", license, dev } });

test("everything that is installed has a licence that this project may use", () => {
  expect(Object.keys(packages).length).toBeGreaterThan(500);
  expect(licenceProblems(packages)).toEqual([]);
});

test.each([
  ["GPL-3.0", false],
  ["GPL-3.0", true],
  ["AGPL-3.0-only", true],
  ["MIT AND GPL-2.0", true],
  ["MPL-2.0", false],
  ["SEE LICENSE IN LICENSE", false],
])("%s is refused (a tool: %p)", (license, dev) => {
  expect(withPackage(license, dev)).toEqual([`one@1.0.0: ${license}`]);
});

test("none at all is refused", () => {
  expect(withPackage(undefined, true)).toEqual(["one@1.0.0: states no licence"]);
});

test.each([
  ["(MIT OR GPL-3.0-or-later)", false],
  ["(MIT AND Zlib)", false],
  ["MPL-2.0", true],
])("%s is accepted (a tool: %p)", (license, dev) => {
  expect(withPackage(license, dev)).toEqual([]);
});

test("an exception that nothing needs is named", () => {
  expect(licenceProblems({})).toContain("buffers: the exception is not needed");
});

test("what states no licence is in no bundle", () => {
  const webpack = readFileSync(path.resolve(__dirname, "../webpack.config.js"), "utf8");
  expect(webpack).toContain("alias: { unzipper: false }");
});
