import { readdirSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

const root = path.resolve(__dirname, "../..");

/** Members of the client library itself, which never reach a host by their name. */
const CLIENT_ONLY = new Set(["context", "isNullObject", "items", "load", "set", "toJSON", "track", "untrack"]);

/** The class and the member that a name stands for, "Range.values", where it is one of Excel's part of the library. */
function memberOf(symbol: ts.Symbol): string | null {
  for (const declaration of symbol.declarations ?? []) {
    const owner = declaration.parent;
    if (!ts.isClassDeclaration(owner) || !owner.name) continue;
    if (!/@types[\\/]office-js/.test(owner.getSourceFile().fileName)) continue;
    const module = owner.parent.parent;
    if (!ts.isModuleDeclaration(module) || module.name.text !== "Excel") continue;
    if (!CLIENT_ONLY.has(symbol.name)) return `${owner.name.text}.${symbol.name}`;
  }
  return null;
}

/** Every member of Excel's object model that the files name, found by the compiler: through aliases, and in destructuring. */
export function officeCalls(files: readonly string[]): string[] {
  const { config } = ts.readConfigFile(path.join(root, "tsconfig.json"), (file) => ts.sys.readFile(file)) as {
    config: { compilerOptions: object };
  };
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
  const program = ts.createProgram([...files], { ...options, noEmit: true });
  const checker = program.getTypeChecker();
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && (ts.isPropertyAccessExpression(node.parent) || ts.isBindingElement(node.parent))) {
      const symbol = ts.isBindingElement(node.parent)
        ? propertyOf(node.parent, checker)
        : checker.getSymbolAtLocation(node);
      const member = symbol && memberOf(symbol);
      if (member) found.add(member);
    }
    ts.forEachChild(node, visit);
  };
  for (const file of files) {
    const source = program.getSourceFile(file);
    if (!source) throw new Error(`${file} is not there`);
    visit(source);
  }
  return [...found].sort();
}

/** What `{ name }` and `{ name: other }` take out of an object. */
function propertyOf(element: ts.BindingElement, checker: ts.TypeChecker): ts.Symbol | undefined {
  const name = element.propertyName ?? element.name;
  return ts.isIdentifier(name) ? checker.getTypeAtLocation(element.parent).getProperty(name.text) : undefined;
}

/** The add-in's files that call Office.js. */
export function callingFiles(): string[] {
  const folder = path.join(root, "src/excel");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => path.join(folder, name));
}
