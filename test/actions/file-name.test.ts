import { safeFileName } from "../../src/actions/file-name";

test("a plain name gets the ending of a workbook", () => {
  expect(safeFileName("新郑市辛店镇-2020-校验通过")).toBe("新郑市辛店镇-2020-校验通过.xlsx");
});

test.each([
  ['a/b\\c:d*e?f"g<h>i|j', "a_b_c_d_e_f_g_h_i_j.xlsx"],
  ["行\n一\t二\u0000", "行_一_二_.xlsx"],
  [" ..名. ", "名.xlsx"],
  ["../../etc", "_.._etc.xlsx"],
  ["CON", "_CON.xlsx"],
  ["", "_.xlsx"],
])("%j becomes %j", (name, expected) => {
  expect(safeFileName(name)).toBe(expected);
});

test("no name is longer than file systems take, and no character is cut in two", () => {
  const name = safeFileName("𠮷".repeat(300));
  expect(Buffer.byteLength("统".repeat(80) + ".xlsx")).toBeLessThan(255);
  expect([...name]).toHaveLength(85);
  expect(name).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
});
