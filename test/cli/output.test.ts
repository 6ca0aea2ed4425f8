import { Writable } from "node:stream";
import { PrintError, printTo, tellTo, UnreadOutputError } from "../../src/cli/output";

/** A pipe whose reader ends after so many characters. */
class Pipe extends Writable {
  taken = "";

  constructor(readonly most: number) {
    super({ highWaterMark: 16, decodeStrings: false });
  }

  override _write(text: string, _: string, done: (error?: Error) => void): void {
    this.taken += text;
    const isOver = this.taken.length >= this.most;
    setImmediate(() => done(isOver ? Object.assign(new Error("write EPIPE"), { code: "EPIPE" }) : undefined));
  }
}

test("printing waits for a slow reader, and ends when the reader does", async () => {
  const pipe = new Pipe(40);
  const out = printTo(pipe);
  await out("a text of thirty characters...");
  await expect(out("another of the same length....")).rejects.toBeInstanceOf(UnreadOutputError);
  await expect(out("more")).rejects.toBeInstanceOf(UnreadOutputError);
  expect(pipe.taken).toHaveLength(60);
});

test("a fault of the output that is none of the reader's is passed on", async () => {
  const pipe = new Writable({
    write: (_chunk, _encoding, done) => done(Object.assign(new Error("full"), { code: "ENOSPC" })),
  });
  await expect(printTo(pipe)("a")).rejects.toMatchObject({ code: "ENOSPC" });
});

test("a full disk behind a file, which fails while it is written to, is told by its code", async () => {
  const file = new Writable();
  file.write = () => {
    throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
  };
  await expect(printTo(file)("a")).rejects.toBeInstanceOf(PrintError);
});

test("what cannot even be told is nobody's any more", () => {
  const broken = new Writable();
  broken.write = () => {
    throw Object.assign(new Error("write EPIPE"), { code: "EPIPE" });
  };
  expect(() => tellTo(broken)("a")).not.toThrow();
});
