"""Product groups and the key technical indicators that their products share, with names in both languages."""

from dataclasses import dataclass

from aligner.domain.comparisons.comparison import Direction
from aligner.domain.comparisons.indicator_template import IndicatorTemplate
from aligner.domain.text import N_

CATEGORIES: dict[str, str] = {
    "safety": N_("safety"),
    "performance": N_("performance"),
    "environment": N_("environmental protection"),
    "dimension": N_("dimensions"),
    "method": N_("methods"),
    "management": N_("management"),
}
"""Categories of indicators (domain.md 1.6): code and English word."""


@dataclass(frozen=True, slots=True)
class GroupIndicator:
    """An indicator of a product group; `unit` is that of both standards, `category` a code of CATEGORIES.

    Whether the two test methods are equivalent depends on their editions and is left to the reviewer.
    """

    name_en: str
    name_zh: str
    category: str = ""
    key: bool = True
    weight: float = 1.0
    unit: str = ""
    direction: Direction | None = None
    national_method: str = ""
    international_method: str = ""

    def template(self, language: str) -> IndicatorTemplate:
        """The indicator under its name in this language; its category is still an English word."""
        return IndicatorTemplate(
            indicator=self.name_zh if language == "zh" else self.name_en,
            is_key=self.key,
            weight=self.weight,
            category=CATEGORIES.get(self.category, ""),
            national_unit=self.unit,
            national_method=self.national_method,
            international_unit=self.unit,
            international_method=self.international_method,
            direction=self.direction,
        )


@dataclass(frozen=True, slots=True)
class ProductGroup:
    """A template that comes with the program: `name` for commands, titles and descriptions for people."""

    name: str
    title_en: str
    title_zh: str
    description_en: str
    description_zh: str
    indicators: tuple[GroupIndicator, ...]

    def title(self, language: str) -> str:
        """What the group is called in this language."""
        return self.title_zh if language == "zh" else self.title_en

    def description(self, language: str) -> str:
        """What the indicators of the group are about."""
        return self.description_zh if language == "zh" else self.description_en
