import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { words as workbenchWords } from "../../src/workbench/page/words";

const src = path.resolve(__dirname, "../../src");

function sourcesOf(folder: string): string[] {
  return readdirSync(path.join(src, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => path.join(folder, name));
}

const read = (file: string): string => readFileSync(path.join(src, file), "utf8");

/** The names of everything that a language must have words for, as the interfaces of src/locales say, beside those of the pane. */
function wantedBy(file: string): string[] {
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isPropertySignature(node) || ts.isMethodSignature(node)) && ts.isIdentifier(node.name)) {
      names.push(node.name.text);
    }
    ts.forEachChild(node, visit);
  };
  const tree = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest);
  tree.statements.filter((statement) => ts.isInterfaceDeclaration(statement)).forEach(visit);
  return names;
}

/** The text of all sources that may use words: everything but the words themselves. */
const users = readdirSync(src)
  .filter((room) => room !== "locales")
  .flatMap(sourcesOf)
  .map(read)
  .join("\n");
/** What is described here may be used by what describes it. */
const describers = sourcesOf("locales").map(read).join("\n");

test.each(sourcesOf("locales").filter((file) => !/locales[\\/](zh-CN|en-US)/.test(file)))(
  "every text that %s wants of a language is used",
  (file) => {
    const unused = [...new Set(wantedBy(file))].filter((name) => {
      const use = new RegExp(`\\.${name}\\b|[{,]\\s*${name}\\s*[,}:=]`);
      return !use.test(users) && !use.test(describers);
    });
    expect(unused).toEqual([]);
  },
);

test("every word of the workbench page is used in it", () => {
  const page = sourcesOf("workbench/page")
    .filter((file) => !file.endsWith("words.ts"))
    .map(read)
    .join("\n");
  const isUsed = (name: string) => new RegExp(`[.\\s{,]${name}\\b`).test(page);
  const unused = Object.entries(workbenchWords).flatMap(([name, value]) => [
    ...(isUsed(name) ? [] : [name]),
    ...(typeof value === "object" ? Object.keys(value).filter((part) => !isUsed(part)) : []),
  ]);
  expect(unused).toEqual([]);
});
