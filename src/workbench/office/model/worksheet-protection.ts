import { boolean, optional, oneOf, record, text } from "../arguments";
import { EventType } from "../event-desk";
import { HostError } from "../host-error";
import { HostObject } from "../host-object";
import { passwordFits, passwordVerifier } from "../password";
import { PROTECTION_OPTIONS } from "../protection";
import { toWireId } from "../sheet-ids";
import type { Model } from "./model";

const SELECTION_MODES = ["Normal", "Unlocked", "None"] as const;

/** `Excel.WorksheetProtection`. */
export class WorksheetProtection extends HostObject {
  override readonly typeName = "WorksheetProtection";

  constructor(
    readonly model: Model,
    readonly sheetId: string,
  ) {
    super();
  }

  get Protected(): boolean {
    return this.model.protection.isProtected(this.sheetId);
  }

  /** Null while the sheet is not protected. */
  get Options(): Record<string, unknown> | null {
    const { protection } = this.model.book.sheetExtras(this.sheetId);
    return protection && { ...protection.options, selectionMode: protection.selectionMode ?? "Normal" };
  }

  Protect(options: unknown, password: unknown): void {
    const { book } = this.model;
    book.worksheet(this.sheetId);
    if (this.Protected) throw new HostError("InvalidOperation", "The worksheet is protected already.");
    const given = optional(options, record, {});
    const selectionMode = oneOf(SELECTION_MODES, given["selectionMode"], "Normal");
    const allowed = PROTECTION_OPTIONS.map((name) => [name, optional(given[name], boolean, false)] as const);
    const secret = optional(password, text, "");
    book.sheetExtras(this.sheetId).protection = {
      options: Object.fromEntries(allowed),
      passwordHash: secret === "" ? null : passwordVerifier(secret),
      ...(selectionMode === "Normal" ? {} : { selectionMode }),
    };
    this.#changed(true);
  }

  async Unprotect(password: unknown): Promise<void> {
    const extras = this.model.book.sheetExtras(this.sheetId);
    if (!extras.protection) return;
    const { passwordHash } = extras.protection;
    if (passwordHash !== null && !(await passwordFits(optional(password, text, ""), passwordHash))) {
      throw new HostError("AccessDenied", "The password does not fit.");
    }
    extras.protection = null;
    this.#changed(false);
  }

  #changed(isProtected: boolean): void {
    const { book, desk } = this.model;
    book.touch();
    const worksheetId = toWireId(this.sheetId);
    desk.raise(EventType.ProtectionChanged, worksheetId, { isProtected, source: "Local", worksheetId });
  }
}
