import { bindCommand, showPane } from "../excel/ribbon";
import type { App } from "./action";

/** The views of the pane that commands lead to. */
export interface CommandViews {
  findings(): void;
  insert(): void;
  batch(): void;
}

/**
 * Binds the ribbon's buttons, the items of a cell's menu and the keys to the same actions that the pane runs. What a person has
 * to see, results and failures, is in the pane, which is opened for it.
 */
export function bindCommands(app: App, views: CommandViews): void {
  const commands: Readonly<Record<string, () => Promise<boolean>>> = {
    validate: async () => {
      views.findings();
      await app.run("validate", undefined);
      return true;
    },
    export: async () => {
      await app.run("export", {});
      return false;
    },
    insert: () => {
      views.insert();
      return Promise.resolve(true);
    },
    batch: () => {
      views.batch();
      return Promise.resolve(true);
    },
    pane: () => Promise.resolve(true),
  };
  for (const [id, run] of Object.entries(commands)) {
    bindCommand(id, async () => {
      // a failure is in the state, which the pane shows
      const isToBeSeen = await run().catch(() => true);
      if (isToBeSeen) await showPane();
    });
  }
}
