import { AssignmentError, Assignments, type Assignment } from "../../src/batch/units/assignments";
import type { NamedReport } from "../../src/batch/units/match-units";

const report = (file: string, unit: string | null): NamedReport => ({ file, unit, year: 2023 });
const BEFORE = [
  report("去年/农业局.xlsx", "清河县农业局"),
  report("去年/a.xlsx", "清河县教育局"),
  report("去年/旧/a.xlsx", "清河县教育局"),
  report("去年/水利.xlsx", "清河县水利局"),
];
const say = (current: string, previous: string | null, line: number | null = null): Assignment => {
  return { line, current, previous };
};
const now = (file: string, unit: string | null): NamedReport => ({ file, unit, year: 2024 });

const foundBy = (said: Assignment, current: NamedReport) => {
  const match = new Assignments([said], BEFORE).matchOf(current);
  return match?.kind === "found" ? match.report.file : (match?.kind ?? null);
};

test.each([
  ["the unit by its name, the report by its path", say("清河县农业农村局", "去年/农业局.xlsx"), "去年/农业局.xlsx"],
  ["the unit, with spaces and a remark", say("清河县 农业农村局（本级）", "去年/农业局.xlsx"), "去年/农业局.xlsx"],
  ["this year's file, as Windows writes it", say(".\\今年\\农.xlsx", "去年\\农业局.xlsx"), "去年/农业局.xlsx"],
  ["the report by its file's name alone", say("清河县农业农村局", "水利.xlsx"), "去年/水利.xlsx"],
  ["the report by the unit's name", say("清河县农业农村局", "清河县水利局"), "去年/水利.xlsx"],
  ["the report by the unit's name without the county", say("清河县农业农村局", "农业局"), "去年/农业局.xlsx"],
  ["that there was no report", say("清河县农业农村局", null), "absent"],
  ["another unit", say("清河县林业局", null), null],
])("%s", (_, said, found) => {
  expect(foundBy(said, now("今年/农.xlsx", "清河县农业农村局"))).toBe(found);
});

test("all that cannot be meant is told at once, with its line", () => {
  const said = [
    say("甲局", "没有.xlsx", 2),
    say("乙局", "a.xlsx", 3),
    say("丙局", "农业局", 4),
    say("丙局", "水利局", 5),
    say("丙局", "去年/农业局.xlsx", 6),
  ];
  const faults = () => new Assignments(said, BEFORE);
  expect(faults).toThrow(AssignmentError);
  try {
    faults();
  } catch (error) {
    expect((error as AssignmentError).faults.map(({ code, assignment }) => [code, assignment.line])).toEqual([
      ["unknown", 2],
      ["several", 3],
      ["twice", 5],
    ]);
  }
});

test("what is said of units that are not there is known", () => {
  const assignments = new Assignments([say("甲局", null, 2), say("乙局", null, 3)], BEFORE);
  assignments.matchOf(now("b.xlsx", "乙局"));
  expect(assignments.unused.map(({ line }) => line)).toEqual([2]);
});
