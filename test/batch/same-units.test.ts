import { findSameUnits } from "../../src/batch/units/same-units";

const find = (...units: string[]) => {
  const { certain, doubtful } = findSameUnits(units.map((unit, index) => ({ file: `${index}.xlsx`, unit })));
  const names = (groups: typeof certain) => groups.map((same) => same.map(({ unit }) => unit).sort()).sort();
  return { certain: names(certain), doubtful: names(doubtful) };
};

test.each<[string, string[], string[][], string[][]]>([
  ["the same name", ["甲镇", "甲镇"], [["甲镇", "甲镇"]], []],
  ["with 人民政府", ["清河县城关镇", "清河县城关镇人民政府"], [["清河县城关镇", "清河县城关镇人民政府"]], []],
  ["with the higher unit in front", ["辛店镇", "新郑市辛店镇"], [["新郑市辛店镇", "辛店镇"]], []],
  [
    "with two higher units in front",
    ["辛店镇", "河南省新郑市辛店镇", "新郑市辛店镇"],
    [["新郑市辛店镇", "河南省新郑市辛店镇", "辛店镇"]],
    [],
  ],
  [
    "a name that two have once the higher unit is left out",
    ["城关镇", "新郑市城关镇", "新密市城关镇"],
    [],
    [["城关镇", "新密市城关镇", "新郑市城关镇"]],
  ],
  [
    "a bare name among others beside one with the higher unit in front, which may be a county's",
    ["教育局", "民政局", "平安县教育局"],
    [],
    [["平安县教育局", "教育局"]],
  ],
  ["one word more", ["清河县农业局", "清河县农业农村局"], [], [["清河县农业农村局", "清河县农业局"]]],
  ["an abbreviation", ["清河县住建局", "清河县住房和城乡建设局"], [], [["清河县住建局", "清河县住房和城乡建设局"]]],
  ["another rank", ["平安县新城街道", "平安县新城镇"], [], [["平安县新城街道", "平安县新城镇"]]],
])("%s", (_, units, certain, doubtful) => {
  expect(find(...units)).toEqual({ certain: certain.map((same) => same.sort()), doubtful });
});

test.each([
  ["bureaus that differ in a character", ["清河县民政局", "清河县财政局"]],
  ["the same bureau of two counties", ["清河县教育局", "平安县教育局"]],
  ["numbered units", ["示例县第1镇", "示例县第11镇", "示例县第21镇"]],
  ["units told apart by where they lie", ["清河县岗上镇", "清河县南岗上镇"]],
  ["a county and its parts", ["清河县", "清河县城关镇", "清河县公安局"]],
])("%s are different units", (_, units) => {
  expect(find(...units)).toEqual({ certain: [], doubtful: [] });
});
