import { topLevelDomains } from '#connectors/_contract/top-level-domains.ts'

/**
 * Top-level domains that X still reads though they are gone from the root zone, and those in other alphabets
 * (the list of twitter-text 3.1, tld_lib.yml, 2021-10-21).
 */
const gone = new Set(
  `abarth active adac afamilycompany aigo alfaromeo an avianca bananarepublic bentley bl blanco bnl
boots bq budapest bugatti cancerresearch cartier caseih cbs ceb chloe chrysler cityeats comcast
cookingchannel csc dabur dodge doha doosan duck dunlop duns eh epost esurance etisalat everbank
fiat flsmidth foodnetwork frontdoor fujixerox glade goodhands guardian hgtv honeywell hoteles
htc iinet intel iselect iveco iwc jcp jlc kerrylogistics kinder ladbrokes lancaster lancia
lancome liaison linde lipsy lixil loft lupin macys maserati mcd mcdonalds meo metlife mf mobily
montblanc mopar movistar mtpc mutual mutuelle nadex nationwide natura newholland
northwesternmutual off oldnavy onion onyourside orientexpress pamperedchef panerai passagens
piaget pramerica qvc raid redstone rightathome rmit rocher sapo sca scjohnson scor ses shaw
showtime shriram spiegel spreadbetting srt starhub statoil swiftcover symantec telecity
telefonica tiffany tp travelchannel uconnect um vista vistaprint volkswagen vuelos warman
xfinity xperia zippo`.split(/\s+/),
)
const otherAlphabets = new Set(
  `vermögensberater vermögensberatung ελ ευ бг бел дети ею католик ком мкд мон москва онлайн орг
рус рф сайт срб укр қаз հայ קום ابوظبي اتصالات ارامكو الاردن البحرين الجزائر السعودية العليان
المغرب امارات ایران بارت بازار بيتك بھارت تونس سودان سورية شبكة عراق عرب عمان فلسطين قطر كاثوليك
كوم مصر مليسيا موبايلي موريتانيا موقع همراه پاکستان ڀارت कॉम नेट भारत भारतम् भारोत संगठन বাংলা
ভারত ভাৰত ਭਾਰਤ ભારત ଭାରତ இந்தியா இலங்கை சிங்கப்பூர் భారత్ ಭಾರತ ഭാരതം ලංකා คอม ไทย ລາວ გე みんな
クラウド グーグル コム ストア セール ファッション ポイント 世界 中信 中国 中國 中文网 企业 佛山 信息 健康 八卦 公司 公益 台湾 台灣 商城 商店 商标 嘉里 嘉里大酒店 在线
大众汽车 大拿 天主教 娱乐 家電 工行 广东 微博 慈善 我爱你 手机 手表 招聘 政务 政府 新加坡 新闻 时尚 書籍 机构 淡马锡 游戏 澳門 点看 珠宝 移动 组织机构 网址 网店
网站 网络 联通 诺基亚 谷歌 购物 通販 集团 電訊盈科 飞利浦 食品 餐厅 香格里拉 香港 닷넷 닷컴 삼성 한국`.split(
    /\s+/,
  ),
)

/** Is this, whole, a top-level domain? */
function isTopLevel(name: string): boolean {
  const small = name.toLowerCase()
  return topLevelDomains.has(small) || gone.has(small) || otherAlphabets.has(small)
}

/** The longest that a name of another alphabet is. */
const longest = Math.max(...[...otherAlphabets].map((name) => name.length))

/** The top-level domain with which these words begin, provided no letter, figure, `@`, `+` or `-` goes on with it. */
export function topLevelIn(words: string): string | null {
  const ascii = /^(?:xn--[a-z0-9-]+|[a-z]+)/i.exec(words)?.[0] ?? ''
  const isWhole = (name: string) => !/^[a-z0-9@+-]/i.test(words.slice(name.length))
  if (ascii !== '' && (isTopLevel(ascii) || /^xn--/i.test(ascii)) && isWhole(ascii)) return ascii
  for (let length = Math.min(longest, words.length); length > 0; length--) {
    const name = words.slice(0, length)
    if (otherAlphabets.has(name.toLowerCase()) && isWhole(name)) return name
  }
  return null
}
