import type { LocaleId } from "./locale";

/** What may be wrong with arguments: the codes of `cli/argument-error`. */
type ArgumentFault =
  | "unknownCommand"
  | "unknownOption"
  | "otherCommand"
  | "noValue"
  | "twice"
  | "noFiles"
  | "noCurrent"
  | "noReport"
  | "noOutput"
  | "noPrevious"
  | "notXlsx"
  | "notCsv"
  | "matchAlone";

/** Why a file system does not write, in a few words; other codes are rare, and told as they are. */
const UNWRITTEN_ZH: Readonly<Record<string, string>> = {
  ENOENT: "文件夹不存在",
  ENOTDIR: "路径中有一段不是文件夹",
  EISDIR: "这是一个文件夹",
  EACCES: "没有写入权限，或者文件正被其他程序打开",
  EPERM: "没有写入权限，或者文件正被其他程序打开",
  EBUSY: "文件正被其他程序打开，请先关闭",
  EROFS: "磁盘是只读的",
  ENOSPC: "磁盘已满",
  EDQUOT: "磁盘配额已用完",
  EFBIG: "文件过大",
  ENAMETOOLONG: "文件名过长",
};

const UNWRITTEN_EN: Readonly<Record<string, string>> = {
  ENOENT: "there is no such folder",
  ENOTDIR: "a part of its path is no folder",
  EISDIR: "it is a folder",
  EACCES: "no permission, or another program has it open",
  EPERM: "no permission, or another program has it open",
  EBUSY: "another program has it open: close it first",
  EROFS: "the disk is read-only",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EFBIG: "it is too large",
  ENAMETOOLONG: "its name is too long",
};

/** What the `gouji` command prints. */
export interface CommandTexts {
  usage: string;
  arguments: Readonly<Record<ArgumentFault, (offending: string, command: string) => string>>;
  /** Stands below what is wrong with arguments. */
  seeHelp: string;
  /** A fault of ours: what it is, which file was not written, whether its details stand below. */
  fault(what: string, unwritten: string | null, hasDetails: boolean): string;
  /** What is printed does not arrive where it goes to. */
  notPrinted(code: string): string;
  /** One line for a file: name, verdict in words. */
  file(file: string, verdict: string): string;
  /** One line for what is to be said of a report as a whole: whose it is, verdict in words. */
  report(subject: string, verdict: string): string;
  /** One line for a table: 表三!A2:J27, verdict in words, cells still to be filled. */
  table(address: string, verdict: string, blanks: number): string;
  /** Which cells are blank, as far as they are named, and how many in all. */
  blanks(addresses: readonly string[], count: number): string;
  /** A unit of a list below a sentence. */
  unitLine(unit: string, file: string): string;
  /** How units that did not pass are added up all the same. */
  evenIfFailing: string;
  /** The likeliest cell of a part of a table, and how many other answers there are. */
  suspect(sentence: string, certain: boolean, others: number): string;
  /** Head of a list of equally likely answers, one of which is right; whether each is a single cell. */
  ties(count: number, areCells: boolean): string;
  tie(sentence: string): string;
  moreTies(count: number): string;
  lessLikely(count: number): string;
  /** More cells are wrong than can be located. */
  tooMany(atLeast: number): string;
  /** A part of which only this is known: how many cells must change at least, and the addresses of those without a number. */
  unclear(cells: number, unusable: readonly string[]): string;
  /** Nothing puts a table right while the confirmed cells stay. */
  contradiction(isConfirmed: boolean): string;
  /** Cells that a person took for right. */
  confirmed(addresses: readonly string[]): string;
  noTables: string;
  noSeal: string;
  /** What to do with a file that is no .xlsx: it has no seal. */
  sealElsewhere: string;
  /** In the place of a verdict for a file that cannot be read. */
  unverified: string;
  verified(counts: VerifiedCounts): string;
  unreadable(what: string, next: string): string;
  written(file: string): string;
  /** A file that is there and may not be overwritten. */
  exists(file: string): string;
  /** A file that is read, and so never written. */
  isInput(file: string): string;
  notWritten(file: string, code: string): string;
  summary(counts: Readonly<Record<"files" | "pass" | "fail" | "incomplete" | "unreadable", number>>): string;
}

/** How many files were found in each state by `gouji verify`. */
export interface VerifiedCounts {
  files: number;
  unchanged: number;
  changed: number;
  unsealed: number;
  unreadable: number;
}

