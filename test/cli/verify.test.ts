import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { zhCN } from "../../src/locales";
import { RECORD_NAMESPACE } from "../../src/record/record";
import { patchWorkbook } from "../../src/xlsx";
import { ExplanationBook } from "../../src/record/explanation-book";
import { remember, sealFile } from "../batch/sealed-file";
import { COMPLETE_REPORTS } from "../fixtures/reports";
import { makeWorkbook } from "../fixtures/workbooks";
import { goujiOn } from "./terminal";

const report = COMPLETE_REPORTS.find(({ id }) => id === "015-hangzhou-2025")!;
const { stamp } = zhCN.sheet;
const DIGEST = stamp.digest;
const { numbers: figures } = report.tables.section3!;
const [granted, received] = [figures["granted.naturalPerson"]!, figures["newlyReceived.naturalPerson"]!];
const SUBJECT = {
  rule: "S2.VALID",
  table: { section: "section2", format: "2021", unit: report.unit, year: report.year },
  detail: "",
  figures: [{ key: "regulations.valid", code: "n0" }],
} as const;
const FILES: Record<string, Uint8Array> = {};

/** The file with a formula in place of the number in a cell of 表三, which stays its result. */
function withFormula(bytes: Uint8Array, address: string, formula: string): Uint8Array {
  const parts = unzipSync(bytes);
  const name = Object.keys(parts)
    .filter((one) => one.startsWith("xl/worksheets/sheet"))
    .sort()[1]!;
  const xml = strFromU8(parts[name]!).replace(new RegExp(`(<c r="${address}"[^>]*>)(<v>)`), `$1<f>${formula}</f>$2`);
  return zipSync({ ...parts, [name]: strToU8(xml) });
}

beforeAll(async () => {
  const plain = makeWorkbook(report);
  const explained = remember(plain, ({ explanations, ...rest }) => {
    const remark = { text: "本年制发的文件均于当年废止", by: "李四", at: "2026-01-30T00:00:00Z" };
    return { ...rest, explanations: explanations.explain(SUBJECT, remark) };
  });
  const sealed = await sealFile(explained);
  const number = (row: number, column: number, value: number | null) => ({ sheet: "表三", row, column, value });
  const changed = patchWorkbook(sealed, { cells: [number(6, 3, 1), number(7, 4, null)] });
  const unlisted = patchWorkbook(sealed, { customXml: [{ namespace: RECORD_NAMESPACE, xml: null }] });
  Object.assign(FILES, {
    "原件.xlsx": sealed,
    "改动.xlsx": changed,
    "未封.xlsx": plain,
    "说明改动.xlsx": remember(sealed, ({ explanations, ...rest }) => {
      const [first] = explanations.entries;
      return { ...rest, explanations: new ExplanationBook([{ ...first!, text: "另有其他原因" }]) };
    }),
    "不予认可.xlsx": remember(sealed, ({ explanations, ...rest }) => {
      const remark = { text: "请写明依据", by: null, at: "2026-02-02T00:00:00Z" };
      return { ...rest, explanations: explanations.object(SUBJECT, remark) };
    }),
    "撤销意见.xlsx": remember(sealed, ({ explanations, ...rest }) => {
      const [one, other] = ["2026-02-02T00:00:00Z", "2026-02-03T00:00:00Z"].map((at) => ({
        text: "请写明依据",
        by: null,
        at,
      }));
      return { ...rest, explanations: explanations.object(SUBJECT, one!).accept(SUBJECT, other!) };
    }),
    "旧版校验戳，不予认可.xlsx": remember(sealed, ({ explanations, seal, ...rest }) => {
      const remark = { text: "请写明依据", by: null, at: "2026-02-02T00:00:00Z" };
      return { ...rest, seal: { ...seal!, objections: null }, explanations: explanations.object(SUBJECT, remark) };
    }),
    "旧版校验戳.xlsx": remember(sealed, ({ seal, ...rest }) => ({ ...rest, seal: { ...seal!, objections: null } })),
    "只有摘要.xlsx": unlisted,
    "只有摘要，改动.xlsx": patchWorkbook(unlisted, { cells: [number(6, 3, 1)] }),
    "属性改动.xlsx": patchWorkbook(sealed, {
      customProperties: {
        [stamp.time]: { date: "2025-01-10T01:05:00Z" },
        [stamp.unit]: "清河县城关镇",
        [stamp.counts]: "没有问题",
        [stamp.verdict]: null,
      },
    }),
    "属性删除.xlsx": patchWorkbook(sealed, {
      customProperties: Object.fromEntries(
        Object.values(stamp).flatMap((name) => (typeof name === "string" ? [[name, null]] : [])),
      ),
    }),
    "改为文本.xlsx": patchWorkbook(sealed, { cells: [{ sheet: "表三", row: 6, column: 3, value: String(granted) }] }),
    "改为公式.xlsx": withFormula(sealed, "D5", `${received - 1}+1`),
    "摘要不符.xlsx": patchWorkbook(sealed, { customProperties: { [DIGEST]: `SHA-256:${"0".repeat(64)}` } }),
    "坏记录.xlsx": patchWorkbook(plain, {
      customXml: [{ namespace: RECORD_NAMESPACE, xml: `<record xmlns="${RECORD_NAMESPACE}" version="9"/>` }],
    }),
    "不是.xlsx": new TextEncoder().encode("收到申请 12 件"),
  });
});

