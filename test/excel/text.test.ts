import { freeName, literal } from "../../src/excel/text";

test.each(["=1+1", "+1", "-1", "@a", "'a", "12", "2020-1", "TRUE", "Mar 3", "1.属于国家秘密"])(
  "%s gets the apostrophe that keeps it a text",
  (text) => {
    expect(literal(text)).toBe(`'${text}`);
  },
);

test.each(["", "新郑市辛店镇2020年政府信息公开工作年度报告", "（一）予以公开", "“三安全一稳定”"])(
  "%s is given as it stands",
  (text) => {
    expect(literal(text)).toBe(text);
  },
);

test("a taken name gets the next free number", () => {
  expect(freeName("表三", ["表二"])).toBe("表三");
  expect(freeName("表三", ["表三"])).toBe("表三（2）");
  expect(freeName("表三", ["表三", "表三（2）"])).toBe("表三（3）");
});

test("names that differ only in capital letters are the same to Excel", () => {
  expect(freeName("Report", ["REPORT"])).toBe("Report（2）");
});

test("a numbered name is not longer than Excel allows", () => {
  const longest = "长".repeat(31);
  expect(freeName(longest, [longest])).toBe(`${"长".repeat(28)}（2）`);
});
