import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

/** The rooms that each room of src names as known to it. It knows those that they know, too. */
const KNOWS: Record<string, readonly string[]> = {
  tables: [],
  rules: ["tables"],
  repair: ["rules"],
  record: ["rules"],
  recognise: ["tables"],
  xlsx: [],
  batch: ["recognise", "rules", "repair", "record", "xlsx"],
  excel: ["tables", "rules", "record", "recognise"],
  actions: ["excel", "batch", "repair"],
  locales: ["rules", "repair", "record"],
  taskpane: ["actions", "locales"],
  cli: ["batch", "locales"],
  workbench: ["xlsx"],
};

/** Packages for the rooms that may use only a few; a room that is not listed may use all but those in KEPT_APART. */
const PACKAGES: Record<string, readonly string[]> = {
  tables: [],
  rules: [],
  repair: [],
  record: [],
  recognise: ["htmlparser2"],
  xlsx: ["fflate"],
};

/** Packages that must not leave one room: of the grid nothing may reach the pane. */
const KEPT_APART: Record<string, string> = { "@univerjs": "workbench" };

/** Globals, and the places that may use them. */
const GLOBALS: Record<string, readonly string[]> = {
  Excel: ["src/excel/"],
  Office: ["src/excel/", "src/taskpane/index.tsx"],
  OfficeExtension: ["src/excel/"],
  console: ["src/cli/"],
};

/** What src may read outside of itself: its version stands there. */
const OUTSIDE = ["package.json"];

const LONGEST_FILE = 400;

const root = path.resolve(__dirname, "..");

/** Text by path from the project's folder, with forward slashes. */
type Sources = Record<string, string>;

function sourcesIn(folder: string): Sources {
  const names = readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" });
  const files = names.map((name) => `${folder}/${name.replaceAll("\\", "/")}`).filter((file) => /\.tsx?$/.test(file));
  return Object.fromEntries(files.map((file) => [file, readFileSync(path.join(root, file), "utf8")]));
}

const roomOf = (file: string): string => file.split("/")[1] ?? "";

/** All rooms that a room may import from: itself, those that it names, and those that these know. */
function reach(room: string): Set<string> {
  const known = new Set([room]);
  for (const next of known) for (const other of KNOWS[next] ?? []) known.add(other);
  return known;
}

const packageOf = (specifier: string): string =>
  specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");

/** Everything that a file imports: static and dynamic imports, re-exports, types, and workers by URL. */
function importsOf(file: string, text: string): string[] {
  const imported = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
  const workers: string[] = [];
  walk(file, text, (node) => {
    if (!ts.isNewExpression(node) || node.expression.getText() !== "URL") return;
    const [target, base] = node.arguments ?? [];
    if (target && ts.isStringLiteral(target) && base?.getText() === "import.meta.url") workers.push(target.text);
  });
  return [...imported, ...workers];
}

function walk(file: string, text: string, visit: (node: ts.Node) => void): void {
  const kind = file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const enter = (node: ts.Node): void => {
    visit(node);
    ts.forEachChild(node, enter);
  };
  enter(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind));
}

/** Whether an identifier stands for a value or type of that name, and is not the name of a member or a declaration. */
function isReference(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node || isGlobalObject(parent.expression);
  if (ts.isQualifiedName(parent)) return parent.left === node;
  const named = parent as ts.Node & { name?: ts.Node; propertyName?: ts.Node };
  return ts.isShorthandPropertyAssignment(parent) || (named.name !== node && named.propertyName !== node);
}

const isGlobalObject = (node: ts.Node): boolean => ["globalThis", "window", "self"].includes(node.getText());

function importProblems(file: string, text: string): string[] {
  const room = roomOf(file);
  const known = reach(room);
  return importsOf(file, text).flatMap((specifier) => {
    if (specifier.startsWith(".")) {
      const target = path.posix.join(path.posix.dirname(file), specifier);
      if (OUTSIDE.includes(target)) return [];
      if (!target.startsWith("src/")) return [`${file} imports ${specifier}, which lies outside of src`];
      if (known.has(roomOf(target))) return [];
      return [`${file} imports ${target}, but ${room} may know only: ${[...known].join(", ")}`];
    }
    const name = packageOf(specifier);
    const home = Object.entries(KEPT_APART).find(([kept]) => name === kept || name.startsWith(`${kept}/`))?.[1];
    if (home && home !== room) return [`${file} imports ${specifier}, which must stay within src/${home}`];
    const allowed = PACKAGES[room];
    if (!allowed || allowed.includes(name)) return [];
    return [`${file} imports ${specifier}, but ${room} may use only: ${allowed.join(", ") || "no package"}`];
  });
}

