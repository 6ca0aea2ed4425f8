import { dayOf, isDateFormat } from "../../src/tables/number-format";

test.each([
  "yyyy/m/d",
  "m/d/yyyy",
  'yyyy"年"m"月"d"日"',
  "[$-804]aaaa;@",
  "[$-F800]dddd, mmmm dd, yyyy",
  "h:mm",
  "[h]:mm:ss",
  "[mm]:ss",
  '上午/下午h"时"mm"分"',
  "d-mmm-yy;@",
])("%s shows a date or a time", (code) => {
  expect(isDateFormat(code)).toBe(true);
});

test.each([
  "General",
  "G/通用格式",
  "0",
  "#,##0",
  "0.00%",
  "@",
  "0.00E+00",
  "#,##0 ;[Red](#,##0)",
  '0"d"',
  '#,##0"days"',
  "[>=100]0;General",
  "[$¥-804]#,##0.00",
  "_-* #,##0_-;\\d0",
  "",
])("%s shows a number", (code) => {
  expect(isDateFormat(code)).toBe(false);
});

test.each([
  [43835, "2020-1-5"],
  [43835.75, "2020-1-5"],
  [61, "1900-3-1"],
  [0.5, null],
  [-1, null],
  [1e9, null],
])("day %d is %s", (serial, day) => {
  expect(dayOf(serial)).toBe(day);
});
