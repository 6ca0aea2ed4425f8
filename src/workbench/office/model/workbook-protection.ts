import { IPermissionService } from "@univerjs/core";
import {
  WorkbookCreateSheetPermission,
  WorkbookDeleteSheetPermission,
  WorkbookHideSheetPermission,
  WorkbookMoveSheetPermission,
  WorkbookRenameSheetPermission,
} from "@univerjs/sheets";
import { optional, text } from "../arguments";
import type { Book } from "../book";
import { HostError } from "../host-error";
import { HostObject } from "../host-object";
import { passwordFits, passwordVerifier } from "../password";
import type { Model } from "./model";

/** What the grid's own buttons and menus ask leave for before they change which sheets there are. */
const PERMISSIONS = [
  WorkbookCreateSheetPermission,
  WorkbookDeleteSheetPermission,
  WorkbookHideSheetPermission,
  WorkbookMoveSheetPermission,
  WorkbookRenameSheetPermission,
];

/** While the structure is protected no sheet is added, deleted, hidden, moved or renamed. */
export function requireStructureUnprotected(book: Book): void {
  if (book.extras.structureProtection) throw new HostError("AccessDenied", "The workbook's structure is protected.");
}

/** `Excel.WorkbookProtection`: of the structure, which is which sheets there are, in what order and under what names. */
export class WorkbookProtection extends HostObject {
  override readonly typeName = "WorkbookProtection";

  constructor(readonly model: Model) {
    super();
  }

  get Protected(): boolean {
    return this.model.book.extras.structureProtection !== undefined;
  }

  Protect(password: unknown): void {
    const { book } = this.model;
    requireStructureUnprotected(book);
    const secret = optional(password, text, "");
    book.extras.structureProtection = { passwordHash: secret === "" ? null : passwordVerifier(secret) };
    this.#allow(false);
  }

  async Unprotect(password: unknown): Promise<void> {
    const { extras } = this.model.book;
    if (!extras.structureProtection) return;
    const { passwordHash } = extras.structureProtection;
    if (passwordHash !== null && !(await passwordFits(optional(password, text, ""), passwordHash))) {
      throw new HostError("AccessDenied", "The password does not fit.");
    }
    delete extras.structureProtection;
    this.#allow(true);
  }

  #allow(isAllowed: boolean): void {
    const { book } = this.model;
    const permissions = book.grid.injector.get(IPermissionService);
    for (const Permission of PERMISSIONS) {
      permissions.updatePermissionPoint(new Permission(book.unitId).id, isAllowed);
    }
    book.touch();
  }
}
