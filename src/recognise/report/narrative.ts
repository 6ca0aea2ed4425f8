import type { Chapter, Claim, ClaimTopic } from "../../tables/report";

/** Words by which a sentence says what a figure counts. The nearest before the figure is meant. */
interface Phrase {
  topic: ClaimTopic;
  words: RegExp;
}

const RECEIVED = /(?:收到|接到|受理|接收|新收)[^。；，,\d]{0,30}(?:申请|依申请公开)/g;
const HANDLED = /(?:收办|办理|处理)[^。；，,、\d]{0,30}(?:申请|依申请公开)|依申请公开(?:申请|事项|信息|件)?/g;

const PHRASES: readonly Phrase[] = [
  { topic: "received", words: RECEIVED },
  { topic: "handled", words: HANDLED },
  { topic: "carriedOver", words: /上一?年度?结转|结转上一?年|上一?年度?(?:遗留|未办结)/g },
  {
    topic: "carriedForward",
    words: /结转(?:至|到)?(?:下一?年|次年|20\d\d年)|转(?:至|到|入)?(?:下一?年|次年)/g,
  },
  { topic: "carried", words: /结转/g },
  { topic: "processed", words: /办结|办理完毕|已?(?:全部)?(?:按期|按时|依法)?答复(?!率)/g },
  { topic: "grantedWhollyOrPartly", words: /予以公开(?:及|和|或|与|、)部分公开/g },
  { topic: "granted", words: /予以公开|同意公开/g },
  { topic: "partiallyGranted", words: /部分公开/g },
  { topic: "denied", words: /不予公开/g },
  { topic: "unavailable", words: /无法提供/g },
  { topic: "notProcessed", words: /不予处理/g },
  { topic: "other", words: /其他处理|作其他方式处理/g },
  { topic: "naturalPerson", words: /自然人/g },
  { topic: "organisations", words: /法人(?:或者?|和|及|、)其他组织/g },
  { topic: "commercial", words: /商业企业/g },
  { topic: "research", words: /科研机构/g },
  { topic: "welfare", words: /社会公益组织/g },
  { topic: "legalService", words: /法律服务机构/g },
  { topic: "review", words: /行政复议/g },
  { topic: "litigation", words: /行政诉讼/g },
  { topic: "documentsIssued", words: /(?:制发|制定|出台)[^。；，,\d]{0,14}规范性文件/g },
  { topic: "documentsRepealed", words: /废止[^。；，,\d]{0,14}规范性文件/g },
  { topic: "documentsValid", words: /现行有效[^。；，,\d]{0,8}规范性文件/g },
];

/** Topics that only mean the tables where the sentence speaks of applications. */
const OF_APPLICATIONS: ReadonlySet<ClaimTopic> = new Set([
  "naturalPerson",
  "organisations",
  "commercial",
  "research",
  "welfare",
  "legalService",
  "processed",
  "other",
]);
const APPLICATIONS = /申请/;

const COUNTED = /(\d{1,9})\s*(?:件|起|宗|例|次|份|项|个|条|人)(?!月|工作日|以上|部门|单位|方面)/g;
const NOT_COUNTED_SO = /同比|环比|增加|增长|减少|下降|上升|提高|比去年|比上年|较去年|较上年|日内|占/;
/** One channel of several, when nothing says that all are meant. */
const CHANNEL = /其中|网络|网上|信函|邮寄|邮件|当面|现场|传真|窗口|在线|平台/;
const ALL = /共|合计|累计|总|各类|全年|全区|全市|全县|全镇/;
/** How far before a figure its words may stand. */
const REACH = 60;

const SENTENCE = /[^。！!\n]+[。！!]?/g;
/** A figure that is only about right says nothing. */
const ROUGHLY = /(?:近|约|超|超过|逾|不足|至少)$/;
const LONGEST_SENTENCE = 1_000;

/** None at all: 未收到政府信息公开申请, 未发生行政复议、行政诉讼. */
const NONE: readonly { topics: readonly ClaimTopic[]; words: RegExp }[] = [
  {
    topics: ["received"],
    words:
      /(?:未|没有|无)(?:新)?(?:收到|接到|受理|收)[^。；，,\d]{0,20}申请|(?:没有|无)(?:政府信息)?(?:依申请公开|公开申请)/,
  },
  {
    topics: ["review", "litigation"],
    words: /(?:未|没有|无|不存在)(?!法|效)[^。；，,\d]{0,24}行政复议(?:[、和及或与]|以及|或者)(?:提起)?行政诉讼/,
  },
  { topics: ["review"], words: /(?:未|没有|无|不存在)(?!法|效)[^。；，,\d]{0,24}行政复议(?![、和及或与以]|\d)/ },
  { topics: ["litigation"], words: /(?:未|没有|无|不存在)(?!法|效)[^。；，,、\d]{0,24}行政诉讼(?!\d)/ },
];

const narrow = (text: string): string =>
  text.replace(/[０-９]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)).replace(/(\d),(?=\d{3})/g, "$1");

/** The topic whose words stand nearest before the figure. */
function topicBefore(words: string, sentence: string): ClaimTopic | null {
  let best: { topic: ClaimTopic; end: number; length: number } | null = null;
  for (const { topic, words: pattern } of PHRASES) {
    for (const match of words.matchAll(pattern)) {
      const end = match.index + match[0].length;
      const isNearer = !best || end > best.end || (end === best.end && match[0].length > best.length);
      if (isNearer) best = { topic, end, length: match[0].length };
    }
  }
  if (!best) return null;
  if (NOT_COUNTED_SO.test(words.slice(best.end)) || ROUGHLY.test(words)) return null;
  if (OF_APPLICATIONS.has(best.topic) && !APPLICATIONS.test(sentence)) return null;
  const isPart = (best.topic === "received" || best.topic === "handled") && CHANNEL.test(words) && !ALL.test(words);
  return isPart ? null : best.topic;
}

function claimsIn(sentence: string, chapter: Chapter["number"]): Claim[] {
  const plain = narrow(sentence);
  const claims: Claim[] = [];
  let from = 0;
  for (const match of plain.matchAll(COUNTED)) {
    const words = plain.slice(Math.max(from, match.index - REACH), match.index);
    const topic = topicBefore(words, plain);
    if (topic) claims.push({ topic, number: String(Number(match[1])), sentence, chapter });
    from = match.index + match[0].length;
  }
  for (const { topics, words } of NONE) {
    if (!words.test(plain)) continue;
    for (const topic of topics) {
      if (!claims.some((claim) => claim.topic === topic)) claims.push({ topic, number: "0", sentence, chapter });
    }
  }
  return claims;
}

/** The figures that the narrative gives for what the tables count, each with the sentence that gives it. */
export function readClaims(chapters: readonly Chapter[]): Claim[] {
  return chapters.flatMap(({ text, number }) =>
    (text.match(SENTENCE) ?? []).flatMap((sentence) => {
      const trimmed = sentence.trim();
      return trimmed.length > LONGEST_SENTENCE ? [] : claimsIn(trimmed, number);
    }),
  );
}
