/** By which key a person leaves a pane. Office.js in Excel on the web keeps these keys to itself and tells the page. */
export type PaneExit = "tab" | "tabBack" | "escape" | "f6" | "f2";

/** By the number of the action that Office.js tells of (`OSF.AgaveHostAction`); where nothing takes the focus, it tells so. */
const EXITS: Readonly<Record<number, PaneExit>> = {
  5: "f6",
  6: "f6",
  13: "tab",
  14: "tabBack",
  15: "escape",
  16: "f2",
  17: "tab",
  18: "tabBack",
};

/** What a notification means; null for one that is about something else. */
export function exitOf(data: unknown): PaneExit | null {
  return (Array.isArray(data) && EXITS[Number(data[1])]) || null;
}
