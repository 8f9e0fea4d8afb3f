"""Adverts of sites that pass documents on, and the furniture of web pages, by whole phrases."""

from __future__ import annotations

from loaders.lazy_pattern import lazy_pattern

LONGEST = 70
_GOODS = "公文|范文|好文|文稿|课件|模板|写作|文库|干货|资料|材料|精彩|内容"
_PAPERS = "讲话稿|发言稿|素材|公文|范文|好文|文稿|课件|模板|干货|会员|[Ww]ord|WORD|PPT|全文|电子版"
_ASKING = r"(?:^|[，。！!,\s])(?:请|欢迎|快来|赶紧|微信)?(?:点击|长按|扫描|扫码|识别|扫一扫)"

# What no task says. Offices tell of 公众号, 扫码, 网址, 倒卖 and 下载 too: the phrase tells, not the word.
_ADVERT = lazy_pattern(
    "|".join(
        (
            r"(?:公众号|公号|微信号?|微博|抖音号?|头条号|订阅号)\s?[:：]\s?\S|加微(?:信)?\s?[:：]?\s?[A-Za-z0-9]{4}",
            r"本站(?:所有|部分|资源|文稿|文章|不|仅)|站长|小编|代写|润笔|请先登录|VIP|会员才可|下载(?:该文章|网址|APP|客户端)|会员注册|添加.{0,8}到电脑桌面",
            rf"(?:关注|搜索|添加|加).{{0,12}}(?:公众号|公号|微信).{{0,8}}(?:获取|领取|下载|查看|{_GOODS})",
            r"(?:QQ|Q|q)\s?群\s?(?:号|[:：]|\d{5})",
            r"会员(?:群|资料|材料|福利|专享|权益)|加(?:微信|QQ|群)(?:[:：]|领|获|进)",
            rf"免费(?:下载|领取|赠送|获取|分享).{{0,12}}(?:{_PAPERS})",
            r"(?:下载|打印)(?:全文|本文|此文|原文|文档)|^(?:查看|阅读)(?:全文|原文)",
            rf"{_ASKING}.{{0,10}}(?:二维码.{{0,4}}$|关注|下载|阅读|这里|此处|查看|领取)",
            r"^长按.{0,6}二维码|往期(?:推荐|回顾|精选)|点个.?(?:在看|赞)|(?:来源于|来自|转自|摘自)(?:互联)?网络|回复.?[“\"「].{1,8}[”\"」]",
            r"立享|订阅.{0,6}(?:权益|优惠|会员|更多)",
            r"(?:严禁|禁止|请勿|谢绝)(?:外传|倒卖|转卖|传播)(?:[，。！!\s]|$)|打击倒卖活动|倒卖会员",
            r"仅供(?:个人|内部)?(?:学习|参考|交流)(?:[和与及、]?(?:学习|交流|参考|研究|使用))*(?:[，。！!\s]|$)",
            r"版权(?:所有|归)|(?:转载|转发)(?:请(?:注明|联系)|须注明|需注明|自[:：])|侵权.{0,8}删",
            rf"更多.{{0,12}}(?:{_GOODS}).{{0,12}}(?:关注|下载|访问|请|尽在|搜索|点击|微信|$)",
            r"(?:范文|文秘|公文)(?:网|大全|之家|库|铺)(?![络站点格])",
        )
    )
)
_SITE = lazy_pattern(
    r"[(（【\[]?[\w\u4e00-\u9fff]{0,12}\s?(?:(?:https?://|www\.)[A-Za-z0-9_./?=&%#:-]+|[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.(?:com|cn|net|org))/?[)）】\]]?"
)

# Each begins a line: 资金来源： is none of them.
_LABEL = (
    r"(?:责任)?编辑|编审|审核|来源|信息来源|稿源|作者|发布(?:时间|日期|机构|人|单位)|发稿时间|更新(?:时间|日期)|时间(?=\s?[:：]\s?20\d\d[-./]\d{1,2}[-./]\d{1,2}\s+\d{1,2}:\d\d)|发布|浏览(?:次数|量)?|阅读(?:次数|量|数)?|访问(?:次数|量)|"
    r"点击(?:数|量|率)?|字体(?:大小)?|字[号体]|索引号|(?:当前|您现在的|你现在的|您所在的|所在)位置|分享到?|标签|关键[词字]|栏目|打印|撰稿|供稿|摄影"
)
_SURE = (
    r"(?:上一[篇条页]|下一[篇条页])\s?[:：].{0,60}|返回(?:首页|顶部|列表|上一页)|(?:[【\[]\s?(?:打印|关闭|收藏|分享|返回|字体|我要)[^】\]]{0,8}[】\]]\s?)+|"
    r"(?:打印|关闭)(?:本页|窗口)|.{0,40}(?:浏览|阅读|访问|点击)(?:次数|量|数)\s?[:：]\s?\d*.{0,20}|.{0,40}(?:浏览|阅读)\s?[:：]\s?\d+\s?次?|分享到\s?[:：].{0,30}|(?:当前|所在|您现在的|你现在的)位置\s?[:：].{0,60}"
)
_FURNITURE = lazy_pattern(
    rf"{_SURE}|(?:主办|承办|协办|技术支持|版权所有|主管)(?:单位)?\s?[:：].{{0,60}}|.{{0,30}}(?:ICP备|公网安备|网站标识码).{{0,40}}|(?:网站地图|联系我们|关于我们|法律声明|隐私声明|一图读懂)(?:[\s|].{{0,40}})?|(?:{_LABEL})\s?[:：].{{0,60}}|首页(?:\s?[>›»].{{0,40}})?|相关(?:阅读|链接|文章|新闻)\s?[:：]?|打印本文|"
    r"(?:扫一扫|扫码|微信扫一扫|扫描二维码).{0,6}(?:手机打开|手机浏览|手机阅读|分享|当前页|查看|阅读).{0,6}"
)
_SURE_FURNITURE = lazy_pattern(_SURE)


def is_advert(words: str) -> bool:
    """Whether a line holds what only adverts say."""
    return len(words) <= LONGEST and bool(_ADVERT.search(words))


def is_site(words: str) -> bool:
    """Whether a line is an address, with the name of its site at most: around a document an advert, inside a fact."""
    return len(words) <= LONGEST and bool(_SITE.fullmatch(words))


def is_furniture(words: str, inside: bool) -> bool:
    """Whether a whole line is what web pages print around an article; `inside` it only what forms do not ask for too."""
    pattern = _SURE_FURNITURE if inside else _FURNITURE
    return len(words) <= LONGEST and bool(pattern.fullmatch(words))
