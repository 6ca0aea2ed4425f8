import { bindCommand, showPane } from "../excel/ribbon";
import type { App, InsertRequest } from "./action";

/** What ribbon commands cannot ask for. */
export interface CommandDefaults {
  /** What to insert; null opens the pane, where the person says it. */
  insert(): InsertRequest | null;
}

/**
 * Binds the ribbon's buttons to the same actions that the pane runs. What a person has to see, results and failures, is in the
 * pane, which is opened for it.
 */
export function bindCommands(app: App, defaults: CommandDefaults): void {
  const bind = (id: "validate" | "export" | "insert", run: () => Promise<boolean>) =>
    bindCommand(id, async () => {
      // a failure is in the state, which the pane shows
      const isToBeSeen = await run().catch(() => true);
      if (isToBeSeen) await showPane();
    });
  bind("validate", async () => {
    await app.run("validate", undefined);
    return true;
  });
  bind("export", async () => {
    await app.run("export", {});
    return false;
  });
  bind("insert", async () => {
    const request = defaults.insert();
    if (request) await app.run("insert", request);
    return request === null;
  });
}
