/** Characters that Word, PDFs, chats and scanners leave in a line. */
import type { Draw } from './draw.ts';

/** Most lines are ordinary: a habit shows in one or two places of a text. */
const ordinary = [
  '三楼活动室周一到周五开放，上午八点半开门。',
  '请各楼组长把名单报到居委会，周五下班前交。',
  '老人打饭的窗口移到了一楼东侧，旁边有扶手。',
  '联系人：张师傅，电话 0000-6600130。',
  '“三方协商”定下来的事，每月公布一次。',
  '本次共收到意见 27 条，当场答复 19 条。',
];

const odd = [
  '⻓者食堂和⺠生实事',
  '靑年志愿者値班表',
  '面积１２０㎡，温度２６℃',
  '第①条、第②条和❸',
  'Wi－Fi 密码在前台',
  '𠮷野先生和㸆大虾',
  '📞 电话通知 ✅ 已办',
  '中间有\u00A0不断行的\u00A0空格',
  '带软\u00AD连字符的 co\u00ADoperation',
  '零宽\u200B空格和\uFEFF字节标记',
  '从左到右\u200E标记\u200F',
  '阿拉伯 \u202Eabc\u202C 反写',
  'Word 的手动换行\u000B在这里',
  '分页\u000C符',
  '响铃\u0007和\u0001控制符',
  '丢了的字\uFFFD\uFFFD',
  '非字符\uFFFE在这里',
  '行分隔\u2028段分隔\u2029',
  'A & B < C > D "引号" \'单引号\'',
  'ñ é ü 和 e\u0301 组合',
  '标签 <测试> 和 </p>',
  ']]> 以及 <![CDATA[ 段',
  '&nbsp;&amp;&#11;&#x1F;',
  '反斜杠 \\ 和 C:\\用户\\桌面',
];

export const line = (draw: Draw): string => draw.one(ordinary);

export const oddLine = (draw: Draw): string => draw.one(odd);

/** A short name, sometimes with an odd character. */
export const words = (draw: Draw): string =>
  draw.chance(0.15)
    ? draw.one(odd).slice(0, 18)
    : draw.one(['停水通知', '食堂换季菜单', '登门维修日', '楼道清理', '联席会议纪要', '暑期值班安排']);
