import { type OpenWorkbench, disconnect, openWorkbench } from "./browser";

let workbench: OpenWorkbench;

beforeAll(async () => {
  workbench = await openWorkbench();
});

afterAll(async () => {
  await workbench.close();
  await disconnect();
});

/** Waits until the browser has complained of so many things that the policy kept from happening, and takes its complaints away. */
async function complaints(count: number): Promise<string[]> {
  const { errors } = workbench.mishaps;
  while (errors.filter((text) => text.includes("Content Security Policy")).length < count) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  // Some of it is said in several ways: it is all said once nothing is added for a while.
  let before: number;
  do {
    before = errors.length;
    await workbench.pane.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)));
  } while (errors.length > before);
  return errors.splice(0);
}

test("the pane can reach no other address, by script, picture or style", async () => {
  const { pane } = workbench;
  const reached = await pane.evaluate(async () => {
    const elsewhere = "https://elsewhere.test/x";
    const load = (tag: "img" | "script" | "link") =>
      new Promise<boolean>((resolve) => {
        const element = document.createElement(tag);
        element.onload = () => resolve(true);
        element.onerror = () => {
          element.remove();
          resolve(false);
        };
        if (element instanceof HTMLLinkElement) Object.assign(element, { rel: "stylesheet", href: elsewhere });
        else element.src = elsewhere;
        document.head.append(element);
      });
    const fetched = await fetch(elsewhere).then(
      () => true,
      () => false,
    );
    return [fetched, await load("img"), await load("script"), await load("link")];
  });
  expect(reached).toEqual([false, false, false, false]);
  await complaints(4);
  // The browser tells of a request before the policy stops it.
  workbench.mishaps.foreignRequests.length = 0;
});

test("text cannot become script in the pane", async () => {
  const { pane } = workbench;
  const ran = await pane.evaluate(async () => {
    const spoken: string[] = [];
    Object.assign(globalThis, { speak: (word: string) => spoken.push(word) });
    const inline = document.createElement("script");
    inline.textContent = "speak('inline')";
    document.body.append(inline);
    inline.remove();
    const handler = document.createElement("button");
    handler.setAttribute("onclick", "speak('handler')");
    document.body.append(handler);
    handler.click();
    handler.remove();
    // Later, because the driver of the browser may do what a page may not.
    await new Promise<void>((resolve) => {
      setTimeout(() => {
        try {
          // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- what the policy must refuse
          new Function("speak('eval')")();
        } catch (error) {
          spoken.push((error as Error).name);
        }
        resolve();
      });
    });
    return spoken;
  });
  expect(ran).toEqual(["EvalError"]);
  await complaints(2);
});

test("both pages carry the policy themselves, and the server sends it, too", async () => {
  const { page, pane } = workbench;
  for (const frame of [page.mainFrame(), pane]) {
    const meta = await frame.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
    expect(meta).toContain("default-src 'none'");
    expect(meta).toContain("script-src 'self'");
    expect(meta).not.toContain("unsafe-eval");
    const { headers } = await frame.evaluate(async () => {
      const response = await fetch(location.href);
      return { headers: Object.fromEntries(response.headers) };
    });
    expect(headers["content-security-policy"]).toBe(meta);
    const inline = await frame.locator("script:not([src])").count();
    expect(inline).toBe(0);
  }
});
