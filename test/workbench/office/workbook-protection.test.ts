import { startHost, type TestHost } from "../host";

let host: TestHost;
beforeEach(async () => {
  host = await startHost();
  await host.addSheet("乙");
});
afterEach(() => host.dispose());

/** Does something to the workbook, in one batch. */
const act = (change: (workbook: Excel.Workbook) => void): Promise<void> =>
  Excel.run(async (context) => {
    change(context.workbook);
    await context.sync();
  });
const protect = (password?: string) => act(({ protection }) => protection.protect(password));
const unprotect = (password?: string) => act(({ protection }) => protection.unprotect(password));
const isProtected = () =>
  Excel.run(async (context) => {
    const { protection } = context.workbook;
    protection.load("protected");
    await context.sync();
    return protection.protected;
  });

const CHANGES: Record<string, (sheets: Excel.WorksheetCollection) => void> = {
  add: (sheets) => void sheets.add("丙"),
  delete: (sheets) => sheets.getItem("乙").delete(),
  rename: (sheets) => void (sheets.getItem("乙").name = "丙"),
  move: (sheets) => void (sheets.getItem("乙").position = 0),
  hide: (sheets) => void (sheets.getItem("乙").visibility = "Hidden"),
  copy: (sheets) => void sheets.getItem("乙").copy(),
};

test.each(Object.keys(CHANGES))("a protected structure allows no one to %s a sheet", async (name) => {
  await protect();
  expect(await isProtected()).toBe(true);
  const change = act(({ worksheets }) => CHANGES[name]!(worksheets));
  await expect(change).rejects.toMatchObject({ code: "AccessDenied" });
  expect(host.sheets()).toEqual(["Sheet1", "乙"]);
});

test("cells are not the structure's business", async () => {
  await protect();
  await act(({ worksheets }) => {
    worksheets.getItem("乙").getRange("A1").values = [[1]];
  });
  expect(host.value("乙", "A1")).toBe(1);
});

test("it is unprotected with its password only", async () => {
  await protect("密码1");
  await expect(unprotect("密码2")).rejects.toMatchObject({ code: "AccessDenied" });
  expect(await isProtected()).toBe(true);
  await unprotect("密码1");
  expect(await isProtected()).toBe(false);
  await act(({ worksheets }) => void worksheets.add("丙"));
  expect(host.sheets()).toEqual(["Sheet1", "乙", "丙"]);
});
