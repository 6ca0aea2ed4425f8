import type { HeldContent } from "../../record/content";
import type { SealNote } from "../../record/seal/compare";
import type { ObjectionsChange } from "../../record/seal/objections-since";
import { SECTION_NAMES } from "../../tables/sections";
import type { FormatId, SectionId } from "../../tables/table";
import { addressesOf } from "../lines";
import { placeIn, propertyWords, writersOf, type NoteText, type RecordTexts } from "../record";
import { formatTime, OFFICIAL_NAMES, signature } from "../sheet";
import { describePlace } from "./findings";
import { verdicts } from "./rules";

const WANTED = "请写明数字为什么是这样，例如依据、口径、涉及的事项和件数。";
const RECORD_LOST = "随文件保存的校验记录已丢失，只能核对各格的内容，不能核对核实说明。";

function describeContent(content: HeldContent): string {
  switch (content?.type) {
    case undefined:
      return "（没有这一格）";
    case "number":
      return String(content.value);
    case "text":
      return `文本“${content.text}”`;
    case "boolean":
      return String(content.value).toUpperCase();
    case "error":
      return content.code;
    case "blank":
      return "空白";
  }
}

/** Figures stand apart from the words before them. */
const spaced = (text: string): string => (/^[-\w#]/.test(text) ? ` ${text}` : text);

const tableName = ({ section, format }: { section: SectionId; format: FormatId }) =>
  `${SECTION_NAMES[section].sheet}（${format} 年版）`;

const titleName = ({ unit, year }: { unit: string | null; year: number | null }) =>
  `“${unit ?? "未注明单位"} ${year ?? "未注明年度"}”`;

const RESTED = "校验时的结论已不能作准，请重新校验。";

function describeObjections({ refused, retracted }: ObjectionsChange): string {
  if (refused === 0 && retracted === 0) return `对核实说明的审核意见与校验时不同，${RESTED}`;
  const said = [
    ...(refused > 0 ? [`有 ${refused} 条核实说明在校验之后未予认可`] : []),
    ...(retracted > 0 ? [`有 ${retracted} 条不予认可的意见在校验之后撤销`] : []),
  ];
  return `${said.join("，")}，${RESTED}`;
}

function describeNote(note: SealNote): NoteText {
  switch (note.kind) {
    case "cell": {
      const { placement } = note.filled;
      const { words, address } = describePlace(note.key, placement);
      const [before, now] = [note.before, note.now].map((content) => spaced(describeContent(content)));
      return { address: placeIn(placement.sheet, address), sentence: `${words}：原为${before}，现为${now}。` };
    }
    case "title": {
      const { sheet, table } = note.filled.placement;
      const sentence = `${tableName(table)}的标题：原为${titleName(note.sealed)}，现为${titleName(note.now)}。`;
      return { address: placeIn(sheet, ""), sentence };
    }
    case "missing": {
      const { sheet, range } = note.sealed;
      return { address: "", sentence: `${tableName(note.sealed)}不见了，原在${placeIn(sheet, range)}。` };
    }
    case "added": {
      const { sheet, table } = note.filled.placement;
      return { address: placeIn(sheet, ""), sentence: `${tableName(table)}是校验之后加入的。` };
    }
    case "explanations":
      return { address: "", sentence: "核实说明有增加、修改或丢失，校验结论所依据的说明与现在的不同。" };
    case "objections":
      return { address: "", sentence: describeObjections(note) };
    case "property": {
      const now = note.now === null ? "已被删除" : `现为“${propertyWords(note.now)}”`;
      return { address: "", sentence: `文件属性“${note.name}”：校验时为“${propertyWords(note.before)}”，${now}。` };
    }
    case "units": {
      const [missing, added] = [note.missing, note.added].map((units) => units.join("、"));
      const told = [...(missing ? [`少了${missing}`] : []), ...(added ? [`多了${added}`] : [])].join("，");
      return { address: "", sentence: `汇总单位与校验时不同：${told}。` };
    }
    case "propertiesLost":
      return { address: "", sentence: "文件属性中的校验信息已被删除，以上根据随文件保存的记录核对。" };
    case "computed": {
      const { placement } = note.filled;
      const [first = "", ...others] = addressesOf(note.keys, placement);
      const all = others.length > 0 ? ` 等 ${others.length + 1} 格` : "";
      return {
        address: placeIn(placement.sheet, first),
        sentence: `${all}校验时填的是数字，现在是公式，结果与校验时相同。`.trim(),
      };
    }
  }
}

export const record: RecordTexts = {
  states: {
    none: "待说明",
    explained: "已说明",
    objected: "未予认可",
    resent: "与未予认可的说明相同",
    lapsed: "已失效",
    hollow: "说明无实质内容",
    answered: "未予认可，已重新说明",
    replaced: "已改写",
  },
  faults: {
    empty: WANTED,
    noWords: `只有数字或标点，不能说明原因。${WANTED}`,
    repeated: `重复的字不能说明原因。${WANTED}`,
    hollow: `“核实无误”“情况属实”一类的话不能作为说明。${WANTED}`,
    short: `说明过于简略。${WANTED}`,
    refused: `与未予认可的说明相同。${WANTED}`,
  },
  describeObjection: (objection) => `不予认可的理由：${objection.text}（${signature(objection)}）`,
  describeRetracted: (objection) =>
    `曾不予认可：${objection.text}（${signature(objection)}；${signature(objection.retracted)} 撤销）`,
  problems: {
    newer: "工作簿中的核实说明由更高版本的插件写入，这个版本不能读取。请更新插件。",
    damaged: "工作簿中的核实说明已损坏，不能读取。为免覆盖，也不再写入。",
    tooLarge: "工作簿中的核实说明过大，不能读取。为免覆盖，也不再写入。",
  },
  describeContent,
  describeNote,
  describeSeal(status) {
    switch (status.state) {
      case "unchanged":
        return "已校验，未改动";
      case "changed":
        return `校验之后有 ${status.changes.length} 处改动`;
      case "changedSomewhere":
        return "校验之后有改动，校验戳中没有各格的记录，不能指出改动在哪里";
      case "broken":
        return "校验戳前后不一致，无法判断有无改动";
    }
  },
  describeCheck(status) {
    const seal = "seal" in status ? status.seal : null;
    if (!seal) return status.state === "unchanged" ? RECORD_LOST : "";
    const contains = seal.properties?.get(OFFICIAL_NAMES.stamp.units);
    const sum = contains === undefined ? "" : `汇总 ${contains}。`;
    return `${formatTime(new Date(seal.at))} 校验，结论为“${verdicts[seal.verdict]}”${seal.blankIsZero ? "（空白按 0 计）" : ""}，规则版本 ${seal.rules}。${sum}`;
  },
  lost: (printed) => {
    const writers = writersOf(printed).join("、");
    const by = writers ? `（填写人：${writers}）` : "";
    return `“校验结果”表中有 ${printed.length} 条核实说明${by}，但随文件保存的已丢失，多半是用其他程序另存所致。请向填报人核实，在面板中恢复或重新填写。`;
  },
  notice: OFFICIAL_NAMES.stamp.noticeText,
};
