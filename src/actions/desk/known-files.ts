import { addNumber } from "../../batch/document-names";
import type { FileResult } from "../../batch/file-result";
import type { JobResult } from "../../batch/pool/pool";
import { readUnitName } from "../../batch/units/unit-name";
import type { CheckOptions } from "../../rules/check";
import type { DeskFile } from "./desk-state";

/** What is known of a file that was checked. */
interface Known {
  /** The file, of which several may have the same name, and what it was then. */
  source: DeskFile;
  size: number;
  modified: number;
  /** The options that it was checked with. */
  measure: string;
  /** Tells folders of one name apart: the same for what was found in one. Null until the choice is done. */
  folder: symbol | null;
  result: FileResult;
}

/**
 * What became of a file: `new`; `again`, as it was known before or could not be read then; `replaced` another that had its name;
 * `beside` a file of another unit that has its name, and listed under a name of its own.
 */
export interface Taken {
  way: "new" | "again" | "replaced" | "beside";
  /** The name that it is listed under. */
  file: string;
}

const measureOf = (options: CheckOptions): string => JSON.stringify(options.blankIsZero);

/**
 * Whether two files of one name are not the same file: a browser does not tell the folders that single files are from. Of one that
 * cannot be read, or is without a title, nobody knows whose it is, so that it puts away no report.
 */
function areApart(one: FileResult, other: FileResult, isInFolder: boolean): boolean {
  if (!isInFolder && other.error !== null && one.tables.length > 0) return true;
  if (one.unit === null || other.unit === null) return !isInFolder && one.unit !== other.unit;
  return readUnitName(one.unit).whole !== readUnitName(other.unit).whole;
}

/** The files that were checked, by the name that each is listed under. */
export class KnownFiles {
  readonly #byName = new Map<string, Known>();
  /** The names under which files are listed that are called so. */
  readonly #names = new Map<string, Set<string>>();

  get results(): FileResult[] {
    return [...this.#byName.values()].map(({ result }) => result);
  }

  get(name: string): FileResult | undefined {
    return this.#byName.get(name)?.result;
  }

  /** The name under which a file is listed that is as it was when it was checked, with the same options; null for every other. */
  unchanged({ path, file }: DeskFile, options: CheckOptions): string | null {
    const same = this.#of(path).find(
      ([, { size, modified, measure, result }]) =>
        result.error === null && size === file.size && modified === file.lastModified && measure === measureOf(options),
    );
    return same?.[0] ?? null;
  }

  /** The SHA-256 of the content that need not be checked again under this name; null where more than one may be meant. */
  hashOf(path: string, options: CheckOptions): string | null {
    const [only, second] = this.#of(path);
    return only && !second && only[1].measure === measureOf(options) ? only[1].result.hash : null;
  }

  /** The files that were checked with other options. */
  otherwiseMeasured(options: CheckOptions): DeskFile[] {
    const now = measureOf(options);
    return [...this.#byName.values()].flatMap(({ measure, source }) => (measure === now ? [] : [source]));
  }

  /** Takes over what became of a file; null when nothing is known of what did not change. */
  take(source: DeskFile, result: JobResult, options: CheckOptions): Taken | null {
    const { path, file } = source;
    const known = { source, size: file.size, modified: file.lastModified, measure: measureOf(options), folder: null };
    const named = this.#of(path);
    const [first] = named;
    if (result === "unchanged") {
      if (!first) return null;
      this.#put(first[0], { ...known, folder: first[1].folder, result: first[1].result });
      return { way: "again", file: first[0] };
    }
    const own = named.find(([, before]) => !areApart(before.result, result, path.includes("/")));
    const name = own?.[0] ?? this.#freeName(path);
    const folder = own?.[1].folder ?? null;
    this.#put(name, { ...known, folder, result: name === path ? result : { ...result, file: name } });
    if (!own) return { way: first ? "beside" : "new", file: name };
    const isOther = own[1].result.tables.length > 0 && own[1].result.hash !== result.hash;
    return { way: isOther ? "replaced" : "again", file: name };
  }

  /**
   * Forgets what was in folders before and is not there now. A folder with files in which nothing that was known of one of its name
   * is found again is another folder; of one without files nobody knows which it is, where there are several of its name.
   * @param found what became of those that are there now
   * @returns the names of those that are gone
   */
  forgetGone(folders: readonly string[], found: readonly Taken[]): string[] {
    const here = new Map(found.map(({ file, way }) => [file, way]));
    const gone = folders.flatMap((folder) => {
      const inside = [...this.#byName].filter(([, { source }]) => source.path.startsWith(`${folder}/`));
      const present = inside.filter(([name]) => here.has(name));
      const isKnown = ([name]: [string, Known]) => here.get(name) === "again" || here.get(name) === "replaced";
      const same = new Set((present.length > 0 ? present.filter(isKnown) : inside).map(([, known]) => known.folder));
      const [own = Symbol(folder)] = [...same].flatMap((known) => known ?? []);
      for (const [, known] of present) known.folder = own;
      if (present.length === 0 && same.size > 1) return [];
      return inside.filter(([name, known]) => !here.has(name) && same.has(known.folder)).map(([name]) => name);
    });
    for (const name of gone) this.forget(name);
    return gone;
  }

  forget(name: string): void {
    const known = this.#byName.get(name);
    if (!known) return;
    this.#byName.delete(name);
    this.#names.get(known.source.path)?.delete(name);
  }

  clear(): void {
    this.#byName.clear();
    this.#names.clear();
  }

  #of(path: string): [name: string, known: Known][] {
    return [...(this.#names.get(path) ?? [])].map((name) => [name, this.#byName.get(name)!]);
  }

  #put(name: string, known: Known): void {
    this.#byName.set(name, known);
    const { path } = known.source;
    const names = this.#names.get(path) ?? new Set();
    this.#names.set(path, names.add(name));
  }

  #freeName(path: string): string {
    let name = path;
    for (let number = 2; this.#byName.has(name); number++) name = addNumber(path, number);
    return name;
  }
}
