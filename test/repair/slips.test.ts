import cases from "../fixtures/repair/published.json";
import { explain } from "../../src/repair/explain";
import { bareScene } from "../../src/repair/scene";
import { solve, type Case } from "./linear";

interface Told extends Case {
  first?: Record<string, number>;
  evidence: string[];
}

test.each(cases.slips as unknown as Told[])("$source: $rules $record", (given) => {
  const { parts, names, unknowns } = solve(given);
  const scene = bareScene(unknowns.map(({ value }) => value));
  const firsts = parts.map(({ sets }) => {
    const accounts = sets.map((set) => {
      const slips = set.map(({ unknown, least, most }) => ({
        cell: unknown,
        now: unknowns[unknown]!.value,
        then: least === most ? least : null,
      }));
      return { slips, account: explain(slips, scene) };
    });
    return accounts.sort((a, b) => b.account.likelihood - a.account.likelihood)[0]!;
  });
  const slips = firsts.flatMap((first) => first.slips);
  const codes = firsts.flatMap(({ account }) => account.evidence.map(({ code }) => code));
  if (given.first) {
    expect(Object.fromEntries(slips.map(({ cell, then }) => [names[cell]!, Number(then)]))).toEqual(given.first);
    expect(codes).toEqual(expect.arrayContaining(given.evidence));
  } else {
    // Nothing of the digits explains any of the answers.
    expect(codes).toEqual([]);
  }
});
