import { HostCollection, HostObject, propertyNames, readMember } from "./host-object";
import { type QueryInfo, toClientName, toWireName } from "./wire";

/** Properties to answer, as a tree: {Format: {Fill: {Color: {}}}}; ALL stands for every property that is not an object. */
type Selection = Map<string, Selection>;
const ALL = "*";

/** `batch` results carry wire names and identities, `json` results (of `retrieve`) what the developer wrote. */
export type ResultStyle = "batch" | "json";

/** What a load answers. */
export function query(object: HostObject, info: QueryInfo, style: ResultStyle): Promise<Record<string, unknown>> {
  return project(object, selectionOf(info), info, style);
}

function selectionOf({ Select = [], Expand = [] }: QueryInfo): Selection {
  const selection: Selection = new Map();
  const add = (path: string): void => {
    let level = selection;
    for (const step of path.split(/[/.]/)) {
      const name = step === ALL ? ALL : toWireName(step);
      const next = level.get(name) ?? new Map<string, Selection>();
      level.set(name, next);
      level = next;
    }
  };
  for (const path of Select) if (path !== "") add(path);
  for (const path of Expand) add(`${path}/${ALL}`);
  if (selection.size === 0) selection.set(ALL, new Map());
  return selection;
}

const EVERYTHING: Selection = new Map([[ALL, new Map<string, Selection>()]]);

function project(
  object: HostObject,
  selection: Selection,
  page: QueryInfo,
  style: ResultStyle,
): Promise<Record<string, unknown>> {
  return object instanceof HostCollection
    ? projectItems(object as HostCollection<HostObject>, selection, page, style)
    : projectProperties(object, selection, style);
}

async function projectItems(
  collection: HostCollection<HostObject>,
  selection: Selection,
  { Skip = 0, Top }: QueryInfo,
  style: ResultStyle,
): Promise<Record<string, unknown>> {
  // a name that the collection itself has (count) is answered there, every other for each item
  const own = new Set(propertyNames(collection));
  const ofItems: Selection = new Map([...selection].filter(([name]) => !own.has(name)));
  const ofItself: Selection = new Map([...selection].filter(([name]) => own.has(name) || name === ALL));
  const result = await projectProperties(collection, ofItself, style);
  const items = collection.items().slice(Skip, Top === undefined ? undefined : Skip + Top);
  const projected: Record<string, unknown>[] = [];
  for (const item of items) projected.push(await project(item, ofItems, {}, style));
  result[style === "json" ? "items" : "_Items"] = projected;
  return result;
}

async function projectProperties(
  object: HostObject,
  selection: Selection,
  style: ResultStyle,
): Promise<Record<string, unknown>> {
  const result: Record<string, unknown> = style === "json" ? {} : object.identity();
  const put = (name: string, value: unknown): void => {
    result[style === "json" ? toClientName(name) : name] = value;
  };
  for (const [name, deeper] of selection) {
    if (name === ALL) {
      for (const property of propertyNames(object)) {
        const value = await readMember(object, property);
        if (!(value instanceof HostObject)) put(property, value);
      }
      continue;
    }
    const value = await readMember(object, name);
    if (value instanceof HostObject) put(name, await project(value, deeper.size > 0 ? deeper : EVERYTHING, {}, style));
    else put(name, value ?? null);
  }
  return result;
}
