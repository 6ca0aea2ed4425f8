import type { ISheetDataValidationRule } from "@univerjs/core";
import { deserializeListOptions, serializeListOptions } from "@univerjs/sheets";
import { formatAbsolute, formatSheetName } from "../addresses";
import type { Book } from "../book";
import { HostError } from "../host-error";
import { RangeNavigation } from "./range-navigation";

/** Where a list of allowed values comes from: "a,b,c", "=Sheet1!$A$1:$A$3", or a range object. */
export const listSource = {
  read({ formula1 = "" }: ISheetDataValidationRule): string {
    return formula1.startsWith("=") ? formula1 : deserializeListOptions(formula1).join(",");
  },

  write(source: unknown, book: Book): string {
    if (source instanceof RangeNavigation) {
      const sheet = formatSheetName(book.worksheet(source.sheetId).getName());
      return `=${sheet}!${formatAbsolute(source.area)}`;
    }
    if (typeof source !== "string" || source === "") {
      throw new HostError("InvalidArgument", "A list needs values, a formula or a range as its source.");
    }
    return source.startsWith("=") ? source : serializeListOptions(source.split(",").map((item) => item.trim()));
  },
};
