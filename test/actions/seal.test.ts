import { subjectOf } from "../../src/record/subject";
import { readWorkbook } from "../../src/xlsx";
import { saveDownloads, type Download } from "./downloads";
import { readSheet } from "../excel/read";
import { REQUEST, start, type Started } from "./start";
import { makeBook } from "./untouched-book";

let at: Started;
let saved: readonly Download[];

beforeAll(async () => {
  saved = saveDownloads();
  at = await start({ bytes: await makeBook() });
});
beforeEach(async () => {
  at.host.extras.customXmlParts = {};
  at.host.extras.customProperties = {};
  for (const name of at.host.sheets().slice(1)) await at.host.deleteSheet(name);
  await at.app.run("insertSample", undefined);
});
afterAll(() => at.dispose());

const sealOf = () => at.app.getState().record.seal;
const changesOf = () => {
  const seal = sealOf();
  return seal?.state === "changed"
    ? seal.changes.map((change) =>
        change.kind === "cell" ? change.key : change.kind === "property" ? change.name : change.kind,
      )
    : [];
};
const refresh = () => at.app.run("refresh", undefined);

/** Exports, and opens what was exported: its seal is in the workbook from then on. */
async function reopenExport(): Promise<void> {
  await at.app.run("export", { evenIfNotPassed: true });
  const { customXml, properties } = readWorkbook(await saved.at(-1)!.bytes);
  Object.assign(at.host.extras.customProperties, properties.custom);
  at.host.extras.customXmlParts = {};
  for (const { id, xml } of customXml) at.host.extras.customXmlParts[id!] = xml;
  await refresh();
  await at.caughtUp();
}

test("a workbook without a seal has none", () => {
  expect(sealOf()).toBeNull();
});

test("an export that is opened again is sealed and unchanged, and says what was checked", async () => {
  await reopenExport();
  expect(sealOf()).toMatchObject({
    state: "unchanged",
    seal: { verdict: "pass", counts: { errors: 0, warnings: 0, blanks: 0 } },
  });
});

test("a change is told by its cell, with one reading and no writing, and is gone when it is undone", async () => {
  await reopenExport();
  at.host.counters.reset();
  await at.host.type("表三", "D7", 3);
  await at.caughtUp();
  expect(at.host.counters.each.map(({ writes }) => writes)).toEqual([0]);
  expect(sealOf()).toMatchObject({
    state: "changed",
    changes: [{ kind: "cell", key: "granted.naturalPerson", before: { value: 0 }, now: { value: 3 } }],
  });
  await at.host.type("表二", "B19", "");
  await at.caughtUp();
  expect(changesOf()).toEqual(["procurement.projects", "granted.naturalPerson"]);
  await at.host.type("表三", "D7", 0);
  await at.host.type("表二", "B19", 35);
  await at.caughtUp();
  expect(sealOf()).toMatchObject({ state: "unchanged" });
});

test("rows above a table and another name of its sheet change nothing", async () => {
  await reopenExport();
  await at.host.insertRows("表三", 0, 3);
  await at.host.renameSheet("表三", "依申请公开");
  await refresh();
  await at.caughtUp();
  expect(sealOf()).toMatchObject({ state: "unchanged" });
});

test("a table that is gone and one that came are told", async () => {
  await reopenExport();
  await at.host.deleteSheet("表四");
  await at.app.run("insert", { ...REQUEST, year: 2023, sections: ["section4"] });
  await at.caughtUp();
  expect(changesOf()).toEqual(["added", "missing"]);
});

test("a click on a change leads to its cell", async () => {
  await reopenExport();
  await at.host.type("表三", "J7", 3);
  await at.caughtUp();
  const seal = sealOf();
  const [change] = seal?.state === "changed" ? seal.changes : [];
  const table = at.app.getState().tables.find(({ filled }) => change?.kind === "cell" && filled === change.filled)!;
  await at.app.run("goToCell", { tableId: table.id, key: "granted.total" });
  const address = await readSheet("表三", ({ context }) => {
    const range = context.workbook.getSelectedRange();
    range.load("address");
    return () => range.address;
  });
  expect(address).toBe("表三!J7");
});

