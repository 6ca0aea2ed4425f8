/** Files that may hold a report, or that somebody may have taken for one; others in a folder (pictures, shortcuts) are passed over. */
const DOCUMENTS = /\.(?:xls[xmb]?|xlt[xm]?|ett?|ods|csv|html?|mht|docx?|wps|rtf|txt|pdf|zip|rar|7z)$/i;
/** Lock files of Excel and WPS, and what systems hide. */
const HIDDEN = /^(?:~\$|\.)/;

/** 乡镇2 before 乡镇10, and the same order on every machine. */
const ORDER = new Intl.Collator("zh-CN", { numeric: true });

export const isHidden = (name: string): boolean => HIDDEN.test(name);
export const isDocument = (name: string): boolean => !isHidden(name) && DOCUMENTS.test(name);
export const compareNames = (a: string, b: string): number => ORDER.compare(a, b);

/** 年报（2）.xlsx: tells files of one name apart. */
export const addNumber = (file: string, number: number): string =>
  file.replace(/(\.[A-Za-z]{2,5})?$/, (ending) => `（${number}）${ending}`);

/** The name of a file without folders and ending. */
export const fileStem = (file: string): string => file.replace(/^.*[/\\]/, "").replace(/\.[A-Za-z]{2,5}$/, "");
