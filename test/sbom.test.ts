import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

test("the build's lists name what the add-in is made of, and what the workbench is made of", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "sbom-"));
  execFileSync(process.execPath, ["config/sbom.mjs", "--out", folder], { cwd: path.resolve(__dirname, "..") });
  const namesIn = (file: string): string[] => {
    const text = readFileSync(path.join(folder, file), "utf8");
    expect(text).not.toContain(path.resolve(__dirname, ".."));
    return (JSON.parse(text) as { components: { name: string }[] }).components.map(({ name }) => name);
  };
  const addIn = namesIn("sbom.cdx.json");
  expect(addIn).toEqual(expect.arrayContaining(["@microsoft/office-js", "react", "fflate", "saxes"]));
  expect(addIn.filter((name) => name.startsWith("@univerjs"))).toEqual([]);
  const workbench = namesIn("workbench/sbom.cdx.json");
  expect(workbench).toEqual(
    expect.arrayContaining(["@univerjs/core", "@univerjs/engine-render", "react", "fflate", "saxes"]),
  );
  expect(workbench.filter((name) => ["jest", "webpack", "axe-core"].includes(name))).toEqual([]);
  rmSync(folder, { recursive: true });
});
