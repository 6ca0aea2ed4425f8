import { read } from "@e965/xlsx";
import { strFromU8, unzipSync } from "fflate";
import { patchWorkbook, readWorkbook } from "../../../src/xlsx";
import { LINKS, fixture, linksXml, makeXlsx } from "../make";
import { problemOf } from "../problem";

const CUSTOM = `<Properties xmlns="p" xmlns:vt="v"><property fmtid="{F}" pid="2" name="KSOProductBuildVer"><vt:lpwstr>2052-12.1.0</vt:lpwstr></property><property fmtid="{F}" pid="7" name="校验结论"><vt:lpwstr>通过</vt:lpwstr></property></Properties>`;

function withProperties(): Uint8Array {
  return makeXlsx({
    "docProps/custom.xml": CUSTOM,
    "_rels/.rels": linksXml(
      ["rId1", `${LINKS}/officeDocument`, "xl/workbook.xml"],
      ["rId3", `${LINKS}/custom-properties`, "docProps/custom.xml"],
    ),
  });
}

describe("custom properties", () => {
  test("are set anew, added behind the others, removed; those of others stay as they are written", () => {
    const patched = patchWorkbook(withProperties(), {
      customProperties: { 校验结论: "未通过 & <b>", 问题数: 3, 误差: 0.5, 有效: true, 时间: { date: "2021-01-31T08:00:00.000Z" } },
    }); // prettier-ignore
    expect(readWorkbook(patched).properties.custom).toEqual({
      KSOProductBuildVer: "2052-12.1.0",
      校验结论: "未通过 & <b>",
      问题数: 3,
      误差: 0.5,
      有效: true,
      时间: { date: "2021-01-31T08:00:00Z" },
    });
    const text = strFromU8(unzipSync(patched)["docProps/custom.xml"]!);
    expect(text.startsWith(CUSTOM.slice(0, CUSTOM.indexOf(`<property fmtid="{F}" pid="7"`)))).toBe(true);
    expect([...text.matchAll(/pid="(\d+)"/g)].map(([, pid]) => pid)).toEqual(["2", "7", "8", "9", "10", "11"]);
    const removed = patchWorkbook(patched, { customProperties: { 校验结论: null, 问题数: null, none: null } });
    expect(Object.keys(readWorkbook(removed).properties.custom)).toEqual([
      "KSOProductBuildVer",
      "误差",
      "有效",
      "时间",
    ]);
  });

  test("are read by an independent reader from a file that had none", () => {
    const patched = patchWorkbook(fixture("excel-merges.xlsx"), { customProperties: { 单位: "辛店镇", 年度: 2020 } });
    const found = read(patched, { type: "array", bookProps: true }).Custprops as Record<string, unknown>;
    // SheetJS leaves the UTF-8 of these as it stands.
    const decode = (one: unknown): unknown => (typeof one === "string" ? Buffer.from(one, "latin1").toString() : one);
    const decoded = Object.entries(found).map((entry) => entry.map(decode));
    expect(decoded).toEqual([
      ["单位", "辛店镇"],
      ["年度", 2020],
    ]);
  });

  test.each([
    [{ "": 1 }, "propertyName"],
    [{ ["x".repeat(256)]: 1 }, "propertyName"],
    [{ "\u0001": 1 }, "propertyName"],
    [{ a: NaN }, "propertyValue"],
    [{ a: { date: "soon" } }, "propertyValue"],
  ])("%j is refused", (customProperties: Record<string, number | { date: string }>, reason) => {
    expect(problemOf(() => patchWorkbook(makeXlsx(), { customProperties }))).toMatchObject({ reason });
  });
});

describe("custom XML", () => {
  const note = (text: string) => ({ namespace: "urn:gouji", xml: `<notes xmlns="urn:gouji">${text}</notes>` });
  const other = { namespace: "urn:other", xml: `<o:x xmlns:o="urn:other"/>` };

  test("is added with its id, replaced under the same id, removed with all that belongs to it", () => {
    const added = patchWorkbook(makeXlsx(), { customXml: [other, note("一")] });
    const parts = readWorkbook(added).customXml;
    expect(parts.map(({ namespace, xml }) => ({ namespace, xml }))).toEqual([other, note("一")]);
    expect(parts[1]!.id).toMatch(/^\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/);
    const replaced = patchWorkbook(added, { customXml: [note("二")] });
    expect(readWorkbook(replaced).customXml[1]).toEqual({ ...parts[1], xml: note("二").xml });
    const removed = patchWorkbook(replaced, { customXml: [{ namespace: "urn:gouji", xml: null }] });
    expect(readWorkbook(removed).customXml).toEqual([parts[0]]);
    const unzipped = unzipSync(removed);
    expect(Object.keys(unzipped).filter((name) => name.startsWith("customXml/"))).toEqual([
      "customXml/item1.xml",
      "customXml/itemProps1.xml",
      "customXml/_rels/item1.xml.rels",
    ]);
    expect(strFromU8(unzipped["[Content_Types].xml"]!)).not.toContain("itemProps2");
  });

  test.each([
    ["another namespace", `<notes xmlns="urn:else"/>`],
    ["not well-formed", `<notes xmlns="urn:gouji">`],
    ["a DOCTYPE", `<!DOCTYPE a><notes xmlns="urn:gouji"/>`],
  ])("%s is refused", (_, xml) => {
    const change = { customXml: [{ namespace: "urn:gouji", xml }] };
    expect(problemOf(() => patchWorkbook(makeXlsx(), change))).toMatchObject({
      code: "badChange",
      reason: "customXml",
    });
  });
});
