import fc from "fast-check";
import { columnName, formatAddress, formatRange, parseAddress, parseRange } from "../../src/xlsx";

test("every place has one address, and every address one place", () => {
  fc.assert(
    fc.property(fc.nat(1_048_575), fc.nat(16_383), (row, column) => {
      const address = formatAddress({ row, column });
      expect(parseAddress(address)).toEqual({ row, column });
      expect(parseAddress(`$${columnName(column).toLowerCase()}$${row + 1}`)).toEqual({ row, column });
    }),
  );
  expect([0, 25, 26, 701, 702, 16_383].map(columnName)).toEqual(["A", "Z", "AA", "ZZ", "AAA", "XFD"]);
});

test.each(["", "A", "1", "A0", "A01", "XFE1", "A1048577", "ZZZZZZZZZZZZ1", "A1 ", "A1B", "A-1", "甲1", "$$A1", "A9e9"])(
  "%p is no address",
  (text) => expect(parseAddress(text)).toBeNull(),
);

test("ranges", () => {
  const range = { firstRow: 1, firstColumn: 1, lastRow: 3, lastColumn: 4 };
  expect(["B2:E4", "E4:B2", "$B$4:E2"].map(parseRange)).toEqual([range, range, range]);
  expect(formatRange(range)).toBe("B2:E4");
  expect(formatRange(parseRange("C3")!)).toBe("C3");
  expect(["B2:", "B2:E4:F5", "B:E", ""].map(parseRange)).toEqual([null, null, null, null]);
});
