/**
 * Characters in old print forms or of older standards, each with the current one: 靑 and 青, 吿 and 告, 値 and 值. Some
 * office fonts and scanned texts contain them. OpenCC's tables are about Traditional and Simplified, and lack many of
 * them. This list was collected by hand and is not complete. Both forms must always be the same word. Pairs that OpenCC
 * has as well do no harm.
 */
const written = `
靑青 淸清 吿告 値值 眞真 愼慎 塡填 鎭镇 顚颠 敎教 彔录 祿禄 淥渌 黃黄 橫横 內内 吶呐 訥讷
納纳 説说 說说 悅悦 脫脱 稅税 銳锐 鋭锐 閱阅 閲阅 兌兑 蛻蜕 沒没 歿殁 溫温 媼媪 慍愠 縕缊
醞酝 韞韫 蘊蕴 産产 產产 彥彦 顏颜 顔颜 諺谚 戶户 戸户 呂吕 侶侣 閭闾 宮宫 吳吴 呉吴 娛娱
娯娱 誤误 兪俞 喩喻 旣既 槪概 漑溉 槩概 卽即 郞郎 郷乡 鄕乡 冊册 刪删 柵栅 姍姗 奐奂 換换
煥焕 喚唤 爭争 淨净 浄净 掙挣 睜睁 尙尚 毎每 虛虚 噓嘘 處处 処处 緖绪 氷冰 囘回 囬回 囯国
國国 姉姊 妬妒 姸妍 硏研 宂冗 寃冤 寗宁 寜宁 寧宁 冦寇 屛屏 甁瓶 缾瓶 幷并 並并 倂并 併并
餠饼 騈骈 強强 徳德 悳德 恆恒 恵惠 抜拔 拝拜 拋抛 揑捏 湼涅 挿插 揷插 捜搜 揺摇 搖摇 遙遥
謠谣 瑤瑶 敍叙 敘叙 勅敕 効效 斎斋 晩晚 晉晋 暎映 曽曾 増增 層层 朶朵 躱躲 垜垛 栢柏 査查
棊棋 碁棋 歩步 渉涉 頻频 毀毁 汙污 汚污 洩泄 涙泪 淚泪 渇渴 渕渊 濶阔 頼赖 煙烟 熈熙 牀床
狀状 畧略 畵画 畱留 疎疏 痩瘦 皐皋 皷鼓 砲炮 礮炮 祕秘 稟禀 秊年 穂穗 窰窑 窯窑 竪竖 筍笋
籖签 粵粤 粧妆 糉粽 糺纠 絕绝 絶绝 綠绿 緑绿 緜绵 緫总 縂总 罸罚 羣群 羶膻 聡聪 肎肯 脣唇
脇胁 膓肠 臥卧 舖铺 艸草 茲兹 荘庄 葢盖 蔥葱 蘂蕊 蕋蕊 衞卫 衛卫 裡里 裏里 襍杂 覇霸 覩睹
讃赞 賛赞 谿溪 豔艳 豓艳 貮贰 趂趁 輭软 逈迥 遯遁 邨村 醖酝 鈎钩 鉄铁 鑑鉴 鎻锁 隂阴 隠隐
隣邻 鷄鸡 鶏鸡 靣面 麪面 麵面 頥颐 飮饮 騐验 験验 鬪斗 鵞鹅 麽么 黒黑 黙默 爲为 為为 冩写
峯峰 衆众 眾众`;

export const oldForms: readonly (readonly [old: string, today: string])[] = written
  .trim()
  .split(/\s+/)
  .map((pair) => {
    const [old = '', today = ''] = pair;
    return [old, today] as const;
  });
