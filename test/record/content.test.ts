import fc from "fast-check";
import { codeOf, contentFrom, held } from "../../src/record/content";
import type { CellContent } from "../../src/tables/filled";

const content: fc.Arbitrary<CellContent> = fc.oneof(
  fc.constant({ type: "blank" } as const),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => ({ type: "number", value }) as const),
  fc.string().map((text) => ({ type: "text", text }) as const),
  fc.boolean().map((value) => ({ type: "boolean", value }) as const),
  fc.constantFrom("#N/A", "#DIV/0!").map((code) => ({ type: "error", code }) as const),
);

test("a content survives its code", () => {
  fc.assert(fc.property(content, (one) => expect(contentFrom(codeOf(held(one)))).toEqual(held(one))));
  expect(contentFrom(codeOf(held(undefined)))).toBeNull();
});

test("contents of different kinds never have one code, whatever they look like", () => {
  const kinds: CellContent[] = [
    { type: "blank" },
    { type: "number", value: 0 },
    { type: "text", text: "0" },
    { type: "text", text: "" },
    { type: "text", text: "-" },
    { type: "boolean", value: false },
    { type: "error", code: "#N/A" },
    { type: "text", text: "#N/A" },
  ];
  expect(new Set(kinds.map((one) => codeOf(held(one)))).size).toBe(kinds.length);
  expect(codeOf(null)).toBe("");
});

test.each([
  [0.1 + 0.2, 0.3],
  [-0, 0],
  [1 / 3, 0.333333333333333],
])("%d and %d are one number, as programs save them", (one, other) => {
  const code = (value: number) => codeOf(held({ type: "number", value }));
  expect(code(one)).toBe(code(other));
});

test("what was understood from a text is no part of it, and line breaks of all programs are one", () => {
  const meant = { number: "12", how: ["unit"] } as const;
  expect(held({ type: "text", text: "12\r\n件", meant })).toEqual({ type: "text", text: "12\n件" });
});

test.each(["x", "n", "nabc", "bmaybe", "-1"])("%j is no code", (code) => {
  expect(contentFrom(code)).toBeUndefined();
});
