/** One of the add-in's buttons outside of its pane. */
export interface RibbonButton {
  id: string;
  label: string;
  tip: string;
  /** Address of a picture, from the page. */
  icon: string;
  /** The function that the add-in has associated; null opens the pane. */
  command: string | null;
}

/** What Excel shows of an add-in outside of its pane, as the manifest says it. */
export interface Ribbon {
  /** The tab's name. */
  label: string;
  buttons: readonly RibbonButton[];
  /** In the menu of a cell. */
  cellMenu: { label: string; items: readonly RibbonButton[] };
  /** `keys` as Office writes them: "Ctrl+Shift+Alt+V". */
  shortcuts: readonly { keys: string; command: string }[];
}

/** Made from the manifest when the page is built. */
const ADDRESS = "workbench/ribbon.json";

export async function loadRibbon(): Promise<Ribbon> {
  const response = await fetch(ADDRESS);
  if (!response.ok) throw new Error(`${ADDRESS}: ${response.status} ${response.statusText}`);
  return (await response.json()) as Ribbon;
}
