"""The words for the status of a standard in the languages of catalogues."""

from typing import Final

from aligner.domain.words.modifiers import cyrillic, latin
from aligner.domain.words.phrases import Vocabulary, vocabulary

STATUS_WORDS: Final[Vocabulary] = vocabulary(
    [
        (
            "SUSPENDED",
            "(?:暂停|停止|中止|暂缓)(?:实施|执行|使用|施行)|приостановлен[а-я]*|"
            + latin("suspended|ausgesetzt|suspendue?"),
        ),
        (
            "DRAFT",
            latin("draft|under development|in development|enquiry|committee draft|entwurf|projet") + "|草案|送审稿",
        ),
        (
            "PLAN",
            latin("plan|planned|project")
            + "|计划(?![废作代替])|在研|立项|起草|制定中|征求意见|正在审查|审查中|报批|审批|预研|下达",
        ),
        ("UPCOMING", "即将实施|尚未实施|未实施|待实施|即將實施|即将施行|即将生效|尚未生效|未生效|未施行|待生效"),
        (
            "UPCOMING",
            latin("upcoming|forthcoming|to be implemented|not yet effective") + "|" + cyrillic("принят[аоы]?"),
        ),
        ("DELETED", latin("deleted") + "|项目终止|终止|已撤销"),
        (
            "IN_FORCE",
            latin("under review|reaffirmed|confirmed|being revised|under revision|to be revised|en vigueur|in kraft"),
        ),
        ("IN_FORCE", "正在修订|修订中|继续有效|复审确认|复审有效"),
        (
            "SUPERSEDED",
            r"被.{0,40}?(?:代替|替代|取代|修订|代|替)|由.{0,40}?(?:代替|替代|取代)|已(?:代替|替代|取代"
            r"|修订)|대체|置換|置き換え",
        ),
        ("SUPERSEDED", latin("superseded|replaced|revised|supersession|replacement|ersetzt|remplacée?|reemplazad[ao]")),
        ("SUPERSEDED", "(?<![а-яё])замен[её]н[а-я]*"),
        ("WITHDRAWN", "废止|作废|失效|撤销|废除|停用|廃止|廢止|폐지"),
        (
            "WITHDRAWN",
            latin(
                "withdrawn|withdrawal|withdraw|obsolete|cancelled|canceled|cancellation|abolished|repealed"
                "|invalid|revoked"
                "|annulled|inactive|historical|historic|expired|discontinued|void|rescinded|archived"
                "|retired|dead|out of force"
                "|ungültig|zurückgezogen|ausser kraft|annulée?|périmée?|retirée?|anulad[ao]|derogad[ao]"
            ),
        ),
        ("WITHDRAWN", "(?<![а-яё])(?:отмен[её]н|аннулирован)[а-я]*|утратил[аи]? силу|(?<![а-яё])ист[её]к[а-я]*"),
        ("IN_FORCE", "现行|有效|現行|有効|생효|현행|유효|生效|확인"),
        (
            "IN_FORCE",
            latin("valid|current|currently|in force|active|effective|applicable|live|gültig|vigente|still valid"),
        ),
        ("IN_FORCE", "(?:(?<![а-яё])|(?<=не))(?:действу|введ[её]н)[а-я]*"),
        ("ISSUED", latin("published|issued|implemented") + "|发布|实施|施行|制定|改正"),
    ]
)
"""`ISSUED` says that a standard is in force only where nothing else is said."""