function globalProblems(file: string, text: string): string[] {
  const problems = new Set<string>();
  walk(file, text, (node) => {
    if (!ts.isIdentifier(node) || !Object.hasOwn(GLOBALS, node.text) || !isReference(node)) return;
    const places = GLOBALS[node.text] ?? [];
    if (places.some((place) => file.startsWith(place))) return;
    const { line } = node.getSourceFile().getLineAndCharacterOfPosition(node.getStart());
    problems.add(`${file}:${line + 1} uses ${node.text}, which belongs to ${places.join(" and ")}`);
  });
  return [...problems];
}

function lengthProblems(file: string, text: string): string[] {
  const lines = text.split("\n").length - 1;
  return lines > LONGEST_FILE ? [`${file} has ${lines} lines; divide it, the limit is ${LONGEST_FILE}`] : [];
}

function problemsIn(sources: Sources): string[] {
  return Object.entries(sources).flatMap(([file, text]) => {
    if (!Object.hasOwn(KNOWS, roomOf(file))) return [`${file}: the room ${roomOf(file)} has no row in KNOWS`];
    return [...importProblems(file, text), ...globalProblems(file, text), ...lengthProblems(file, text)];
  });
}

test("src keeps to the import direction, the packages, the globals and the file length of the design", () => {
  expect(problemsIn(sourcesIn("src"))).toEqual([]);
});

test("no test file is longer than the limit", () => {
  expect(Object.entries(sourcesIn("test")).flatMap(([file, text]) => lengthProblems(file, text))).toEqual([]);
});

test("the table of rooms has no circle", () => {
  for (const [room, named] of Object.entries(KNOWS)) {
    for (const other of named) expect([...reach(other)]).not.toContain(room);
  }
});

describe("the check itself", () => {
  test.each([
    [
      "src/rules/a.ts",
      'import { x } from "../excel/b";',
      /a\.ts imports src\/excel\/b, but rules may know only: rules, tables/,
    ],
    ["src/rules/a.ts", 'import type { X } from "../excel/b";', /may know only/],
    ["src/rules/a.ts", 'export * from "../excel/b";', /may know only/],
    ["src/rules/a.ts", 'const b = await import("../repair/b");', /may know only/],
    [
      "src/taskpane/a.tsx",
      'new Worker(new URL("../workbench/w.ts", import.meta.url));',
      /imports src\/workbench\/w\.ts/,
    ],
    ["src/batch/a.ts", 'import x from "../../test/x";', /outside of src/],
    ["src/tables/a.ts", 'import fs from "node:fs";', /tables may use only: no package/],
    ["src/taskpane/a.ts", 'import { x } from "@univerjs/core";', /must stay within src\/workbench/],
    ["src/locales/a.ts", "console.log(1);", /a\.ts:1 uses console/],
    ["src/actions/a.ts", "\nawait Excel.run(f);", /a\.ts:2 uses Excel, which belongs to src\/excel\//],
    ["src/actions/a.ts", "let r: Excel.Range;", /uses Excel/],
    ["src/taskpane/pane.tsx", "const o = <p>{Office.context}</p>;", /uses Office/],
    ["src/taskpane/pane.tsx", "globalThis.Office.onReady();", /uses Office/],
    ["src/cellar/a.ts", "", /the room cellar has no row/],
    ["src/rules/a.ts", "\n".repeat(401), /401 lines/],
  ])("finds what is wrong in %s: %s", (file, text, expected) => {
    expect(problemsIn({ [file]: text })).toEqual([expect.stringMatching(expected)]);
  });

  test.each([
    ["src/actions/a.ts", 'import type { Table } from "../tables/table";'],
    ["src/xlsx/a.ts", 'import { unzipSync } from "fflate";'],
    ["src/excel/a.ts", "await Excel.run(f);"],
    ["src/locales/a.ts", 'const words = { Excel: "x", about: "console" }; words.Excel; // import "../cli/x"'],
    ["src/workbench/page/a.tsx", 'import "@univerjs/core/lib/index.css"; const p = <p>Office console</p>;'],
  ])("has nothing against %s: %s", (file, text) => {
    expect(problemsIn({ [file]: text })).toEqual([]);
  });
});
