import { read, utils } from "@e965/xlsx";
import { COMPLETE_REPORTS } from "../fixtures/reports";
import { makeWorkbook } from "../fixtures/workbooks";
import { goujiOn } from "./terminal";

const [before, now] = ["008-suqian-2023", "009-suqian-2024"].map((id) =>
  COMPLETE_REPORTS.find((candidate) => candidate.id === id)!,
);
const last = (unit: string) => makeWorkbook({ ...before!, unit });
const current = (unit: string) => makeWorkbook({ ...now!, unit });

/** 白塔镇 has sent what cannot be read, 马头镇 nothing. */
const FILES = {
  "2023/清水镇.xlsx": last("平安县清水镇"),
  "2023/白塔镇.xlsx": last("平安县白塔镇"),
  "2023/马头镇.xlsx": last("平安县马头镇"),
  "2024/清水镇.xlsx": current("平安县清水镇"),
  "2024/白塔镇.xlsx": new Uint8Array(),
};

// last year's folder named units from which nothing had come, and nobody was told of them
test("a unit that reported last year and has sent nothing is told, and changes no verdict", async () => {
  const files = { ...FILES, "2024/白塔镇.xlsx": current("平安县白塔镇") };
  const { status, out } = await goujiOn(files, "check", "2024", "--previous", "2023");
  expect(out).toContain("有 1 个单位上年有报告，本年没有报表：平安县马头镇。请催报，或核对是否改名、撤并。");
  const everybody = Object.fromEntries(Object.entries(files).filter(([file]) => file !== "2023/马头镇.xlsx"));
  const whole = await goujiOn(everybody, "check", "2024", "--previous", "2023");
  expect([status, out.split("\n").at(-2)]).toEqual([whole.status, whole.out.split("\n").at(-2)]);
  expect(whole.out).not.toContain("本年没有报表");
});

test("a unit of which a file came that cannot be read has reported", async () => {
  const { out } = await goujiOn(FILES, "check", "2024", "--previous", "2023", "--json");
  expect((JSON.parse(out) as { remarks: unknown }).remarks).toMatchObject([
    { code: "notReported", units: ["平安县马头镇"], files: ["2023/马头镇.xlsx"], alike: [null] },
  ]);
});

test("each unit that has not reported has a row of its own in the results", async () => {
  const { written } = await goujiOn(
    { ...FILES, "2023/石桥镇.xlsx": last("平安县石桥镇") },
    "check",
    "2024",
    "--previous",
    "2023",
    "--xlsx",
    "结果.xlsx",
  );
  const { Sheets } = read(written.get("结果.xlsx")!, { type: "array" });
  const rows = utils.sheet_to_json<string[]>(Sheets["问题"]!, { header: 1 });
  const missing = rows.filter((row) => row[6]?.includes("本年没有报表"));
  expect(missing.map((row) => [row[1], row[8]])).toEqual([
    ["平安县马头镇", "2023/马头镇.xlsx"],
    ["平安县石桥镇", "2023/石桥镇.xlsx"],
  ]);
});

// the unit seemed to have had no report, and “无” was asked for
test("a file of last year that cannot be read is told with its reason", async () => {
  const locked = { ...FILES, "2023/马头镇.xlsx": new TextEncoder().encode("%PDF-1.7") };
  const words = ["check", "2024", "--previous", "2023"];
  const { out } = await goujiOn(locked, ...words);
  expect(out).toContain("2023/马头镇.xlsx\n  这是 PDF");
  expect(out).toContain("上年的 1 个文件里没有读出报告：2023/马头镇.xlsx。");
  const { remarks } = JSON.parse((await goujiOn(locked, ...words, "--json")).out) as { remarks: unknown[] };
  expect(remarks).toContainEqual(expect.objectContaining({ code: "unreadPrevious", files: ["2023/马头镇.xlsx"] }));
});

test("where none of last year's files can be read, the reason is told and not that the path is wrong", async () => {
  const files = {
    "2024/清水镇.xlsx": current("平安县清水镇"),
    "2023/清水镇.xlsx": new TextEncoder().encode("%PDF-1.7"),
  };
  const { status, err } = await goujiOn(files, "check", "2024", "--previous", "2023");
  expect(status).toBe(2);
  expect(err).toContain("2023/清水镇.xlsx\n  这是 PDF");
  expect(err).not.toContain("请检查路径");
});

test("a government is not its office under a new name", async () => {
  const files = { "2024/县.xlsx": current("平安县人民政府"), "2023/县.xlsx": last("平安县人民政府办公室") };
  const { out } = await goujiOn(files, "check", "2024", "--previous", "2023");
  expect(out).toContain("平安县人民政府办公室");
  expect(out).not.toContain("可能已改名");
});
