import { damaged } from "./error";
import { oncePerPart } from "./recent-parts";
import { scanXml } from "./xml";

/** Formats that a file names by number only: ISO/IEC 29500-1, 18.8.30, all languages and then simplified Chinese. */
export const BUILT_IN_FORMATS: Readonly<Record<number, string>> = {
  0: "General",
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  9: "0%",
  10: "0.00%",
  11: "0.00E+00",
  12: "# ?/?",
  13: "# ??/??",
  14: "mm-dd-yy",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  22: "m/d/yy h:mm",
  37: "#,##0 ;(#,##0)",
  38: "#,##0 ;[Red](#,##0)",
  39: "#,##0.00;(#,##0.00)",
  40: "#,##0.00;[Red](#,##0.00)",
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mmss.0",
  48: "##0.0E+0",
  49: "@",
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: "m-d-yy",
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: '上午/下午h"时"mm"分"',
  35: '上午/下午h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: '上午/下午h"时"mm"分"',
  56: '上午/下午h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/** The number format code of every cell format of a styles part, by index; undefined for General. */
export const readNumberFormats = oncePerPart((part, bytes): readonly (string | undefined)[] => {
  const own = new Map<number, string>();
  const ids: number[] = [];
  let section = "";
  let isRoot = true;
  scanXml(part, bytes, {
    open(name, attributes) {
      if (isRoot && name !== "styleSheet") throw damaged("root", part, name);
      isRoot = false;
      if (name === "cellXfs" || name === "numFmts") section = name;
      else if (section === "cellXfs" && name === "xf") ids.push(Number(attributes.numFmtId ?? 0));
      else if (section === "numFmts" && name === "numFmt") {
        own.set(Number(attributes.numFmtId), attributes.formatCode ?? "General");
      }
    },
    close(name) {
      if (name === section) section = "";
    },
    text() {},
  });
  return ids.map((id) => {
    const code = own.get(id) ?? BUILT_IN_FORMATS[id];
    return code === "General" ? undefined : code;
  });
});
