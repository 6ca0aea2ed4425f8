import { makeWorkbook } from "../../fixtures/workbooks";
import { fileOf, bookOf, makeDesk, filesIn, named } from "./make-desk";

describe("files of one name", () => {
  test("a file that cannot be read took the place of a single file of its name, and with it a report", async () => {
    const { desk } = makeDesk();
    const broken = (path: string, modified: number) => fileOf(path, new TextEncoder().encode("%PDF-1.7"), modified);
    await desk.check([bookOf("年报.xlsx", named("清水市"))]);
    await desk.check([broken("年报.xlsx", 2)]);
    expect(filesIn(desk)).toEqual([
      ["年报.xlsx", "清水市"],
      ["年报（2）.xlsx", null],
    ]);
    // in a folder it is the same file, which cannot be read any more
    await desk.check([bookOf("2024/年报.xlsx", named("马头市"))]);
    await desk.check([broken("2024/年报.xlsx", 2)]);
    expect(filesIn(desk)).toContainEqual(["2024/年报.xlsx", null]);
    expect(filesIn(desk)).toHaveLength(3);
  });

  /** Every town sends the workbook under the template's name; a browser does not tell from which folder. */
  test("a second file of one name took the place of another unit's, and nothing was said", async () => {
    const { desk } = makeDesk();
    await desk.check([bookOf("年报.xlsx", named("清水市"))]);
    await desk.check([bookOf("年报.xlsx", named("马头市"), 2)]);
    expect(filesIn(desk)).toEqual([
      ["年报.xlsx", "清水市"],
      ["年报（2）.xlsx", "马头市"],
    ]);
    expect(desk.state).toMatchObject({ renamed: ["年报（2）.xlsx"], replaced: [] });
    // each corrected file finds its own
    const corrected = makeWorkbook(named("马头市"), (_section, _key, value) => value * 2);
    await desk.check([fileOf("年报.xlsx", corrected, 3)]);
    expect(desk.state.replaced).toEqual(["年报（2）.xlsx"]);
    await desk.check([bookOf("年报.xlsx", named("清水市"))]);
    expect(desk.state).toMatchObject({ unchanged: 1, renamed: [], replaced: [] });
    expect(filesIn(desk)).toHaveLength(2);
  });

  test("two folders of one name are both kept", async () => {
    const { desk } = makeDesk();
    const chosen = { folders: ["年报"], passedOver: [] };
    const [first, second] = [bookOf("年报/甲.xlsx", named("甲市")), bookOf("年报/乙.xlsx", named("乙市"))];
    await desk.check([first], chosen);
    await desk.check([second], chosen);
    expect(filesIn(desk)).toHaveLength(2);
    await desk.check([second, bookOf("年报/丙.xlsx", named("丙市"))], chosen);
    expect(filesIn(desk)).toHaveLength(3);
    expect(desk.state.gone).toBe(0);
  });

  test("one of two folders of one name, chosen again, put away what was in the other", async () => {
    const { desk } = makeDesk();
    const chosen = { folders: ["年报"], passedOver: [] };
    const [first, second] = ["甲", "乙"].map((name) => bookOf(`年报/${name}.xlsx`, named(`${name}市`)));
    await desk.check([first!, bookOf("年报/丙.xlsx", named("丙市"))], chosen);
    await desk.check([second!, bookOf("年报/丁.xlsx", named("丁市"))], chosen);
    await desk.check([first!], chosen);
    expect(desk.state.gone).toBe(1);
    expect(new Set(desk.state.units.map(({ result }) => result.unit))).toEqual(new Set(["甲市", "乙市", "丁市"]));
    // nothing tells which of them was emptied
    await desk.check([], chosen);
    expect(filesIn(desk)).toHaveLength(3);
  });

  test("a folder of which every report was moved away still listed them all", async () => {
    const { desk } = makeDesk();
    await desk.check([bookOf("上报/甲.xlsx", named("甲市"))], { folders: ["上报"], passedOver: [] });
    await desk.check([], { folders: ["上报"], passedOver: ["照片.jpg"] });
    expect(desk.state).toMatchObject({ units: [], gone: 1, passedOver: ["照片.jpg"] });
  });
});
