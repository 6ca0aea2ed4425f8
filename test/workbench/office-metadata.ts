import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

export type MemberKind = "property" | "object" | "method" | "event";

/** A member of a class of Office.js, as the library itself sends and checks it. */
export interface OfficeMember {
  kind: MemberKind;
  /** As a developer writes it: "getRange". */
  name: string;
  /** As it goes to the host: "GetRange"; of an event what registers it. */
  wireName: string;
  /** The requirement set that brings the member; the one of its class where the library checks none. */
  set: readonly [name: string, version: string] | null;
  settable: boolean;
}

const SOURCE = join(dirname(require.resolve("@microsoft/office-js/package.json")), "dist/excel-web-16.00.debug.js");

/** What a line of the library's readable source says of a class that is being defined. */
const PATTERNS: readonly (readonly [
  kind: MemberKind | "class" | "set" | "setter" | "scalars" | "indexer",
  pattern: RegExp,
])[] = [
  ["class", /^ {4}var (\w+) = \(function \(_super\) \{/],
  ["scalars", /return \[((?:"\w+"(?:, )?)*)\];/],
  ["method", /_invokeMethod\(this, "(\w+)", \d, \[/],
  ["method", /_createMethodObject\([\w.]+, this, "(\w+)", \d, \[/],
  ["indexer", /_createIndexerObject\(/],
  ["object", /_createPropertyObject\([\w.]+, this, "(\w+)"/],
  ["setter", /_invokeSetProperty\(this, "(\w+)"/],
  ["set", /_throwIfApiNotSupported\("(\w+)\.(\w+)", (?:_defaultApiSetName|"(\w+)"), "([\d.]+)"/],
];

/** Every class of Excel's part of the library with its members, read from the library's own readable source. */
export function officeMetadata(): Map<string, OfficeMember[]> {
  const lines = readFileSync(SOURCE, "utf8").split("\n");
  const classes = new Map<string, Map<string, OfficeMember>>();
  const sets = new Map<string, readonly [string, string]>();
  let current = "";
  let readsOriginalNames = false;
  const add = (kind: MemberKind, wireName: string): void => {
    const members = classes.get(current) ?? new Map<string, OfficeMember>();
    classes.set(current, members);
    const name = wireName.charAt(0).toLowerCase() + wireName.slice(1);
    if (!members.has(wireName)) members.set(wireName, { kind, name, wireName, set: null, settable: false });
  };
  for (const line of lines.slice(lines.findIndex((candidate) => candidate.startsWith("var Excel;")))) {
    if (line.includes('"_scalarPropertyOriginalNames"')) readsOriginalNames = true;
    for (const [kind, pattern] of PATTERNS) {
      const match = pattern.exec(line);
      if (!match) continue;
      const [, first = "", second = "", setName = "ExcelApi", version = ""] = match;
      if (kind === "class") current = first;
      else if (kind === "set") sets.set(`${first}.${second}`, [setName, version]);
      else if (kind === "setter") {
        add("property", first);
        const member = classes.get(current)?.get(first);
        if (member) member.settable = true;
      } else if (kind === "scalars") {
        if (readsOriginalNames) for (const [, name = ""] of first.matchAll(/"(\w+)"/g)) add("property", name);
        readsOriginalNames = false;
      } else if (kind === "indexer") add("method", "GetItem");
      else add(kind, first);
      break;
    }
  }
  return new Map(
    [...classes].map(([name, members]) => [name, [...members.values()].map((member) => complete(name, member, sets))]),
  );
}

function complete(
  className: string,
  member: OfficeMember,
  sets: ReadonlyMap<string, readonly [string, string]>,
): OfficeMember {
  const registers = /^_Register(?:Event)?(\w+?)(?:Event)?$/.exec(member.wireName);
  if (!registers)
    return {
      ...member,
      set: sets.get(`${className}.${member.name}`) ?? sets.get(`${className}.${member.wireName}`) ?? null,
    };
  const [, event = ""] = registers;
  const name = `on${event === "DataChanged" ? "Changed" : event}`;
  return { ...member, kind: "event", name, set: sets.get(`${className}.${name}`) ?? null };
}