export const COMMAND_TEXTS: Readonly<Record<LocaleId, CommandTexts>> = {
  "zh-CN": {
    usage: `用法：gouji check 文件或文件夹... [选项]
      gouji rollup 文件或文件夹... -o 汇总.xlsx [选项]
      gouji verify 文件或文件夹... [选项]
      gouji import 年报 -o 工作簿.xlsx [选项]

check：检查政府信息公开工作年度报告各表的勾稽关系。可以是 .xlsx 工作簿，也可以是公布的年报（.docx、.html、.txt），
按内容辨认，不看文件名。文件夹连同其中各级子文件夹一起检查，隐藏文件和“~$”开头的临时文件除外。文件只读，不改动，不上传。
公布的年报没有单元格地址，JSON 中 range 为 null，cells 用表名、行名、列名表示。

import：读取公布的年报（.docx、.html、.txt），生成填好的官方格式工作簿。拿不准的格留空或照原样保留，并加批注。

rollup 把各单位的报表按格相加，写成官方格式的汇总表，并列出每格由哪些单位组成。
有单位没有通过校验时不汇总，除非写明 --even-if-failing。

verify 对照校验戳，查明导出的工作簿在校验之后有无改动、改动了哪些格。

选项：
  --previous 文件或文件夹...  上年报告：按单位名称对应，核对结转等跨年关系
  --match 单位=上年文件  名称对不上的，指定上年报告，可写多次；“=无”表示上年没有报告。
                   单位多的写成对应表：--match 对应.csv（两列：单位、上年文件；也可以是 .xlsx）
  --match-draft 对应.csv  把没有与上年对上的单位写成对应表，附可能的上年文件，填好后交给 --match
  --json           以 JSON 输出
  --xlsx 文件      把结果写成工作簿：单位、问题、规则频次
  -o, --output 文件  rollup、import 写出的工作簿
  --force          允许 -o、--xlsx 覆盖已有的文件；本程序先前写出的汇总和结果可直接更新，这次要读取的文件一概不覆盖
  --unit 名称      rollup 的单位名称；import 原文没有写明单位时指定
  --year 年度      import 原文没有写明年度，或有几个年度时指定
  --even-if-failing  未通过的单位也计入汇总，并在汇总中注明
  --blank-is-zero  空白按 0 计
  --language 语言  zh-CN（默认）或 en-US
  --debug          程序出错时显示详情
  --version        显示版本
  -h, --help       显示本说明

check、rollup 的退出码：0 全部通过；1 有错误；2 未完成、无法读取或用法不对。
verify 的退出码：0 全部未改动；1 有改动，或校验戳前后不一致；2 没有校验戳或无法读取。
import 的退出码：0 每格都读准且勾稽关系成立；1 每格都读准，原文的勾稽关系不成立；2 有格待填、待核对，或者没有写成。
各命令的退出码 3：程序自身出错，没有结论。`,
    arguments: {
      unknownCommand: (offending) => `没有“${offending}”这个命令，现有命令：check、rollup、verify、import。`,
      unknownOption: (offending) => `选项不对：${offending}。`,
      otherCommand: (option, command) => `${command} 没有 ${option} 这个选项。`,
      noValue: (option) => `${option} 后面缺少内容。`,
      twice: (option) => `${option} 只能写一次。`,
      noFiles: () => "请写出要检查的文件或文件夹。",
      noCurrent: (previous) =>
        `没有写出本年的文件或文件夹：--previous 后面的“${previous}”都算作上年报告。请把本年的写在 --previous 之前。`,
      noReport: (offending) => `import 一次读取一份年报，请写出它的文件名（现为“${offending}”）。`,
      noOutput: () => "请用 -o 写出要存成的工作簿文件名。",
      noPrevious: (offending) => `从 --previous 所写的“${offending}”中没有读出上年报告，请检查路径是否写对。`,
      notXlsx: (offending) => `${offending}：写出的是 Excel 工作簿，文件名要以 .xlsx 结尾。没有检查，也没有写出。`,
      notCsv: (offending) => `${offending}：对应表的文件名要以 .csv 结尾。没有检查，也没有写出。`,
      matchAlone: (offending) => `${offending}：要与 --previous 一起用。`,
    },
    seeHelp: "用法见 gouji --help。",
    fault: (what, unwritten, hasDetails) =>
      `程序出错，没有做完（${what}）。这不是校验结论${unwritten === null ? "" : `，${unwritten} 没有写出`}。${
        hasDetails ? "请把以下内容告诉管理员：" : "请加上 --debug 再运行一次，把显示的内容告诉管理员。"
      }`,
    notPrinted: (code) => `结果没有全部显示或存下：${UNWRITTEN_ZH[code] ?? "无法输出"}（${code}）。`,
    file: (file, verdict) => `${file}：${verdict}`,
    report: (subject, verdict) => `  ${subject ? `整份报告（${subject}）` : "整份报告"}  ${verdict}`,
    table: (address, verdict, blanks) => `  ${address}  ${verdict}${blanks > 0 ? `，还有 ${blanks} 格未填` : ""}`,
    blanks: (addresses, count) =>
      `    未填：${addresses.join("、")}${count > addresses.length ? ` 等 ${count} 格` : ""}`,
    unitLine: (unit, file) => (unit === file ? `  ${file}` : `  ${unit}（${file}）`),
    evenIfFailing: "确需把未通过的单位计入的，请加 --even-if-failing。",
    suspect: (sentence, certain, others) =>
      `    疑似错格：${sentence}${certain ? "，可以确定" : ""}${others > 0 ? `；另有 ${others} 种可能` : ""}`,
    ties: (count, areCells) => `    疑似错格（以下 ${count} ${areCells ? "格" : "种改法"}之一）：`,
    tie: (sentence) => `      ${sentence}`,
    moreTies: (count) => `      ……另有 ${count} 种，可能性相同`,
    lessLikely: (count) => `      另有 ${count} 种，可能性较小`,
    tooMany: (atLeast) => `    错处过多，无法逐格定位：至少有 ${atLeast} 格要改`,
    unclear: (cells, unusable) =>
      `    至少有 ${cells} 格要改${unusable.length > 0 ? `（其中 ${unusable.join("、")} 填的不是有效数字）` : ""}，按其他数字推不出是多少，请核对原始数据`,
    contradiction: (isConfirmed) =>
      isConfirmed ? "    按确认无误的格，怎样改都对不上" : "    怎样改都不能全部对上，请检查表中的公式和文本",
    confirmed: (addresses) => `    填报人已确认无误、不作疑似错格：${addresses.join("、")}`,
    noTables: "  没有找到年度报告的表格。",
    noSeal: "没有校验戳",
    sealElsewhere: "校验戳只在导出的 .xlsx 工作簿里，请核对那个文件。",
    unverified: "无法读取",
    verified: ({ files, unchanged, changed, unsealed, unreadable }) =>
      `共 ${files} 个文件：未改动 ${unchanged}，有改动 ${changed}，没有校验戳 ${unsealed}，无法读取 ${unreadable}。`,
    unreadable: (what, next) => `${what}${next}`,
    written: (file) => `已写出 ${file}。`,
    exists: (file) => `${file} 已经存在，没有改动。要覆盖它，请加 --force。`,
    isInput: (file) => `${file} 是这次要读取的文件，不能写到它上面，没有改动。请换一个文件名。`,
    notWritten: (file, code) => `${file} 没有写出：${UNWRITTEN_ZH[code] ?? "无法写入"}（${code}）。`,
    summary: ({ files, pass, fail, incomplete, unreadable }) =>
      `共 ${files} 个文件：通过 ${pass}，有错误 ${fail}，未完成 ${incomplete}${unreadable > 0 ? `（其中无法读取 ${unreadable}）` : ""}。`,
  },
  "en-US": {
    usage: `Usage: gouji check FILE|FOLDER... [options]
       gouji rollup FILE|FOLDER... -o OUT.xlsx [options]
       gouji verify FILE|FOLDER... [options]
       gouji import REPORT -o WORKBOOK.xlsx [options]

check: checks the sum rules of the tables of the annual report on government information disclosure, in .xlsx workbooks
and in reports as they were published (.docx, .html, .txt), told by their content and not by their name. Folders are
checked with all folders in them, but for hidden files and lock files (~$…). Files are only read; nothing is sent anywhere.
A published report has no addresses: in JSON its range is null, and cells names table, row and column in words.

import: reads a published report (.docx, .html, .txt) and makes a filled workbook of the official tables. Cells that are
not certain stay blank or as they were written, with a note.

rollup adds the units' tables cell by cell into official tables, and lists which units each total comes from. Nothing is
added while a unit does not pass, unless --even-if-failing is given.

verify compares exported workbooks with their seals: whether anything changed since the check, and in which cells.

Options:
  --previous FILE|FOLDER...  last year's reports: matched by unit, and compared by the rules between years
  --match UNIT=FILE  whose a report of last year is, where the names do not tell; can be given several times; =none
                   where the unit had none. For many units a list: --match LIST.csv (unit, file of last year; or .xlsx)
  --match-draft LIST.csv  write the list of units without a report of last year, with those that may be theirs, to be
                   filled in for --match
  --json           print JSON
  --xlsx FILE      write the results as a workbook: units, findings, rules by frequency
  -o, --output FILE  the workbook that rollup or import writes
  --force          allow -o and --xlsx to overwrite a file that exists; an earlier sum or earlier results of this program
                   are brought up to date without it, and a file that is read is never overwritten
  --unit NAME      whose report the sum of rollup is; for import, where the report names no unit
  --year YEAR      for import, where the report names no year or has several
  --even-if-failing  add units that did not pass, and say so in the sum
  --blank-is-zero  count blank cells as 0
  --language LANG  zh-CN (default) or en-US
  --debug          show the details when the program fails
  --version        print the version
  -h, --help       print this text

Exit status of check and rollup: 0 all pass; 1 errors; 2 incomplete, unreadable, or wrong usage.
Exit status of verify: 0 all unchanged; 1 changed, or a seal contradicts itself; 2 no seal, or unreadable.
Of import: 0 every cell is sure and the rules hold; 1 every cell is sure, and the report breaks rules; 2 cells are to be
filled in or compared, or nothing was written. Of all: 3 the program itself failed, and there is no verdict.`,
    arguments: {
      unknownCommand: (offending) => `no command "${offending}"; there are: check, rollup, verify, import`,
      unknownOption: (offending) => `wrong option: ${offending}`,
      otherCommand: (option, command) => `${command} has no option ${option}`,
      noValue: (option) => `${option} lacks what belongs behind it`,
      twice: (option) => `${option} can be given once only`,
      noFiles: () => "name the files or folders to check",
      noCurrent: (previous) =>
        `no file or folder of this year: all that follows --previous, "${previous}", is last year's; name this year's before it`,
      noReport: (offending) => `import reads one report: name its file (now: "${offending}")`,
      noOutput: () => "name the workbook to write with -o",
      noPrevious: (offending) => `no report of last year was read from "${offending}": check the path after --previous`,
      notXlsx: (offending) =>
        `${offending}: an Excel workbook is written, and its name must end in .xlsx; nothing was checked or written`,
      notCsv: (offending) => `${offending}: the name of the list must end in .csv; nothing was checked or written`,
      matchAlone: (offending) => `${offending}: goes with --previous only`,
    },
    seeHelp: "See gouji --help.",
    fault: (what, unwritten, hasDetails) =>
      `The program failed and did not finish (${what}). This is no verdict${unwritten === null ? "" : `, and ${unwritten} was not written`}. ${
        hasDetails ? "Report what follows:" : "Run it again with --debug and report what it shows."
      }`,
    notPrinted: (code) =>
      `Not all of the output was shown or stored: ${UNWRITTEN_EN[code] ?? "it cannot be"} (${code}).`,
    file: (file, verdict) => `${file}: ${verdict}`,
    report: (subject, verdict) => `  ${subject ? `whole report (${subject})` : "whole report"}  ${verdict}`,
    table: (address, verdict, blanks) => `  ${address}  ${verdict}${blanks > 0 ? `, ${blanks} cells still blank` : ""}`,
    blanks: (addresses, count) =>
      `    Blank: ${addresses.join(", ")}${count > addresses.length ? ` and ${count - addresses.length} more` : ""}`,
    unitLine: (unit, file) => (unit === file ? `  ${file}` : `  ${unit} (${file})`),
    evenIfFailing: "To add units that did not pass all the same, give --even-if-failing.",
    suspect: (sentence, certain, others) =>
      `    Probably wrong: ${sentence}${certain ? ", certain" : ""}${others > 0 ? `; ${others} other answers` : ""}`,
    ties: (count, areCells) => `    Probably wrong, one of these ${count} ${areCells ? "cells" : "answers"}:`,
    tie: (sentence) => `      ${sentence}`,
    moreTies: (count) => `      … and ${count} more that are as likely`,
    lessLikely: (count) => `      ${count} others are less likely`,
    tooMany: (atLeast) => `    Too many errors to locate: at least ${atLeast} cells have to change`,
    unclear: (cells, unusable) =>
      `    At least ${cells} cells have to change${unusable.length > 0 ? `, among them ${unusable.join(", ")} without a usable number` : ""}; the other numbers do not tell to what`,
    contradiction: (isConfirmed) =>
      isConfirmed
        ? "    With the confirmed cells as they are, no change puts everything right"
        : "    No change puts everything right: check formulas and texts in the table",
    confirmed: (addresses) => `    Confirmed by a person, and not suspected: ${addresses.join(", ")}`,
    noTables: "  No table of the annual report was found.",
    noSeal: "no seal",
    sealElsewhere: "A seal is in the exported .xlsx workbook only: verify that file.",
    unverified: "cannot be read",
    verified: ({ files, unchanged, changed, unsealed, unreadable }) =>
      `${files} files: ${unchanged} unchanged, ${changed} changed, ${unsealed} without a seal, ${unreadable} unreadable.`,
    unreadable: (what, next) => `${what} ${next}`,
    written: (file) => `Wrote ${file}.`,
    exists: (file) => `${file} exists and was left alone. Add --force to overwrite it.`,
    isInput: (file) => `${file} is one of the files to be read and is never overwritten. Choose another name.`,
    notWritten: (file, code) => `${file} was not written: ${UNWRITTEN_EN[code] ?? "it cannot be"} (${code}).`,
    summary: ({ files, pass, fail, incomplete, unreadable }) =>
      `${files} files: ${pass} pass, ${fail} fail, ${incomplete} incomplete${unreadable > 0 ? ` (${unreadable} of them unreadable)` : ""}.`,
  },
};
