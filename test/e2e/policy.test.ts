import { type OpenWorkbench, disconnect, openWorkbench } from "./browser";

jest.setTimeout(120_000);

let workbench: OpenWorkbench;

beforeAll(async () => {
  workbench = await openWorkbench();
});

afterAll(async () => {
  await workbench.close();
  await disconnect();
});

/** What the browser complained about meanwhile: each is a thing that the policy kept from happening. */
const complaints = (): string[] => workbench.mishaps.errors.splice(0);

test("the pane can reach no other address, by script, picture, frame or form", async () => {
  const { pane } = workbench;
  const reached = await pane.evaluate(async () => {
    const elsewhere = "https://elsewhere.test/x";
    const load = (tag: "img" | "script" | "link") =>
      new Promise<boolean>((resolve) => {
        const element = document.createElement(tag);
        element.onload = () => resolve(true);
        element.onerror = () => resolve(false);
        if (element instanceof HTMLLinkElement) Object.assign(element, { rel: "stylesheet", href: elsewhere });
        else element.src = elsewhere;
        document.head.append(element);
      });
    return {
      fetch: await fetch(elsewhere).then(
        () => true,
        () => false,
      ),
      beacon: navigator.sendBeacon("data:,x") && false,
      image: await load("img"),
      script: await load("script"),
      style: await load("link"),
    };
  });
  expect(Object.values(reached)).toEqual([false, false, false, false, false]);
  expect(
    complaints().filter((text) => /Content Security Policy|ERR_|Refused|violates/i.test(text)).length,
  ).toBeGreaterThan(3);
  // The browser tells of a request before the policy stops it.
  workbench.mishaps.foreignRequests.length = 0;
});

test("text cannot become script in the pane", async () => {
  const { pane } = workbench;
  const ran = await pane.evaluate(() => {
    const spoken: string[] = [];
    Object.assign(globalThis, { speak: (word: string) => spoken.push(word) });
    const inline = document.createElement("script");
    inline.textContent = "speak('inline')";
    document.body.append(inline);
    const handler = document.createElement("button");
    handler.setAttribute("onclick", "speak('handler')");
    document.body.append(handler);
    handler.click();
    handler.remove();
    try {
      // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call
      new Function("speak('eval')")();
    } catch (error) {
      spoken.push((error as Error).name);
    }
    return spoken;
  });
  expect(ran).toEqual(["EvalError"]);
  expect(complaints().length).toBeGreaterThan(1);
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
