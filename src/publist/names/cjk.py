"""Names in Chinese, Japanese and Korean script: family name first, often with no blank."""

# ruff: noqa: SIM905  (tables of words read best as lines of words)
from __future__ import annotations

import re

from publist.model import Name

__all__ = ["is_all_cjk", "read_cjk"]

_CJK = re.compile(
    "[\u3005\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff・·\\s{}]+"
)
_HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff\u3005]+")
_HANGUL = re.compile("[\uac00-\ud7af]+")

_KOREAN_COMPOUND = frozenset("남궁 황보 제갈 사공 선우 서문 독고 동방 망절 어금 강전 소봉".split())
_CHINESE_COMPOUND = frozenset(
    "欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 东方 東方 夏侯 皇甫 尉迟 尉遲 公孙 公孫 慕容 长孙 長孫 "
    "宇文 司徒 司空 令狐 端木 轩辕 軒轅 独孤 獨孤 南宫 南宮 西门 西門 闻人 聞人 申屠 太史 拓跋 "
    "百里 东郭 東郭 呼延 澹台 公冶 钟离 鍾離 鲜于 鮮于 赫连 赫連 濮阳 濮陽 淳于 单于 單于 "
    "完颜 完顏 纳兰 納蘭 万俟 第五 梁丘 左丘 乐正 樂正 羊舌 谷梁 闾丘 閭丘".split()
)
_JAPANESE = frozenset(
    "佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邊 渡邉 山本 中村 小林 加藤 "
    "吉田 山田 佐々木 山口 松本 井上 木村 斎藤 斉藤 齋藤 清水 山崎 "
    "阿部 池田 橋本 石川 山下 中島 石井 小川 前田 岡田 長谷川 藤田 "
    "後藤 近藤 村上 遠藤 青木 坂本 福田 太田 西村 藤井 金子 岡本 "
    "藤原 中野 三浦 原田 中川 松田 竹内 小野 田村 中山 和田 石田 "
    "上田 内田 森田 柴田 酒井 宮崎 横山 高木 安藤 宮本 大野 小島 "
    "谷口 今井 工藤 高田 増田 丸山 杉山 村田 大塚 新井 小山 平野 "
    "藤本 河野 上野 野口 武田 松井 千葉 菅原 岩崎 久保 木下 佐野 "
    "野村 松尾 市川 菊地 杉本 古川 大西 島田 水野 桜井 高野 吉川 "
    "山内 西田 飯田 菊池 西川 小松 北村 安田 五十嵐 川口 平田 中田 "
    "東 久保田 服部 川崎 岩田 土屋 福島 本田 辻 樋口 秋山 田口 "
    "永井 山中 中西 吉村 川上 石原 大橋 松岡 馬場 浜田 森本 星野 "
    "矢野 浅野 大久保 松下 吉岡 小池 野田 荒木 松浦 熊谷 大谷 内藤 "
    "黒田 尾崎 永田 川村 望月 松村 田辺 菅野 荒井 堀 平井 大島 "
    "西山 早川 栗原 広瀬 横田 石橋 岩本 萩原 片山 関口 宮田 大石 "
    "本間 高山 須藤 岡崎 小田 吉野 上原 伊東 鎌田 篠原 小西 松原 "
    "福井 古賀 大森 成田 小泉 南 今村 内山 沢田 川島 榎本 川端 "
    "甘利 金出 安倍 湯川 朝永 江崎 利根川 白川 野依 小柴 下村 益川 "
    "南部 赤崎 天野 大隅 本庶".split()
)
# The commonest hundred-odd, simplified and traditional; with others no guess is made.
_CHINESE = frozenset(
    "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯"
    "馮于董萧蕭肖程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻余潘杜戴夏"
    "钟鍾汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段雷"
    "钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文庞龐樊兰蘭殷施陶洪翟安颜顏倪严嚴牛温溫芦蘆季"
    "俞章鲁魯葛伍韦韋申尤毕畢聂聶丛叢焦向柳邢路岳齐齊沿梅莫庄莊辛管祝左涂谷祁时時舒耿"
    "牟卜詹关關苗凌费費纪紀靳盛童欧歐甄项項曲成游阳陽裴席卫衛查屈鲍鮑位覃霍翁隋植甘景"
    "薄单單包司柏宁寧柯阮桂闵解强強柴华華车車冉房边邊辜吉饶饒刁瞿戚丘古米池滕晋晉苑邬"
    "臧畅宫宮来來苟全褚廉简簡娄婁盖蓋符奚木穆党燕郎邸冀谈談姬屠连連郜晏栾郁商蒙计計喻"
    "揭窦迟遲宇敖鄢冷卓花仇艾蓝藍都巩鞏稽井练練仲乐樂虞卞封竺冼原官衣楚佟栗匡宗应應台"
    "巫鞠桑荆荊谌银銀扬揚明沙伏岑习習胥保和蔺"
)
_GROUP = re.compile(
    r".*(?:大学|大學|学院|學院|公司|研究所|研究院|委员会|委員會|团队|团|组|協会|协会|学会|學會|연구소|대학교|위원회|연구실)"
)


def is_all_cjk(text: str) -> bool:
    """Whether every letter is of a script that puts the family name first.

    >>> is_all_cjk("周骐"), is_all_cjk("紅玉ruby")
    (True, False)
    """
    return bool(_CJK.fullmatch(text)) and any(char.isalpha() for char in text)


def read_cjk(text: str) -> Name:
    """Take a name in Chinese, Japanese or Korean script apart.

    With a blank the family name is what stands before it. Without, the lists of compound and
    of common family names decide; a name that they do not know stays whole.

    Args:
        text: The name, all in such script but for blanks.

    >>> read_cjk("欧阳修").family, read_cjk("김민수").given, read_cjk("田中 花子").family
    ('欧阳', '민수', '田中')
    """
    family, _, given = text.strip().partition(" ")
    if given:
        return Name(family=family, given=given.strip())
    if len(text) > 4 and _GROUP.fullmatch(text):
        return Name(literal=text)
    cut = _family_length(text)
    return Name(family=text[:cut], given=text[cut:] or None)


def _family_length(text: str) -> int:
    if _HANGUL.fullmatch(text) and 2 <= len(text) <= 5:
        return 2 if len(text) >= 3 and text[:2] in _KOREAN_COMPOUND else 1
    if not _HAN.fullmatch(text) or len(text) > 6:
        return len(text)
    if text in _JAPANESE:
        return len(text)
    if len(text) >= 3 and text[:2] in _CHINESE_COMPOUND:
        return 2
    if len(text) >= 4:
        return next((size for size in (3, 2) if text[:size] in _JAPANESE), len(text))
    return 1 if text[0] in _CHINESE else len(text)
