import { openWorkbench, type OpenWorkbench } from "./browser";

/** The workbench with the supervisor's desk open in the pane. */
export async function openDesk(size?: { width: number; height: number }): Promise<OpenWorkbench> {
  const workbench = await openWorkbench(size);
  const { pane } = workbench;
  await pane.getByRole("button", { name: "更多" }).click();
  await pane.getByRole("menuitem", { name: "批量校验" }).click();
  await pane.getByRole("heading", { name: "批量校验" }).waitFor();
  return workbench;
}
