import { groupBy } from "../../tables/group-by";
import { readUnitName, type UnitName } from "./unit-name";

/** A report of a batch, whose unit is known by name. */
export interface UnitReport {
  file: string;
  unit: string;
}

/** Reports that are of one unit, and reports that may be. */
export interface SameUnits<Report extends UnitReport> {
  certain: readonly (readonly Report[])[];
  doubtful: readonly (readonly Report[])[];
}

interface Named<Report> {
  name: UnitName;
  reports: Report[];
}

/** No shorter name is an abbreviation of another. */
const SHORTEST = 3;
/** What tells units with names that are otherwise the same apart: 第1镇 and 第11镇, 岗镇 and 南岗镇. */
const TELLING = /[0-9〇一二三四五六七八九十百千东西南北中上下前后大小新老第]/;

/** Whether a name is left when words are taken out of another: 农业局 of 农业农村局, 住建局 of 住房和城乡建设局. */
function isAbbreviated(short: string, long: string): boolean {
  if (short.length < SHORTEST || short.length >= long.length) return false;
  let at = 0;
  for (const letter of long) {
    if (letter === short[at]) at += 1;
    else if (TELLING.test(letter)) return false;
  }
  return at === short.length;
}

/** Names that have a higher unit in front of another name, by that name. */
function prefixed<Report>(byName: ReadonlyMap<string, Named<Report>>): Map<string, Named<Report>[]> {
  const longer = new Map<string, Named<Report>[]>();
  for (const named of byName.values()) {
    for (const tail of named.name.tails) if (byName.has(tail)) longer.set(tail, [...(longer.get(tail) ?? []), named]);
  }
  return longer;
}

type Pair<Report> = readonly [Named<Report>, Named<Report>];

/** What a name and its abbreviation have in common: the higher unit in front, the first sign behind it, and the last. */
function endsOf({ whole, tails: [own = whole] }: UnitName): string {
  return `${whole.slice(0, whole.length - own.length)}${own[0]}${whole.at(-1)}`;
}

/** Names of which one abbreviates the other; not every pair need be looked at. */
function abbreviated<Report>(names: readonly Named<Report>[]): Pair<Report>[] {
  const byEnds = groupBy(names, ({ name }) => endsOf(name));
  return [...byEnds.values()].flatMap((bucket) => {
    const byLength = [...bucket].sort((a, b) => a.name.whole.length - b.name.whole.length);
    return byLength.flatMap((short, index) =>
      byLength.slice(index + 1).flatMap((long): Pair<Report>[] => {
        return isAbbreviated(short.name.whole, long.name.whole) ? [[short, long]] : [];
      }),
    );
  });
}

/** Names that are the same but for their rank: 新城镇 and 新城街道. */
function ofOtherRank<Report>(names: readonly Named<Report>[]): Pair<Report>[] {
  const byStem = groupBy(
    names.filter(({ name }) => name.stems.length > 0),
    ({ name }) => name.stems[0],
  );
  const places = new Map(names.map((named, index) => [named, index]));
  return names.flatMap((one) =>
    one.name.stems
      .flatMap((stem) => byStem.get(stem) ?? [])
      .flatMap((other): Pair<Report>[] => {
        if (other === one || other.name.tails.includes(one.name.whole) || one.name.tails.includes(other.name.whole)) {
          return [];
        }
        // both find each other where neither has a higher unit in front
        const isMutual = other.name.stems.includes(one.name.stems[0]!);
        return isMutual && places.get(other)! < places.get(one)! ? [] : [[one, other]];
      }),
  );
}

/**
 * Finds reports of one unit under several names, as last year's reports are found: a name is the same without 人民政府 and the like,
 * or without the higher unit in front where only one has it and the others have it, too. Counted twice in a sum, the unit would be there twice.
 */
export function findSameUnits<Report extends UnitReport>(reports: readonly Report[]): SameUnits<Report> {
  const byName = new Map<string, Named<Report>>();
  for (const report of reports) {
    const name = readUnitName(report.unit);
    const known = byName.get(name.whole) ?? { name, reports: [] };
    known.reports.push(report);
    byName.set(name.whole, known);
  }
  const longerNames = prefixed(byName);
  const doubtful: Report[][] = [];
  const joined = new Set<Named<Report>>();
  // where units are named without the higher one, a name with it may be another's: a city's own bureau beside a county's
  const isUsual = [...byName.values()].some(({ name }) => name.tails.length === 0 && !longerNames.has(name.whole));
  // the longest first: 新郑市辛店镇 is that of 河南省 before 辛店镇 is looked for
  const byLength = [...longerNames].sort(([one], [other]) => other.length - one.length);
  for (const [tail, all] of byLength) {
    const short = byName.get(tail)!;
    const longer = all.filter((named) => !joined.has(named));
    const [only, other] = longer;
    const isCertain = short.name.tails.length > 0 || !isUsual;
    if (only && !other && isCertain) {
      only.reports.push(...short.reports);
      joined.add(short);
    } else doubtful.push([short, ...longer].flatMap((named) => named.reports));
  }
  const left = [...byName.values()].filter((named) => !joined.has(named));
  for (const pair of [...abbreviated(left), ...ofOtherRank(left)])
    doubtful.push(pair.flatMap((named) => named.reports));
  return { certain: left.map((named) => named.reports).filter(({ length }) => length > 1), doubtful };
}
