import { formatRange, parseRange } from "../../xlsx/address";
import type { LinkUrl } from "./rich-text";

/** A hyperlink as a file has it: a target outside, a place within, or both. */
export interface FileLink {
  target?: string;
  location?: string;
}

/** What links of one workbook are translated with. */
export interface LinkNames {
  /** Ids of the grid by lower-case sheet name, and back. */
  sheetIds: ReadonlyMap<string, string>;
  sheetNames: ReadonlyMap<string, string>;
  /** Ids of the grid by lower-case defined name, and back. */
  nameIds: ReadonlyMap<string, string>;
  names: ReadonlyMap<string, string>;
}

const CELL_LOCATION = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/;

/** The link as the grid has it; a place that the workbook has not stays as it is written. */
export function toGridLink({ target, location }: FileLink, names: LinkNames): LinkUrl {
  // Some programs write a place within as a target outside, with nothing before its `#`, or leave the `#` in the place.
  const isWithin = target === undefined || target.startsWith("#");
  if (!isWithin) return location === undefined ? target : `${target}#${location}`;
  const place = (location ?? target ?? "").replace(/^#/, "");
  const [, quoted, bare, address = ""] = CELL_LOCATION.exec(place) ?? [];
  const sheet = quoted?.replaceAll("''", "'") ?? bare;
  const id = sheet === undefined ? undefined : names.sheetIds.get(sheet.toLowerCase());
  const range = parseRange(address);
  if (id !== undefined && range !== null) return `#gid=${id}&range=${formatRange(range)}`;
  const name = names.nameIds.get(place.toLowerCase());
  return name === undefined ? `#${place}` : `#rangeid=${name}`;
}

/** The link as a file has it. */
export function toFileLink(url: LinkUrl, names: LinkNames): FileLink {
  if (!url.startsWith("#")) return { target: url };
  const parameters = new URLSearchParams(url.slice(1));
  const sheet = names.sheetNames.get(parameters.get("gid") ?? "");
  if (sheet !== undefined) return { location: `${quoteSheet(sheet)}!${parameters.get("range") ?? "A1"}` };
  return { location: names.names.get(parameters.get("rangeid") ?? "") ?? url.slice(1) };
}

/** A sheet's name as it stands before `!`. */
export function quoteSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}
