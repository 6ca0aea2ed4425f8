/**
 * Words of which explanations are made that explain nothing: 经核实，情况属实。A text that consists of these alone says that
 * somebody looked, not why the number is what it is. Written without spaces and punctuation, Latin ones in small letters.
 */
export const HOLLOW_WORDS: readonly string[] = [
  // nothing
  "无", "没有", "暂无", "无说明", "无异议", "无意见", "无变化", "无其他", "无此项", "空", "略", "不详", "不清楚", "不知道",
  // looked at
  "经", "经过", "已", "已经", "均", "都", "再次", "认真", "仔细", "反复", "多次", "进行", "予以", "复核", "核实", "核对", "核查", "核准",
  "查实", "查证", "审核", "审查", "检查", "自查", "确认", "比对", "后", "完", "完毕", "过", "了", "的",
  // and found right
  "无误", "没错", "没有错", "无错误", "没有错误", "无问题", "没问题", "没有问题", "属实", "确实", "确认无误", "真实", "准确", "正确", "有效", "可靠", "一致", "正常", "合理",
  "完整", "完全", "确属", "确系", "确为", "事实", "如实", "实际", "真实性", "准确性",
  // what was looked at
  "情况", "情况说明", "实际情况", "数据", "数字", "数值", "数量", "数", "内容", "信息", "报表", "表格", "表", "项目", "本项", "该项", "此项", "此处", "此数", "该数", "这个",
  "填报", "填写", "上报", "统计", "台账", "系统", "说明", "备注", "依据", "原因", "按照", "按", "根据", "以", "为准", "由", "与", "和", "及", "跟",
  // who
  "我", "我们", "本", "本单位", "我单位", "本机关", "我局", "本局", "我镇", "本镇", "我街道", "我委", "我办", "我县", "我区", "经办人", "负责人",
  // how it is
  "是", "是的", "就是", "就是这样", "这样", "如此", "对", "对的", "好", "好的", "可以", "行", "同意", "确定", "知道", "知悉", "已知悉", "收到", "请知悉", "特此说明",
  "如上", "同上", "同前", "同下", "见上", "见附件", "详见附件", "见表", "如表", "如图", "以上", "上述", "不变", "照旧", "其他", "其它",
  "测试", "待定", "待补", "待核实", "待核", "稍后", "暂时", "先", "这里", "请", "填", "在此", "输入", "核实说明",
  // the same in English
  "ok", "okay", "yes", "no", "none", "nil", "na", "null", "fine", "true", "correct", "right", "good", "checked", "check", "verified", "verify",
  "confirmed", "confirm", "accurate", "valid", "same", "as", "above", "see", "ditto", "it", "is", "are", "was", "were", "this", "that", "the", "a",
  "all", "and", "data", "figure", "figures", "number", "numbers", "value", "values", "has", "have", "been", "we", "i", "test", "todo", "tbd", "n",
]; // prettier-ignore