test("an explanation that was refused after the check left the pane at 已校验，未改动", async () => {
  await at.app.run("insert", { ...REQUEST, year: 2025, sections: ["section2"] });
  const tableOf = () => at.app.getState().tables.find(({ filled }) => filled.placement.year === 2025)!;
  const { sheet } = tableOf().filled.placement;
  await at.host.type(sheet, "B5", 5);
  await at.host.type(sheet, "D5", 2);
  await at.caughtUp();
  const { check, filled } = tableOf();
  const subject = subjectOf(
    check.findings.find(({ rule }) => rule === "S2.VALID")!,
    filled,
  );
  await at.app.run("explain", { subject, text: "本年制发的5件中有3件已于当年废止。", by: null });
  await reopenExport();
  expect(sealOf()).toMatchObject({ state: "unchanged" });
  await at.app.run("objectToExplanation", { subject, text: "请附废止公告的文号", by: null });
  expect(sealOf()).toMatchObject({ state: "changed", changes: [{ kind: "objections", refused: 1 }] });
  await at.app.run("acceptExplanation", { subject, by: null });
  expect(sealOf()).toMatchObject({ state: "changed", changes: [{ kind: "objections", refused: 0, retracted: 1 }] });
});

const DIGEST = "勾稽 数据摘要";
const OTHER = `SHA-256:${"0".repeat(64)}`;

test("a digest that is not that of the list proves nothing", async () => {
  await reopenExport();
  at.host.extras.customProperties[DIGEST] = OTHER;
  await refresh();
  expect(sealOf()).toEqual({ state: "broken" });
});

test("when only the digest was left it still tells whether anything changed", async () => {
  await reopenExport();
  at.host.extras.customXmlParts = {};
  await refresh();
  expect(sealOf()).toEqual({ state: "unchanged", seal: null, hints: [] });
  await at.host.type("表三", "J7", 3);
  await at.caughtUp();
  expect(sealOf()).toEqual({ state: "changedSomewhere" });
});

test("when only the list was left it tells all by itself", async () => {
  await reopenExport();
  at.host.extras.customProperties = {};
  await refresh();
  expect(sealOf()).toMatchObject({
    state: "unchanged",
    seal: { verdict: "pass" },
    hints: [{ kind: "propertiesLost" }],
  });
});

test("a verdict and a time forged in Excel's dialog of properties were not told when the workbook was opened", async () => {
  await reopenExport();
  Object.assign(at.host.extras.customProperties, {
    "勾稽 校验结论": "通过（已复核）",
    "勾稽 校验时间": { date: "2025-01-10T00:00:00Z" },
  });
  await refresh();
  expect(changesOf()).toEqual(["勾稽 校验时间", "勾稽 校验结论"]);
});

test("an export of a sealed workbook has one seal, of the last check", async () => {
  await reopenExport();
  await at.host.type("表三", "J7", 3);
  await at.caughtUp();
  await reopenExport();
  expect(sealOf()).toMatchObject({ state: "unchanged", seal: { verdict: "fail", counts: { errors: 2 } } });
  expect(Object.keys(at.host.extras.customXmlParts)).toHaveLength(1);
});

test("a part that cannot be read is not overwritten by an export", async () => {
  const newer = '<record xmlns="urn:gouji:record" version="9"><secret/></record>';
  at.host.extras.customXmlParts["{1}"] = newer;
  await refresh();
  expect(at.app.getState().record).toMatchObject({ problem: "newer", seal: null });
  await at.app.run("export", {});
  const { customXml, properties } = readWorkbook(await saved.at(-1)!.bytes);
  expect(customXml).toEqual([]);
  expect(properties.custom[DIGEST]).toMatch(/^SHA-256:/);
});
