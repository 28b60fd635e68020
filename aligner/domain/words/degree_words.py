"""The words and signs for degrees of correspondence and for adoption, in the languages of catalogues."""

from typing import Final

from aligner.domain.words.modifiers import cyrillic, latin
from aligner.domain.words.phrases import UNEQUAL, Vocabulary, vocabulary

_EDITORIAL: Final = "|".join(
    (
        r"(?:编辑性?|編集上|文字性?)的?(?:内容|方面)?的?(?:修改|改动|变更|变动|调整|修正|変更)",
        r"(?<![a-z])editorial(?:ly)?(?: [a-z]{1,12}){0,3} ?(?:modifi|change|amend|revis|correct)[a-z]*",
        r"(?<![a-z])(?:modifi|chang|amend|revis|correct)[a-z]*(?: [a-z]{1,12}){0,3} (?:editorial|rédactionnel)[a-z]*",
        r"(?<![а-яё])редакционн[а-я]*(?: [а-я]{1,14}){0,2} (?:изменен|модифик|модифицир|правк)[а-я]*",
        r"(?:(?<![а-яё])|(?<=не))модифи[а-я]* редакционн[а-я]*",
        r"(?<![a-z])redaktionell[a-z]* (?:modif|geänd|änder|anpass)[a-zä]*",
        r"편집(?:상|적)의? ?(?:수정|변경)",
    )
)
"""Editorial changes leave a standard identical (ISO/IEC Guide 21-1)."""

DEGREE_WORDS: Final[Vocabulary] = vocabulary(
    [
        ("-editorial", _EDITORIAL),
        ("-amendment", "修改单|修改件|修改通知|修正案|修正票|修正版|一致性(?:程度)?|一致程度"),
        # the words with a "not" of their own come first: each of them contains a positive one
        (
            "NEQ",
            latin(
                r"neq|no[nt][ -]?equivalente?|inequivalent|nicht äquivalent|nicht gleichwertig"
                r"|non[ -]équivalente?"
            ),
        ),
        ("NEQ", "非等效(?:采用)?|不等效(?:采用)?|非等价|同等(?:で|では)ない|비동등"),
        ("NEQ", r"(?<![а-яё])не ?эквивалент[а-я]*|" + cyrillic("нэк|неэ") + f"|{UNEQUAL}"),
        (
            "EQV",
            latin("eqv|technically equivalent|equiv|equivalente?|equivalence|gleichwertig|äquivalent|équivalente?"),
        ),
        ("EQV", "等效(?:采用)?|동등|(?<![а-яё])эквивалент[а-я]*"),
        ("REF", latin("ref") + "|参照(?:采用)?|参考|參照|參考"),
        (
            "MOD",
            r"(?<=non)modified|(?<=un)modified|"
            + latin(
                "mod|modified|modification|modifications|modifying|modifiziert|modifizierte?|modifiée?|modificad[ao]"
            ),
        ),
        ("MOD", "修改(?:采用)?|修正(?:している|采用)?|変更(?:している)?|수정(?:채택)?"),
        ("MOD", "(?:(?<![а-яё])|(?<=не))модифи[а-я]*|" + cyrillic("мод")),
        (
            "IDT",
            "(?<=non)identical|"
            + latin("idt|identical|identically|identisch|identique|idéntic[ao]|idêntic[ao]")
            + "|≡",
        ),
        ("IDT", "等同(?:采用)?|一致(?:して)?(?:いる|します)?|同一|동일|일치"),
        ("IDT", "(?:(?<![а-яё])|(?<=не))идентич[а-я]*|" + cyrillic("идт")),
        ("NOTHING", latin("indigenous")),
        ("+ADOPTED", latin("adopted|adoption|adopts|adopting|adopt|übernommen|übernahme|adoptée?")),
        ("+ADOPTED", "采用|采标|采纳|採用(?:して)?|채택|(?<![а-яё])(?:принят|применя)[а-я]*"),
        ("SIGN", "[≈≒≅~]"),
    ]
)
"""`SIGN` has no agreed meaning: lists use it for "equivalent" and for "refers to" (domain rules, 11.4)."""
