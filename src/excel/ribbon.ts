import { sharesRuntime } from "./capabilities";

/**
 * Binds the function id of a ribbon button, an item of a cell's menu or a key. The ribbon waits until the command has ended,
 * however it ended; a key brings no event, and waits for nothing.
 */
export function bindCommand(functionId: string, run: () => Promise<void>): void {
  Office.actions.associate(functionId, (event: Office.AddinCommands.Event | null) => {
    void run().finally(() => event?.completed());
  });
}

/** Opens the task pane where it can be; elsewhere the person opens it. */
export async function showPane(): Promise<void> {
  if (sharesRuntime()) await Office.addin.showAsTaskpane();
}
