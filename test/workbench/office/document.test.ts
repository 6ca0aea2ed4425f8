import { startHost, type TestHost } from "../host";

const bytes = Uint8Array.from({ length: 150_000 }, (_, i) => i % 251);
let host: TestHost;
beforeEach(async () => {
  host = await startHost({ bytes });
});
afterEach(() => host.dispose());

const result = <T>(start: (done: (result: Office.AsyncResult<T>) => void) => void): Promise<T> =>
  new Promise((resolve, reject) =>
    start(({ status, value, error }) => {
      if (String(status) === "succeeded") resolve(value);
      else reject(new Error(error.message));
    }),
  );

test("Office says where it runs", async () => {
  const info = await Office.onReady();
  expect([info.host, info.platform]).toEqual(["Excel", "OfficeOnline"]);
  expect(Office.context.displayLanguage).toBe("zh-CN");
  expect(Office.context.requirements.isSetSupported("ExcelApi", "1.9")).toBe(true);
  expect(Office.context.requirements.isSetSupported("CustomXmlParts", "1.1")).toBe(true);
  expect(Office.context.requirements.isSetSupported("ExcelApi", "1.16")).toBe(false);
  expect(Office.context.requirements.isSetSupported("DialogApi", "1.1")).toBe(false);
});

test("the document's bytes come in slices, whole", async () => {
  const file = await result<Office.File>((done) =>
    Office.context.document.getFileAsync(Office.FileType.Compressed, { sliceSize: 65536 }, done),
  );
  expect([file.size, file.sliceCount]).toEqual([bytes.length, 3]);
  const read: number[] = [];
  for (let i = 0; i < file.sliceCount; i++) {
    const slice = await result<Office.Slice>((done) => file.getSliceAsync(i, done));
    read.push(...(slice.data as number[]));
  }
  await result((done) => file.closeAsync(done));
  expect(Uint8Array.from(read)).toEqual(bytes);
});

test("settings of the document are saved with it", async () => {
  Office.context.document.settings.set("unit", "辛店镇");
  await result((done) => Office.context.document.settings.saveAsync(done));
  expect(host.extras.settings).toEqual({ unit: "辛店镇" });
  host.extras.settings["unit"] = "别的";
  await result((done) => Office.context.document.settings.refreshAsync(done));
  expect(Office.context.document.settings.get("unit")).toBe("别的");
});

test("createWorkbook opens another workbook", async () => {
  await Excel.createWorkbook(btoa("PK\u0003\u0004"));
  expect(host.opened).toEqual([Uint8Array.of(80, 75, 3, 4)]);
});

test("a ribbon button runs the command that is associated with its id, and knows when it is done", async () => {
  const told: string[] = [];
  Office.actions.associate("validate", (event: Office.AddinCommands.Event) => {
    told.push(event.source.id);
    event.completed();
  });
  await host.runCommand("validate");
  expect(told).toEqual(["validate"]);
  await expect(host.runCommand("nothing")).rejects.toThrow(/"nothing".*associated/);
});
