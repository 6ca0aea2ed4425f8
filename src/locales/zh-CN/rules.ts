import type { Verdict } from "../../rules/check";
import type { AnyRuleId } from "../../rules/cross/any-finding";
import type { Severity } from "../../rules/rule";
import type { RuleText } from "../locale";
import { softRules } from "./soft-rules";
import { years } from "./years";

export const verdicts: Readonly<Record<Verdict, string>> = {
  pass: "通过",
  fail: "有错误",
  incomplete: "未完成",
};

export const severities: Readonly<Record<Severity, string>> = {
  error: "强制性",
  warning: "核实性",
  unfilled: "未填",
  hint: "提示性",
};

export const rules: Readonly<Record<AnyRuleId, RuleText>> = {
  "S3.ROW": {
    name: "行合计",
    broken: "行合计不符",
    statement: "总计＝自然人＋商业企业＋科研机构＋社会公益组织＋法律服务机构＋其他",
    explanation:
      "表三每一行的总计是本行各类申请人数量之和。先核对总计是否加错，再核对是否有一类申请人漏填、重填，或填到了相邻的列。",
  },
  "S3.RESULTS": {
    name: "办理结果合计",
    broken: "办理结果合计不符",
    statement: "（七）总计＝（一）至（六）各项之和",
    explanation:
      "每一列的（七）总计是本列各项办理结果之和。每件申请按最终办理结果只计入一项；区分处理的只计部分公开，不再计入其他项。",
  },
  "S3.BALANCE": {
    name: "收办平衡",
    broken: "收办不平衡",
    statement: "第一项＋第二项＝第三项（七）总计＋第四项",
    explanation:
      "表三表头注明：第一项加第二项之和，等于第三项加第四项之和。本年新收和上年结转的申请，到年末不是已经办结，就是结转下年度继续办理。",
  },
  "S4.TOTAL": {
    name: "复议诉讼合计",
    broken: "复议诉讼合计不符",
    statement: "总计＝结果维持＋结果纠正＋其他结果＋尚未审结",
    explanation:
      "行政复议、未经复议直接起诉、复议后起诉三栏，各栏总计是本栏四种结果之和。复议机关作共同被告的案件，只由作出原行政行为的机关统计。",
  },
  "F.KIND": {
    name: "数值规范",
    broken: "数值不规范",
    statement: "件数填 0 或正整数；本年增/减填整数，减少填负数；金额以万元为单位，最多六位小数",
    explanation:
      "数字格里只填数字，不带单位、不带逗号、不用全角数字。文字不参与计算，会使合计看起来对不上。提示中的数值仅供参考，表中内容不会自动改写。",
  },
  "F.BLANK": {
    name: "填报完整",
    broken: "有格未填",
    statement: "每一格都填数字，没有的填 0",
    explanation:
      "空白、“/”和“-”都不是数字，不能代替 0。涉及未填格的勾稽关系无法判定，结论为“未完成”。确无此项的请填 0；也可以在“选项与工具”中设为空白按 0 计。",
  },
  "F.LABEL": {
    name: "表样完整",
    broken: "表样不符",
    statement: "表头和项目名称与官方格式一致",
    explanation:
      "插件按表头和项目名称识别报表。名称被改动、删除或重复时，有的数字无法对应到项目，相关勾稽关系不能判定。请按官方格式改回，或重新插入报表。",
  },
  "F.VERSION": {
    name: "格式版本",
    broken: "格式版本不符",
    statement: "2019、2020 年度用 2019 年版格式，2021 年度起用 2021 年版格式",
    explanation:
      "一份报告只用一种格式，由报告年度决定。两版的表二、表三项目不同，数字不能直接照抄。请先核对标题中的年度；年度无误的，插入该年度的报表重新填报。",
  },
  "F.MISSING": {
    name: "报表齐全",
    broken: "报表不全",
    statement: "一份年度报告包括表二、表三、表四，每张表都有数据",
    explanation: "没有发生的也要填报，数字填 0。另有文件填报的，或者不需要本单位填报的，请写明原因。",
  },
  ...softRules,
  ...years.rules,
};
