import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { identify, listFolder, tryWriting, writeFileWhole } from "../../src/cli/file-system";
import { listFiles, type Repeat } from "../../src/cli/list-files";

const folder = mkdtempSync(path.join(tmpdir(), "gouji-files-"));
const inFolder = (...names: string[]) => path.join(folder, ...names);
const bytes = (text: string) => new TextEncoder().encode(text);

afterAll(() => rmSync(folder, { recursive: true }));

async function list(...places: string[]) {
  const repeats: Repeat[] = [];
  const files: string[] = [];
  const take = (repeat: Repeat) => void repeats.push(repeat);
  for await (const { file } of listFiles(places, { listFolder, identify }, take))
    files.push(path.relative(folder, file));
  return { files, repeats: repeats.map(({ file, listed }) => [file, listed].map((one) => path.relative(folder, one))) };
}

test("a file that was named beside its folder, through a link or by a longer path was checked twice: it is listed once", async () => {
  mkdirSync(inFolder("县"));
  writeFileSync(inFolder("县/a.xlsx"), "a");
  writeFileSync(inFolder("县/b.xlsx"), "b");
  symlinkSync("a.xlsx", inFolder("县/c.xlsx"));
  linkSync(inFolder("县/b.xlsx"), inFolder("县/d.xlsx"));
  const { files, repeats } = await list(inFolder("县"), inFolder("县/b.xlsx"), `${folder}/./县/../县/a.xlsx`);
  expect(files).toEqual(["县/a.xlsx", "县/b.xlsx"]);
  expect(repeats).toEqual([
    ["县/c.xlsx", "县/a.xlsx"],
    ["县/d.xlsx", "县/b.xlsx"],
    ["县/b.xlsx", "县/b.xlsx"],
    ["县/a.xlsx", "县/a.xlsx"],
  ]);
});

test("a file that is not there is listed once, too: it is told that it is missing", async () => {
  const { files, repeats } = await list(inFolder("没有.xlsx"), inFolder("县/../没有.xlsx"));
  expect(files).toEqual(["没有.xlsx"]);
  expect(repeats).toHaveLength(1);
});

test("where nothing can be written, that is known before anything is checked", async () => {
  await expect(tryWriting(inFolder("没有/结果.xlsx"))).rejects.toMatchObject({ code: "ENOENT" });
  await expect(tryWriting(folder)).rejects.toMatchObject({ code: "EISDIR" });
  writeFileSync(inFolder("旧.xlsx"), "old");
  await tryWriting(inFolder("旧.xlsx"));
  await tryWriting(inFolder("新.xlsx"));
  expect(readFileSync(inFolder("旧.xlsx"), "utf8")).toBe("old");
  expect(readdirSync(folder)).not.toContain("新.xlsx");
});

test("earlier results were lost where new ones could not be written whole: they stay, and nothing is left beside them", async () => {
  mkdirSync(inFolder("结果"));
  writeFileSync(inFolder("结果/结果.xlsx"), "old");
  const broken = { ...bytes("new"), byteLength: 3 } as unknown as Uint8Array;
  await expect(writeFileWhole(inFolder("结果/结果.xlsx"), broken)).rejects.toThrow();
  expect(readFileSync(inFolder("结果/结果.xlsx"), "utf8")).toBe("old");
  mkdirSync(inFolder("结果/夹.xlsx"));
  await expect(writeFileWhole(inFolder("结果/夹.xlsx"), bytes("new"))).rejects.toMatchObject({ code: "EISDIR" });
  await writeFileWhole(inFolder("结果/结果.xlsx"), bytes("new"));
  expect(readFileSync(inFolder("结果/结果.xlsx"), "utf8")).toBe("new");
  await expect(writeFileWhole(inFolder("结果/结果.xlsx"), bytes("newer"), true)).rejects.toMatchObject({
    code: "EEXIST",
  });
  expect(readdirSync(inFolder("结果")).sort()).toEqual(["夹.xlsx", "结果.xlsx"].sort());
  expect(readFileSync(inFolder("结果/结果.xlsx"), "utf8")).toBe("new");
});
