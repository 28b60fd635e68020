"""Words that change what a statement says, in the languages of catalogues: not, no longer, partly, soon, or, perhaps.

Chinese, English, Japanese and Russian throughout, German, French and Korean where lists use them. The patterns
match casefolded NFKC text (`ß` is `ss`).
"""

from typing import Final


def latin(words: str) -> str:
    """A pattern for these words in Latin letters, whole words only, whatever script stands beside them."""
    return rf"(?<![a-zà-ÿ])(?:{words})(?![a-zà-ÿ])"


def cyrillic(words: str) -> str:
    """A pattern for these words in Cyrillic letters, whole words only."""
    return rf"(?<![а-яё])(?:{words})(?![а-яё])"


NO_LONGER: Final = "|".join(
    (
        "不再|已不再?|もはや|더 ?이상",
        latin(r"no longer|not any ?more|used to be|nicht mehr|ne .{0,20}plus|n'est plus|ceased to be"),
        cyrillic("больше не|более не"),
    )
)
FORMERLY: Final = "|".join(
    (
        r"原(?=[为是系]|等同|修改|采用|采标|等效|非等效|idt|mod|neq|eqv|[:： ])|原先|原来|曾经?|以前|过去|旧版",
        latin("formerly|previously|originally|once|was|were|früher|ehemals|vormals|anciennement|autrefois"),
        cyrillic("ранее|прежде|раньше|был[аио]?"),
    )
)
NOT_YET: Final = "|".join(
    (
        "尚未|还未|暂未|暂不|即将|將要|将要|将被|将于|将|(?<!模)拟|计划|准备|打算|预计|待(?![定遇])|予定"
        "|見込み|예정|계획",
        latin(
            "not yet|soon|to be|will|shall|should|planned|planning|intended|proposed|pending|expected|upcoming"
            "|geplant|vorgesehen|wird|werden|soll|prévue?|sera"
        ),
        cyrillic("ещ[её] не|планируется|планируют|будет|предполагается|предлагается|намечен[аоы]?|подлежит"),
    )
)
UNSURE: Final = "|".join(
    (
        "可能|也许|或许|大概|似乎|应该|待定|未定|暂定|存疑|疑似|不确定|不详|未知|不明|待确认|待核实|待查"
        "|待核|需确认|需核实|確認中|要確認|かもしれない|미정",
        latin(
            "may|might|could|possibly|probably|perhaps|maybe|presumably|unclear|to be confirmed"
            "|to be checked|to be verified|unknown|uncertain|doubtful|tbd|tbc"
            "|möglicherweise|vielleicht|vermutlich|wohl|peut-être|probablement"
        ),
        cyrillic("возможно|вероятно|может быть|неизвестно|неясно|уточняется"),
    )
)
ASKED: Final = "|".join(
    (
        r"[?？¿]|是否|是不是|能否|可否|吗|(?<=[すだ])か(?=$|[。?？])",
        latin("whether|if|ob|est-ce que"),
        cyrillic("ли"),
    )
)
HEDGE: Final = "|".join(
    (
        "基本上?|大致上?|大体上?|大部分?|部分|局部|近似于?|接近于?|类似于?|相似|相当于?|有些|较为"
        "|除(?=[^ ]{0,20}外|了|去)|概ね|おおむね|ほぼ|一部|ある程度"
        "|일부|부분|거의|대체로",
        latin(
            "part|partly|partial|partially|basically|essentially|largely|mostly|mainly|nearly|almost|substantially"
            "|broadly|roughly|approximately|generally|practically|virtually|somewhat|quasi|similar|near|close to|some"
            "|limited|except|excluding|apart from|but|teilweise|teils|weitgehend|im wesentlichen|nahezu|fast"
            "|grösstenteils|überwiegend|ähnlich|ausser|partiellement|en partie|presque|essentiellement|largement"
            "|quasiment|sauf|similaire"
        ),
        cyrillic(
            "частичн[а-я]*|частью|в основном|почти|по существу|практически|преимущественно|кроме|за исключением"
            "|близк[а-я]*|аналогичн[а-я]*|схож[а-я]*"
        ),
    )
)
STRONG_NOT: Final = "|".join(
    (
        "并非|并不|并未|不是|不能|不算|不宜|不应|不得|不属于?|没有|未能",
        latin(
            "not|non|no|without|never|neither|nor|cannot|isn't|aren't|wasn't|doesn't|nicht|ohne|kein|keine|keinen|pas"
            "|ni|sans|aucune?"
        ),
        cyrillic("не|ни|нельзя|без"),
    )
)
"""Denies the rest of its clause."""

NOT: Final = "|".join(
    (
        "不|未|没|非|无|無|불(?=일치)|비(?=동일|동등|일치)",
        r"(?<![a-z])(?:non|un|in)-?(?=identi|modifi|equivalent|equal|changed|adopted|valid|active|verändert|gültig)",
        "(?<![а-яё])не(?=идентич|модифицир|эквивалент|действу|примен|принят)",
    )
)
"""Denies what follows it at once, or after a few words that say no more."""

NUMBER_WORD: Final = "|".join(
    (
        r"第 ?[\d一二三四五六七八九十]+ ?部分",
        latin(r"(?:parts?|teile?|parties?)(?= ?\d)|no\.? ?(?=\d)|nr\.? ?(?=\d)"),
        "№",
    )
)
"""Words of a number or its part that look like a "not" or a "partly"."""

NOT_BEFORE: Final = "|".join(
    (
        "(?:して|で|では|し|は|とはいえ)ない|していません|ではありません|せず|なし|ません|ない"
        "|(?:이|가)? ?아님|아니다|아닌|않음|않는다?|없음",
        cyrillic("нет|отсутствует"),
    )
)
"""Denies what stands before it."""

OR: Final = "|".join(
    (r"或者?|还是|または|もしくは|あるいは|또는|[/|]|(?<![a-z])vs\.?", latin("or|oder|ou"), cyrillic("или|либо"))
)
FILLER: Final = "|".join(
    (
        r"[\t:：'\"“”‘’`·.*_-]|完全|完整|全部|全面|严格|真正|总体|整体|都|也|再|很|被|为|是|系|属|属于|会"
        "|能|与|和|跟|同|于|相|该|其|的|国际标准|原文|标准",
        latin(
            "fully|completely|entirely|wholly|strictly|exactly|quite|absolutely|technically|the|a|an|be"
            "|been|is|are|it"
            "|in|any|way|as|to|with|ist|sind|voll|vollständig|völlig|ganz|complètement|entièrement"
            "|tout à fait|est|being"
            "|considered|deemed|regarded"
        ),
        cyrillic("полностью|совсем|вполне|точно|является|являются|является ли|быть|с"),
    )
)
"""Words that may stand between a "not" and what it denies."""
