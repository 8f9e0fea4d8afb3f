"""What is said to the bot itself: a greeting, thanks, who it is, what it can do; private errands, insults."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from loaders.lazy_pattern import lazy_pattern

Talk = Literal["greeting", "thanks", "who", "can", "bye", "praise", "insult", "errand", "reminder"]

_END = r"[\s，,。.！!~～？?、…]*(?:呀|啊|哦|哈|啦|了|吧|呢|嘛|喽)?[\s，,。.！!~～？?…]*"
_NAME = r"(?:健答|机器人|小助手|助手|小健|各位|大家|同志们?|老师|你|您)?"

# The first that fits counts. Those that are words of greeting must be all that is said: 你好，签约率多少 is a question.
_WHOLE: tuple[tuple[Talk, str], ...] = (
    (
        "greeting",
        rf"(?:{_NAME}(?:[你您]们?好|好|早|早上好|上午好|中午好|下午好|晚上好|早安)|嗨|哈[喽啰罗]|hi|hello|hey|在吗|在不在|有人吗|[你您]在吗|[你您]好[，,\s]*(?:在吗|在不在))",
    ),
    (
        "thanks",
        r"(?:好的?[，,\s]*|嗯+[，,\s]*|行[，,\s]*|哦[，,\s]*|收到[，,\s]*)?(?:非常|太|十分|多|真是)?(?:感谢|谢谢|谢了|谢啦|多谢|thanks?(?: you)?|thx|辛苦|麻烦)(?:[你您]们?|了|啦|健答|大家|一下)*",
    ),
    ("thanks", r"(?:好的?|收到|明白|知道|了解|懂|ok|okay|可以|行|嗯+|哦+)(?:了|的|啦|收到)*"),
    (
        "praise",
        r"(?:[你您])?(?:真|太|好|很|挺|答得|回答得|说得)?(?:真|太|很|挺)?(?:棒|厉害|聪明|牛|赞|不错|好用|到位|专业|给力)(?:了|的|啊|呀)*|哈+|呵+|嘻+",
    ),
    ("bye", r"(?:再见|拜拜|回见|下次见|明天见|晚安|bye|goodbye|退下吧?)(?:[你您]|了)?"),
    (
        "who",
        r"(?:请问)?[你您](?:到底)?(?:是|叫)(?:谁|什么(?:名字|东西)?|啥(?:名字)?|哪位|干什么的|干啥的|做什么的)(?:开发|做)?的?",
    ),
    (
        "can",
        r"(?:请问)?(?:[你您](?:都|还)?(?:能|会|可以)(?:做|干|帮我?(?:做|干)?|回答|查|答)?(?:些|点)?(?:什么|啥|哪些(?:事|问题)?)|[你您]有(?:什么|哪些|啥)(?:功能|用|本事|作用)|怎么用[你您]?"
        r"|[你您](?:能|会|可以)(?:怎么|如何)(?:用|帮我)|有(?:什么|哪些)功能|使用(?:说明|方法)|what can you do)",
    ),
)
_ANYWHERE: tuple[tuple[Talk, str], ...] = (
    (
        "reminder",
        r"(?:提醒|记得叫|到时候?叫|叫醒)(?:一下|下)?(?:我|咱|俺)|叫我起床|(?:定|设|上)(?:个|一个)?闹(?:钟|铃)|remind me",
    ),
    (
        "insult",
        r"^(?:[你您](?:个|是|真|就是|怎么这么|这个?|他妈的?|tm)*)?(?:大)?(?:傻[逼瓜子叉x]?|sb|白痴|弱智|蠢(?:货|猪|蛋)?|笨(?:蛋|猪|死)?|废物|垃圾|智障|脑残|混蛋|王八蛋|滚(?:蛋|开|吧)?|去死|闭嘴|有病)(?:吧|啊|了|的|玩意|东西|机器人|!|！|。)*$",
    ),
    (
        "who",
        r"^[你您](?:是(?:谁|男|女|不是人|机器|真人|人还是|ai)|叫什么|几岁|多大)",
    ),
    (
        "errand",
        r"^[你您](?:喜欢|爱|吃|真|会不会|会聊)|(?:讲|说)个.{0,3}(?:笑话|故事)|唱(?:首|个|支)|写(?:一)?(?:首|封|篇|个).{0,6}(?:诗|信|作文|情书|小说|检讨|请假条|周报|总结|讲话稿)|翻译(?:成|一下)|笑话"
        r"|(?:帮|给|替)我.{0,2}(?:订|点|买|叫|打)(?:一?[张份个辆下杯])?.{0,4}(?:票|外卖|车|饭|酒店|奶茶|咖啡|电话)|陪我(?:聊|说)|推荐.{0,4}(?:电影|餐厅|歌|小说)|^陪?聊(?:聊天?|会儿)",
    ),
)
_SHAPES: tuple[tuple[Talk, re.Pattern[str]], ...] = (
    *((talk, lazy_pattern(rf"(?:{shape}){_END}", re.IGNORECASE)) for talk, shape in _WHOLE),
)
_PARTS = tuple((talk, lazy_pattern(shape, re.IGNORECASE)) for talk, shape in _ANYWHERE)
LONGEST = 40  # characters; who writes more says more


@lru_cache(maxsize=64)  # a message is asked about before it is understood, and after
def talk_of(message: str) -> Talk | None:
    """What a message says to the bot itself, None where it asks for anything else."""
    text = message.strip()
    if len(text) > LONGEST:
        return None
    whole = (talk for talk, shape in _SHAPES if shape.fullmatch(text))
    return next(whole, None) or next((talk for talk, part in _PARTS if part.search(text)), None)
