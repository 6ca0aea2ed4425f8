import type { SheetProtectionExtras } from "../extras";
import { attributesXml } from "../../xlsx/escape";
import { isTrue, type XmlElement } from "../../xlsx/xml";

/**
 * Options by their Office.js names and the file's attributes. In a file an attribute says what is forbidden; `forbidden`
 * is its default.
 */
const OPTIONS = [
  { option: "allowAutoFilter", attribute: "autoFilter", forbidden: true },
  { option: "allowDeleteColumns", attribute: "deleteColumns", forbidden: true },
  { option: "allowDeleteRows", attribute: "deleteRows", forbidden: true },
  { option: "allowEditObjects", attribute: "objects", forbidden: false },
  { option: "allowEditScenarios", attribute: "scenarios", forbidden: false },
  { option: "allowFormatCells", attribute: "formatCells", forbidden: true },
  { option: "allowFormatColumns", attribute: "formatColumns", forbidden: true },
  { option: "allowFormatRows", attribute: "formatRows", forbidden: true },
  { option: "allowInsertColumns", attribute: "insertColumns", forbidden: true },
  { option: "allowInsertHyperlinks", attribute: "insertHyperlinks", forbidden: true },
  { option: "allowInsertRows", attribute: "insertRows", forbidden: true },
  { option: "allowPivotTables", attribute: "pivotTables", forbidden: true },
  { option: "allowSort", attribute: "sort", forbidden: true },
] as const;

/** Parts of a password's hash in the order in which they are kept, with the file's attributes. */
const HASH = ["algorithmName", "saltValue", "spinCount", "hashValue"] as const;

/** How a sheet is protected, or null. */
export function readProtection(element: XmlElement | undefined): SheetProtectionExtras | null {
  if (element === undefined || !isTrue(element.attributes.sheet)) return null;
  const { attributes } = element;
  const isForbidden = (attribute: string, otherwise: boolean): boolean =>
    attributes[attribute] === undefined ? otherwise : isTrue(attributes[attribute]);
  const options = Object.fromEntries(
    OPTIONS.map(({ option, attribute, forbidden }) => [option, !isForbidden(attribute, forbidden)]),
  );
  const hash = attributes.hashValue === undefined ? attributes.password : HASH.map((key) => attributes[key]).join(":");
  const protection: SheetProtectionExtras = { options, passwordHash: hash ?? null };
  if (isForbidden("selectUnlockedCells", false)) protection.selectionMode = "None";
  else if (isForbidden("selectLockedCells", false)) protection.selectionMode = "Unlocked";
  return protection;
}

/** The `sheetProtection` element of a protected sheet. */
export function protectionXml(protection: SheetProtectionExtras | null | undefined): string {
  if (!protection) return "";
  const { options, passwordHash, selectionMode } = protection;
  const [algorithmName, saltValue, spinCount, hashValue] = passwordHash?.split(":") ?? [];
  const password =
    hashValue === undefined
      ? { password: passwordHash ?? undefined }
      : { algorithmName, hashValue, saltValue, spinCount };
  const forbidden = OPTIONS.map(({ option, attribute, forbidden: otherwise }) => {
    const isForbidden = options[option] !== true;
    return [attribute, isForbidden === otherwise ? undefined : isForbidden];
  });
  return `<sheetProtection${attributesXml({
    ...password,
    sheet: true,
    ...(Object.fromEntries(forbidden) as Record<string, boolean | undefined>),
    selectLockedCells: selectionMode === "Unlocked" || selectionMode === "None" || undefined,
    selectUnlockedCells: selectionMode === "None" || undefined,
  })}/>`;
}
