import { passwordFits, passwordVerifier } from "../../../src/workbench/office/password";
import { onSheet } from "../first-sheet";
import { startHost, type TestHost } from "../host";

let host: TestHost;
beforeEach(async () => {
  host = await startHost();
});
afterEach(() => host.dispose());

/** B2:C3 unlocked, everything else locked. */
const protect = (options?: Excel.WorksheetProtectionOptions, password?: string): Promise<void> =>
  onSheet(async (sheet, context) => {
    sheet.getRange("A1:C1").values = [["标", "题", "行"]];
    sheet.getRange("B2:C3").format.protection.locked = false;
    sheet.protection.protect(options, password);
    await context.sync();
  });

const codeOf = (act: (sheet: Excel.Worksheet) => void): Promise<string> =>
  onSheet(async (sheet, context) => {
    act(sheet);
    await context.sync();
    return "done";
  }).catch((error: OfficeExtension.Error) => error.code);

test("locked cells of a protected sheet cannot be changed by an add-in, unlocked ones can", async () => {
  await protect();
  expect(await codeOf((sheet) => (sheet.getRange("A1").values = [["x"]]))).toBe("AccessDenied");
  expect(await codeOf((sheet) => (sheet.getRange("B2:D2").values = [[1, 2, 3]]))).toBe("AccessDenied");
  expect(
    await codeOf(
      (sheet) =>
        (sheet.getRange("B2:C3").values = [
          [1, 2],
          [3, 4],
        ]),
    ),
  ).toBe("done");
  expect(await codeOf((sheet) => sheet.getRange("A1").clear())).toBe("AccessDenied");
  expect(await codeOf((sheet) => (sheet.getRange("B2").format.fill.color = "#FF0000"))).toBe("AccessDenied");
  expect(await codeOf((sheet) => sheet.getRange("2:2").insert("Down"))).toBe("AccessDenied");
  expect(await codeOf((sheet) => sheet.getRange("A5:B5").merge())).toBe("AccessDenied");
  expect(await codeOf((sheet) => (sheet.getRange("A1").format.protection.locked = false))).toBe("AccessDenied");
  expect([host.value("Sheet1", "A1"), host.value("Sheet1", "C3")]).toEqual(["标", 4]);
});

test("options allow what they name", async () => {
  await protect({ allowFormatCells: true, allowInsertRows: true });
  expect(await codeOf((sheet) => (sheet.getRange("A1").format.fill.color = "#FF0000"))).toBe("done");
  expect(await codeOf((sheet) => sheet.getRange("5:5").insert("Down"))).toBe("done");
  expect(await codeOf((sheet) => sheet.getRange("5:5").delete("Up"))).toBe("AccessDenied");
  expect(await codeOf((sheet) => sheet.getRange("A1").conditionalFormats.add("Custom"))).toBe("done");
  const options = await onSheet(async (sheet, context) => {
    sheet.protection.load("protected,options");
    await context.sync();
    return [sheet.protection.protected, sheet.protection.options] as const;
  });
  expect(options[0]).toBe(true);
  expect(options[1]).toMatchObject({ allowFormatCells: true, allowInsertRows: true, allowSort: false });
});

test("a person at the grid can edit unlocked cells only", async () => {
  await protect();
  expect(await host.type("Sheet1", "A1", "x")).toEqual({ accepted: false });
  expect(await host.type("Sheet1", "B2", 5)).toEqual({ accepted: true });
  expect(await host.paste("Sheet1", "C3", [[1, 2]])).toEqual({ accepted: false });
  expect(await host.clear("Sheet1", "A1:B2")).toEqual({ accepted: false });
  expect(await host.insertRows("Sheet1", 1)).toEqual({ accepted: false });
  expect([host.value("Sheet1", "A1"), host.value("Sheet1", "B2"), host.value("Sheet1", "C3")]).toEqual(["标", 5, ""]);
  await host.undo();
  expect(host.value("Sheet1", "B2")).toBe("");
  await onSheet(async (sheet, context) => {
    sheet.protection.unprotect();
    await context.sync();
  });
  expect(await host.type("Sheet1", "A1", "x")).toEqual({ accepted: true });
});

test("unprotecting takes the password", async () => {
  await protect({}, "密码12");
  const unprotect = (password?: string): Promise<string> => codeOf((sheet) => sheet.protection.unprotect(password));
  expect(await unprotect()).toBe("AccessDenied");
  expect(await unprotect("密码13")).toBe("AccessDenied");
  expect(await unprotect("密码12")).toBe("done");
  expect(JSON.stringify(host.extras.sheets)).not.toContain("密码");
});

test("a copied sheet is protected as the original, its unlocked cells unlocked", async () => {
  await protect();
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").copy("End");
    await context.sync();
  });
  expect(await host.type("Sheet1 (2)", "A1", "x")).toEqual({ accepted: false });
  expect(await host.type("Sheet1 (2)", "B2", 1)).toEqual({ accepted: true });
});

test("a sheet that a person copies is protected too", async () => {
  await protect();
  await host.copySheet("Sheet1");
  const copy = host.sheets().find((name) => name !== "Sheet1") ?? "";
  expect(await host.type(copy, "A1", "x")).toEqual({ accepted: false });
  expect(await host.type(copy, "B2", 1)).toEqual({ accepted: true });
});

test("passwords are checked as Excel's files keep them", async () => {
  // the verifier of "test" in files that Excel wrote, and Office's own example of a salted hash computed for "test"
  expect(passwordVerifier("test")).toBe("CBEB");
  expect(await passwordFits("test", "CBEB")).toBe(true);
  const salt = btoa("0123456789abcdef");
  const { createHash } = await import("node:crypto");
  let hash = createHash("sha512").update("0123456789abcdef").update(Buffer.from("test", "utf16le")).digest();
  for (let spin = 0; spin < 10; spin++) {
    const counter = Buffer.alloc(4);
    counter.writeUInt32LE(spin);
    hash = createHash("sha512").update(hash).update(counter).digest();
  }
  const kept = `SHA-512:${salt}:10:${hash.toString("base64")}`;
  expect([await passwordFits("test", kept), await passwordFits("tesT", kept)]).toEqual([true, false]);
});
