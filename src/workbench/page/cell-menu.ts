import type { Grid } from "../univer/open-univer";
import type { Ribbon, RibbonButton } from "./ribbon";

/** Where the grid's menu of a cell, and no other menu of it, has room for what others add. */
const PLACE = ["contextMenu.mainArea", "contextMenu.others"];

/** Puts the add-in's items into the menu that a right click on a cell opens. */
export function addCellMenu(
  grid: Grid,
  { label, items }: Ribbon["cellMenu"],
  press: (button: RibbonButton) => Promise<void>,
) {
  const menu = grid.api.createSubmenu({ id: "add-in.cell-menu", title: label });
  for (const item of items) {
    menu.addSubmenu(grid.api.createMenu({ id: item.id, title: item.label, action: () => void press(item) }));
  }
  menu.appendTo(PLACE);
}
