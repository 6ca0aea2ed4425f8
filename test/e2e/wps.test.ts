import { readFileSync } from "node:fs";
import { read, type CellObject, type WorkBook } from "@e965/xlsx";
import { saveAsExcelJs } from "../batch/programs";
import { goujiOn } from "../cli/terminal";
import { COMPLETE_REPORTS } from "../fixtures/reports";
import { makeWorkbook } from "../fixtures/workbooks";
import { saveAsWps } from "../fixtures/wps";
import { disconnect, openWorkbench, type OpenWorkbench } from "./browser";
import { insertTables } from "./explained-report";
import { flagsIn } from "./resaved";

jest.setTimeout(180_000);
afterAll(disconnect);

let workbench: OpenWorkbench;
beforeEach(async () => {
  workbench = await openWorkbench();
});
afterEach(() => workbench.close());

async function open(name: string, bytes: Uint8Array): Promise<void> {
  const { page } = workbench;
  const file = { name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes) };
  await page.locator("input[type=file]").setInputFiles(file);
  await page.getByRole("heading", { name }).waitFor();
}

const verdict = (name: string) => workbench.pane.getByRole("heading", { name, exact: true, level: 1 }).waitFor();

async function exportAnyway(): Promise<Uint8Array> {
  const { pane } = workbench;
  const { bytes } = await workbench.download(async () => {
    await pane.getByRole("button", { name: "导出" }).click();
    await pane.getByRole("button", { name: "仍然导出" }).click();
  });
  return new Uint8Array(bytes);
}

/** Every cell that holds something: sheet, address, value. */
const cellsOf = ({ SheetNames, Sheets }: WorkBook): string[] =>
  SheetNames.flatMap((name) =>
    Object.entries(Sheets[name]!).flatMap(([address, cell]) =>
      address.startsWith("!") ? [] : [`${name}!${address} ${String((cell as CellObject).v)}`],
    ),
  );

test.each(["wps-11.xlsx", "wps-7.xlsx"])(
  "%s: tables are inserted beside what WPS wrote there, and exported with it",
  async (name) => {
    const original = new Uint8Array(readFileSync(`test/fixtures/xlsx/${name}`));
    await open(name, original);
    await insertTables(workbench);
    await verdict("未完成");
    const exported = read(await exportAnyway());
    expect(exported.SheetNames).toEqual(expect.arrayContaining(["表二", "表三", "表四", "校验结果"]));
    expect(cellsOf(exported)).toEqual(expect.arrayContaining(cellsOf(read(original))));
  },
);

test("a report that WPS saved is recognised, marked, validated and exported, and what WPS makes of the export is sealed still", async () => {
  const { pane } = workbench;
  const report = COMPLETE_REPORTS.find(({ id }) => id === "012-jinhu-2023")!;
  const original = saveAsWps(await saveAsExcelJs(makeWorkbook(report)));
  expect(flagsIn(original)).toBe("");
  await open("金湖县.xlsx", original);
  await verdict("有错误");
  await pane.getByRole("button", { name: "更多" }).click();
  await pane.getByRole("menuitem", { name: "识别现有表格" }).click();
  await pane.getByRole("button", { name: "标记全部" }).click();
  await pane.getByText("已标记", { exact: true }).first().waitFor();
  await pane.getByRole("button", { name: "一键校验" }).click();
  await pane.getByText("明细已写入").first().waitFor();
  const exported = await exportAnyway();
  expect(flagsIn(exported)).toMatch(/^F\.BLANK.*F\.KIND.*S3\.BALANCE.*S3\.RESULTS.*S3\.ROW.*S4\.TOTAL/);
  expect(cellsOf(read(exported))).toEqual(expect.arrayContaining(cellsOf(read(original))));
  for (const bytes of [exported, saveAsWps(exported)]) {
    expect(flagsIn(bytes)).toBe(flagsIn(exported));
    const verified = await goujiOn({ "年报.xlsx": bytes }, "verify", "年报.xlsx");
    expect([verified.status, verified.out]).toEqual([0, expect.stringContaining("已校验，未改动")]);
    const checked = await goujiOn({ "年报.xlsx": bytes }, "check", "年报.xlsx");
    expect([checked.status, checked.out]).toEqual([1, expect.stringContaining("[强制性] J5")]);
  }
});