const gouji = (...words: string[]) => goujiOn(FILES, "verify", ...words);

interface Json {
  files: {
    file: string;
    state: string;
    seal: { digest: string; verdict: string } | null;
    changes: Record<string, unknown>[];
    hints: Record<string, unknown>[];
    recordProblem?: string;
    error?: { code: string };
  }[];
  summary: Record<string, number>;
  notice: string;
}

async function json(...words: string[]) {
  const { status, out } = await gouji(...words, "--json");
  return { status, ...(JSON.parse(out) as Json) };
}

test("a sealed file that nobody changed is unchanged, status 0, and the text says what that proves", async () => {
  const { status, out } = await gouji("原件.xlsx");
  expect(status).toBe(0);
  expect(out).toContain("原件.xlsx：已校验，未改动");
  expect(out).toContain("结论为“通过”");
  expect(out).toContain("不是电子签名");
});

test("what changed is named to the cell with what stood there, status 1", async () => {
  const { status, files } = await json("改动.xlsx");
  expect(status).toBe(1);
  expect(files[0]).toMatchObject({
    state: "changed",
    seal: { verdict: "pass", digest: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
  });
  const { numbers } = report.tables.section3!;
  expect(files[0]!.changes).toEqual([
    expect.objectContaining({
      kind: "cell",
      table: "section3",
      cell: "表三!D7",
      key: "granted.naturalPerson",
      before: `n${numbers["granted.naturalPerson"]}`,
      now: "n1",
    }),
    expect.objectContaining({ kind: "cell", cell: "表三!E8", key: "partiallyGranted.commercial", now: "-" }),
  ]);
  const { out } = await gouji("改动.xlsx");
  expect(out).toContain("校验之后有 2 处改动");
  expect(out).toMatch(/表三!D7 {2}.*原为 \d+，现为 1。/);
});

test.each([
  ["未封.xlsx", "none", 2],
  ["不是.xlsx", "unreadable", 2],
  ["没有.xlsx", "unreadable", 2],
  ["坏记录.xlsx", "none", 2],
  ["说明改动.xlsx", "changed", 1],
  ["不予认可.xlsx", "changed", 1],
  ["旧版校验戳，不予认可.xlsx", "changed", 1],
  ["旧版校验戳.xlsx", "unchanged", 0],
  ["只有摘要.xlsx", "unchanged", 0],
  ["只有摘要，改动.xlsx", "changedSomewhere", 1],
  ["摘要不符.xlsx", "broken", 1],
])("%s is %s, status %d", async (file, state, expected) => {
  const { status, files } = await json(file);
  expect([files[0]!.state, status]).toEqual([state, expected]);
});

test("an explanation that was replaced after the check is a change, and a record that was lost is told", async () => {
  expect((await json("说明改动.xlsx")).files[0]!.changes).toMatchObject([{ kind: "explanations" }]);
  expect((await gouji("说明改动.xlsx")).out).toContain("核实说明有增加、修改或丢失");
  expect((await gouji("只有摘要.xlsx")).out).toContain("不能核对核实说明");
});

test("a report whose explanation was refused after the check read 已校验，未改动 with the verdict 通过", async () => {
  expect((await json("不予认可.xlsx")).files[0]!.changes).toMatchObject([
    { kind: "objections", refused: 1, retracted: 0 },
  ]);
  expect((await gouji("不予认可.xlsx")).out).toContain("有 1 条核实说明在校验之后未予认可");
  expect((await gouji("撤销意见.xlsx")).out).toContain("有 1 条不予认可的意见在校验之后撤销");
  expect((await gouji("不予认可.xlsx", "--language", "en-US")).out).toContain("not accepted after the check: 1");
});

test("the words on the report sheet are no part of the seal, and the seal says so", async () => {
  expect((await gouji("原件.xlsx")).out).toContain("不核对工作表“校验结果”和打印件上的文字");
});

test("document properties were not compared with what was sealed: a forged time, unit, count and verdict read 已校验，未改动", async () => {
  const { files, status } = await json("属性改动.xlsx");
  expect([files[0]!.state, status]).toEqual(["changed", 1]);
  expect(files[0]!.changes).toMatchObject([
    { kind: "property", name: stamp.unit, before: report.unit, now: "清河县城关镇" },
    { kind: "property", name: stamp.time, before: "2026-01-31T01:05:00Z", now: "2025-01-10T01:05:00Z" },
    { kind: "property", name: stamp.verdict, before: "通过", now: null },
    { kind: "property", name: stamp.counts, now: "没有问题" },
  ]);
  const { out } = await gouji("属性改动.xlsx");
  expect(out).toContain(`文件属性“${stamp.unit}”：校验时为“${report.unit}”，现为“清河县城关镇”。`);
  expect(out).toContain(`文件属性“${stamp.verdict}”：校验时为“通过”，已被删除。`);
});

test("document properties that are all gone are a hint: another program dropped them, no figure changed", async () => {
  const { files, status } = await json("属性删除.xlsx");
  expect([files[0]!.state, status]).toEqual(["unchanged", 0]);
  expect(files[0]).toMatchObject({ changes: [], hints: [{ kind: "propertiesLost" }] });
  expect((await gouji("属性删除.xlsx")).out).toContain("[提示性] 文件属性中的校验信息已被删除");
});

test("a number made a text read “现为 “285””, and a formula with the same result was not told", async () => {
  const { files } = await json("改为公式.xlsx");
  expect(files[0]!.hints).toMatchObject([
    { kind: "computed", cells: ["表三!D5"], keys: ["newlyReceived.naturalPerson"] },
  ]);
  expect((await gouji("改为文本.xlsx")).out).toContain(`原为 ${granted}，现为文本“${granted}”。`);
  expect((await gouji("改为公式.xlsx")).out).toContain(
    "[提示性] 表三!D5  校验时填的是数字，现在是公式，结果与校验时相同。",
  );
});

test("of several files a change decides the status, and each is counted", async () => {
  const { status, summary } = await json("原件.xlsx", "未封.xlsx", "改动.xlsx", "没有.xlsx");
  expect(status).toBe(1);
  expect(summary).toEqual({ files: 4, unchanged: 1, changed: 1, unsealed: 1, unreadable: 1 });
  expect((await gouji("原件.xlsx", "未封.xlsx")).status).toBe(2);
});

test("why a record cannot be read is said, and files to verify must be named", async () => {
  expect((await json("坏记录.xlsx")).files[0]!.recordProblem).toBe("newer");
  expect((await gouji()).err).toContain("文件");
});

test("speaks English when asked to", async () => {
  const { out } = await gouji("改动.xlsx", "--language", "en-US");
  expect(out).toContain("2 changes since the check");
  expect(out).toContain("no signature");
});
