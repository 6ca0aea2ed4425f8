import type { OriginId } from "./rule";

/**
 * The notices with which the State Council's general office laid down the two formats. Official names, not for translation. The
 * addresses are of the copies that the Pingtan area published: whole, and still there when this was written.
 */
export const ORIGINS: Readonly<Record<OriginId, { number: string; date: string; url: string }>> = {
  G60: {
    number: "国办公开办函〔2019〕60号",
    date: "2019-11-23",
    url: "https://www.pingtan.gov.cn/zwgk/zfxxgk/zfxxgkzd/202311/t20231109_80968.htm",
  },
  G30: {
    number: "国办公开办函〔2021〕30号",
    date: "2021-09-26",
    url: "https://www.pingtan.gov.cn/zwgk/zfxxgk/zfxxgkzd/202311/t20231108_80912.htm",
  },
};
