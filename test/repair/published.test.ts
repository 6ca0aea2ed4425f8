import cases from "../fixtures/repair/published.json";
import { setsOf, solve, type Case } from "./linear";

interface Localised extends Case {
  sets: Record<string, number | string>[];
  unsolved?: string;
}

test.each(cases.localisation as unknown as Localised[])("$source: $rules $record", (given) => {
  const { parts, names, unsolved } = solve(given);
  expect(unsolved.map(({ reason }) => reason)).toEqual(given.unsolved ? [given.unsolved] : []);
  if (given.unsolved) return;
  const expected = given.sets.map((set) => Object.entries(set).map(([name, value]) => `${name}=${value}`));
  expect(setsOf(parts, (unknown) => names[unknown]!)).toEqual(expected.map((set) => set.sort().join(" ")).sort());
});

interface Imputed extends Case {
  implied: Record<string, number>;
}

test.each(cases.imputation as unknown as Imputed[])("$source: $rules $record", (given) => {
  const { implied, names } = solve(given);
  const values = Object.fromEntries(implied.map(({ unknown, value }) => [names[unknown]!, Number(value)]));
  expect(values).toEqual(given.implied);
});
